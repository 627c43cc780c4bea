"""A TrueType font as far as a dossier needs it: which characters it has, how wide they are, and a subset to embed.

reportlab reads the font and makes the subset. Loading it takes a tenth of a second: it is loaded with the first font.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

_FIXED_PITCH = 1  # the descriptor's flag (ISO 32000-1, 9.8.2)


class FontFormError(Exception):
    """The bytes are no font that can be embedded."""


class Measures(NamedTuple):
    """What a font descriptor says, in thousandths of the size."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    fixed_pitch: bool
    stem: int


class Subset(NamedTuple):
    """A font to embed.

    Attributes:
        data: its bytes.
        glyphs: its glyph for each character that was asked for.
    """

    data: bytes
    glyphs: tuple[int, ...]


class TrueTypeFont:
    """One font file.

    Attributes:
        widths: how wide each character is, in thousandths of the size.
        measures: what the descriptor says.
    """

    def __init__(self, data: bytes) -> None:
        """Read the font. Raises FontFormError."""
        from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

        try:
            font = TTFontFile(BytesIO(data))
        except (TTFError, struct.error, KeyError, IndexError, ValueError, TypeError) as error:
            raise FontFormError from error
        head, table = (font.get_table(name) for name in ("hhea", "hmtx"))  # type: ignore[no-untyped-call]
        font.hmetrics = _metrics(head, table)
        self._font = font
        self._codes: dict[int, int] = font.charToGlyph
        if ord(" ") in self._codes:
            self._codes[0xA0] = self._codes[ord(" ")]
            font.charWidths[0xA0] = font.charWidths[ord(" ")]
        self.widths = {chr(code): round(font.charWidths[code]) for code in self._codes}
        left, bottom, right, top = (round(each) for each in font.bbox)
        self.measures = Measures(
            (left, bottom, right, top),
            round(font.ascent),
            round(font.descent),
            round(font.capHeight) or round(font.ascent),
            font.italicAngle,
            bool(font.flags & _FIXED_PITCH),
            font.stemV,
        )

    def subset(self, characters: Sequence[str]) -> Subset:
        """Return a font of these characters, all of which this one has, and of what their glyphs are made of."""
        places: dict[int, int] = {0: 0}
        codes = [ord(character) for character in characters]
        glyphs = tuple(places.setdefault(self._codes[code], len(places)) for code in codes)
        return Subset(self._font.makeSubset(codes), glyphs)


def _metrics(head: bytes, table: bytes) -> list[tuple[int, int]]:
    """Return each glyph's advance and left bearing as the font counts them.

    Of glyphs that share one advance (those of a typewriter) reportlab writes it into the subset in thousandths,
    whatever the font counts in. ISO 19005-3 (6.2.11.5) asks that pages and font agree.
    """
    (wide,) = struct.unpack_from(">H", head, 34)
    metrics = list(struct.iter_unpack(">HH", table[: 4 * wide]))
    last = metrics[-1][0]
    return metrics + [(last, bearing) for (bearing,) in struct.iter_unpack(">H", table[4 * wide :])]
