"""The fonts of a dossier: loaded from resources/fonts when first needed, and which of them sets which character.

Every character is set in the first font of its list that has it; one that none has is printed as its code. A font is
read once for all renderings of a process.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from pathlib import Path

from app.dossier.errors import FontMissingError
from app.dossier.pages.righttoleft import spoken_letters
from app.dossier.pdf.file import Objects
from app.dossier.pdf.fonts import FontUse
from app.dossier.pdf.truetype import FontFormError, TrueTypeFont
from app.inert import code_of

_FIRST_EMOJI = 0x1F000
_FALLBACK = ("DejaVuSans", "NotoSansSymbols2-Regular", "Symbola", "DroidSansFallback")
# Chinese, Japanese, Korean and fullwidth forms: their marks come from the same hand as their letters.
_EAST_ASIAN_FALLBACK = ("DroidSansFallback", *_FALLBACK[:-1])
_EAST_ASIAN = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
               (0xFF00, 0xFFEF))  # fmt: skip
# One drawing hand for all emoji: DejaVu has only some of them.
_EMOJI_FALLBACK = ("Symbola", "NotoSansSymbols2-Regular", "DejaVuSans")
_KEPT_FONTS = 8
_REMEMBERED, _REMEMBERED_SIGNS = 4_000, 40


class Face(Enum):
    """The four voices of the page."""

    TEXT = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    MONO = "DejaVuSansMono"

    __hash__ = object.__hash__  # asked for with every word: that of Enum is ten times as slow


class Typefaces:
    """Which font sets which character, how wide it is, and what of each font a file uses. One per rendering."""

    def __init__(self, folder: Path) -> None:
        """Fonts are read from ``folder`` when first needed.

        Raises (here and later):
            FontMissingError: a file is not there or is no font.
        """
        self._folder = folder
        self._fonts: dict[str, TrueTypeFont] = {}
        self._used: dict[str, FontUse] = {}
        self._runs: dict[tuple[Face, str], tuple[tuple[str, str, int], ...]] = {}

    def name(self, face: Face) -> str:
        """Return the name of the font that a face has first."""
        return face.value

    def runs(self, text: str, face: Face) -> tuple[tuple[str, str, int], ...]:
        """Split a word into (font name, characters, width in thousandths of the size)."""
        key = (face, text)
        found = self._runs.get(key)
        if found is None:
            found = tuple(self._split(text, face))
            if len(text) < _REMEMBERED_SIGNS and len(self._runs) < _REMEMBERED:
                self._runs[key] = found
        return found

    def width(self, text: str, face: Face, size: float) -> float:
        """Return the width of ``text`` on one line, in points."""
        return sum(run[2] for run in self.runs(text, face)) * size / 1000

    def fitting(self, text: str, face: Face, size: float, room: float) -> int:
        """Return how many characters of ``text`` fit so much room, in points; at least one."""
        widths, left = self._font(face.value).widths, room * 1000 / size
        for count, character in enumerate(text):
            width = widths.get(character)
            if width is None:
                width = sum(run[2] for run in self.runs(character, face))
            left -= width
            if left < 0:
                return max(count, 1)
        return len(text)

    def width_in(self, font: str, text: str) -> int:
        """Return how wide a text is in one font that has all of it, in thousandths of the size."""
        return self._width(font, text)

    def used(self, font: str) -> FontUse:
        """Return what the file uses of a font, which it does from now on."""
        use = self._used.get(font)
        if use is None:
            use = self._used[font] = FontUse(font, self._font(font), len(self._used) + 1)
        return use

    def write(self, file: Objects) -> str:
        """Embed what was used of all fonts; return the entries by which pages name them."""
        written = [(use.resource, use.write(file, _copied)) for use in self._used.values()]
        return "".join(f"/{resource} {at} 0 R" for resource, at in written)

    def _split(self, text: str, face: Face) -> Iterator[tuple[str, str, int]]:
        own, font_name = self._font(face.value), face.value
        widths = [own.widths.get(character, -1) for character in text]
        if -1 not in widths:
            yield font_name, text, sum(widths)
            return
        held, font = "", font_name
        for character in text:
            chosen = self._font_for(character, face)
            shown = character if chosen is not None else code_of(character)
            chosen = chosen or font_name
            if chosen != font and held:
                yield font, held, self._width(font, held)
                held = ""
            font = chosen
            held += shown
        if held:
            yield font, held, self._width(font, held)

    def _width(self, font: str, text: str) -> int:
        return sum(map(self._font(font).widths.__getitem__, text))

    def _font_for(self, character: str, face: Face) -> str | None:
        for name in (face.value, *_fallback(ord(character))):
            if character in self._font(name).widths:
                return name
        return None

    def _font(self, name: str) -> TrueTypeFont:
        font = self._fonts.get(name)
        if font is None:
            font = self._fonts[name] = _read(self._folder / f"{name}.ttf")
        return font


def _copied(character: str) -> str:
    """Return what is copied of a character; that a space binds is a matter of the page."""
    return " " if character == "\u00a0" else spoken_letters(character)


def _fallback(code: int) -> tuple[str, ...]:
    if code >= _FIRST_EMOJI:
        return _EMOJI_FALLBACK
    if any(first <= code <= last for first, last in _EAST_ASIAN):
        return _EAST_ASIAN_FALLBACK
    return _FALLBACK


@lru_cache(_KEPT_FONTS)
def _read(file: Path) -> TrueTypeFont:
    try:
        return TrueTypeFont(file.read_bytes())
    except (OSError, FontFormError) as error:
        raise FontMissingError(file) from error
