"""Whether a picture carries a signature of its camera or program (C2PA): noticed, and not checked. Pure.

Only where the box stands is looked at; nothing in it is read, and bytes that lie end the search.
Source: C2PA Technical Specification 2.1, "Embedding manifests into various file formats".
"""

from __future__ import annotations

import struct

_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MOST_BOXES = 10_000


def carries_signature(untrusted: bytes, media_type: str) -> bool:
    """Return whether there is such a box in a JPEG (APP11), PNG (caBX) or HEIF (uuid) file."""
    match media_type:
        case "image/jpeg":
            return _in_jpeg(untrusted)
        case "image/png":
            return _in_png(untrusted)
        case "image/heic" | "image/avif":
            return _in_heif(untrusted)
        case _:
            return False


def _in_jpeg(untrusted: bytes) -> bool:
    at = 2
    for _ in range(_MOST_BOXES):
        if untrusted[at : at + 1] != b"\xff" or at + 4 > len(untrusted):
            return False
        marker, length = untrusted[at + 1], int.from_bytes(untrusted[at + 2 : at + 4], "big")
        if marker == 0xDA or length < 2:
            return False
        body = untrusted[at + 4 : at + min(2 + length, 100)]
        if marker == 0xEB and body[:2] == b"JP" and body[12:16] == b"jumb" and b"c2pa" in body:
            return True
        at += 2 + length
    return False


def _in_png(untrusted: bytes) -> bool:
    at = 8
    for _ in range(_MOST_BOXES):
        if at + 8 > len(untrusted):
            return False
        length, name = struct.unpack_from(">I4s", untrusted, at)
        if name == b"caBX":
            return True
        at += 12 + length
    return False


def _in_heif(untrusted: bytes) -> bool:
    at = 0
    for _ in range(_MOST_BOXES):
        if at + 8 > len(untrusted):
            return False
        length, name = struct.unpack_from(">I4s", untrusted, at)
        head = 8
        if length == 1 and at + 16 <= len(untrusted):
            (length,) = struct.unpack_from(">Q", untrusted, at + 8)
            head = 16
        if name == b"uuid" and untrusted[at + head : at + head + 16] == _UUID:
            return True
        if length < head:
            return False
        at += length
    return False
