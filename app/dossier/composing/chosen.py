"""What the person chose one by one: notes that are printed, and originals that go along as files.

Rules:
- Only what stands in the chain of evidence can be chosen: a private note never.
- An original is not chosen where a copy of it was covered with black: it would show what is covered. Only a policy that
  says so in plain words (``unmasked``) lets the person choose it all the same.
- Where a policy takes examples, they are spread over the whole time: of the pictures that show incidents, one each.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from app.casework import CaseState, Exhibit, Gap, Note, Versioned, WorkingCopy
from app.casework.kinds.incident import INCIDENT
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


def by_default(
    state: CaseState, policy: Policy, *, context: bool | None = None
) -> tuple[Exhibit, ...]:
    """Return the exhibits that are not put aside, whole screens as the policy has them or as ``context`` says."""
    whole = policy.context if context is None else context
    return tuple(each for each in state.exhibits if not each.hidden and (whole or not each.context))


def examples_of(state: CaseState, policy: Policy) -> frozenset[int]:
    """Return the exhibits that a policy with examples takes: the first, the last, and some evenly between."""
    there = [each.number for each in by_default(state, policy)]
    if len(there) <= policy.examples:
        return frozenset(there)
    firsts: dict[int, None] = {}
    for incident in state.of(INCIDENT):
        if not incident.hidden:
            shows = state.numbers_of(incident.current.facts.exhibits)
            firsts |= dict.fromkeys([each for each in shows if each in there][:1])
    numbers = sorted(firsts or there)
    most = policy.examples
    if len(numbers) <= most:
        return frozenset(numbers)
    last = len(numbers) - 1
    return frozenset(numbers[round(at * last / max(most - 1, 1))] for at in range(most))


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
    if policy.unmasked:
        return None
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
            and exhibit.received
            and exhibit.frame is None
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
