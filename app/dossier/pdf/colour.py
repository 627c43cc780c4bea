"""The colours of a screen as an ICC profile, so that a printer knows what our RGB means.

Built from the figures of IEC 61966-2-1 (sRGB), its primaries adapted to the D50 that profiles are told in. It is ours:
no profile of somebody else's is shipped, and none has a licence to keep. Version 2, which every PDF reader takes.
"""

from __future__ import annotations

import struct
from functools import cache

_MADE = (2026, 12, 1, 0, 0, 0)
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_STEPS = 1024
_NAME = "sRGB IEC61966-2.1"
_RIGHTS = "No rights are claimed in this profile."


@cache
def srgb_profile() -> bytes:
    """Return the profile."""
    curve = struct.pack(">4sII", b"curv", 0, _STEPS) + b"".join(
        struct.pack(">H", round(65535 * _linear(step / (_STEPS - 1)))) for step in range(_STEPS)
    )
    tags: list[tuple[bytes, bytes]] = [
        (b"desc", _description(_NAME)),
        (b"cprt", b"text" + bytes(4) + _RIGHTS.encode("ascii") + b"\0"),
        (b"wtpt", _xyz(_D50)),
        *((name, _xyz(value)) for name, value in _PRIMARIES.items()),
        (b"rTRC", curve),
    ]
    at = 128 + 4 + 12 * (len(tags) + 2)
    table, bodies = b"", b""
    for name, body in tags:
        table += struct.pack(">4sII", name, at + len(bodies), len(body))
        if name == b"rTRC":  # one curve for the three
            for other in (b"gTRC", b"bTRC"):
                table += struct.pack(">4sII", other, at + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI12s4s",
        at + len(bodies),
        bytes(4),
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *_MADE,
        b"acsp",
        bytes(4),
        0,
        0,
        0,
        0,
        0,
        struct.pack(">3i", *(round(each * 65536) for each in _D50)),
        bytes(4),
    )
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags) + 2) + table + bodies


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(each * 65536) for each in value))


def _description(text: str) -> bytes:
    told = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(told)) + told + bytes(4 + 4 + 2 + 1 + 67)
