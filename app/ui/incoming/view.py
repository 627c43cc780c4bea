"""The sheet that shows how files come in. It comes up when it takes a while, or when something was refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.language import Language
from app.ui.incoming.presenter import IncomingPresenter, Standing
from app.ui.kit import Button, FlowRow, Heading, PrimaryButton, Progress
from app.ui.kit.look import GRID_PX, CurrentLook

_PATIENCE_MS = 500
_WIDTH_PX = 480
_TALLEST_PX = 280
_INSIDE_PX = 16


class IncomingSheet(QDialog):
    """Shows progress, and afterwards one sentence for each file that was not kept."""

    def __init__(self, language: Language, look: CurrentLook, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._presenter: IncomingPresenter | None = None
        text = language.text
        self.setWindowTitle(text("Files come in"))
        self._heading = Heading()
        self._progress = Progress("", text("Stop"))
        self._progress.cancelled.connect(self._stop)
        self._reasons = QPlainTextEdit()
        self._reasons.setReadOnly(True)
        self._reasons.setTabChangesFocus(True)
        self._reasons.setAccessibleName(text("What was not kept, and why"))
        self._retry = Button(text("Try these again"))
        self._retry.clicked.connect(lambda: self._told(IncomingPresenter.try_again))
        self._close = PrimaryButton(text("Close"))
        self._close.clicked.connect(lambda: self._told(IncomingPresenter.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX, 3 * GRID_PX)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(self._heading)
        column.addWidget(self._progress)
        column.addWidget(self._reasons, 1)
        column.addWidget(FlowRow(self._close, self._retry))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._come_up)

    def bind(self, presenter: IncomingPresenter) -> None:
        """Connect the buttons to this presenter."""
        self._presenter = presenter
        self._progress.part = lambda: presenter.standing().part

    def show_standing(self, standing: Standing) -> None:
        """Show progress while it runs, reasons when it has ended."""
        self._heading.setVisible(not standing.running)
        self._progress.show_running(standing.line if standing.running else "")
        self._close.setVisible(not standing.running)
        self._retry.setVisible(standing.can_retry)
        self._reasons.setVisible(bool(standing.refused))
        self._reasons.setPlainText("\n\n".join(standing.refused))
        if standing.running:
            if not self.isVisible() and not self._patience.isActive():
                self._patience.start()
            return
        self._patience.stop()
        self._heading.setText(standing.line)
        self._come_up()
        self._close.setFocus()

    def leave(self) -> None:
        """Hide, or do not come up at all."""
        self._progress.show_running("")
        self._patience.stop()
        self.hide()

    def reject(self) -> None:
        """Stop what runs, close what has ended: for Esc and the window's own button."""
        if self._presenter is not None and self._presenter.running:
            self._presenter.stop()
        else:
            self._told(IncomingPresenter.close)

    def _come_up(self) -> None:
        look = self._look()
        self.setMinimumWidth(look.px(_WIDTH_PX))
        room = QRect(0, 0, look.px(_WIDTH_PX) - 6 * GRID_PX - 2 * _INSIDE_PX, look.px(_TALLEST_PX))
        wrapped = self._reasons.fontMetrics().boundingRect(
            room, Qt.TextFlag.TextWordWrap, self._reasons.toPlainText()
        )
        self._reasons.setFixedHeight(min(wrapped.height(), room.height()) + 2 * _INSIDE_PX)
        self.adjustSize()
        self.show()
        self.raise_()

    def _stop(self) -> None:
        self._told(IncomingPresenter.stop)

    def _told(self, act: Callable[[IncomingPresenter], None]) -> None:
        if self._presenter is not None:
            act(self._presenter)
