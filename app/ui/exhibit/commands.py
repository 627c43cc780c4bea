"""Steps on Qt's undo stack: each holds the drawing before and after, and hands one of them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.ui.exhibit.model import Drawing, Edit, History, history_of

ApplyStep = Callable[[Drawing, int], None]
_MERGES = 1
_STANDS_ALONE = -1


class EditCommand(QUndoCommand):
    """One step; steps in a row that say the same word are one."""

    def __init__(self, edit: Edit, apply: ApplyStep) -> None:
        super().__init__()
        self.edit = edit
        self._apply = apply

    def redo(self) -> None:
        """Go forwards; also called when the step is first taken."""
        self._apply(self.edit.after, self.edit.selected)

    def undo(self) -> None:
        """Go back."""
        self._apply(self.edit.before, self.edit.selected_before)

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


class Steps(QUndoStack):
    """All steps of one picture; ``changed`` tells the history after each that was taken, undone or redone."""

    changed = Signal(object)

    def __init__(self, parent: QObject, apply: ApplyStep) -> None:
        super().__init__(parent)
        self._apply = apply
        self._recalling = False

    def take(self, edit: Edit) -> None:
        """Carry a step out, and keep it."""
        self.push(EditCommand(edit, self._carry_out))
        self._tell()

    def back(self) -> None:
        """Undo a step."""
        self.undo()
        self._tell()

    def forward(self) -> None:
        """Redo a step."""
        self.redo()
        self._tell()

    def recall(self, edits: Sequence[Edit], done: int) -> None:
        """Be at the step one was at before; what stands already is not made to stand again."""
        self._recalling = True
        self.clear()
        for edit in edits:
            self.push(EditCommand(edit, self._carry_out))
        self.setIndex(done)
        self._recalling = False

    def history(self) -> History:
        """Return what can be gone back and forwards to."""
        commands = (self.command(number) for number in range(self.count()))
        edits = [each.edit for each in commands if isinstance(each, EditCommand)]
        return history_of(edits, self.index())

    def _carry_out(self, drawing: Drawing, selected: int) -> None:
        if not self._recalling:
            self._apply(drawing, selected)

    def _tell(self) -> None:
        # Not by Qt's own signal: it is sent once more while the stack is taken apart.
        self.changed.emit(self.history())
