"""From pictures of the screen to "saved and locked", and what is offered afterwards. No Qt.

Rules:
- Nothing is asked before it is sealed. What can be filled in is offered afterwards, and can be left.
- A picture that cannot be sealed now is held in memory by the session, and sealed when a vault is open or has
  changed: the post may be gone from the screen by then.
- Undoing hides what was sealed by an entry of its own; nothing is taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.actions.capture_and_seal import seal_grabs
from app.actions.open_case import OpenCase
from app.actions.record_facts import hide
from app.capture import Grab
from app.casework import CaseState
from app.messages import explain
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
        self._refused_at: CaseState | None = None
        context.session.subscribe(self._look_at_held)

    def keep(self, grabs: tuple[Grab, ...]) -> None:
        """Seal the pictures of one grab, the chosen one first, and tell."""
        session = self._context.session

        def seal() -> _Sealed | None:
            case = session.case
            return None if case is None else self._seal(case, grabs)

        def done(sealed: _Sealed | None) -> None:
            if sealed is None:
                self._hold(grabs)
                self._tell_held()
            else:
                self._tell(sealed)

        def failed(error: BaseException) -> None:
            self._refused_at = session.state
            self._hold(grabs)
            self._tell_refused(error)

        self._context.lanes.store(seal, done, failed)

    def _seal(self, case: OpenCase, grabs: tuple[Grab, ...]) -> _Sealed:
        """On the store lane."""
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
                    ),
                    ToastAction(text("Take another"), self._take_another),
                    ToastAction(text("Undo"), lambda: self._hide(sealed, hidden=True)),
                ),
                ToastState.SAVED,
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
            toast = Toast(text("Hidden. It is still in the log."), "", (again,))
        else:
            toast = Toast(text("Exhibit {number} is shown again.", number=sealed.numbers[0]))
        self._context.acts.toast(toast)

    # -- what cannot be sealed yet ---------------------------------------------------------------

    def _hold(self, grabs: tuple[Grab, ...]) -> None:
        self._context.session.hold(lambda case: self._seal(case, grabs))

    def _tell_held(self) -> None:
        text = self._context.language.text
        session = self._context.session
        there = session.last_vault is not None or session.missed is not None
        self._context.acts.toast(
            Toast(
                text("Not saved yet: type the passphrase")
                if there
                else text("Not saved yet: make your vault first"),
                text("The picture is held until then. Do not close the program."),
                state=ToastState.WAITING,
            )
        )

    def _tell_refused(self, error: BaseException) -> None:
        text, acts = self._context.language.text, self._context.acts
        acts.show_error(explain(error, self._context.language))
        acts.toast(
            Toast(
                text("Not saved yet"),
                text("The picture is held. Do not close the program."),
                (ToastAction(text("Try again"), self._try_again, primary=True),),
                ToastState.WAITING,
            )
        )

    def _try_again(self) -> None:
        session = self._context.session
        self._context.lanes.store(session.seal_held, self._tell_late, self._tell_refused)

    def _tell_late(self, count: int) -> None:
        if count:
            text = self._context.language.text
            self._context.acts.toast(
                Toast(
                    text("Saved and locked"),
                    text("You can close the page now."),
                    state=ToastState.SAVED,
                )
            )

    def _look_at_held(self) -> None:
        """Something may have changed: try what the vault refused before. What waited for a vault, the window seals.

        The same state is never asked twice, or a full disk would be asked for ever.
        """
        session = self._context.session
        if self._refused_at is None or session.case is None or session.state is self._refused_at:
            return
        self._refused_at = None
        if session.held:
            self._context.lanes.store(session.seal_held, self._tell_late, self._refused_again)

    def _refused_again(self, _error: BaseException) -> None:
        """It has been told already."""
        self._refused_at = self._context.session.state


def _numbers(state: CaseState, entries: Sequence[EntryId]) -> tuple[int, ...]:
    """The exhibits' numbers, in the order of the entries."""
    found = (state.exhibit_of(entry) for entry in entries)
    return tuple(exhibit.number for exhibit in found if exhibit is not None)
