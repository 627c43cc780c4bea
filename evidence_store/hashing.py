"""The three hashes that the ledger is made of. Pure.

Each input is lines of ASCII that end in LF, the first naming what is hashed, so that all of it can be
rebuilt with printf and sha256sum. Source: docs/format.md, "Hashes".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date

PART_TAG = "bevismappe/part/1"
PARTS_TAG = "bevismappe/parts/1"
ENTRY_TAG = "bevismappe/entry/1"

SALT_BYTES = 32

_NAME = re.compile(r"[a-z_]{1,32}\Z")
_HEX32 = re.compile(r"[0-9a-f]{32}\Z")
_HEX64 = re.compile(r"[0-9a-f]{64}\Z")
_STAMP = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z\Z"
)


def is_part_name(text: str) -> bool:
    """Return whether a text can name a part: 1 to 32 of a-z and underscore."""
    return _NAME.match(text) is not None


def is_id(text: str) -> bool:
    """Return whether a text is an id: 32 lower-case hex digits."""
    return _HEX32.match(text) is not None


def is_digest(text: str) -> bool:
    """Return whether a text is a hash or a salt: 64 lower-case hex digits."""
    return _HEX64.match(text) is not None


def is_stamp(text: str) -> bool:
    """Return whether a text is a ledger time, ``2026-11-23T13:03:11.042Z``, of a day and a time of day that exist."""
    match = _STAMP.match(text)
    if match is None:
        return False
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


def part_commitment(name: str, salt_hex: str, body: bytes) -> str:
    """Return what an entry says of a part without showing it: 64 hex digits.

    Args:
        name: the part's name.
        salt_hex: its own 32 random bytes as 64 lower-case hex digits.
        body: its exact bytes.

    Returns:
        64 hex digits.
    """
    head = f"{PART_TAG}\n{name}\n{salt_hex}\n"
    return hashlib.sha256(head.encode("ascii") + body).hexdigest()


def parts_hash(parts: Iterable[tuple[str, str]]) -> str:
    """Return the hash over an entry's list of parts, (name, commitment) in their order: 64 hex digits."""
    lines = "".join(f"{name} {commitment}\n" for name, commitment in parts)
    return hashlib.sha256(f"{PARTS_TAG}\n{lines}".encode("ascii")).hexdigest()


def entry_hash(chain: str, seq: int, previous: str, time: str, parts_hash: str) -> str:
    """Return the hash of an entry, which the next one names as its previous: 64 hex digits.

    Args:
        chain: the chain's id, 32 hex digits.
        seq: place in the chain, from 0.
        previous: hash of the entry before, 64 zeros for the first.
        time: ledger time.
        parts_hash: hash over the list of parts.

    Returns:
        64 hex digits.
    """
    lines = f"{ENTRY_TAG}\n{chain}\n{seq}\n{previous}\n{time}\n{parts_hash}\n"
    return hashlib.sha256(lines.encode("ascii")).hexdigest()
