"""While a vault is open, what is sealed is copied elsewhere by itself, where the person has chosen a place. No Qt.

Rules:
- Nothing waits for it: it is a long job of the work lane, which is stopped when another change comes, and goes on then.
- A drive that is away says nothing: the queue is longer, and is told on the page of the copy.
- When the vault is to be closed, one line of it notes that a whole copy is wanted: it is made the next time.
- It begins anew only when the case is another than before, so that what it notes in the vault starts nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.context import UiContext
from app.ui.lanes import GiveWay, Latest

if TYPE_CHECKING:
    from app.casework import CaseState
    from evidence_store import Vault


class Copying:
    """Copies what is new in the open vault."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._seen: CaseState | None = None
        self._chosen = False
        self._job = Latest()
        context.session.subscribe(self.look)

    def look(self) -> None:
        """Copy what waits, where the case has changed."""
        session = self._context.session
        case = session.own_case
        if case is None or session.closing or session.lost:
            self._job.stop()
            chosen, self._seen, self._chosen = self._chosen, None, False
            if case is not None and chosen:
                self._want_whole(case.vault)
            return
        if case.state is self._seen:
            return
        self._seen = case.state
        vault, clock = case.vault, self._context.clock

        def copy(give_way: GiveWay) -> None:
            from app.actions.copy_elsewhere import copy_now, copy_place

            self._chosen = copy_place(vault) is not None
            if self._chosen:
                copy_now(vault, clock=clock, progress=give_way)

        self._context.lanes.work_long(copy, _nothing, _nothing, latest=self._job)

    def _want_whole(self, vault: Vault) -> None:
        """Note it before the vault is closed: a short job goes first."""
        clock = self._context.clock

        def want() -> None:
            from app.actions.copy_elsewhere import want_whole

            want_whole(vault, clock=clock)

        self._context.lanes.store(want, _nothing, _nothing)


def _nothing(_: object) -> None:
    """What waits goes on waiting, and is told on its page."""
