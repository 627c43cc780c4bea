"""What a file says of itself beside its pixels: when, where, and whether somebody packed it anew.

These are the file's claims: anybody can write them. They leave this process as words of a known form and length, never
as the bytes that stood there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .around import Container
from .codes import BAD

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_TIMES = ((0x9003, 0x9011), (0x9004, 0x9012), (0x0132, 0x9010))
_EXIF_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)\x00?\Z", re.ASCII)
_OFFSET = re.compile(r"[+-]\d\d:\d\d\x00?\Z", re.ASCII)
_FIRST_BYTES = 1 << 16
_MESSENGER_SIDES = frozenset((960, 1080, 1280, 1440, 1600, 2048, 4096))
# ITU-T T.81, table K.1, row by row: what libjpeg scales by a quality from 1 to 100.
_LUMINANCE = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)
_LOWEST_QUALITY, _HIGHEST_QUALITY = 60, 92


def picture_says(around: Container, size: tuple[int, int]) -> dict[str, str]:
    """Return the claims of a picture by their names; what is not said or not of the known form is left out.

    Args:
        around: what stands around its pixels.
        size: width and height as the file has them.
    """
    from PIL import Image

    claims: dict[str, str] = {}
    exif = Image.Exif()
    try:
        exif.load(around.exif or b"")
        claims |= _time(exif) | _place(exif.get_ifd(_GPS_IFD))
    except (*BAD, ZeroDivisionError):
        pass
    if packed := _packed_anew(around, size):
        claims["packed"] = packed
    return claims


def _time(exif: Any) -> dict[str, str]:  # noqa: ANN401  (Pillow's reader of EXIF)
    inner = exif.get_ifd(_EXIF_IFD)
    for tag, offset_tag in _TIMES:
        found = _EXIF_TIME.match(str(inner.get(tag) or exif.get(tag) or ""))
        if found and found[1] != "0000":
            year, month, day, hour, minute, second = found.groups()
            offset = _OFFSET.match(str(inner.get(offset_tag) or ""))
            zone = offset[0].rstrip("\x00") if offset else ""
            return {"taken": f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"}
    return {}


def _place(gps: Mapping[int, Any]) -> dict[str, str]:
    """Return the place in degrees, south and west below zero, with five decimals: about a metre."""
    if 2 not in gps or 4 not in gps:
        return {}
    north, east = _degrees(gps[2]), _degrees(gps[4])
    north = -north if str(gps.get(1)).startswith("S") else north
    east = -east if str(gps.get(3)).startswith("W") else east
    if not (abs(north) <= 90 and abs(east) <= 180) or (north, east) == (0, 0):
        return {}
    return {"place": f"{north:.5f}, {east:.5f}"}


def _degrees(said: Any) -> float:  # noqa: ANN401  (three of Pillow's fractions)
    degrees, minutes, seconds = (float(each) for each in said)
    return degrees + minutes / 60 + seconds / 3600


def _packed_anew(around: Container, size: tuple[int, int]) -> str:
    """Return ``marked`` where Meta's own mark stands in a JPEG, ``likely`` where its form is that of a messenger."""
    if around.tables is None:
        return ""
    if b"FBMD" in around.untrusted[:_FIRST_BYTES]:
        return "marked"
    bare = not around.exif and max(size) in _MESSENGER_SIDES
    return "likely" if bare and _is_scaled(around.tables.get(0, ())) else ""


def _is_scaled(table: Any) -> bool:  # noqa: ANN401  (64 numbers, if it is right)
    """Return whether this is libjpeg's own table at a quality that messengers use; cameras have tables of their own."""
    found = sorted(table)
    for quality in range(_LOWEST_QUALITY, _HIGHEST_QUALITY + 1):
        scale = 200 - 2 * quality
        if found == sorted(min(255, max(1, (each * scale + 50) // 100)) for each in _LUMINANCE):
            return True
    return False
