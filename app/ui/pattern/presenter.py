"""What posts and events are together, in words. No Qt.

Rules:
- What is in them stands first, so that one of them does not look like little because it is one.
- It counts and judges nothing: no number stands alone, and nothing is called much or little.
- What has nothing to say is left out.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.casework import CaseState
from app.casework.pattern import PatternFigure, pattern_of, pattern_told
from app.language import Language
from app.timeline import title_and_day
from app.ui import routes
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from evidence_store import EntryId


class PatternGroup(msgspec.Struct, frozen=True):
    """What stands in one card."""

    title: str
    figures: tuple[PatternFigure, ...]


class ShownPattern(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        groups: the cards, from top to bottom; none where nothing is described yet.
        judgement: that none of it is a judgement.
    """

    groups: tuple[PatternGroup, ...] = ()
    judgement: str = ""


class PatternView(Protocol):
    """What the presenter asks of the page."""

    def show_pattern(self, shown: ShownPattern) -> None:
        """Show what there is."""
        ...


class PatternPresenter(CasePresenter):
    """Turns the case into words.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: PatternView) -> None:
        super().__init__(context)
        self.shown = ShownPattern()
        self._page = page

    def _show(self) -> None:
        self.shown = ShownPattern()
        if self._state is not None:
            self.shown = shown_of(self._state, self._context.language)
        self._page.show_pattern(self.shown)

    def look_at(self, entry: EntryId) -> None:
        """Show it in the timeline."""
        self._context.navigator.go(routes.Timeline(show=(entry,)))

    def describe(self) -> None:
        """Write down a post."""
        self._context.navigator.go(routes.Write("incident"))

    def incidents(self) -> None:
        """Show them one by one."""
        self._context.navigator.go(routes.Incidents())


def shown_of(state: CaseState, language: Language) -> ShownPattern:
    """Return the page."""
    found = pattern_of(state)
    if not found.incidents:
        return ShownPattern()
    told = pattern_told(found, lambda entry: title_and_day(state, entry, language, " "), language)
    groups = (
        PatternGroup(language.text("What is in them, and who could see it"), told.held),
        PatternGroup(language.text("When and where"), told.course),
        PatternGroup(language.text("Again, and after a warning"), told.followed),
    )
    return ShownPattern(tuple(each for each in groups if each.figures), told.judgement)
