"""Steps on Qt's undo stack: each holds the drawing before and after, and hands one of them back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtGui import QUndoCommand

from app.ui.exhibit.model import Drawing, Edit

Stand = Callable[[Drawing, int], None]
_MERGES = 1
_STANDS_ALONE = -1


class EditCommand(QUndoCommand):
    """One step; steps in a row that say the same word are one."""

    def __init__(self, edit: Edit, stand: Stand) -> None:
        super().__init__()
        self.edit = edit
        self._stand = stand

    def redo(self) -> None:
        """Go forwards; also called when the step is first taken."""
        self._stand(self.edit.after, self.edit.selected)

    def undo(self) -> None:
        """Go back."""
        self._stand(self.edit.before, self.edit.selected_before)

    def id(self) -> int:
        """Qt asks only steps with the same id whether they merge."""
        return _MERGES if self.edit.merge else _STANDS_ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the step that came right after, if it goes on with the same thing."""
        if not isinstance(other, EditCommand) or other.edit.merge != self.edit.merge:
            return False
        later = other.edit
        self.edit = replace(self.edit, after=later.after, selected=later.selected)
        return True
