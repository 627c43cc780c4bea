"""Puts a row out of sight without a question, with a message that takes it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.hide import hide
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from evidence_store import EntryId


class Sight:
    """What is in sight, and what is not any more."""

    def __init__(self, context: UiContext) -> None:
        self._context = context

    def hide(self, id: EntryId, what: str) -> None:
        """Put a thing out of sight, and tell so by its name."""
        self._put(id, hidden=True, after=lambda: self._tell(id, what))

    def show_again(self, id: EntryId) -> None:
        """Bring it back."""
        self._put(id, hidden=False, after=lambda: None)

    def _tell(self, id: EntryId, what: str) -> None:
        text = self._context.language.text
        toast = Toast(
            title=text("Hidden: {what}", what=what),
            text=text("It stays in the vault and can be shown again."),
            actions=(ToastAction(text("Undo"), lambda: self.show_again(id), undoes=True),),
        )
        self._context.acts.toast(toast)

    def _put(self, id: EntryId, *, hidden: bool, after: Callable[[], None]) -> None:
        case = self._context.session.case
        if case is not None:
            self._context.lanes.store(lambda: hide(case, id, hidden=hidden), lambda _: after())
