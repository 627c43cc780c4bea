"""A pack from a file: looked at with everything that it changes, and taken once the person has said yes to its key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from app.actions.read_guidance import check_recipients, read_guidance
from app.packs import (
    LONGEST_ENVELOPE,
    Difference,
    FingerprintError,
    KeptPacks,
    PackDocument,
    changes_of,
    fingerprint,
    in_force,
    judge,
    named,
    open_envelope,
    read_builtin,
    read_plain,
    same_fingerprint,
)


class LookedAt(msgspec.Struct, frozen=True):
    """A pack that may be accepted.

    Attributes:
        envelope: the file as it is.
        document: what is in it.
        fingerprint: of the publisher's key, to compare with the one that the publisher tells.
        known: whether that key was accepted before.
        before: the version that is in force; 0 where none is.
        changes: what becomes of what is in force.
    """

    envelope: bytes
    document: PackDocument
    fingerprint: str
    known: bool
    before: int
    changes: tuple[Difference, ...]


def look_at_pack(file: Path, resources: Path, packs: Path, today: date) -> LookedAt:
    """Check a pack and say what it would change; nothing is taken.

    Raises:
        PackTableError: it is no pack that can be read.
        PackSignatureError: its signature does not fit what is in it.
        PackKeyError, PackVersionError, PackExpiredError: it must not be taken.
        PackOpensMoreError: a recipient of it would be shown more than the program's.
        TrustFileError: what was accepted before cannot be read.
        OSError: the file cannot be read.
    """
    envelope = read_plain(file, LONGEST_ENVELOPE)
    document = open_envelope(envelope)
    _, publisher = named(document)
    book = KeptPacks(packs).book()
    judge(document, book, today)
    check_recipients(resources, document)
    force = read_guidance(resources, packs)
    before = next((each for each in force.packs if _names(each) == _names(document)), None)
    others = [each for each in force.packs if each is not before]
    in_force(read_builtin(resources), (*others, document))
    return LookedAt(
        envelope=envelope,
        document=document,
        fingerprint=fingerprint(publisher.key),
        known=book.knows(publisher),
        before=before.origin.version if before is not None else 0,
        changes=changes_of(force, document, before),
    )


def accept_pack(looked: LookedAt, typed: str, packs: Path, today: date) -> None:
    """Take a pack that was looked at into use.

    Args:
        looked: what the person was shown.
        typed: the fingerprint that the person says yes to.
        packs: where accepted packs lie.
        today: in Denmark.

    Raises:
        FingerprintError: that is not the fingerprint of its key.
        PackKeyError, PackVersionError, PackExpiredError: it must not be taken any more.
        TrustFileError: what was accepted before cannot be read.
        OSError: it cannot be written; what was in force still is.
    """
    _, publisher = named(looked.document)
    if not same_fingerprint(typed, publisher.key):
        raise FingerprintError(looked.fingerprint)
    KeptPacks(packs).keep(looked.envelope, looked.document, today)


def _names(document: PackDocument) -> tuple[str, str]:
    pack, publisher = named(document)
    return publisher.id, pack.id
