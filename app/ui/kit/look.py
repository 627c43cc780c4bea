"""Colours and sizes: the only place where either is chosen. No Qt.

Every pair of text and ground keeps the contrast of WCAG 2.2 AA (4.5 for text, 3 for lines that mean something and for
words of what cannot be used); a test computes them. Sizes are pixels at 100 % text. ``px`` scales what must grow with
the text, ``space`` what keeps things apart: it grows at half the rate. Lines and radii do not grow.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

BODY_PX = 15
SMALL_PX = 13
HEADING_PX = 18
TITLE_PX = 24
MICRO_PX = 12

S1, S2, S3, S4, S5, S6, S7 = SPACES = (4, 8, 12, 16, 24, 32, 48)
"""Label to field; controls in a row; icon to words; inside cards; between cards; page sides; above what is empty."""
GRID_PX = S2

SMALL_RADIUS_PX = 4
FIELD_RADIUS_PX = 6
CONTROL_RADIUS_PX = 8
CARD_RADIUS_PX = 10

SMALLEST_TARGET_PX = 24
COMPACT_PX = 32
CONTROL_PX = 36
FOOT_PX = 56
SETTING_PX = 52
STEP_PX = 28
PILL_PX = 28
CHIP_PX = 22

TEXT_SIZES = (100, 125, 150, 175, 200)


def space(size: float, text_percent: int) -> int:
    """Return a space at a text size: n times 1 + (percent - 100) / 200."""
    return round(size * (1 + (text_percent - 100) / 200))


class Look(msgspec.Struct, frozen=True):
    """One set of colours at one text size.

    Attributes:
        dark: light text on dark ground.
        text_percent: size of the text, 100 to 200.
        paper: ground of pages.
        card: ground of cards, fields and the bars that hold controls.
        side: ground of the sidebar and the status line.
        raised: ground of what is chosen on ``side``: a place, a segment.
        desk: what sheets and pictures lie on.
        ink: text.
        muted: text that matters less.
        off: words of what cannot be used.
        line: quiet borders.
        edge: borders of controls, which must be seen.
        accent: the one colour of what can be done; also the focus ring.
        accent_over: the accent under the pointer.
        on_accent: text on the accent.
        info: ground of advice and of what is chosen.
        amber: text of what waits for somebody, on ``amber_ground``.
        green: text of what is safely kept, on ``green_ground``.
        red: only what was changed after sealing, a field that cannot be read, a deletion to confirm; on ``red_ground``.
    """

    dark: bool
    paper: str
    card: str
    side: str
    raised: str
    desk: str
    ink: str
    muted: str
    off: str
    line: str
    edge: str
    accent: str
    accent_over: str
    on_accent: str
    info: str
    amber: str
    amber_ground: str
    green: str
    green_ground: str
    red: str
    red_ground: str
    text_percent: int = 100

    @property
    def picture_strength(self) -> float:
        """How strongly small foreign pictures are drawn, 0 to 1: in the dark a white page must not glare."""
        return 0.7 if self.dark else 1.0

    def px(self, size: float) -> int:
        """Return a size that grows with the text."""
        return round(size * self.text_percent / 100)

    def space(self, size: float) -> int:
        """Return a space between things, which grows at half the rate of the text."""
        return space(size, self.text_percent)


CurrentLook = Callable[[], Look]
"""Returns the look that is on: another one may be chosen while a widget lives."""

LIGHT = Look(
    dark=False,
    paper="#F7F5F0",
    card="#FFFFFF",
    side="#EEEBE2",
    raised="#FFFFFF",
    desk="#E6E2D8",
    ink="#1F2A37",
    muted="#5B6472",
    off="#7A8390",
    line="#D9D5CA",
    edge="#858073",
    accent="#0B5C6B",
    accent_over="#0E7083",
    on_accent="#FFFFFF",
    info="#E3EEF1",
    amber="#8A4B00",
    amber_ground="#FFF4E0",
    green="#1E6B3A",
    green_ground="#E9F5EC",
    red="#9B1C1C",
    red_ground="#FDECEA",
)

DARK = Look(
    dark=True,
    paper="#14181D",
    card="#1B2027",
    side="#20262E",
    raised="#2B333D",
    desk="#0E1115",
    ink="#E6E9EE",
    muted="#A3ACB8",
    off="#6E7886",
    line="#2F3741",
    edge="#727D8B",
    accent="#7FD1DE",
    accent_over="#9BDDE7",
    on_accent="#0E2429",
    info="#17323A",
    amber="#F2BE78",
    amber_ground="#3A2A12",
    green="#93D6A9",
    green_ground="#17301F",
    red="#F4A79D",
    red_ground="#3A1A18",
)


def look(*, dark: bool, text_percent: int = 100) -> Look:
    """Return the look for a choice of light or dark and a text size, taken to the nearest of TEXT_SIZES."""
    chosen = DARK if dark else LIGHT
    nearest = min(TEXT_SIZES, key=lambda size: abs(size - text_percent))
    return msgspec.structs.replace(chosen, text_percent=nearest)
