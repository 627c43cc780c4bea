"""What is in sight: a row is put out of it without a question, with a message that takes it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.actions.hide import hide
from app.casework import CaseState
from app.timeline import Row, TimelineRows, Ways, first_look
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from evidence_store import EntryId


class Sight:
    """What is in sight, and what is not any more."""

    def __init__(self, context: UiContext) -> None:
        self._context = context

    def hide(self, id: EntryId, what: str) -> None:
        """Put a thing out of sight, and tell so by its name."""
        self._put(id, hidden=True, after=lambda: self._tell(id, what))

    def show_again(self, id: EntryId) -> None:
        """Bring it back."""
        self._put(id, hidden=False, after=lambda: None)

    def _tell(self, id: EntryId, what: str) -> None:
        text = self._context.language.text
        toast = Toast(
            title=text("Hidden: {what}", what=what),
            text=text("It stays in the vault and can be shown again."),
            actions=(ToastAction(text("Undo"), lambda: self.show_again(id), undoes=True),),
        )
        self._context.acts.toast(toast)

    def _put(self, id: EntryId, *, hidden: bool, after: Callable[[], None]) -> None:
        case = self._context.session.case
        if case is not None:
            self._context.lanes.store(lambda: hide(case, id, hidden=hidden), lambda _: after())


def neighbour(shown: Sequence[Row], row: Row) -> EntryId | None:
    """Return what is chosen once a row is out of sight: the one after it, or the one before; None for none."""
    at = next((place for place, each in enumerate(shown) if each.id == row.id), None)
    if at is None:
        return row.id
    beside = shown[at + 1 : at + 2] or shown[max(0, at - 1) : at]
    return beside[0].id if beside else None


def first_time(state: CaseState, timeline: TimelineRows, ways: Ways, *, narrowed: bool) -> str:
    """Return when the first thing happened, as far as the shown rows tell; "" where there are none."""
    shown = timeline.rows
    if not shown:
        return ""
    ends = [shown[0].stamp, shown[-1].stamp]
    if not timeline.whole or narrowed:
        oldest = Ways(newest_first=False, as_posted=ways.as_posted)
        ends += [row.stamp for row in first_look(state, 1, oldest).rows]
    return min(ends)
