"""Whether the screen is frozen, as it is seen on another program's window."""

from __future__ import annotations

from tests.e2e.displays import witness
from tests.e2e.window.desktop import Desktop, until


class Spot:
    """One bright pixel of the other program: darker while the screen is frozen."""

    def __init__(self, desktop: Desktop, post: tuple[int, int, int, int]) -> None:
        x, y, width, height = post
        self._desktop = desktop
        self._place = (x + width // 2, y + height // 2, 1, 1)
        self._plain = self._seen()

    def freezes(self) -> None:
        until(lambda: self._seen() != self._plain, "the screen is frozen")

    def is_plain(self) -> None:
        until(lambda: self._seen() == self._plain, "the overlay is gone")

    def _seen(self) -> bytes:
        return witness(self._desktop.display, self._place)
