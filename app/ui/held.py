"""Captures that cannot be sealed yet: held in memory until they are. No Qt.

Rules:
- What is held carries its picture and the time it was taken, so it is sealed as if it had been at once: the post may be
  gone from the screen by then.
- It is sealed first thing when a case is open, whoever opened it, in the order it was taken. What fails stays held,
  with those after it.
- A case that has not changed since it refused is not asked again, or a full disk would be asked for ever; the person
  may ask. A refusal is told once.
- The list outlives the window, which may be built anew. Who closes the program asks first whether they may be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.language import Language
from app.messages import explain
from app.ui.acts import Acts, Toast, ToastAction, ToastState
from app.ui.lanes import Failed, Lanes, Latest
from app.ui.session import Session

if TYPE_CHECKING:
    from app.actions.open_case import OpenCase
    from app.casework import CaseState

Seal = Callable[["OpenCase"], object]


def waiting_toast(session: Session, language: Language, acts: Acts, more: str) -> Toast:
    """Return what is said while something cannot be sealed: why, and what to do about it."""
    text = language.text
    if session.example:
        leave = ToastAction(text("Close the example"), acts.leave_example, primary=True)
        title = text("Not saved yet: close the example")
        return Toast(title, more, (leave,), ToastState.WAITING)
    title = (
        text("Not saved yet: type the passphrase")
        if session.last_vault is not None
        else text("Not saved yet: make your vault first")
    )
    return Toast(title, more, state=ToastState.WAITING)


class Held:
    """Holds one window's captures until they are sealed."""

    def __init__(
        self,
        session: Session,
        lanes: Lanes,
        language: Language,
        acts: Acts,
        waiting: list[Seal],
    ) -> None:
        """Take the tools, and go on with the captures that wait already; they are not copied."""
        self._session = session
        self._lanes = lanes
        self._language = language
        self._acts = acts
        self._waiting = waiting
        self._sealing = Latest()
        self._refused_at: CaseState | None = None
        session.subscribe(self._follow)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def keep(self, seal: Seal) -> None:
        """Hold a capture because no case is open, and say so. ``seal`` is called on the store lane."""
        self._hold(seal)
        text = self._language.text
        more = text("The picture is held until then. Do not close the program.")
        self._acts.toast(waiting_toast(self._session, self._language, self._acts, more))

    def keep_refused(self, seal: Seal, error: BaseException) -> None:
        """Hold a capture because the open case refused it, and say why."""
        self._refused_at = self._session.state
        self._hold(seal)
        self._tell_refused(error)

    def _hold(self, seal: Seal) -> None:
        self._waiting.append(seal)
        self._session.publish()

    def _follow(self) -> None:
        """Seal what waits, unless it was refused by this very state."""
        case = self._session.own_case
        if self._sealing.running or case is None or case.state is self._refused_at:
            return
        self._ask(self._tell_refused if self._refused_at is None else self._refused)

    def _ask(self, on_failed: Failed) -> None:
        if self._waiting:
            self._lanes.store(self._seal, self._sealed, on_failed, latest=self._sealing)

    def _seal(self) -> int:
        """Seal what waits, and return how many that were. On the store lane.

        Raises:
            VaultError: this one and those after it still wait.
        """
        sealed = 0
        while self._session.own_case is not None and self._waiting:
            self._waiting[0](self._session.own_case)
            del self._waiting[0]
            sealed += 1
        return sealed

    # -- what is told ----------------------------------------------------------------------------

    def _sealed(self, count: int) -> None:
        text, refused = self._language.text, self._refused_at is not None
        self._refused_at = None
        if count:
            late = self._language.plural(
                "{count} screenshot that waited is now saved and locked.",
                "{count} screenshots that waited are now saved and locked.",
                count,
            )
            title = text("Saved and locked") if refused else late
            more = text("You can close the page now.") if refused else ""
            self._acts.toast(Toast(title, more, state=ToastState.SAVED, count=count))
        self._follow()  # others may have come meanwhile

    def _refused(self, _error: BaseException) -> None:
        self._refused_at = self._session.state

    def _tell_refused(self, error: BaseException) -> None:
        self._refused(error)
        text = self._language.text
        self._acts.show_error(explain(error, self._language))
        self._acts.toast(
            Toast(
                text("Not saved yet"),
                text("The picture is held. Do not close the program."),
                (
                    ToastAction(
                        text("Try again"), lambda: self._ask(self._tell_refused), primary=True
                    ),
                ),
                ToastState.WAITING,
            )
        )
