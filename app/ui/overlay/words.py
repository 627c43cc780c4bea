"""What the overlay says, as plain values. No Qt."""

from __future__ import annotations

import msgspec

from app.language import Language
from app.ui.overlay.selecting import Selecting


class Hint(msgspec.Struct, frozen=True):
    """One piece of the hint line: a key's name, in bold, and what it does; or a sentence without a key."""

    text: str
    key: str = ""


def hints(language: Language, selecting: Selecting) -> tuple[Hint, ...]:
    """Return what one can do now."""
    text = language.text
    cancel = Hint(text("cancels"), "Esc")
    if selecting.dragging:
        return (Hint(text("Let go to take the field.")), cancel)
    if selecting.has_corner:
        return (Hint(text("Click the opposite corner.")), cancel)
    if selecting.region is None:
        return (
            Hint(text("Drag a field.")),
            Hint(text("the whole screen"), "Enter"),
            Hint(text("move"), text("Arrow keys")),
            Hint(text("numbers"), "Tab"),
            cancel,
        )
    return (
        Hint(text("takes the field"), "Enter"),
        Hint(text("move"), text("Arrow keys")),
        Hint(text("change the size"), text("Shift+arrow keys")),
        Hint(text("numbers"), "Tab"),
        cancel,
    )


def size_label(selecting: Selecting) -> str:
    """Return width by height in pixels; "" while nothing is selected."""
    if selecting.region is None:
        return ""
    return f"{selecting.region.width_px} × {selecting.region.height_px}"


def spoken(language: Language, selecting: Selecting) -> str:
    """Return the region in words, for those who hear it."""
    if selecting.region is None:
        return language.text("Nothing is selected: Enter takes the whole screen.")
    x, y, width_px, height_px = selecting.region
    return language.text(
        "{width} by {height} pixels, {x} from the left, {y} from the top",
        width=width_px,
        height=height_px,
        x=x,
        y=y,
    )
