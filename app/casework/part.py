"""The base of every part of an entry, and the two parts that every entry carries.

A part is one JSON body: ``kind`` and ``version`` come first, then the fields as typed by the user.

Rules:
- Fields are added only with a default; a change of meaning is a new version.
- Times are ledger stamps (UTC, ``2026-11-23T13:03:11.042Z``); "" means unknown, never guessed.
- References are (chain, seq), never a hash.
- A correction is a new entry of the same kind whose ``corrects`` names the first one.

Names and fields: the glossary in docs/glossary.md.
"""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every body begins with."""

    version: int = 1


class Person(Part, frozen=True, kw_only=True, tag="person"):
    """Who acted, by the name used in dossiers; "" while none was given."""

    actor: str = ""


class Machine(Part, frozen=True, kw_only=True, tag="machine"):
    """On what it was done. Leaves the machine only on purpose: it names the device.

    ``monotonic_ms`` is in milliseconds because nanoseconds outgrow what a body may hold (2^53) after 104 days
    without a restart. ``since_boot_ms`` counts sleep too; 0 in entries of before it was noted, and where the
    platform does not tell.
    """

    device: str = ""
    boot_id: str = ""
    monotonic_ms: int = 0
    clock_source: str = "computer"
    clock_check: str = "not_checked"
    program: str = ""
    os: str = ""
    since_boot_ms: int = 0
