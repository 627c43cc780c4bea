"""What is known of the machine that acts are done on; on its own, since a window asks for it before its first paint."""

from __future__ import annotations

import msgspec


class MachineFacts(msgspec.Struct, frozen=True):
    """What is noted of the machine with each entry; it leaves the machine only on purpose."""

    device: str
    program: str
    python: str
    qt: str
    os: str
