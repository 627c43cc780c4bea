"""Picture files made byte by byte, good ones and bad ones."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_END = 33
# sRGB's primaries in the profile's own white (ICC: D50), as in every sRGB profile.
_PRIMARIES = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
_WHITE = (0.9642, 1.0, 0.8249)


def noise(width_px: int, height_px: int) -> Image.Image:
    """No two rows alike, and nothing that deflates well."""
    state, values = 1, bytearray()
    for _ in range(3 * width_px * height_px):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        values.append(state >> 16 & 0xFF)
    return Image.frombytes("RGB", (width_px, height_px), bytes(values))


def chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_header(width_px: int, height_px: int, depth: int = 8, colour: int = 2) -> bytes:
    """The chunk IHDR."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, depth, colour, 0, 0, 0))


def png_of(width_px: int, height_px: int, data: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG with this deflated data, whatever it holds."""
    head = SIGNATURE + png_header(width_px, height_px, depth, colour)
    return head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def with_chunk(png: bytes, name: bytes, body: bytes) -> bytes:
    """The PNG with one more chunk behind its header."""
    return png[:_HEADER_END] + chunk(name, body) + png[_HEADER_END:]


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    """The picture as Pillow writes it."""
    target = io.BytesIO()
    image.save(target, form, **how)
    return target.getvalue()


def profile(*, swapped: bool) -> bytes:
    """An ICC profile with sRGB's primaries and curve; ``swapped`` has red and green exchanged."""
    red, green, blue = _PRIMARIES
    if swapped:
        red, green = green, red
    levels = [_linear(step / 1023) for step in range(1024)]
    curve = b"curv" + bytes(4) + struct.pack(">I", len(levels))
    curve += b"".join(struct.pack(">H", round(65535 * level)) for level in levels)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\x00" + bytes(78),
        b"cprt": b"text" + bytes(4) + b"x\x00",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, bodies = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        table += name + struct.pack(">II", start + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    size = start + len(bodies)
    head = struct.pack(">I", size) + bytes(4) + struct.pack(">I", 0x02400000) + b"mntrRGB XYZ "
    head += bytes(12) + b"acsp" + bytes(28) + b"".join(_number(each) for each in _WHITE)
    return head + bytes(128 - len(head)) + table + bodies


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_number(each) for each in values)


def _number(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
