"""What the person chose one by one: notes that are printed, and originals that go along as files.

Rules:
- Only what stands in the chain of evidence can be chosen: a private note never.
- An original is never chosen where a copy of it was covered with black: it would show what is covered.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from app.casework import CaseState, Exhibit, ExhibitKind, Gap, Note, Versioned, WorkingCopy
from app.casework.kinds.note import NOTE, NoteText
from app.dossier.errors import OriginalNotPossibleError, PrivateNoteError, UnknownNoteError
from app.dossier.policy import Policy
from evidence_store import EntryId, ObjectBody


class NoFile(StrEnum):
    """Why an original cannot go along."""

    COVERED = "covered"
    ERASED = "erased"
    NOT_INCLUDED = "not_included"
    NOT_FOR_RECIPIENT = "not_for_recipient"


def notes_to_choose(state: CaseState, policy: Policy) -> tuple[Versioned[Note], ...]:
    """Return the neutral notes that the recipient may be shown, each if it is chosen."""
    if not policy.opens_chosen("note", "text"):
        return ()
    return tuple(note for note in state.of(NOTE) if _tellable(note))


def chosen_notes(
    state: CaseState, policy: Policy, wanted: tuple[EntryId, ...] | None
) -> tuple[Versioned[Note], ...]:
    """Return the notes to print, in the order of the log; None = as the policy says.

    Raises:
        PrivateNoteError: one is private.
        UnknownNoteError: one is no note that can be shown to this recipient.
    """
    possible = notes_to_choose(state, policy)
    if wanted is None:
        return possible if policy.notes else ()
    found = set()
    for entry in wanted:
        if entry.chain == state.private_chain:
            raise PrivateNoteError(entry.seq)
        thing = state.thing_of(entry)
        if thing not in possible:
            raise UnknownNoteError(entry.seq)
        found.add(thing)
    return tuple(note for note in possible if note in found)


def why_no_file(exhibit: Exhibit, policy: Policy) -> NoFile | None:
    """Return why the original of an exhibit cannot go along; None where it can."""
    if not policy.opens_chosen(exhibit.kind.value, "object"):
        return NoFile.NOT_FOR_RECIPIENT
    if not isinstance(exhibit.object, ObjectBody):
        return NoFile.ERASED
    return NoFile.COVERED if any(_covers(copy) for copy in exhibit.copies) else None


def chosen_originals(
    state: CaseState,
    policy: Policy,
    wanted: tuple[int, ...] | None,
    included: Collection[int],
) -> frozenset[int]:
    """Return the exhibits whose original goes along; None = as the policy says of added files.

    Raises:
        OriginalNotPossibleError: one that was chosen cannot go along.
    """
    if wanted is None:
        return frozenset(
            exhibit.number
            for exhibit in state.exhibits
            if policy.files
            and exhibit.kind is ExhibitKind.FILE
            and exhibit.number in included
            and why_no_file(exhibit, policy) is None
        )
    for number in wanted:
        exhibit = state.exhibit(number)
        if exhibit is None or number not in included:
            raise OriginalNotPossibleError(number, NoFile.NOT_INCLUDED)
        reason = why_no_file(exhibit, policy)
        if reason is not None:
            raise OriginalNotPossibleError(number, reason)
    return frozenset(wanted)


def _tellable(note: Versioned[Note]) -> bool:
    """Return whether there are words to print; one that was put aside or erased has none."""
    return not note.hidden and isinstance(note.current.text, NoteText)


def _covers(copy: WorkingCopy) -> bool:
    return isinstance(copy.redactions, Gap) or bool(copy.redactions and copy.redactions.redactions)
