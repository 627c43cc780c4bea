"""What guidance there is, by topic: what holds today, what asks for care, and whose pack it stands in. No Qt.

Rules:
- Every text stands with its source, the day that was looked at, and the sentence that it is no legal advice.
- What is not confirmed, has to be looked up again or has run out is marked, and says why before it says anything else.
- Of a text that a pack has replaced, what the program says itself is one press away.
- The page needs no case, and changes nothing of one.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

import msgspec

from app.actions.read_guidance import read_guidance
from app.clock import DANISH_TIME
from app.language import Language
from app.messages import GuidanceWords, contact_words, explain, guidance_paragraph, note_words
from app.packs import InForce, PackError
from app.ui.context import UiContext
from app.ui.guidance.packs import PacksPresenter, ShownPacks
from app.vocabulary import GuidanceTopic, in_words


class GuidanceLine(msgspec.Struct, frozen=True):
    """A text, or a place to turn to, as a row.

    Attributes:
        key: its name.
        words: what it says.
        page: its page on the internet; "" where there is none.
        place: whether it is a place to turn to; its words are in sight at once.
    """

    key: str
    words: GuidanceWords
    page: str = ""
    place: bool = False

    @property
    def told(self) -> str:
        """The row in one sentence, for whoever hears it."""
        return ". ".join(filter(None, (self.words.title, self.words.care, self.words.source)))


class GuidanceGroup(msgspec.Struct, frozen=True):
    """A topic with its rows."""

    topic: str
    lines: tuple[GuidanceLine, ...]


class ShownGuidance(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        groups: the topics that have something to show.
        care: how many pieces ask for care.
        searched: what was searched for; "" for nothing.
    """

    groups: tuple[GuidanceGroup, ...] = ()
    care: int = 0
    searched: str = ""


class GuidanceView(Protocol):
    """What the presenter asks of the page."""

    def show_guidance(self, shown: ShownGuidance) -> None:
        """Show what there is."""
        ...

    def show_packs(self, shown: ShownPacks) -> None:
        """Show which packs are in use, and the one that is looked at."""
        ...


class GuidancePresenter:
    """Turns what is in force into rows.

    Attributes:
        shown: what is on the page.
        packs: the rule packs on it.
    """

    def __init__(self, context: UiContext, page: GuidanceView) -> None:
        self.shown = ShownGuidance()
        self.packs = PacksPresenter(context, page, self.refresh)
        self._context, self._page = context, page
        self._force: InForce | None = None
        self._searched, self._topic = "", ""

    @property
    def lead(self) -> str:
        """What stands above all guidance."""
        return guidance_paragraph(self._context.language)

    @property
    def topics(self) -> tuple[tuple[str, str], ...]:
        """Return the topics that can be chosen, all of them first."""
        language = self._context.language
        every = [(each.value, in_words(each, language)) for each in GuidanceTopic]
        return (("", language.text("All topics")), *every)

    def refresh(self) -> None:
        """Read what is in force, as it stands today."""
        try:
            self._force = read_guidance(self._context.resources, self._context.settings.packs)
        except PackError as error:
            self._context.acts.show_error(explain(error, self._context.language))
        self._show()
        if self._force is not None:
            self.packs.show(self._force)

    def search(self, words: str) -> None:
        """Show what has these words."""
        self._searched = words.strip()
        self._show()

    def choose_topic(self, topic: str) -> None:
        """Show one topic, or all."""
        self._topic = topic
        self._show()

    def _show(self) -> None:
        today = self._context.clock.now().utc.astimezone(DANISH_TIME).date()
        language = self._context.language
        if self._force is not None:
            self.shown = shown_of(
                self._force, today, language, topic=self._topic, searched=self._searched
            )
        self._page.show_guidance(self.shown)


def shown_of(
    force: InForce, today: date, language: Language, *, topic: str = "", searched: str = ""
) -> ShownGuidance:
    """Return the page as it stands on a day."""
    groups: list[GuidanceGroup] = []
    for each in GuidanceTopic:
        if topic in ("", each.value):
            lines = tuple(
                line for line in _lines(force, each, today, language) if _has(line, searched)
            )
            if lines:
                groups.append(GuidanceGroup(in_words(each, language), lines))
    care = sum(bool(line.words.care) for group in groups for line in group.lines)
    return ShownGuidance(tuple(groups), care, searched)


def _lines(
    force: InForce, topic: GuidanceTopic, today: date, language: Language
) -> tuple[GuidanceLine, ...]:
    notes = (each for each in force.notes_on(today) if each.piece.topic is topic)
    contacts = (each for each in force.contacts_on(today) if each.piece.topic is topic)
    return (
        *(
            GuidanceLine(each.piece.id, note_words(each, today, language), each.piece.source_url)
            for each in notes
        ),
        *(
            GuidanceLine(
                each.piece.id, contact_words(each, today, language), each.piece.page, place=True
            )
            for each in contacts
        ),
    )


def _has(line: GuidanceLine, searched: str) -> bool:
    said = " ".join((line.words.title, *line.words.paragraphs, line.words.source)).casefold()
    return all(word in said for word in searched.casefold().split())
