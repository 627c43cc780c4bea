"""Covers all own windows at once, and watches whether anybody uses them."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import clock_readings
from app.ui.context import UiContext
from app.ui.cover.idle import Idle, IdleWatch, Readings, SystemSignals
from app.ui.cover.presenter import CoverPresenter
from app.ui.cover.veil import Veil
from app.ui.tray.place import belongs_to_tray

_HEARTBEAT_MS = 2000
_LISTEN_MS = 700  # the buses are asked once the window stands
_PASSING = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
_COVERED = {Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool, Qt.WindowType.Sheet}
# What lies over the whole screen, such as the picture in which a region is chosen: it shows nothing of ours.
_OVER_ALL = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class Cover(QObject):
    """One for the program.

    Signals:
        closing: the vault will be closed right after: keep drafts now.
        covered_changed: whether the windows are covered.

    What counts as idle is asked of the clocks too, each two seconds and at the first use after a while: a timer stands
    still while the computer sleeps.

    A frameless window that stays on top is let be: a region can be chosen while everything else is covered.

    Attributes:
        presenter: what decides.
    """

    closing = Signal()
    covered_changed = Signal(bool)

    def __init__(
        self,
        context: UiContext,
        application: QApplication,
        readings: Readings = clock_readings,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._language = context.language
        self._look = context.look
        self._veils: list[Veil] = []
        self.presenter = CoverPresenter(context, self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setTimerType(Qt.TimerType.PreciseTimer)
        self._idle.timeout.connect(self.presenter.idle)
        self._clocks = Idle(readings)
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(_HEARTBEAT_MS)
        self._heartbeat.timeout.connect(self._look_at_clocks)
        self._heartbeat.start()
        self._signals = SystemSignals(self)
        self._signals.leaving.connect(self.presenter.idle)
        self._listen = QTimer(self)
        self._listen.setSingleShot(True)
        self._listen.timeout.connect(self._signals.start)
        self._listen.start(_LISTEN_MS)
        self._watch = IdleWatch(application, lambda: not self.presenter.covered, self)
        self._watch.used.connect(self._used)
        self._watch.hide_pressed.connect(self.presenter.hide_now)
        self.settings_changed()

    # -- what the frame calls ----------------------------------------------------------------------

    def hide_now(self) -> None:
        """Cover everything."""
        self.presenter.hide_now()

    def lock_now(self) -> None:
        """Cover everything and ask for the passphrase before it is shown again."""
        self.presenter.lock_now()

    def reveal(self) -> None:
        """Do what a press of F9 under the cover does."""
        self.presenter.reveal()

    def close_vault(self) -> None:
        """Close the vault altogether."""
        self.presenter.close_vault()

    def settings_changed(self) -> None:
        """Wait anew, for as long as is chosen now."""
        self._idle.stop()
        self._clocks.used()
        if self.presenter.idle_ms:
            self._idle.start(self.presenter.idle_ms)

    def stop(self) -> None:
        """Stop watching the application."""
        self._idle.stop()
        self._heartbeat.stop()
        self._listen.stop()
        self._signals.stop()
        self._watch.stop()
        self.uncover_all()

    # -- what the presenter calls ------------------------------------------------------------------

    def cover_all(self) -> None:
        # Windows that open meanwhile are seen here; while nothing is covered this would be asked about every event.
        self._application.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            self._cover(window)
        self.covered_changed.emit(True)

    def uncover_all(self) -> None:
        self._application.removeEventFilter(self)
        veils, self._veils = self._veils, []
        for veil in veils:
            if shiboken6.isValid(veil):
                veil.lift()
        if veils:
            self.covered_changed.emit(False)

    def show_locked(self, *, locked: bool) -> None:
        for veil in self._standing():
            veil.show_locked(locked=locked)

    def tell(self, words: str) -> None:
        for veil in self._standing():
            veil.tell(words)

    def ask(self) -> None:
        veil = self._front()
        if veil is not None:
            veil.ask()

    def stop_asking(self) -> None:
        for veil in self._standing():
            veil.stop_asking()

    def show_checking(self, *, checking: bool) -> None:
        for veil in self._standing():
            veil.show_checking(checking=checking)

    def complain(self, words: str) -> None:
        for veil in self._standing():
            veil.complain(words)

    def before_closing(self) -> None:
        self.closing.emit()

    # -- Qt ----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._cover(watched)
        return super().eventFilter(watched, event)

    def _look_at_clocks(self) -> None:
        """Lock where the computer slept, or its clock went on, for longer than the window may stand open."""
        idle_ms = self.presenter.idle_ms
        if idle_ms and self._clocks.seconds() * 1000 >= idle_ms:
            self._clocks.used()
            self.presenter.idle()

    def _used(self) -> None:
        self._look_at_clocks()
        self._clocks.used()
        if self._idle.isActive():
            self._idle.start()
        else:
            self.settings_changed()

    def _cover(self, window: QWidget) -> None:
        if not window.isVisible() or window.windowFlags() & _OVER_ALL == _OVER_ALL:
            return
        if belongs_to_tray(window):
            return
        if window.windowType() in _PASSING:
            window.close()
            return
        if window.windowType() not in _COVERED or any(
            veil.parent() is window for veil in self._standing()
        ):
            return
        veil = Veil(window, self._language, self._look)
        veil.reveal.connect(self.presenter.reveal)
        veil.tried.connect(self.presenter.try_passphrase)
        veil.cancelled.connect(self.presenter.back_to_cover)
        veil.close_vault.connect(self.presenter.close_vault)
        veil.capture.connect(self.presenter.capture)
        veil.show_locked(locked=self.presenter.locked)
        self._veils.append(veil)

    def _standing(self) -> list[Veil]:
        self._veils = [veil for veil in self._veils if shiboken6.isValid(veil)]
        return self._veils

    def _front(self) -> Veil | None:
        """Return the veil that was pressed: that of the active window, else of the largest."""
        veils = self._standing()
        active = QApplication.activeWindow()
        for veil in veils:
            if veil.parent() is active:
                return veil
        return max(veils, key=lambda veil: veil.width() * veil.height(), default=None)
