"""The window has the log of the open case timestamped, in a thread that nobody waits for.

Rules:
- Off until it is switched on in the settings; then it is looked every two minutes whether something was sealed since,
  and asked only then. A question that a person asks by hand is asked whether it is on or not.
- What is due, and what is sealed of an answer, is done on the lane of the vault; the network is asked beside it.
  Neither a capture nor the end of the program waits for it.
- Where nobody answers it stays due, and is asked again ten minutes later.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.settings import Settings
from app.ui.lanes import Lanes
from app.ui.session import Session
from app.ui.stamper import StamperState

if TYPE_CHECKING:
    from app.actions.open_case import OpenCase
    from app.actions.stamp_heads import DueStamp
    from app.anchor import Stamped

Ask = Callable[["DueStamp"], "Stamped"]
_EVERY_MS = 120_000
_AGAIN_AFTER = 5  # looks that are let pass where nobody answered


def ask_by_network(due: DueStamp) -> Stamped:
    """Ask an authority; what may use the network is loaded only now."""
    from app.anchor import HttpRoad, ask_authority

    return ask_authority(due.authority, due.imprint, HttpRoad())


class HeadStamper(QObject):
    """A Stamper that asks."""

    _answered = Signal(object, object, object)

    def __init__(
        self,
        session: Session,
        lanes: Lanes,
        settings: Settings,
        resources: Path,
        ask: Ask = ask_by_network,
    ) -> None:
        """Be ready; nothing is asked before ``start``.

        Args:
            session: whose open case it is.
            lanes: where the vault is touched.
            settings: whether and whom to ask.
            resources: where the list of the program lies.
            ask: asks, in another thread.
        """
        super().__init__()
        self._session, self._lanes, self._settings = session, lanes, settings
        self._resources, self._ask = resources, ask
        self._listeners: list[Callable[[], None]] = []
        self._state = StamperState()
        self._seen: object = None
        self._pass = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._answered.connect(self._take)

    @property
    def state(self) -> StamperState:
        """See Stamper."""
        return self._state

    def start(self) -> None:
        """Look from now on, where that is switched on."""
        if self._settings.asks_authorities:
            self._timer.start()
            self.look()

    def settings_changed(self) -> None:
        """See Stamper."""
        self._timer.stop()
        self._seen, self._pass = None, 0
        self.start()

    def look(self) -> None:
        """Ask where something was sealed since it was looked last."""
        case = self._session.own_case
        if self._pass:
            self._pass -= 1
            return
        if self._settings.asks_authorities and case is not None and case.state is not self._seen:
            self.ask()

    def ask(self) -> None:
        """See Stamper."""
        case = self._session.own_case
        if case is None or self._state.asking or self._session.closing:
            return
        self._tell(StamperState(asking=True))
        kept, resources = self._settings.authorities, self._resources

        def due() -> tuple[DueStamp, ...]:
            from app.actions.stamp_heads import chosen_authorities, due_stamps

            return due_stamps(case, chosen_authorities(kept, resources))

        self._lanes.store(due, lambda found: self._due(case, found), self._failed)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """See Stamper."""
        self._listeners.append(listener)

    def forget_listeners(self) -> None:
        """Tell nobody any more: the screens are built anew."""
        self._listeners.clear()

    def _due(self, case: OpenCase, due: Sequence[DueStamp]) -> None:
        if not due:
            self._seen = case.state
            self._tell(StamperState(nothing=True))
            return
        threading.Thread(
            target=self._ask_all, args=(case, tuple(due)), name="timestamps", daemon=True
        ).start()

    def _ask_all(self, case: OpenCase, due: tuple[DueStamp, ...]) -> None:
        """In a thread of its own: ask one after the other."""
        said: list[tuple[DueStamp, object]] = []
        for each in due:
            try:
                said.append((each, self._ask(each)))
            except Exception as error:  # noqa: BLE001 - told where it was asked
                said.append((each, error))
        good = [(each, what) for each, what in said if not isinstance(what, Exception)]
        errors = [what for _, what in said if isinstance(what, Exception)]
        try:
            self._answered.emit(case, good, errors)
        except RuntimeError:
            return  # the window is gone

    def _take(
        self,
        case: OpenCase,
        good: Sequence[tuple[DueStamp, Stamped]],
        errors: Sequence[Exception],
    ) -> None:
        if self._session.own_case is not case or self._session.closing:
            self._tell(StamperState())  # it is due again when the case is open again
            return

        def seal() -> StamperState:
            from app.actions.stamp_heads import seal_stamp
            from app.clock import stamp

            state = StamperState(error=errors[0] if errors else None)
            for due, stamped in good:
                seal_stamp(case, due, stamped)
                state = StamperState(
                    at=stamp(stamped.at),
                    authority=due.authority.name,
                    covers=due.head.seq,
                    error=state.error,
                )
            return state

        self._lanes.store(seal, lambda state: self._sealed(case, state), self._failed)

    def _sealed(self, case: OpenCase, state: StamperState) -> None:
        if state.error is not None:
            self._pass = _AGAIN_AFTER
        else:
            self._seen = case.state
        self._tell(state)

    def _failed(self, error: BaseException) -> None:
        self._pass = _AGAIN_AFTER
        self._tell(StamperState(error=error))

    def _tell(self, state: StamperState) -> None:
        self._state = state
        for listener in tuple(self._listeners):
            listener()
