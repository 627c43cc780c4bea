"""What there is of the program on the desktop beside its window: the key, the icon beside the clock, shared screens.

Rules:
- It comes after the window: what it needs is loaded beside it, and nothing waits for it.
- It outlives the window, which is built anew in another language.
- A key that another program has is told once a start, with the way to choose another: when the case is open, since the
  page that asks for the passphrase has no other task; on the first cards by the card.
- The key and the icon do what the window's own menu does. Neither shows anything of the vault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState, OpenGrabber
from app.ui.hotkey.opening import load_grabber
from app.ui.hotkey.words import state_words
from app.ui.screen_sharing import Affinity, OutOfSharing

if TYPE_CHECKING:
    from app.ui.tray.icon import TrayIcon

_LOST = (HotkeyState.TAKEN, HotkeyState.NO_KEY)


class DesktopOwner(Protocol):
    """The window, as it is now."""

    context: UiContext

    def capture(self, *, again: bool = False, series: bool = False) -> None:
        """Take a screenshot; of the same region as last time or as the first of a series, if so wanted."""
        ...

    def hide(self) -> None:
        """Cover the windows."""
        ...

    def come_forward(self) -> None:
        """Show the window, covered or not as it is."""
        ...

    def end(self) -> None:
        """End the program for good."""
        ...


class OnDesktop:
    """The parts of one program that stand on the desktop."""

    def __init__(
        self,
        application: QApplication,
        keeper: HotkeyKeeper,
        open_grabber: OpenGrabber | None,
        affinity: Affinity | None,
    ) -> None:
        self._application = application
        self._keeper = keeper
        self._open_grabber = open_grabber
        self._sharing = OutOfSharing(application, affinity)
        self._tray: TrayIcon | None = None
        self._owner: DesktopOwner | None = None
        self._said_where = self._will_tell = False

    # -- what the screens ask ----------------------------------------------------------------------

    def has_tray(self) -> bool:
        return self._tray is not None and self._tray.is_there()

    def can_stay_out_of_sharing(self) -> bool:
        return self._sharing.possible

    def tell(self, words: str) -> bool:
        return self._tray is not None and self._tray.tell(words)

    def went_away(self) -> None:
        if self._said_where or self._owner is None:
            return
        text = self._owner.context.language.text
        self._said_where = self.tell(
            text("Bevismappe goes on here. Press the icon to open it, or choose Quit in its menu.")
        )

    def show_covered(self, *, covered: bool) -> None:
        if self._tray is not None:
            self._tray.show_covered(covered=covered)

    # -- what the application calls ----------------------------------------------------------------

    def start(self, owner: DesktopOwner, icon: QIcon) -> None:
        """Begin, now that the window stands."""
        self._owner = owner
        # A window that is away is not the last one that was closed.
        self._application.setQuitOnLastWindowClosed(False)
        from app.ui.tray.icon import TrayIcon

        self._tray = TrayIcon(
            icon,
            {
                "capture": owner.capture,
                "capture_again": lambda: owner.capture(again=True),
                "series": lambda: owner.capture(series=True),
                "hide": owner.hide,
                "open": owner.come_forward,
                "quit": owner.end,
            },
        )
        self.dress()
        self._tray.show()
        self.settings_changed()
        open_grabber = self._open_grabber
        if open_grabber is not None:
            owner.context.lanes.work(load_grabber, lambda _: self._hold(owner, open_grabber))

    def dress(self) -> None:
        """Follow the window's language and look."""
        if self._tray is not None and self._owner is not None:
            context = self._owner.context
            self._tray.dress(context.language, context.look)

    def settings_changed(self) -> None:
        """Follow what is chosen of shared screens."""
        if self._owner is not None:
            self._sharing.apply(wanted=self._owner.context.settings.out_of_sharing)

    def stop(self) -> None:
        """Give everything back: the program ends."""
        self._keeper.stop()
        self._sharing.apply(wanted=False)
        tray, self._tray = self._tray, None
        if tray is not None:
            tray.close()

    def _hold(self, owner: DesktopOwner, open_grabber: OpenGrabber) -> None:
        purpose = owner.context.language.text("Take screenshot")
        self._keeper.start(open_grabber, owner.capture, purpose)
        if self._keeper.state not in _LOST:
            return
        session = owner.context.session
        if session.case is not None:
            self._tell_lost(owner.context)
        elif session.last_vault is not None:
            session.subscribe(self._opened)
            self._will_tell = True

    def _opened(self) -> None:
        """Tell what could not be told before, where it still holds."""
        owner = self._owner
        if self._will_tell and owner is not None and owner.context.session.case is not None:
            self._will_tell = False
            if self._keeper.state in _LOST:
                self._tell_lost(owner.context)

    def _tell_lost(self, context: UiContext) -> None:
        text = context.language.text
        choose = ToastAction(
            text("Choose other keys"),
            lambda: context.navigator.go(routes.Settings()),
            opens_page=True,
            route=routes.Settings(),
        )
        title = text("The shortcut does not work in other programs")
        context.acts.toast(Toast(title, state_words(self._keeper, context.language), (choose,)))
