"""All sections in the policy's order, then header and footer on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.dossier.model import Dossier, PrintedIncident, PrintedSection, Section, exhibit_place
from app.dossier.pages import look
from app.dossier.pages.annex import put_exhibit_list, put_integrity, put_omissions
from app.dossier.pages.cover import asks_fit, put_asks, put_contents, put_cover
from app.dossier.pages.draw import Drawing
from app.dossier.pages.exhibit import PageExhibit, put_exhibit
from app.dossier.pages.guidance import put_guidance
from app.dossier.pages.rows import put_rows
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Link, Mark, SheetRule, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.dossier.pictures import PictureSize
from app.language import Language
from evidence_store import format_receipt

_SECTION_SPACE = 30.0


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
        self._asks_done = False
        self._still_rows: Callable[[int], Sequence[int]] = lambda _: ()

    def lay_out(
        self,
        sizes: Sequence[PictureSize],
        still_rows: Callable[[int], Sequence[int]] = lambda _: (),
    ) -> list[list[Mark]]:
        """Fill all pages, and return what stands in the frame of each.

        Args:
            sizes: those of the exhibits with a picture, in order.
            still_rows: of one of them, whether each row is like the one above; asked for long pictures only.
        """
        self._still_rows = still_rows
        for section in self._dossier.sections:
            self._section(section, sizes)
        self._sheets.finish()
        self._frames()
        return self._sheets.pages

    def _section(self, section: str, sizes: Sequence[PictureSize]) -> None:
        dossier, sheets, language = self._dossier, self._sheets, self._language
        if section == Section.COVER:
            put_cover(sheets, dossier, language)
            if dossier.asks and asks_fit(sheets, dossier.asks):
                self._asks(on_cover=True)
            sheets.new_page()
            self._contents()
        elif section == Section.EXHIBITS:
            self._exhibits(sizes)
        elif section == Section.ASKS:
            if dossier.asks and not self._asks_done:
                self._asks(on_cover=False)
        elif self._has(section):
            if section == Section.EXHIBIT_LIST:
                self._keep_whole(60 + 23 * (len(dossier.exhibits) + len(dossier.papers)))
            self._heading(section)
            self._body(section)
            if section == Section.INTEGRITY:
                self._after_integrity(sheets)

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
            **{each.name: partial(self._written, each) for each in dossier.written},
        }
        write[section]()

    def _keep_whole(self, height: float) -> None:
        """Begin a page if this does not fit here but would fit there."""
        if height < look.BOTTOM - look.TOP:
            self._sheets.need(height + _SECTION_SPACE)

    def _has(self, section: str) -> bool:
        dossier = self._dossier
        filled: dict[str, object] = {
            **dict.fromkeys((Section.SUMMARY, Section.INTEGRITY, Section.OMISSIONS), True),
            Section.PARTIES: dossier.parties,
            Section.TIMELINE: dossier.timeline,
            Section.INCIDENTS: dossier.incidents,
            Section.EXHIBITS: dossier.exhibits,
            Section.EXHIBIT_LIST: (*dossier.exhibits, *dossier.papers),
            Section.ASKS: dossier.asks,
            Section.GUIDANCE: dossier.guidance,
            **{each.name: each.things for each in dossier.written},
        }
        return bool(filled.get(section))

    def _heading(self, section: str) -> None:
        sheets = self._sheets
        title = self._title(section)
        if self._after_exhibits or section == Section.INTEGRITY:
            sheets.new_page()
            self._after_exhibits = False
        sheets.skip(_SECTION_SPACE)
        sheets.need(120)
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
            **{each.name: each.heading for each in self._dossier.written},
        }
        return titles[section]

    def _contents(self) -> None:
        sheets, language = self._sheets, self._language
        sheets.text(language.text("Contents"), look.SECTION)
        sheets.skip(6)
        listed = [
            section
            for section in self._dossier.sections
            if section != Section.COVER and self._has(section)
        ]
        if self._asks_done:
            listed.sort(key=lambda section: section != Section.ASKS)
        entries = [(section, self._contents_line(section)) for section in listed]
        put_contents(sheets, entries)

    def _contents_line(self, section: str) -> str:
        title = self._title(section)
        numbers = [exhibit.number for exhibit in self._dossier.exhibits]
        if section != Section.EXHIBITS or len(numbers) < 2:
            return title
        if numbers == list(range(numbers[0], numbers[-1] + 1)):
            return f"{title} {numbers[0]}–{numbers[-1]}"
        return title

    def _asks(self, *, on_cover: bool) -> None:
        sheets = self._sheets
        self._asks_done = True
        if on_cover:
            title = self._title(Section.ASKS)
            sheets.bookmark(Section.ASKS.value, title, 0)
            sheets.text(title, look.PART)
            sheets.skip(8)
        else:
            self._heading(Section.ASKS)
        put_asks(sheets, self._dossier.asks)

    def _summary(self) -> None:
        sheets = self._sheets
        for paragraph in self._dossier.summary.paragraphs:
            sheets.text(paragraph, look.BODY)
            sheets.skip(6)
        sheets.skip(4)
        put_rows(sheets, self._dossier.summary.rows)

    def _parties(self) -> None:
        sheets = self._sheets
        for party in self._dossier.parties:
            sheets.need(30 + 20 * len(party.rows))
            sheets.text(party.name, look.PART)
            sheets.skip(3)
            put_rows(sheets, party.rows)
            sheets.skip(9)

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
                    self._exhibit_links(item.exhibits, look.VALUE_LEFT)
            if len(sheets.pages) == page:
                sheets.y = max(sheets.y, top + len(when) * look.BODY.leading)
            sheets.skip(4)
            sheets.rule(0.5, look.HAIRLINE)
            sheets.skip(5)
        sheets.end(listed)

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
        sheets.need(96)
        sheets.bookmark(f"incident-{incident.number}", f"{name} · {incident.title}", 1)
        sheets.paragraph((Span(f"{name}  ", look.PART), Span(incident.title, look.BODY_MUTED)))
        sheets.skip(3)
        sheets.rule(0.9, look.ACCENT)
        sheets.skip(6)
        put_rows(sheets, incident.rows)
        self._exhibit_links(incident.exhibits, look.VALUE_LEFT)

    def _exhibits(self, sizes: Sequence[PictureSize]) -> None:
        sheets, language = self._sheets, self._language
        index = 0
        for at, exhibit in enumerate(self._dossier.exhibits):
            sheets.new_page()
            if not at:
                title = self._title(Section.EXHIBITS)
                sheets.bookmark(Section.EXHIBITS.value, title, 0)
            shown = PageExhibit(index, sizes[index], self._still_rows) if exhibit.picture else None
            put_exhibit(sheets, exhibit, shown, language)
            index += int(exhibit.picture)
        self._after_exhibits = bool(self._dossier.exhibits)

    def _written(self, section: PrintedSection) -> None:
        sheets = self._sheets
        for thing in section.things:
            sheets.need(96 if thing.text else 64)
            sheets.text(thing.title, look.PART)
            sheets.skip(3)
            sheets.rule(0.5, look.HAIRLINE)
            sheets.skip(6)
            for paragraph in thing.text.split("\n"):
                if paragraph.strip():
                    sheets.text(paragraph.strip(), look.BODY)
                    sheets.skip(4)
            if thing.text:
                sheets.skip(4)
            put_rows(sheets, thing.rows)
            sheets.skip(10)

    def _frames(self) -> None:
        dossier, sheets, language = self._dossier, self._sheets, self._language
        left = f"{dossier.case_title} · {dossier.recipient_title}"
        head = sheets.setter.single(left, look.HEADER, look.WIDTH - 110)
        mark = language.text("EXAMPLE") if dossier.example else language.text("CONFIDENTIAL")
        confidential = sheets.setter.single(mark, look.CONFIDENTIAL, 100)
        foot = sheets.setter.single(
            language.text(
                "Code of the log before the report: {code}",
                code=format_receipt(dossier.receipt.code, dossier.receipt.head.seq),
            ),
            look.HEADER,
            look.WIDTH - 90,
        )
        total = len(sheets.pages)
        for number, marks in enumerate(sheets.pages, start=1):
            page = language.text("Page {number} of {total}", number=number, total=total)
            count = sheets.setter.single(page, look.HEADER, 90)
            marks += [
                SheetWords(look.LEFT, look.HEADER_BASELINE, head),
                SheetWords(look.RIGHT, look.HEADER_BASELINE, confidential, right=True),
                SheetRule(look.LEFT, look.FOOTER_RULE, look.WIDTH, 0.6, look.HAIRLINE),
                SheetWords(look.LEFT, look.FOOTER_BASELINE, foot),
                SheetWords(look.RIGHT, look.FOOTER_BASELINE, count, right=True),
            ]
