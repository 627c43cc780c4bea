"""What the decode child says about a picture, in numbers, and how it leaves."""

from __future__ import annotations

import struct

MAGIC = b"BMPY"
HEAD = struct.Struct(">4sIIIBBBBBB")
"""Magic, width, height, number of pictures, how many times smaller, whole, per cent, ground, colours, more.

Rows of RGB follow: none where width and height are 0, as for what has no picture of its own.
"""

TAIL = struct.Struct(">4sIQ")
"""Magic, length of what the file says of itself (JSON), and of the files that lie in it, which follow.

It stands behind the rows, or the answer ends there.
"""
TAIL_MAGIC = b"BMPT"

WHOLE, CUT, BROKEN = 0, 1, 2
OPAQUE, ON_WHITE, ON_DARK, ON_CHECKER = 0, 1, 2, 3
AS_THEY_ARE, CONVERTED, NOT_APPLIED = 0, 1, 2

# How the process leaves when it has no picture to give. Python itself leaves with 1 or 2.
TOO_LARGE = 11
DAMAGED = 12
OUT_OF_MEMORY = 13
WITHOUT_LIMITS = 14
LOCKED = 15
UNSUPPORTED = 16
NOT_THERE = 17


class NotThereError(Exception):
    """A reader lacks its library, or what that needs."""


BAD = (
    *(OSError, SyntaxError, ValueError, struct.error, IndexError, KeyError, EOFError, TypeError),
    RuntimeError,
)
"""What Pillow raises over a picture that is not right."""
