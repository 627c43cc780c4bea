"""A camera's own signature is noticed where it stands, and nowhere else."""

from __future__ import annotations

import struct

import pytest

from app.picture import carries_signature

_BOX = (
    b"JP\x00\x01\x00\x00\x00\x01"
    + struct.pack(">I4sI4s", 60, b"jumb", 40, b"jumd")
    + b"c2pa"
    + bytes(20)
)
_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    made = (
        bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body for marker, body in segments
    )
    return b"\xff\xd8" + b"".join(made) + b"\xff\xda\x00\x02" + _BOX


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    made = (struct.pack(">I4s", len(body), name) + body + b"\0\0\0\0" for name, body in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def heif(*boxes: tuple[bytes, bytes]) -> bytes:
    return b"".join(struct.pack(">I4s", len(body) + 8, name) + body for name, body in boxes)


@pytest.mark.parametrize(
    ("media_type", "data", "there"),
    [
        ("image/jpeg", jpeg((0xE1, b"Exif"), (0xEB, _BOX)), True),
        ("image/jpeg", jpeg((0xE1, _BOX)), False),
        ("image/jpeg", jpeg((0xEB, b"JP another box of JPEG")), False),
        ("image/jpeg", b"\xff\xd8\xff\xeb\x00\x00" + _BOX, False),
        ("image/png", png((b"IHDR", bytes(13)), (b"caBX", _BOX)), True),
        ("image/png", png((b"IHDR", bytes(13)), (b"tEXt", b"caBX")), False),
        ("image/heic", heif((b"ftyp", b"heic"), (b"uuid", _UUID + _BOX)), True),
        ("image/heic", heif((b"ftyp", b"heic"), (b"uuid", bytes(16))), False),
        ("image/heic", heif((b"ftyp", b"heic")) + bytes(8), False),
        ("image/gif", png((b"caBX", b"")), False),
    ],
)
def test_it_is_noticed_where_it_stands(media_type: str, data: bytes, there: bool) -> None:
    assert carries_signature(data, media_type) is there
