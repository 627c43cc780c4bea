"""The fonts of one file: which characters were set in each, and what is embedded of it in the end.

Each character that is set gets a code of two bytes, in the order of first use; two that look alike share a glyph of the
embedded subset. ToUnicode says what is copied: above U+FFFF in UTF-16, and the letters behind joined Arabic forms.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable

from app.dossier.pdf.file import Objects
from app.dossier.pdf.syntax import name
from app.dossier.pdf.truetype import TrueTypeFont

_BLOCK = 100  # the most entries a bfchar block may hold (ISO 32000-1, 9.10.3)
_REMEMBERED = 300
_SYMBOLIC, _FIXED_PITCH, _ITALIC = 4, 1, 64


class Codes(dict[str, str]):
    """The code of each character in hexadecimal; asking for one gives it a code."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class FontUse:
    """What one file uses of one font."""

    def __init__(self, title: str, font: TrueTypeFont, at: int) -> None:
        """Begin; ``title`` is the font's own name, and it is the file's ``at``th font."""
        self.resource = f"F{at}"
        self.codes = Codes()
        self._shown: dict[str, str] = {}
        self._title = title
        self._font = font

    def shown(self, text: str) -> str:
        """Return how a text is shown: its codes in hexadecimal."""
        found = self._shown.get(text)
        if found is None:
            found = f"<{''.join(map(self.codes.__getitem__, text))}> Tj"
            # Labels, and whatever else stands on every page.
            if len(self._shown) >= _REMEMBERED:
                self._shown.clear()
            self._shown[text] = found
        return found

    def write(self, file: Objects, said: Callable[[str], str]) -> int:
        """Embed what was used.

        Args:
            file: gets it.
            said: what a character stands for where it is copied.

        Returns:
            The number of the font's object.
        """
        font, characters = self._font, list(self.codes)
        data, glyphs = font.subset(characters)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        title = name(f"{tag}+{self._title}")
        embedded = file.stream(file.reserve(), f"/Length1 {len(data)}", data)
        measures = font.measures
        flags = (
            _SYMBOLIC
            | (_FIXED_PITCH if measures.fixed_pitch else 0)
            | (_ITALIC if measures.italic_angle else 0)
        )
        box = " ".join(str(each) for each in measures.box)
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{title}/Flags {flags}/FontBBox[{box}]"
            f"/ItalicAngle {measures.italic_angle:g}/Ascent {measures.ascent}/Descent {measures.descent}"
            f"/CapHeight {measures.cap_height}/StemV {measures.stem}/FontFile2 {embedded} 0 R>>"
        )
        widths = " ".join(str(font.widths[character]) for character in characters)
        shown = struct.pack(f">{len(glyphs) + 1}H", 0, *glyphs)
        map_to_glyphs = file.stream(file.reserve(), "", shown)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{title}/CIDToGIDMap {map_to_glyphs} 0 R/DW 1000"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[1[{widths}]]>>"
        )
        unicode = file.stream(file.reserve(), "", _to_unicode(self.codes, said).encode("ascii"))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{title}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        )


def _to_unicode(codes: Codes, said: Callable[[str], str]) -> str:
    pairs = [
        f"<{code}> <{said(character).encode('utf-16-be').hex().upper()}>"
        for character, code in codes.items()
    ]
    blocks: list[str] = []
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
