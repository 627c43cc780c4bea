"""The step before sending: what leaves, what is ticked off, and the ways to where something is mended. No Qt.

Rules:
- A tick says that the person has looked at something and lets it stand. It belongs to one recipient and one place, and
  to the report that is being made: the next one has none.
- Nothing waits for a tick. What has none is told once more beside the last button.
- Whoever mends something comes back to the step as it was left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.actions.look_over import read_review
from app.actions.preview_dossier import PreviewedDossier
from app.casework.review import ReviewRules, ReviewTableError
from app.messages import explain
from app.ui import routes
from app.ui.context import UiContext
from app.ui.questions import Question, shown_of
from app.ui.report import covering, leaving, single_words
from app.ui.report.model import LastCheck, Pictures, SeenLine
from app.ui.report.seen import seen_lines
from app.ui.report.singles import ChoiceBasis


class LookingView(Protocol):
    """What ``LookingThrough`` asks of the view."""

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures that leave, and what to look for in them."""
        ...

    def show_check(self, check: LastCheck) -> None:
        """Show what to read before it is saved."""
        ...


class LookingThrough:
    """What there is to look at. ``change`` takes the draft's changed fields, ``to_contents`` goes to that step."""

    def __init__(
        self,
        context: UiContext,
        page: LookingView,
        chosen: Callable[[], ChoiceBasis | None],
        change: Callable[..., None],
        to_contents: Callable[[], None],
    ) -> None:
        self._context = context
        self._page = page
        self._chosen = chosen
        self._change = change
        self._to_contents = to_contents
        self._looked: frozenset[str] = frozenset()
        self._rules: ReviewRules | None = None
        self._previewed: PreviewedDossier | None = None

    def begin(self) -> None:
        """Begin another report: nothing of it was looked at."""
        self._looked, self._previewed = frozenset(), None

    def show(self, previewed: PreviewedDossier) -> None:
        """Show what leaves with this one."""
        basis, language = self._chosen(), self._context.language
        if basis is None:
            return
        self._previewed = previewed
        dossier, state = previewed.dossier, basis.state
        self._page.show_pictures(covering.pictures(dossier, state, previewed.leaks, language))
        rules = self._read_rules()
        shown = tuple(each.number for each in dossier.exhibits)
        asked = shown_of(state, rules, language, shown).questions if rules is not None else ()
        words = single_words.leaving_words(dossier, state, basis.policy, language)
        seen = seen_lines(previewed, state, self._looked, language)
        self._page.show_check(leaving.check(previewed, words, seen, asked, language))

    def tick(self, key: str, *, looked: bool) -> None:
        """Say that something was looked at, and stays; or not."""
        self._looked = self._looked - {key} | ({key} if looked else frozenset())
        if self._previewed is not None:
            self.show(self._previewed)

    def mend(self, line: SeenLine) -> None:
        """Go to where a line is mended; the report waits."""
        if line.way is not None:
            self._context.navigator.go(line.way)
        elif line.own:
            self._to_contents()

    def take(self, question: Question) -> None:
        """Go to where something is mended that others may ask about."""
        if question.route is not None:
            self._context.navigator.go(question.route)

    def look_over(self) -> None:
        """Go and see all that others may come to ask about."""
        self._context.navigator.go(routes.LookOver())

    def send_link(self, link: str, *, sent: bool) -> None:
        """Let a link that holds a name go along, or not."""
        basis = self._chosen()
        if basis is not None:
            links = basis.draft.links
            self._change(links=links - {link} | ({link} if sent else frozenset()))

    def _read_rules(self) -> ReviewRules | None:
        if self._rules is None:
            try:
                self._rules = read_review(self._context.resources)
            except ReviewTableError as error:
                self._context.acts.show_error(explain(error, self._context.language))
        return self._rules
