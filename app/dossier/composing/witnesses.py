"""What witnesses signed, as it stands in a report: with the exhibit that it is about, and with what it does not show.

The statement itself goes along as a file only where all that it says is shown: not where a name is told otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.casework import CaseState
from app.casework.kinds.witness import (
    SHOWS,
    WITNESS,
    Witnessed,
    WitnessedKey,
    WitnessedName,
    typed_where,
)
from app.casework.kinds.witness import WitnessedText as Said
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.model import (
    Manner,
    PrintedRow,
    PrintedSection,
    PrintedThing,
    Standing,
    Statement,
)
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import in_words
from evidence_store import EntryId

_WHOLE = ("facts", "witness", "text", "key")


class DisclosedWitness(msgspec.Struct, frozen=True):
    """A statement as far as it is told.

    Attributes:
        source: what was sealed.
        number: of the exhibit.
        name, words, fingerprint: "" where they stay shut.
        along: whether the statement goes along as a file.
    """

    source: Witnessed
    number: int
    name: str = ""
    words: str = ""
    fingerprint: str = ""
    along: bool = False


def disclose_witnesses(
    state: CaseState, policy: Policy, gate: Gate, shown: Collection[int]
) -> tuple[DisclosedWitness, ...]:
    """Return what is told, in the order of the log; nothing of exhibits that are not ``shown``."""
    if WITNESS.tag not in policy.sections:
        return ()
    made: list[DisclosedWitness] = []
    for each in state.of(WITNESS):
        exhibit, entry = state.exhibit_of(each.facts.exhibit), each.entry
        if exhibit is None or exhibit.number not in shown:
            continue
        if gate.disclose(WITNESS.tag, "facts", entry, each.facts) is None:
            continue
        name = gate.disclose(WITNESS.tag, "witness", entry, each.witness) or WitnessedName()
        text = gate.disclose(WITNESS.tag, "text", entry, each.text) or Said()
        key = gate.disclose(WITNESS.tag, "key", entry, each.key) or WitnessedKey()
        whole = all((entry.seq, part) in gate.opened for part in _WHOLE)
        body = gate.disclose_object(WITNESS.tag, entry, each.object) if whole else None
        made.append(
            DisclosedWitness(
                each, exhibit.number, name.name, text.words, key.fingerprint, body is not None
            )
        )
    return tuple(made)


def compose_witnesses(
    told: Sequence[DisclosedWitness], language: Language
) -> tuple[PrintedSection, ...]:
    """Return the section; none where nothing is told."""
    if not told:
        return ()
    things = tuple(_compose(each, language) for each in told)
    return (PrintedSection(WITNESS.tag, language.text("Signed by witnesses"), things),)


def witness_statements(
    told: Sequence[DisclosedWitness], language: Language
) -> tuple[Statement, ...]:
    """Return the lines of the annex: what a witness says rests on the witness's word."""
    return tuple(
        Statement(
            _called(each, language),
            each.source.entry.seq,
            wording.column(each.source.time, language),
            Standing.STATED,
        )
        for each in told
    )


def witnesses_along(told: Sequence[DisclosedWitness]) -> tuple[EntryId, ...]:
    """Return the entries whose statements go along, in the order of the log."""
    return tuple(each.source.entry for each in told if each.along)


def _called(each: DisclosedWitness, language: Language) -> str:
    return language.text("Statement that a witness signed, exhibit {number}", number=each.number)


def _compose(each: DisclosedWitness, language: Language) -> PrintedThing:
    text, facts = language.text, each.source.facts
    path = (
        f"data/witness/{each.source.entry.seq}.txt" if each.along else ""
    )  # as app.handover has it
    rows = (
        PrintedRow(text("Exhibit"), str(each.number)),
        PrintedRow(text("Signed"), wording.minute(facts.signed_at, language)),
        PrintedRow(text("Where it was signed"), in_words(facts.on, language, others=True)),
        PrintedRow(text("Who typed the name"), typed_where(facts.on, language)),
        PrintedRow(text("Seen by the witness"), each.words, Manner.QUOTE),
        PrintedRow(text("Fingerprint of the key"), each.fingerprint, Manner.CODE),
        PrintedRow(text("The signed file"), path),
        PrintedRow(text("What the signature shows"), text(SHOWS)),
    )
    return PrintedThing(
        title=each.name or _called(each, language),
        rows=tuple(row for row in rows if row.value),
        text="",
    )
