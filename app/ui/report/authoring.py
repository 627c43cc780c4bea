"""Whose report it is: asked for in the wizard where the case does not say it yet. No Qt.

Rules:
- What is typed is sealed when the person goes on, as the settings seal it; it is never asked for in the way of a step.
- Who skips it is told what the report shows then, and is not asked again for this report.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.actions.cases import name_author
from app.casework.kinds.case import Author
from app.messages import explain
from app.ui.context import UiContext


class AuthorAsked(msgspec.Struct, frozen=True):
    """What is known of whose report it is, and what stands in the report as it is.

    Attributes:
        author: what the case says.
        shows: what the report shows as long as nothing is added.
    """

    author: Author
    shows: str


class AuthorView(Protocol):
    """What ``Authoring`` asks of the view."""

    def show_author(self, asked: AuthorAsked | None) -> None:
        """Ask for name, title and workplace; None where nothing is asked."""
        ...


class Authoring:
    """Asks once a report."""

    def __init__(self, context: UiContext, page: AuthorView) -> None:
        self._context = context
        self._page = page
        self._typed: Author | None = None
        self._skipped = False

    def begin(self) -> None:
        """A new report: what was skipped may be asked for again."""
        self._typed, self._skipped = None, False

    def show(self) -> None:
        """Ask for what is missing; what is being typed stays."""
        known = self._known()
        complete = known.name and known.job_title and known.workplace
        if self._skipped or (complete and self._typed is None):
            self._page.show_author(None)
        else:
            self._page.show_author(AuthorAsked(self._typed or known, self._shows(known)))

    def write(self, name: str, job_title: str, workplace: str) -> None:
        """Something was typed; it is sealed when the person goes on."""
        self._typed = Author(
            name=name.strip(), job_title=job_title.strip(), workplace=workplace.strip()
        )

    def skip(self) -> None:
        """Leave it out of this report."""
        self._typed, self._skipped = None, True
        self.show()

    def keep(self) -> None:
        """Seal what was typed, if it says something else than the case does."""
        case, typed = self._context.session.case, self._typed
        if case is None or typed is None or typed == self._known() or typed == Author():
            return
        self._typed = None
        self._context.lanes.store(
            lambda: name_author(case, typed),
            lambda _: self.show(),
            lambda error: self._not_kept(typed, error),
        )

    def _not_kept(self, typed: Author, error: BaseException) -> None:
        self._typed = typed
        self._context.acts.show_error(explain(error, self._context.language))
        self.show()

    def _known(self) -> Author:
        found = self._context.session.state.author or Author()
        return Author(name=found.name, job_title=found.job_title, workplace=found.workplace)

    def _shows(self, known: Author) -> str:
        text = self._context.language.text
        if not known.name:
            return text("Without a name, the report does not say whom it is from.")
        return text("The report says: {name}. What is missing here is left out.", name=known.name)
