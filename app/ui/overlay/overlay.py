"""The overlay, put together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.ui.context import UiContext
from app.ui.overlay.desktop import QtDesktop
from app.ui.overlay.presenter import OverlayPresenter


class Overlay(QObject):
    """Takes screenshots for the frame.

    Signals:
        about_to_grab: the screens are frozen next; a good time to hide.
        grabbed: the overlay is gone, whatever came of it.
    """

    about_to_grab = Signal()
    grabbed = Signal()

    def __init__(self, context: UiContext, keeps_whole_screen: Callable[[], bool]) -> None:
        super().__init__()
        self._desktop = QtDesktop(context.open_screen, context.language, context.look)
        self._desktop.setParent(self)
        self._presenter = OverlayPresenter(
            context, self._desktop, keeps_whole_screen=keeps_whole_screen
        )
        self._desktop.choosing = self._presenter
        self._desktop.about_to_grab.connect(self.about_to_grab)
        self._desktop.grabbed.connect(self.grabbed)

    def start(self, delay_s: int = 0, again: bool = False, series: bool = False) -> None:
        """Freeze the screens and let the user select a region.

        Args:
            delay_s: wait that many seconds first.
            again: take the same region as last time at once, if there is one.
            series: the picture begins a series.
        """
        self._presenter.start(delay_s, again=again, series=series)

    def finish_series(self) -> None:
        """End the series that is being taken; nothing happens where there is none."""
        self._presenter.finish_series()

    def warm_up(self) -> None:
        """Make the first capture as quick as the next; for when the window stands and nothing else is to do."""
        self._desktop.warm_up()

    def cancel(self) -> None:
        """Cancel a selection under way."""
        self._presenter.cancel()


def build_overlay(
    context: UiContext, keeps_whole_screen: Callable[[], bool] | None = None
) -> Overlay:
    """Make the overlay.

    Args:
        context: the window's tools.
        keeps_whole_screen: asked at each capture whether the whole screen is kept too; the setting, if None.
    """
    return Overlay(context, keeps_whole_screen or (lambda: context.settings.keep_whole_screen))
