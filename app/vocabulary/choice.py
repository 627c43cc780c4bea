"""What each choice of a closed set has: its words, by where they are read."""

from __future__ import annotations

import msgspec


class Words(msgspec.Struct, frozen=True):
    """Msgids of one choice.

    Attributes:
        short: for lists, reports and details; "" where nothing is said of it.
        long: for a form, or where there is room; "" where it is the short one.
        others: in what others read, where the short one speaks to the person; "" where it is the short one.
    """

    short: str
    long: str = ""
    others: str = ""
