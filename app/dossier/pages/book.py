"""All sections in the policy's order, then header and footer on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.dossier.model import (
    Dossier,
    PrintedIncident,
    PrintedSection,
    PrintedThing,
    Section,
    exhibit_place,
)
from app.dossier.pages import look
from app.dossier.pages.annex import put_exhibit_list, put_integrity, put_omissions
from app.dossier.pages.asks import asks_height, put_asks
from app.dossier.pages.contents import (
    about_how_many,
    contents_title,
    foot_height,
    put_contents,
    put_foot,
)
from app.dossier.pages.cover import MOST_STORY_LINES, SmallPicture, put_cover, story_lines
from app.dossier.pages.draw import Drawing
from app.dossier.pages.exhibit import PageExhibit, put_exhibit
from app.dossier.pages.facts import facts_height, put_facts
from app.dossier.pages.frames import Frames, frames_of
from app.dossier.pages.guidance import put_guidance
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Ground, Link, Sheets, SheetWords
from app.dossier.pages.tables import answers_that_fit, put_answers, put_deadlines
from app.dossier.pdf.tags import Tag
from app.dossier.pictures import PictureSize
from app.language import Language

_SECTION_SPACE = 24.0
_SECTION_LEAST = 84.0
"""How much room a section wants at least: its heading, and two lines or the first row of a table."""
_CONTENTS_FROM, _CONTENTS_LINE = 12, 6
"""From so many pages on the contents begin a page rather than stand in a line of the first; not where they are few."""
_CONTENTS_LEAVE = 280.0
"""With less room below the contents, what follows begins another page."""


class Book:
    """Lays out one dossier; ``between`` is called with each new page."""

    def __init__(
        self,
        dossier: Dossier,
        drawing: Drawing,
        language: Language,
        between: Callable[[], None] = lambda: None,
        after_integrity: Callable[[Sheets], None] = lambda _: None,
    ) -> None:
        self._dossier = dossier
        self._language = language
        self._sheets = Sheets(drawing.typefaces, between, drawing.tree, drawing.page)
        self._after_integrity = after_integrity
        self._after_exhibits = False
        self._answers_done = False
        self._asks_done = False
        self._still_rows: Callable[[int], Sequence[int]] = lambda _: ()

    def lay_out(
        self,
        sizes: Sequence[PictureSize],
        still_rows: Callable[[int], Sequence[int]] = lambda _: (),
    ) -> Frames:
        """Fill all pages, and return what stands in their frames.

        Args:
            sizes: those of the exhibits with a picture, in order.
            still_rows: of one of them, whether each row is like the one above; asked for long pictures only.
        """
        self._still_rows = still_rows
        for section in self._dossier.sections:
            self._section(section, sizes)
        self._sheets.finish()
        return frames_of(self._sheets, self._dossier, self._language)

    def _section(self, section: str, sizes: Sequence[PictureSize]) -> None:
        dossier, sheets, language = self._dossier, self._sheets, self._language
        if section == Section.COVER:
            put_cover(sheets, dossier, self._small(sizes), language)
            self._answers_on_cover()
            self._asks_on_cover()
            self._contents()
        elif section == Section.EXHIBITS:
            self._exhibits(sizes)
        elif section == Section.ASKS:
            if dossier.asks and not self._asks_done:
                self._heading(section)
                put_asks(sheets, dossier.asks, language)
        elif self._has(section):
            if section == Section.EXHIBIT_LIST:
                self._keep_whole(46 + 23 * (len(dossier.exhibits) + len(dossier.papers)))
            self._heading(section, self._first_height(section))
            self._body(section)
            if section == Section.INTEGRITY:
                self._after_integrity(sheets)

    def _first_height(self, section: str) -> float:
        """Return how much room the first thing of a section wants below the heading, so that it is not left alone."""
        dossier = self._dossier
        if section == Section.INCIDENTS:
            return self._incident_height(dossier.incidents[0])
        for each in (*dossier.written, *dossier.derived):
            if each.name == section:
                return self._thing_height(each.things[0])
        return look.SECTION_FIRST.get(section, 0.0)

    def _incident_height(self, incident: PrintedIncident) -> float:
        return 40 + min(facts_height(self._sheets, incident.rows), 200)

    def _thing_height(self, thing: PrintedThing) -> float:
        return 96 if thing.text else 30 + min(facts_height(self._sheets, thing.rows), 160)

    def _answers_on_cover(self) -> None:
        """Set what was asked and is missing on the first page; what does not fit has a section of its own."""
        dossier, sheets = self._dossier, self._sheets
        if not dossier.answers_first or not dossier.answers:
            return
        room = sheets.room() - asks_height(sheets, dossier.asks) - self._foot_height(())
        shown = answers_that_fit(sheets, dossier.answers, room)
        if not shown:
            return
        title = self._title(Section.ANSWERS)
        sheets.skip(12)
        self._answers_done = len(shown) == len(dossier.answers)
        if self._answers_done:
            sheets.bookmark(Section.ANSWERS.value, title, 0)
        with sheets.tagged(Tag.H2):
            sheets.text(title, look.PART)
        sheets.skip(2)
        put_answers(sheets, shown, self._language)
        left = len(dossier.answers) - len(shown)
        if left:
            more = self._language.plural(
                "{count} more further back", "{count} more further back", left
            )
            sheets.text(more, look.SMALL)

    def _small(self, sizes: Sequence[PictureSize]) -> SmallPicture | None:
        """Return the picture that the first page shows small."""
        shown = [each.number for each in self._dossier.exhibits if each.picture]
        if self._dossier.cover.exhibit not in shown:
            return None
        place = shown.index(self._dossier.cover.exhibit)
        return SmallPicture(place, sizes[place].width_px, sizes[place].height_px)

    def _body(self, section: str) -> None:
        dossier, sheets, language = self._dossier, self._sheets, self._language
        write: dict[str, Callable[[], None]] = {
            Section.SUMMARY: self._summary,
            Section.PARTIES: self._parties,
            Section.TIMELINE: self._timeline,
            Section.INCIDENTS: self._incidents,
            Section.EXHIBIT_LIST: lambda: put_exhibit_list(sheets, dossier, language),
            Section.INTEGRITY: lambda: put_integrity(sheets, dossier, language),
            Section.OMISSIONS: lambda: put_omissions(sheets, dossier, language),
            Section.GUIDANCE: lambda: put_guidance(sheets, dossier, language),
            Section.DEADLINES: lambda: put_deadlines(sheets, dossier, language),
            Section.ANSWERS: lambda: put_answers(sheets, dossier.answers, language),
            **{
                each.name: partial(self._written, each)
                for each in (*dossier.written, *dossier.derived)
            },
        }
        write[section]()

    def _keep_whole(self, height: float) -> None:
        """Begin a page if this does not fit here but would fit there."""
        if height < look.BOTTOM - look.TOP:
            self._sheets.need(height + _SECTION_SPACE)

    def _has(self, section: str) -> bool:
        dossier = self._dossier
        filled: dict[str, object] = {
            **dict.fromkeys((Section.INTEGRITY, Section.OMISSIONS), True),
            Section.SUMMARY: self._summary_is_longer(),
            Section.PARTIES: dossier.parties,
            Section.TIMELINE: dossier.timeline,
            Section.INCIDENTS: dossier.incidents,
            Section.EXHIBITS: dossier.exhibits,
            Section.EXHIBIT_LIST: (*dossier.exhibits, *dossier.papers),
            Section.ASKS: dossier.asks,
            Section.GUIDANCE: dossier.guidance,
            Section.DEADLINES: dossier.deadlines,
            Section.ANSWERS: dossier.answers if not self._answers_done else (),
            **{each.name: each.things for each in (*dossier.written, *dossier.derived)},
        }
        return bool(filled.get(section))

    def _heading(self, section: str, first: float = 0.0) -> None:
        sheets = self._sheets
        title = self._title(section)
        if self._after_exhibits:
            sheets.new_page()
            self._after_exhibits = False
        sheets.skip(_SECTION_SPACE)
        sheets.need(max(_SECTION_LEAST, 40 + first))
        sheets.bookmark(section, title, 0)
        sheets.text(title, look.SECTION)
        sheets.skip(8)

    def _title(self, section: str) -> str:
        language = self._language
        titles: dict[str, str] = {
            Section.COVER: language.text("Cover"),
            Section.SUMMARY: language.text("Summary"),
            Section.ASKS: language.text("What I ask for"),
            Section.PARTIES: language.text("Parties"),
            Section.TIMELINE: language.text("Timeline"),
            Section.INCIDENTS: language.text("Incidents"),
            Section.EXHIBITS: language.text("Exhibits"),
            Section.EXHIBIT_LIST: language.text("List of exhibits"),
            Section.INTEGRITY: language.text("Integrity"),
            Section.OMISSIONS: language.text("Left out"),
            Section.GUIDANCE: language.text("Guidance"),
            Section.DEADLINES: language.text("Deadlines"),
            Section.ANSWERS: language.text("Asked, answered, missing"),
            **{
                each.name: each.heading for each in (*self._dossier.written, *self._dossier.derived)
            },
        }
        return titles[section]

    def _contents(self) -> None:
        """Set the contents in a line of the first page; where there will be many pages, on the next one."""
        sheets, contact = self._sheets, self._dossier.cover.contact
        entries = [
            (section, contents_title(section, self._title(section), self._dossier))
            for section in self._dossier.sections
            if section != Section.COVER and self._has(section)
        ]
        if self._asks_done:
            entries.sort(key=lambda each: each[0] != Section.ASKS)
        in_line = [each for each in entries if each[0] != Section.ASKS or not self._asks_done]
        few = about_how_many(self._dossier) < _CONTENTS_FROM or len(in_line) <= _CONTENTS_LINE
        fits = few and self._foot_height(in_line) <= sheets.room()
        if fits or (contact and self._foot_height(()) <= sheets.room()):
            put_foot(sheets, in_line if fits else (), contact, self._language)
        sheets.new_page()
        if not fits:
            title = self._language.text("Contents")
            sheets.bookmark("contents", title, 0)
            sheets.text(title, look.SECTION)
            sheets.skip(6)
            put_contents(sheets, entries)
            sheets.need(_CONTENTS_LEAVE)

    def _foot_height(self, entries: Sequence[tuple[str, str]]) -> float:
        contact = self._dossier.cover.contact
        return foot_height(self._sheets, entries, contact, self._language)

    def _asks_on_cover(self) -> None:
        """Set what is asked for on the first page, in small print where it is much, if all of it can stand there."""
        sheets, asks = self._sheets, self._dossier.asks
        room = sheets.room() - self._foot_height(())
        small = asks_height(sheets, asks) > room
        if not asks or asks_height(sheets, asks, small=small) > room:
            return
        self._asks_done = True
        title = self._title(Section.ASKS)
        sheets.skip(12)
        sheets.bookmark(Section.ASKS.value, title, 0)
        with sheets.tagged(Tag.H2):
            sheets.text(title, look.PART)
        sheets.skip(2)
        put_asks(sheets, asks, self._language, small=small)

    def _summary_is_longer(self) -> bool:
        """Return whether the person's own words do not all stand on the first page."""
        dossier = self._dossier
        if not dossier.summary.paragraphs:
            return False
        return len(story_lines(self._sheets, dossier.cover.story)) > MOST_STORY_LINES

    def _summary(self) -> None:
        sheets = self._sheets
        for paragraph in self._dossier.summary.paragraphs:
            sheets.text(paragraph, look.BODY)
            sheets.skip(6)

    def _parties(self) -> None:
        sheets = self._sheets
        for party in self._dossier.parties:
            sheets.need(30 + 20 * len(party.rows))
            sheets.text(party.name, look.PART)
            sheets.skip(3)
            put_facts(sheets, party.rows)
            sheets.skip(7)

    def _timeline(self) -> None:
        sheets = self._sheets
        listed = sheets.begin(Tag.LIST)
        for item in self._dossier.timeline:
            lines = sheets.setter.lines((Span(item.what, look.BODY),), look.RIGHT - look.VALUE_LEFT)
            sheets.need(min(len(lines), 4) * look.BODY.leading + 24)
            when = sheets.setter.lines((Span(item.when, look.BODY_MUTED),), 132)
            top, page = sheets.y, len(sheets.pages)
            with sheets.within(listed), sheets.tagged(Tag.ITEM):
                with sheets.tagged(Tag.LABEL):
                    for at, line in enumerate(when):
                        baseline = top + (at + 0.76) * look.BODY.leading
                        sheets.put(SheetWords(look.LEFT, baseline, line))
                with sheets.tagged(Tag.BODY):
                    width = look.RIGHT - look.VALUE_LEFT
                    sheets.text(item.what, look.BODY, x=look.VALUE_LEFT, width=width)
                    if item.within:
                        self._within(item.within, top, whole=len(sheets.pages) == page)
                    self._exhibit_links(item.exhibits, look.VALUE_LEFT)
            if len(sheets.pages) == page:
                sheets.y = max(sheets.y, top + len(when) * look.BODY.leading)
            sheets.skip(4)
            sheets.rule(0.5, look.HAIRLINE)
            sheets.skip(5)
        sheets.end(listed)

    def _within(self, words: str, top: float, *, whole: bool) -> None:
        """Set after which event it lies: a bar as well as words, so that it is seen at a glance and in grey."""
        sheets = self._sheets
        sheets.text(words, look.SMALL, x=look.VALUE_LEFT, width=look.RIGHT - look.VALUE_LEFT)
        if whole:
            sheets.put(Ground(look.VALUE_LEFT - 9, top, 2.5, sheets.y - top, look.INK, None))

    def _exhibit_links(self, numbers: Sequence[int], x: float) -> None:
        sheets = self._sheets
        at = x
        style = look.NUMERAL._replace(size=8.8, leading=13.0)
        if not numbers:
            return
        sheets.need(style.leading)
        for number in numbers:
            name = self._language.text("Exhibit {number}", number=number)
            line = sheets.setter.single(name, style, look.WIDTH)
            if at + line.width > look.RIGHT:
                at = x
                sheets.y += style.leading
                sheets.need(style.leading)
            words = SheetWords(at, sheets.y + style.leading * 0.76, line)
            link = Link(exhibit_place(number), True, at, sheets.y, line.width, style.leading)
            with sheets.tagged(Tag.LINK):
                sheets.put(words)
                sheets.put(link)
            at += line.width + 12
        sheets.y += style.leading

    def _incidents(self) -> None:
        sheets = self._sheets
        for at, incident in enumerate(self._dossier.incidents):
            if at:
                sheets.skip(12)
            self._incident(incident)

    def _incident(self, incident: PrintedIncident) -> None:
        sheets = self._sheets
        name = self._language.text("Incident {number}", number=incident.number)
        sheets.need(self._incident_height(incident))
        sheets.bookmark(f"incident-{incident.number}", f"{name} · {incident.title}", 1)
        sheets.paragraph((Span(f"{name}  ", look.PART), Span(incident.title, look.BODY_MUTED)))
        sheets.skip(3)
        sheets.rule(0.9, look.ACCENT)
        sheets.skip(6)
        put_facts(sheets, incident.rows)
        self._exhibit_links(incident.exhibits, look.LEFT + look.SIXTH)

    def _exhibits(self, sizes: Sequence[PictureSize]) -> None:
        sheets, language = self._sheets, self._language
        index = 0
        for at, exhibit in enumerate(self._dossier.exhibits):
            sheets.new_page()
            if not at:
                title = self._title(Section.EXHIBITS)
                sheets.bookmark(Section.EXHIBITS.value, title, 0)
            shown = PageExhibit(index, sizes[index], self._still_rows) if exhibit.picture else None
            put_exhibit(sheets, exhibit, shown, self._dossier.receipt, language)
            index += int(exhibit.picture)
        self._after_exhibits = bool(self._dossier.exhibits)

    def _written(self, section: PrintedSection) -> None:
        sheets = self._sheets
        for thing in section.things:
            sheets.need(self._thing_height(thing))
            if thing.title:  # words before the first of them have none
                sheets.text(thing.title, look.PART)
                sheets.skip(3)
                sheets.rule(0.5, look.HAIRLINE)
                sheets.skip(6)
            for paragraph in thing.text.split("\n"):
                if paragraph.strip():
                    sheets.text(paragraph.strip(), look.BODY)
                    sheets.skip(4)
            sheets.skip(4 if thing.text else 0)
            put_facts(sheets, thing.rows)
            sheets.skip(8)
