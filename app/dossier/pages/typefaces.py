"""The fonts of a dossier: loaded from resources/fonts, subset and embedded by reportlab.

Rules:
- Every character is set in the first font of its list that has it; one that none has is printed as its code.
- Fonts are registered under names that hold their folder, once: two renderings at a time share them safely,
  since reportlab keeps a subset per document.
- ToUnicode is written here: reportlab's own is wrong above U+FFFF, and an emoji would be copied as another letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.dossier.errors import FontMissingError
from app.dossier.pages.righttoleft import spoken_letters
from app.inert import code_of

_FIRST_EMOJI = 0x1F000
_FALLBACK = ("DejaVuSans", "NotoSansSymbols2-Regular", "Symbola", "DroidSansFallback")
# Chinese, Japanese, Korean and fullwidth forms: their marks come from the same hand as their letters.
_EAST_ASIAN_FALLBACK = ("DroidSansFallback", *_FALLBACK[:-1])
_EAST_ASIAN = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
               (0xFF00, 0xFFEF))  # fmt: skip
# One drawing hand for all emoji: DejaVu has only some of them.
_EMOJI_FALLBACK = ("Symbola", "NotoSansSymbols2-Regular", "DejaVuSans")
_CMAP_BLOCK = 100  # the most entries a bfchar block may hold (PDF 32000-1, 9.10.3)


class Face(Enum):
    """The four voices of the page."""

    TEXT = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    MONO = "DejaVuSansMono"


class _EmbeddedFont(TTFont):
    """A font whose ToUnicode map is right for every plane."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's name)
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for subset, page in zip(self._base_names(doc, len(subsets)), subsets, strict=True):
            doc.idToObject[f"toUnicodeCMap:{subset}"].content = _to_unicode(subset, page)

    def _base_names(self, doc: Any, count: int) -> list[str]:
        fonts = doc.idToObject["BasicFonts"].dict
        internal = doc.fontMapping[self.fontName][1:]
        return [str(fonts[f"{internal}+{n}"].BaseFont) for n in range(count)]


def _to_unicode(name: str, subset: list[int]) -> str:
    pairs = [
        f"<{code:02X}> <{spoken_letters(chr(character)).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks: list[str] = []
    for start in range(0, len(pairs), _CMAP_BLOCK):
        block = pairs[start : start + _CMAP_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class Typefaces:
    """Which font sets which character, and how wide it is. One per rendering."""

    def __init__(self, folder: Path) -> None:
        """Fonts are read from ``folder`` when first needed.

        Raises (here and later):
            FontMissingError: a file is not there or is no font.
        """
        self._folder = folder
        self._fonts: dict[str, TTFont] = {}
        self._runs: dict[tuple[Face, str], tuple[tuple[str, str, int], ...]] = {}

    def name(self, face: Face) -> str:
        """Return the name under which reportlab knows the face."""
        return self._font(face.value).fontName

    def runs(self, text: str, face: Face) -> tuple[tuple[str, str, int], ...]:
        """Split a word into (font name, characters, width in thousandths of the size)."""
        key = (face, text)
        found = self._runs.get(key)
        if found is None:
            found = tuple(self._split(text, face))
            if len(text) < 40:
                self._runs[key] = found
        return found

    def width(self, text: str, face: Face, size: float) -> float:
        """Return the width of ``text`` on one line, in points."""
        return sum(run[2] for run in self.runs(text, face)) * size / 1000

    def _split(self, text: str, face: Face) -> Iterator[tuple[str, str, int]]:
        own = self._font(face.value)
        if all(ord(character) in own.face.charToGlyph for character in text):
            yield own.fontName, text, _width(own, text)
            return
        held, font = "", own
        for character in text:
            chosen = self._font_for(character, face)
            shown = character if chosen is not None else code_of(character)
            chosen = chosen or own
            if chosen is not font and held:
                yield font.fontName, held, _width(font, held)
                held = ""
            font = chosen
            held += shown
        if held:
            yield font.fontName, held, _width(font, held)

    def _font_for(self, character: str, face: Face) -> TTFont | None:
        code = ord(character)
        for name in (face.value, *_fallback(code)):
            font = self._font(name)
            if code in font.face.charToGlyph:
                return font
        return None

    def _font(self, name: str) -> TTFont:
        font = self._fonts.get(name)
        if font is None:
            font = self._fonts[name] = _registered(self._folder / f"{name}.ttf")
        return font


def _fallback(code: int) -> tuple[str, ...]:
    if code >= _FIRST_EMOJI:
        return _EMOJI_FALLBACK
    if any(first <= code <= last for first, last in _EAST_ASIAN):
        return _EAST_ASIAN_FALLBACK
    return _FALLBACK


def _registered(file: Path) -> TTFont:
    name = f"{file.stem}:{file.parent}"
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(_EmbeddedFont(name, str(file), asciiReadable=False))
        except (OSError, TTFError) as error:
            raise FontMissingError(file) from error
    font = pdfmetrics.getFont(name)
    if not isinstance(font, TTFont):
        raise FontMissingError(file)
    return font


def _width(font: TTFont, text: str) -> int:
    widths: dict[int, float] = font.face.charWidths
    default: float = font.face.defaultWidth
    return round(sum(widths.get(ord(character), default) for character in text))
