"""What erasing a thing of a kind takes with it, and what is listed before it is done: said by each kind in its file."""

from __future__ import annotations

import msgspec

# Who acted and on what stays with place and time: it tells nothing of what was erased.
KEPT_PARTS = frozenset({"person", "machine", "genesis"})


class Erasing(msgspec.Struct, frozen=True, kw_only=True):
    """What erasing a thing of a kind means.

    Attributes:
        keeps: parts that stay, so that what is left can still be told; all others go, in every entry of the thing.
        lists: tags of the kinds whose things are listed where they name it; reports, packages and hand-overs made
            since it stood are always listed.
        says: what else follows, an English msgid; "" for nothing.
    """

    keeps: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    says: str = ""
