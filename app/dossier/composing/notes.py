"""Neutral notes as the recipient may read them: those that were chosen, with their words as they stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.casework import CaseState, Note, Versioned
from app.casework.records import NoteFacts, NoteText
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.model import Row
from app.language import Language


class TellableNote(msgspec.Struct, frozen=True):
    """A note as far as it was let through."""

    source: Versioned[Note]
    facts: NoteFacts
    text: NoteText


def let_notes(notes: Sequence[Versioned[Note]], gate: Gate) -> tuple[TellableNote, ...]:
    """Those of the chosen notes that the policy opens."""
    told: list[TellableNote] = []
    for note in notes:
        facts = gate.let("note", "facts", note.entry, note.current.facts)
        text = gate.let("note", "text", note.entry, note.current.text)
        if facts is not None and text is not None:
            told.append(TellableNote(note, facts, text))
    return tuple(told)


def compose_note(
    item: TellableNote, state: CaseState, shown: Collection[int], language: Language
) -> model.Note:
    """One note: its words, when it was written, and what it belongs to."""
    source = item.source
    rows = (
        Row(language.text("Written"), wording.minute(source.time, language)),
        Row(
            language.text("Corrected"),
            wording.minute(source.changed, language) if source.earlier else "",
        ),
        Row(language.text("Belongs to"), _about(item, state, shown, language)),
    )
    return model.Note(
        title=language.text("Note, entry {seq}", seq=source.entry.seq),
        text=item.text.text,
        rows=tuple(row for row in rows if row.value),
    )


def _about(item: TellableNote, state: CaseState, shown: Collection[int], language: Language) -> str:
    about = item.source.current.facts.about
    if about is None:
        return ""
    exhibit = state.exhibit_of(about)
    if exhibit is not None and exhibit.number in shown:
        return language.text("Exhibit {number}", number=exhibit.number)
    return language.text("Entry {seq} in the case’s log", seq=about.seq)
