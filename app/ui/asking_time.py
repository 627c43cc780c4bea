"""The window asks a time server, in a thread that nobody waits for.

Rules:
- Off until it is switched on in the settings; then once at the start and once an hour. A question that a person asks by
  hand is asked whether it is on or not.
- Nothing waits for the answer: not a capture, not the end of the program.
- Off again, what was said is forgotten, and captures say again that the clock was not checked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import CheckedClock, ClockCheck
from app.settings import Settings
from app.ui.time_server import TimeServerState

Measure = Callable[[str, CheckedClock], ClockCheck]
_EVERY_MS = 3_600_000


def measure_by_network(server: str, clock: CheckedClock) -> ClockCheck:
    """Ask a server; the room that may use the network is loaded only now."""
    from app.anchor import UdpRoad, measure_clock

    return measure_clock(server, clock, UdpRoad())


class AskedTimeServer(QObject):
    """A TimeServer that asks."""

    _answered = Signal(str, object)

    def __init__(
        self, clock: CheckedClock, settings: Settings, measure: Measure = measure_by_network
    ) -> None:
        """Be ready; nothing is asked before ``start``.

        Args:
            clock: the one that keeps what was said.
            settings: whether and whom to ask.
            measure: asks, in another thread.
        """
        super().__init__()
        self._clock, self._settings, self._measure = clock, settings, measure
        self._listeners: list[Callable[[], None]] = []
        self._state = TimeServerState()
        self._asked = ""
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        self._answered.connect(self._take)

    @property
    def state(self) -> TimeServerState:
        """See TimeServer."""
        return self._state

    def start(self) -> None:
        """Ask now and every hour, where that is switched on."""
        if self._settings.asks_time_server:
            self._timer.start()
            self.ask()

    def settings_changed(self) -> None:
        """See TimeServer."""
        self._timer.stop()
        if self._settings.asks_time_server:
            self.start()
            return
        self._asked = ""
        self._clock.forget()
        self._tell(TimeServerState())

    def ask(self) -> None:
        """See TimeServer."""
        server = self._settings.time_server
        if self._state.asking and self._asked == server:
            return
        self._asked = server
        self._tell(TimeServerState(asking=True, check=self._state.check))
        threading.Thread(target=self._ask, args=(server,), name="time server", daemon=True).start()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """See TimeServer."""
        self._listeners.append(listener)

    def forget_listeners(self) -> None:
        """Tell nobody any more: the screens are built anew."""
        self._listeners.clear()

    def _ask(self, server: str) -> None:
        try:
            said: ClockCheck | Exception = self._measure(server, self._clock)
        except Exception as error:  # noqa: BLE001 - told where it was asked
            said = error
        try:
            self._answered.emit(server, said)
        except RuntimeError:
            return  # the window is gone

    def _take(self, server: str, said: ClockCheck | Exception) -> None:
        if server != self._asked:
            return  # another one was asked since, or nobody is to be asked any more
        if isinstance(said, ClockCheck):
            if self._settings.asks_time_server:
                self._clock.keep(said)
            self._tell(TimeServerState(check=said))
        else:
            self._tell(TimeServerState(error=said))

    def _tell(self, state: TimeServerState) -> None:
        self._state = state
        for listener in tuple(self._listeners):
            listener()
