"""Words that a recipient is shown only where the person chose their entry, such as a letter as it was handed over.

Which parts these are a recipient's file says; nothing here knows a kind by name but the incident, whose section has its
own pages. Choosing the words of an entry opens neither its file nor the words of another entry.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from app.casework import CaseState, Part, Versioned, Written
from app.casework.kinds.incident import INCIDENT
from app.dossier.composing.written import role_of
from app.dossier.errors import PrivateNoteError, WordsNotPossibleError
from app.dossier.model import Section
from app.dossier.policy import WRITTEN_SECTIONS, Policy
from evidence_store import EntryId


class ChosenWords(msgspec.Struct, frozen=True, order=True):
    """Words that the person chose.

    Attributes:
        entry: whose they are.
        part: which of them; "" for all that can be chosen.
    """

    entry: EntryId
    part: str = ""


def parts_to_choose(policy: Policy, kind: Written[Any]) -> tuple[str, ...]:
    """Return the parts with words that this recipient is shown only of entries that the person chose."""
    return tuple(
        name
        for name in kind.said
        if policy.opens_chosen(kind.tag, name) and not policy.opens(kind.tag, name)
    )


def words_to_choose(
    state: CaseState, policy: Policy, shown: Collection[int]
) -> tuple[tuple[Written[Any], Versioned[Any]], ...]:
    """Return what this recipient is told of that has such words, each with its kind; ``shown`` are the exhibits."""
    return tuple(
        (kind, thing)
        for kind in _kinds(policy)
        for thing in state.of(kind)
        if _may_be_told(kind, thing, state, policy, shown)
        and any(says(getattr(thing.current, name)) for name in parts_to_choose(policy, kind))
    )


def chosen_words(
    state: CaseState, policy: Policy, shown: Collection[int], wanted: Sequence[ChosenWords]
) -> frozenset[tuple[EntryId, str]]:
    """Return the parts whose words were chosen, each of the entry as it stands.

    Raises:
        PrivateNoteError: one is private.
        WordsNotPossibleError: one has no such words for this recipient.
    """
    possible = {
        thing.id: (thing.entry, parts_to_choose(policy, kind))
        for kind, thing in words_to_choose(state, policy, shown)
    }
    found: set[tuple[EntryId, str]] = set()
    for each in wanted:
        if each.entry.chain == state.private_chain:
            raise PrivateNoteError(each.entry.seq)
        thing = state.thing_of(each.entry)
        entry, parts = (
            possible.get(thing.id, (None, ())) if isinstance(thing, Versioned) else (None, ())
        )
        chosen = [part for part in parts if each.part in {"", part}]
        if entry is None or not chosen:
            raise WordsNotPossibleError(each.entry.seq)
        found |= {(entry, part) for part in chosen}
    return frozenset(found)


def must_be_told(words: Collection[tuple[EntryId, str]], told: Collection[EntryId]) -> None:
    """Refuse words of an entry that is not told after all, such as an incident whose only exhibit was erased.

    Raises:
        WordsNotPossibleError: there is one.
    """
    missing = sorted({entry for entry, _ in words} - set(told))
    if missing:
        raise WordsNotPossibleError(missing[0].seq)


def says(part: object) -> bool:
    """Return whether a part that can be read says anything."""
    return isinstance(part, Part) and part != type(part)()


def _kinds(policy: Policy) -> tuple[Written[Any], ...]:
    """Return the kinds that are told without being chosen, in the order of the sections; notes are chosen whole."""
    by_section = {Section.INCIDENTS.value: INCIDENT} | {
        section: kind for section, (kind, how) in WRITTEN_SECTIONS.items() if not how.one_by_one
    }
    return tuple(
        by_section[each]
        for each in policy.sections
        if each in by_section and policy.opens(by_section[each].tag, "facts")
    )


def _may_be_told(
    kind: Written[Any],
    thing: Versioned[Any],
    state: CaseState,
    policy: Policy,
    shown: Collection[int],
) -> bool:
    if thing.hidden or role_of(thing.current) in policy.log_leaves_out:
        return False
    if kind is not INCIDENT:
        return True
    exhibits = state.numbers_of(thing.current.facts.exhibits)
    return not exhibits or bool(set(exhibits) & set(shown))
