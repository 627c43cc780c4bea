"""Reads the words of a picture by tesseract, in the child. What comes in are pixels that were decoded already.

Rules:
- Language data and engine are loaded before files are forbidden; the words of the picture leave as data and do nothing.
- Small letters are read better when they are enlarged; very large pictures are made smaller. Places are told in pixels
  of the picture as it came in.
- Light letters on dark are turned round as a whole.
"""

from __future__ import annotations

import math
import os
import struct
from operator import mul
from typing import Any

from . import codes
from .answering import Answer

PIXELS_TYPE = "application/x-bevismappe-pixels"
SIZE = struct.Struct(">II")
"""Width and height; rows of RGB follow."""

_ENLARGED_UP_TO = 2_500_000
_READ_AT_ONCE_UP_TO = 24_000_000
_DARK = 110
_RESOLUTION = 150
_WORD_LEVEL = "5"
_MOST_WORDS = 20_000
_LONGEST = 200
_TRIED_PX = 16

_engine: Any = None


def load(folder: str, languages: str, form: str = "page") -> object:
    """Load engine and language data.

    Args:
        folder: where the data lie.
        languages: such as ``dan+eng``.
        form: ``page``, or ``line`` for a picture of one line.

    Raises:
        NotThereError: the engine is not installed, or does not take the language data.
    """
    global _engine  # noqa: PLW0603  (a process for one picture: loaded before files are forbidden, used after)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    from PIL import Image, ImageChops

    try:
        from tesserocr import PSM, PyTessBaseAPI

        # What it has to complain of goes to the standard error, which is open; a file for it could not be opened.
        quiet = {"debug_file": ""}
        shape = PSM.SINGLE_LINE if form == "line" else PSM.AUTO
        api = PyTessBaseAPI(path=folder, lang=languages, psm=shape, variables=quiet)
    except (ImportError, RuntimeError) as error:
        raise codes.NotThereError from error
    _engine = (api, ("tesseract", PyTessBaseAPI.Version()))
    # What is loaded when it is first used is loaded now.
    read(SIZE.pack(_TRIED_PX, _TRIED_PX) + bytes(3 * _TRIED_PX * _TRIED_PX))
    return Image, ImageChops


def read(untrusted: bytes) -> Answer:
    """Return the words. Raises ValueError where the bytes are no picture."""
    from PIL import Image, ImageChops

    width, height = SIZE.unpack(untrusted[: SIZE.size])
    picture = Image.frombytes("RGB", (width, height), memoryview(untrusted)[SIZE.size :]).convert(
        "L"
    )
    scale = _scale(width * height)
    if scale != 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        picture = picture.resize(size, Image.Resampling.BICUBIC)
    shades = picture.histogram()
    if sum(map(mul, shades, range(len(shades)))) < _DARK * sum(shades):
        picture = ImageChops.invert(picture)
    api, version = _engine
    api.SetImageBytes(picture.tobytes(), picture.width, picture.height, 1, picture.width)
    api.SetSourceResolution(_RESOLUTION)
    words = _words(api.GetTSVText(0), scale, (width, height))
    return Answer({"engine": version, "read": words[:_MOST_WORDS]})


def _scale(pixels: int) -> float:
    if pixels <= _ENLARGED_UP_TO:
        return 2
    return min(1.0, math.sqrt(_READ_AT_ONCE_UP_TO / pixels))


def _words(table: str, scale: float, size: tuple[int, int]) -> list[tuple[object, ...]]:
    """Return the words of tesseract's table: text, rectangle, confidence, number of the line."""
    words: list[tuple[object, ...]] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        left, top, width, height = (int(cell) / scale for cell in cells[6:10])
        x, y = min(int(left), size[0] - 1), min(int(top), size[1] - 1)
        right = min(size[0], max(x + 1, -int(-(left + width) // 1)))
        bottom = min(size[1], max(y + 1, -int(-(top + height) // 1)))
        sure = min(100, max(0, int(float(cells[10]))))
        words.append((cells[11].strip()[:_LONGEST], x, y, right - x, bottom - y, sure, line))
    return words
