"""Everything that can be done on the page, as actions with keys: for its buttons and for the window's menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.exhibit.commands import Steps
from app.ui.exhibit.tools import KEYS, Tool
from app.ui.exhibit.words import SENTENCES, TOOLS
from app.ui.screens import OF_VIEW

Keys = QKeySequence | QKeySequence.StandardKey | str


class PageActions(QObject):
    """The actions of the page; they belong to it and act wherever the focus is in it."""

    tool_chosen = Signal(str)

    def __init__(self, page: QWidget, steps: Steps, language: Language) -> None:
        super().__init__(page)
        self._page = page
        self._editable = self._can_undo = self._can_redo = False
        text = language.text
        self.undo = self._action(text("Undo"), QKeySequence.StandardKey.Undo, steps.back)
        self.redo = self._action(text("Redo"), "Ctrl+Y", steps.forward)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._group = QActionGroup(self)
        self.tools: dict[Tool, QAction] = {}
        self.words = {tool: text(word) for tool, word in TOOLS.items()}
        for tool, sentence in SENTENCES.items():
            action = self._action(text(sentence), KEYS[tool])
            action.setIconText(f"{self.words[tool]} {KEYS[tool]}")
            action.setToolTip(f"{text(sentence)} ({KEYS[tool]})")
            action.setCheckable(True)
            action.triggered.connect(self._chooses(tool))
            self._group.addAction(action)
            self.tools[tool] = action
        self.delete = self._action(text("Delete mark"), QKeySequence.StandardKey.Delete)
        self.duplicate = self._action(text("Duplicate mark"), "Ctrl+D")
        self.copy = self._action(text("Copy the picture as it is shown"), "Ctrl+Shift+C")
        self.copy_text = self._action(text("Copy the text in the picture"), "Ctrl+Shift+X")
        self.compare = self._action(text("Compare sources …"), "Ctrl+Shift+V")
        self.erase = self._action(text("Erase this exhibit for ever …"), "Ctrl+Shift+Del")
        self.close = self._action(text("Close and keep the marks"), "Esc")
        self.zoom_in = self._action(text("Larger"), "Ctrl++")
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._action(text("Smaller"), "Ctrl+-")
        self.fit = self._action(text("Fit"), "Ctrl+0")
        self.next = self._action(text("Next exhibit"), "Ctrl+PgDown")
        self.previous = self._action(text("Previous exhibit"), "Ctrl+PgUp")
        for action in (self.zoom_in, self.zoom_out, self.fit, self.next, self.previous):
            action.setData(OF_VIEW)
        steps.canUndoChanged.connect(self._undo_changed)
        steps.canRedoChanged.connect(self._redo_changed)
        self._follow()

    def set_editable(self, *, editable: bool) -> None:
        """Whether marks can be changed now."""
        self._editable = editable
        for action in (*self.tools.values(), self.delete, self.duplicate):
            action.setEnabled(editable)
        self._follow()

    def show_tool(self, tool: Tool) -> None:
        """Which tool is in hand."""
        self.tools[tool].setChecked(True)

    def _undo_changed(self, can: bool) -> None:
        self._can_undo = can
        self._follow()

    def _redo_changed(self, can: bool) -> None:
        self._can_redo = can
        self._follow()

    def _follow(self) -> None:
        """From what was told and not by asking: the stack tells it once more while it is taken apart."""
        self.undo.setEnabled(self._editable and self._can_undo)
        self.redo.setEnabled(self._editable and self._can_redo)

    def _chooses(self, tool: Tool) -> Callable[[], None]:
        return lambda: self.tool_chosen.emit(str(tool))

    def _action(self, words: str, keys: Keys, does: Callable[[], object] | None = None) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if does is not None:
            action.triggered.connect(does)
        self._page.addAction(action)
        return action
