"""What there is of the program on the desktop beside its window: the key that works in every program.

Rules:
- It comes after the window: what it needs is loaded beside it, and nothing waits for it.
- It outlives the window, which is built anew in another language.
- A key that another program has is told once a start, with the way to choose another; on the first cards by the card.
"""

from __future__ import annotations

from typing import Protocol

from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState, OpenGrabber
from app.ui.hotkey.opening import load_grabber
from app.ui.hotkey.words import state_words


class Owner(Protocol):
    """The window, as it is now."""

    context: UiContext

    def capture(self) -> None:
        """Take a screenshot, as another start of the program may ask."""
        ...


class OnDesktop:
    """The parts of one program that stand on the desktop."""

    def __init__(
        self, owner: Owner, keeper: HotkeyKeeper, open_grabber: OpenGrabber | None
    ) -> None:
        self._owner = owner
        self._keeper = keeper
        self._open_grabber = open_grabber

    def start(self) -> None:
        """Begin, now that the window stands."""
        open_grabber = self._open_grabber
        if open_grabber is not None:
            self._owner.context.lanes.work(load_grabber, lambda _: self._hold(open_grabber))

    def stop(self) -> None:
        """Give everything back: the program ends."""
        self._keeper.stop()

    def _hold(self, open_grabber: OpenGrabber) -> None:
        self._keeper.start(open_grabber, self._owner.capture)
        if self._keeper.state in {HotkeyState.TAKEN, HotkeyState.NO_KEY}:
            self._tell_lost()

    def _tell_lost(self) -> None:
        context = self._owner.context
        if context.session.vault is None and context.session.last_vault is None:
            return  # the first cards have one of their own for it
        text = context.language.text
        choose = ToastAction(
            text("Choose other keys"),
            lambda: context.navigator.go(routes.Settings()),
            opens_page=True,
            route=routes.Settings(),
        )
        title = text("The shortcut does not work in other programs")
        context.acts.toast(Toast(title, state_words(self._keeper, context.language), (choose,)))
