"""What the presenters of pages about the open case have in common: they follow it. No Qt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from app.ui.acts import Toast
from app.ui.context import UiContext

if TYPE_CHECKING:
    from app.casework import CaseState


def case_is_open(context: UiContext) -> bool:
    """Return whether there is a case to show; says what to do first where there is none."""
    if context.session.case is None:
        context.acts.toast(Toast(context.language.text("Open your vault first")))
        return False
    return True


class CasePresenter(ABC):
    """Shows the open case on a page, and anew when it is another one than what is shown.

    Whoever inherits it shows ``_state``, which is None where no case is open, in ``_show``.
    """

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._state: CaseState | None = None
        context.session.subscribe(self.case_changed)

    def accepts(self) -> bool:
        """Return whether there is a case; says so where there is none."""
        return case_is_open(self._context)

    def case_changed(self) -> None:
        """Show what the case says now, where it is another one than before."""
        if self._context.session.open_state is not self._state:
            self.refresh()

    def refresh(self) -> None:
        """Show the case as it is now, reckoned anew: the day may be another one."""
        self._state = self._context.session.open_state
        self._show()

    @abstractmethod
    def _show(self) -> None:
        """Have the page show ``_state``."""
