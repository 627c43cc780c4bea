"""The name of a list whose lines can be put in order, with the buttons that move the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Heading, IconButton, Sign, spaced
from app.ui.kit.look import S1, CurrentLook
from app.ui.report.check_list import CheckList


class OrderHead(QWidget):
    """Heading, and two buttons: up and down. Dragging a line, and Alt with the arrow keys, do the same."""

    def __init__(
        self, title: str, ordered: CheckList, language: Language, look: CurrentLook
    ) -> None:
        super().__init__()
        text = language.text
        self.up = IconButton(
            Sign.UP, text("Move up: {list} (Alt+Up)", list=title), look, compact=True
        )
        self.down = IconButton(
            Sign.DOWN, text("Move down: {list} (Alt+Down)", list=title), look, compact=True
        )
        row = spaced(QHBoxLayout(self), S1, 0)
        row.addWidget(Heading(title), 1)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.clicked.connect(lambda _=False, by=by: ordered.shift(by))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: int) -> None:
        """Offer to move where there is more than one line."""
        for button in (self.up, self.down):
            button.setVisible(count > 1)
