"""From pictures of the screen to "saved and locked", and what is offered afterwards. No Qt.

Rules:
- Nothing is asked before it is sealed. What can be filled in is offered afterwards, and can be left.
- A picture that cannot be sealed now is held (app/ui/held.py).
- Undoing hides what was sealed by an entry of its own; nothing is taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.actions.capture_and_seal import seal_grabs
from app.actions.hide import hide
from app.actions.open_case import OpenCase
from app.capture import Grab
from app.casework import CaseState
from app.ui import routes
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.context import UiContext
from evidence_store import EntryId


class _Sealed(msgspec.Struct, frozen=True):
    taken: Grab
    case: OpenCase
    entries: tuple[EntryId, ...]
    numbers: tuple[int, ...]


class Sealing:
    """Seals what was captured in one window."""

    def __init__(
        self,
        context: UiContext,
        take_another: Callable[[], None],
        new_grab_id: Callable[[], str],
    ) -> None:
        """Take the tools.

        Args:
            context: session, lanes, words and ways.
            take_another: starts the next capture.
            new_grab_id: joins the pictures of one grab.
        """
        self._context = context
        self._take_another = take_another
        self._new_grab_id = new_grab_id

    def keep(self, grabs: tuple[Grab, ...]) -> None:
        """Seal the pictures of one grab, the chosen one first, and tell."""
        session, held = self._context.session, self._context.held

        def seal_later(case: OpenCase) -> _Sealed:
            return self._seal(case, grabs)

        def seal() -> _Sealed | None:
            return None if session.own_case is None else seal_later(session.own_case)

        def done(sealed: _Sealed | None) -> None:
            if sealed is None:
                held.keep(seal_later)
            else:
                self._tell(sealed)

        def failed(error: BaseException) -> None:
            held.keep_refused(seal_later, error)

        self._context.lanes.store(seal, done, failed)

    def _seal(self, case: OpenCase, grabs: tuple[Grab, ...]) -> _Sealed:
        """Seal the pictures, and return what was sealed. On the store lane."""
        entries = seal_grabs(case, grabs, url="", grab_id=self._new_grab_id())
        return _Sealed(grabs[0], case, entries, _numbers(case.state, entries))

    def _tell(self, sealed: _Sealed) -> None:
        text = self._context.language.text
        write = routes.Write("incident", about=sealed.entries[0])
        clock = self._context.language.clock(sealed.taken.taken.utc)
        number, *context = sealed.numbers
        around = text("The whole screen is Exhibit {number}.", number=context[0]) if context else ""
        self._context.acts.toast(
            Toast(
                text("Saved and locked at {clock} · Exhibit {number}", clock=clock, number=number),
                f"{around} {text('You can close the page now.')}".strip(),
                (
                    ToastAction(
                        text("Add link and note"),
                        lambda: self._context.navigator.go(write),
                        primary=True,
                        opens_page=True,
                        route=write,
                    ),
                    ToastAction(text("Take another"), self._take_another),
                    ToastAction(text("Undo"), lambda: self._hide(sealed, hidden=True), undoes=True),
                ),
                ToastState.SAVED,
                count=len(sealed.numbers),
            )
        )

    def _hide(self, sealed: _Sealed, *, hidden: bool) -> None:
        def work() -> None:
            for entry in sealed.entries:
                hide(sealed.case, entry, hidden=hidden)

        self._context.lanes.store(work, lambda _: self._tell_hidden(sealed, hidden=hidden))

    def _tell_hidden(self, sealed: _Sealed, *, hidden: bool) -> None:
        text = self._context.language.text
        if hidden:
            again = ToastAction(text("Show it again"), lambda: self._hide(sealed, hidden=False))
            toast = Toast(text("Undone. It is hidden, not deleted."), "", (again,))
        else:
            toast = Toast(text("Exhibit {number} is shown again.", number=sealed.numbers[0]))
        self._context.acts.toast(toast)


def _numbers(state: CaseState, entries: Sequence[EntryId]) -> tuple[int, ...]:
    """Return the exhibits' numbers, in the order of the entries."""
    found = (state.exhibit_of(entry) for entry in entries)
    return tuple(exhibit.number for exhibit in found if exhibit is not None)
