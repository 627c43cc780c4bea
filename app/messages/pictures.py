"""What is to be looked at in a picture of the screen before the page is closed."""

from __future__ import annotations

from app.capture import Grab
from app.language import Language


def look_at_picture(taken: Grab, language: Language) -> str:
    """Return what may be wrong with a picture that was kept all the same; "" where nothing is."""
    if taken.one_colour:
        return language.text("It has one colour only. Look whether it shows what you wanted.")
    if taken.black_percent:
        return language.text(
            "{percent} per cent of it is black. If the page is protected, take a photo with your phone too.",
            percent=taken.black_percent,
        )
    return ""
