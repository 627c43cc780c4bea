"""A series under way: the same area at each press of the key, told on a small bar. No Qt.

Rules:
- Our windows stay away from the first picture to the last, and the program that is read in keeps the focus.
- Nothing is asked meanwhile. What went wrong is said on the bar, and the series goes on.
- At its end there is one form for all of it.
"""

from __future__ import annotations

import msgspec

from app.actions.capture_and_seal import SeriesLink
from app.language import Language
from app.messages import Message
from app.ui.overlay.selecting import SelectedRegion
from app.vocabulary import SeriesFit


class SeriesShown(msgspec.Struct, frozen=True):
    """What the bar says.

    Attributes:
        title: how many pictures there are.
        hint: what to do next.
        told: what is to be known of the last picture; "" for nothing.
        count: how many pictures there are.
        warns: whether what is told needs looking at.
        by_button: whether the next picture is taken by a button, since no key works here.
    """

    title: str
    hint: str
    told: str
    count: int
    warns: bool = False
    by_button: bool = False


class Series:
    """One series, from its first picture.

    Attributes:
        chosen: the area.
        link: leads from one sealed picture to the next.
        taken: how many pictures were taken, sealed or not.
        fault: what went wrong with the last one, None where nothing did.
    """

    def __init__(self, chosen: SelectedRegion, link: SeriesLink, taken: int = 0) -> None:
        self.chosen = chosen
        self.link = link
        self.taken = taken
        self.fault: Message | None = None

    def shown(self, language: Language, keys: str, *, asks: bool = False) -> SeriesShown:
        """Return what the bar says now.

        Args:
            language: of the words.
            keys: those that take the next picture; "" where none work.
            asks: whether the desktop may ask the person at each picture.
        """
        text, sealed = language.text, self.link.count
        title = language.plural(
            "Series: {count} picture saved and locked",
            "Series: {count} pictures saved and locked",
            sealed,
        )
        if not sealed:
            title = text("Series: not saved yet")
        if keys:
            hint = text("Scroll down, and press {keys} again.", keys=keys)
        else:
            hint = text("Scroll down, and press Take the next.")
        if asks:
            hint = f"{hint} {text('Your desktop may ask each time.')}"
        told, warns = self._told(language)
        return SeriesShown(title, hint, told, sealed, warns, not keys)

    def _told(self, language: Language) -> tuple[str, bool]:
        text, last = language.text, self.link.last
        if self.fault is not None:
            return self.fault.sentence, True
        if not self.link.count or self.link.count < self.taken:
            return "", False
        match last.fit:
            case SeriesFit.OVERLAPS:
                return text("{rows} rows of pixels overlap: fine.", rows=last.rows), False
            case SeriesFit.GAP:
                return text("No overlap was found. Scroll up a little, and take one more."), True
            case SeriesFit.SAME:
                return text("It shows the same as before."), True
            case SeriesFit.UNKNOWN:
                return "", False
