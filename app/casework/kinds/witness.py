"""What a witness saw and signed: bound to the receipt code of one exhibit, by a key that was thrown away after.

The bytes that were signed are the entry's object; the parts say the same for who reads. What they are, and when a
signature holds: casework/witnessing/. It is made by the act that signs or takes in, and is not corrected.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, filled, first_words, listed
from app.language import Language, deferred
from app.vocabulary import WitnessedOn, groups, in_words, minute
from evidence_store import EntryId, ObjectBody

SHOWS = deferred(
    "The signature shows that the statement has not changed since it was signed. It does not show who signed, or that "
    "what is said is right."
)
TYPED_HERE = deferred(
    "The name was typed on the employee’s computer. The program cannot see who typed it."
)
TYPED_ELSEWHERE = deferred(
    "The name was typed on another device, on a page from this program. The program cannot see who typed it."
)


class WitnessedFacts(Part, frozen=True, kw_only=True, tag="witness"):
    """Which exhibit, where it was signed, and when by the clock there."""

    exhibit: EntryId
    on: WitnessedOn = WitnessedOn.HERE
    signed_at: str = ""


class WitnessedName(Part, frozen=True, kw_only=True, tag="witness_witness"):
    """The name that was typed (part ``witness``)."""

    name: str = ""


class WitnessedText(Part, frozen=True, kw_only=True, tag="witness_text"):
    """What was signed, in the witness’s own words (part ``text``)."""

    words: str = ""


class WitnessedKey(Part, frozen=True, kw_only=True, tag="witness_key"):
    """The fingerprint of the public key, which the witness keeps: SHA-256, 64 hex digits (part ``key``)."""

    fingerprint: str = ""


class Witnessed(msgspec.Struct, frozen=True):
    """What a witness saw and signed."""

    entry: EntryId
    time: str
    facts: WitnessedFacts
    witness: WitnessedName | Gap | None = None
    text: WitnessedText | Gap | None = None
    key: WitnessedKey | Gap | None = None
    object: ObjectBody | Gap | None = None

    @property
    def id(self) -> EntryId:
        """What it is called by: its one entry."""
        return self.entry

    @property
    def name(self) -> str:
        """The name that was typed; "" where it cannot be read."""
        return self.witness.name if isinstance(self.witness, WitnessedName) else ""

    @property
    def words(self) -> str:
        """What was signed; "" where it cannot be read."""
        return self.text.words if isinstance(self.text, WitnessedText) else ""

    @property
    def fingerprint(self) -> str:
        """That of the key; "" where it cannot be read."""
        return self.key.fingerprint if isinstance(self.key, WitnessedKey) else ""


def typed_where(on: WitnessedOn, language: Language) -> str:
    """Return who typed the name and where, as far as anybody knows."""
    return language.text(TYPED_HERE if on is WitnessedOn.HERE else TYPED_ELSEWHERE)


def _line(witnessed: Witnessed, around: Around, language: Language) -> tuple[str, str]:
    numbers = listed(*map(str, around.numbers_of((witnessed.facts.exhibit,))))
    title = language.text("Seen by a witness")
    if numbers:
        title = language.text("Exhibit {number} was seen by a witness", number=numbers)
    return title, dotted(witnessed.name, first_words(witnessed.words))


def _details(witnessed: Witnessed, language: Language) -> tuple[Labelled, ...]:
    text, facts = language.text, witnessed.facts
    return filled(
        Labelled(text("Name"), witnessed.name),
        Labelled(text("Seen by the witness"), witnessed.words),
        Labelled(text("Signed"), minute(facts.signed_at, language)),
        Labelled(
            text("Where it was signed"), in_words(facts.on, language),
            rest=(typed_where(facts.on, language),),
        ),
        Labelled(text("What the signature shows"), text(SHOWS)),
        Labelled(text("Fingerprint of the key"), groups(witnessed.fingerprint)),
    )  # fmt: skip


def _more(witnessed: Witnessed, around: Around, language: Language) -> tuple[Labelled, ...]:
    numbers = around.numbers_of((witnessed.facts.exhibit,))
    return filled(Labelled(language.text("Exhibit"), listed(*map(str, numbers))))


def _make(entry: Decoded) -> Witnessed:
    return Witnessed(
        entry.id,
        entry.time,
        read_facts(entry, WitnessedFacts),
        entry.read("witness", WitnessedName),
        entry.read("text", WitnessedText),
        entry.read("key", WitnessedKey),
        entry.read("object", ObjectBody),
    )


WITNESS: Single[Witnessed] = Single(
    tag="witness",
    name=deferred("signed statement of a witness"),
    parts={
        "facts": WitnessedFacts,
        "witness": WitnessedName,
        "text": WitnessedText,
        "key": WitnessedKey,
        "object": ObjectBody,
    },
    searched={"witness": ("name",), "text": ("words",)},
    erasing=Erasing(),
    make=_make,
    badge=Badge(deferred("Witness"), Tone.INFO),
    icon=Icon.PERSON,
    line=_line,
    details=_details,
    more=_more,
    brief=lambda witnessed, _: witnessed.name,
)
