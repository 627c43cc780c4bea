"""A timestamp authority's token over a place in the log: all up to there was there at the token's time.

Made by the program, where the person has switched it on; never by hand. Nothing of the case stands in it.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, filled
from app.language import Language, deferred
from app.vocabulary import exact, groups, minute
from evidence_store import EntryId, ObjectBody


class TimestampFacts(Part, frozen=True, kw_only=True, tag="timestamp"):
    """What the token says. Its bytes, as the authority sent them, are the entry's object.

    Attributes:
        head: the place that it is for; the fingerprint of that entry is what the authority was sent.
        authority: what it is called in the list of authorities, and ``address`` where it was asked.
        qualified: whether that list had it as qualified.
        at: the authority's time.
        accuracy_ms: how far that may be off by its own account, in milliseconds; None where it does not say.
        policy: by which rules it was given, a dotted identifier.
        serial: its number at the authority, and ``nonce`` the random number of the question, both in digits.
        signer: what the certificate that signed calls the authority.
    """

    head: EntryId
    authority: str
    address: str = ""
    qualified: bool = False
    at: str
    accuracy_ms: int | None = None
    policy: str = ""
    serial: str = ""
    nonce: str = ""
    signer: str = ""


class TimestampCertificates(Part, frozen=True, kw_only=True, tag="timestamp_certificates"):
    """Who vouches for it: certificates from the signer's to the root's, DER in base 64 (part ``certificates``)."""

    certificates: tuple[str, ...] = ()


class Timestamp(msgspec.Struct, frozen=True):
    """A token over a place in the log."""

    entry: EntryId
    time: str
    facts: TimestampFacts
    certificates: TimestampCertificates | Gap | None = None
    object: ObjectBody | Gap | None = None


def _line(stamp: Timestamp, _: Around, language: Language) -> tuple[str, str]:
    return language.text("Timestamp"), dotted(
        stamp.facts.authority, minute(stamp.facts.at, language)
    )


def _details(stamp: Timestamp, language: Language) -> tuple[Labelled, ...]:
    text, facts = language.text, stamp.facts
    return filled(
        Labelled(text("Time by the authority"), exact(facts.at, language)),
        Labelled(text("Timestamp authority"), facts.authority),
        Labelled(text("Qualified service"), text("yes") if facts.qualified else text("no")),
        Labelled(text("Covers"), text("all up to entry {seq}", seq=facts.head.seq)),
        Labelled(text("Signed by"), facts.signer, technical=True),
        Labelled(text("Address"), facts.address, technical=True),
        Labelled(text("Policy"), facts.policy, technical=True),
        Labelled(text("Serial number"), facts.serial, technical=True),
        Labelled(
            text("Fingerprint"),
            groups(stamp.object.sha256) if isinstance(stamp.object, ObjectBody) else "",
            technical=True,
        ),
    )


TIMESTAMP: Single[Timestamp] = Single(
    tag="timestamp",
    name=deferred("timestamp"),
    parts={"facts": TimestampFacts, "certificates": TimestampCertificates, "object": ObjectBody},
    erasing=Erasing(
        keeps=frozenset({"facts"}),
        says=deferred("Nobody can check this timestamp afterwards."),
    ),
    make=lambda entry: Timestamp(
        entry.id,
        entry.time,
        read_facts(entry, TimestampFacts),
        entry.read("certificates", TimestampCertificates),
        entry.read("object", ObjectBody),
    ),
    in_timeline=False,
    badge=Badge(deferred("Timestamp"), Tone.OK),
    icon=Icon.CLOCK,
    line=_line,
    details=_details,
    brief=lambda stamp, _: stamp.facts.authority,
)
