"""From pictures of the screen to "saved and locked", and what is offered afterwards. No Qt.

Rules:
- Nothing is asked before it is sealed. What can be filled in is offered afterwards, and can be left.
- A picture that cannot be sealed now is held (app/ui/held.py).
- While a series is taken nothing is offered but its bar (series.py); what it tells comes when it ends.
- Undoing hides what was sealed by an entry of its own; nothing is taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.actions.capture_and_seal import SeriesLink, seal_grabs
from app.actions.hide import hide
from app.actions.open_case import OpenCase
from app.capture import Grab
from app.casework import CaseState
from app.messages import look_at_picture
from app.ui import routes
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.context import UiContext
from evidence_store import EntryId


class _Sealed(msgspec.Struct, frozen=True):
    taken: Grab
    case: OpenCase
    entries: tuple[EntryId, ...]
    numbers: tuple[int, ...]
    link: SeriesLink


class Sealing:
    """Seals what was captured in one window."""

    def __init__(
        self,
        context: UiContext,
        go_on: Callable[[Grab, SeriesLink], None],
        new_grab_id: Callable[[], str],
    ) -> None:
        """Take the tools.

        Args:
            context: session, lanes, words and ways.
            go_on: begins a series with the picture that was taken.
            new_grab_id: joins the pictures of one grab.
        """
        self._context = context
        self._go_on = go_on
        self._new_grab_id = new_grab_id

    def keep(
        self,
        grabs: tuple[Grab, ...],
        link: SeriesLink | None = None,
        told: Callable[[], None] | None = None,
    ) -> None:
        """Seal the pictures of one grab, the chosen one first, and tell.

        Args:
            grabs: the pictures.
            link: of the series that they go on, None for a picture of its own.
            told: called in place of the message, once they are sealed.
        """
        session, held = self._context.session, self._context.held
        leads = link or SeriesLink()

        def seal_later(case: OpenCase) -> _Sealed:
            return self._seal(case, grabs, leads)

        def seal() -> _Sealed | None:
            return None if session.own_case is None else seal_later(session.own_case)

        def done(sealed: _Sealed | None) -> None:
            if sealed is None:
                held.keep(seal_later)
            elif told is not None:
                told()
            else:
                self._tell(sealed)

        def failed(error: BaseException) -> None:
            held.keep_refused(seal_later, error)

        self._context.lanes.store(seal, done, failed)

    def _seal(self, case: OpenCase, grabs: tuple[Grab, ...], link: SeriesLink) -> _Sealed:
        """Seal the pictures, and return what was sealed. On the store lane."""
        entries = seal_grabs(case, grabs, url="", grab_id=self._new_grab_id(), link=link)
        return _Sealed(grabs[0], case, entries, _numbers(case.state, entries), link)

    def _tell(self, sealed: _Sealed) -> None:
        text = self._context.language.text
        look = look_at_picture(sealed.taken, self._context.language)
        look = look or text("You can close the page now.")
        write = routes.Write("incident", about=sealed.entries[0])
        clock = self._context.language.clock(sealed.taken.taken.utc)
        number, *context = sealed.numbers
        around = text("The whole screen is Exhibit {number}.", number=context[0]) if context else ""
        self._context.acts.toast(
            Toast(
                text("Saved and locked at {clock} · Exhibit {number}", clock=clock, number=number),
                " ".join(filter(None, (around, look))),
                (
                    ToastAction(
                        text("Add link and note"),
                        lambda: self._context.navigator.go(write),
                        primary=True,
                        opens_page=True,
                        route=write,
                    ),
                    ToastAction(
                        text("Go on as a series"),
                        lambda: self._go_on(sealed.taken, sealed.link),
                    ),
                    ToastAction(text("Undo"), lambda: self._hide(sealed, hidden=True), undoes=True),
                ),
                ToastState.SAVED,
                count=len(sealed.numbers),
            )
        )

    def tell_series(self, link: SeriesLink) -> None:
        """Tell what a series has become, and open the one form for all of it where somebody may see the case."""
        text, session, first = self._context.language.text, self._context.session, link.first
        if first is None:
            return  # what waits to be sealed says so itself
        missing = [text("{before} and {after}", before=each - 1, after=each) for each in link.gaps]
        more = (
            text("Something may be missing between pictures {numbers}.", numbers=", ".join(missing))
            if missing
            else text("You can close the page now.")
        )
        title = self._context.language.plural(
            "{count} picture is saved and locked as a series",
            "{count} pictures are saved and locked as a series",
            link.count,
        )
        write = routes.Write("incident", about=first)
        describe = ToastAction(
            text("Add link and note"),
            lambda: self._context.navigator.go(write),
            primary=True,
            opens_page=True,
            route=write,
        )
        seen = session.case is not None and session.case is session.own_case and not session.locked
        self._context.acts.toast(
            Toast(title, more, () if seen else (describe,), ToastState.SAVED, count=link.count)
        )
        if seen:
            self._context.acts.come_forward()
            self._context.navigator.go(write)

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
