"""The sheet that shows how files come in. It comes up when it takes a while, or when something was refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.incoming.presenter import IncomingPresenter
from app.ui.incoming.standing import Standing
from app.ui.kit import Button, Dialog, PrimaryButton, Progress, Troubles

_PATIENCE_MS = 500


class IncomingSheet(Dialog):
    """Shows progress, and afterwards one sentence for each file that was not kept."""

    def __init__(self, language: Language, parent: QWidget | None) -> None:
        text = language.text
        super().__init__(text("Files come in"), parent, modal=False)
        self._presenter: IncomingPresenter | None = None
        self._progress = Progress("", text("Stop"))
        self._progress.cancelled.connect(self._stop)
        self.reasons = Troubles(text("What was not kept, and why"))
        self._retry = Button(text("Try these again"))
        self._retry.clicked.connect(lambda: self._told(IncomingPresenter.try_again))
        self._close = PrimaryButton(text("Close"))
        self._close.clicked.connect(lambda: self._told(IncomingPresenter.close))
        self.add(self._progress)
        self.add(self.reasons)
        self.put_foot(self._retry, self._close)
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
        self.heading.setVisible(not standing.running)
        self._progress.show_running(standing.line if standing.running else "")
        self._close.setVisible(not standing.running)
        self._retry.setVisible(standing.can_retry)
        self.reasons.setVisible(bool(standing.refused))
        self.reasons.show_lines(standing.refused)
        if standing.running:
            if not self.isVisible() and not self._patience.isActive():
                self._patience.start()
            return
        self._patience.stop()
        self.heading.setText(standing.line)
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
        self.ensurePolished()
        self.show()
        self.fit()
        self.raise_()

    def _stop(self) -> None:
        self._told(IncomingPresenter.stop)

    def _told(self, act: Callable[[IncomingPresenter], None]) -> None:
        if self._presenter is not None:
            act(self._presenter)
