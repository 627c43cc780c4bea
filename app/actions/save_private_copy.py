"""Save what is only for the person as a PDF of its own, locked by a password of its own.

Rules:
- It is the one way in which anything of the private chain leaves the vault but by consent, and it goes to nobody: it is
  part of no report and no package.
- The password is held to the rule of passphrases. It is kept nowhere.
- What was put aside is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from app.actions.make_dossier import must_be_free
from app.actions.open_case import OpenCase
from app.casework import KINDS, Around, CaseState, Incident, Kept, Versioned, Written, listed
from app.dossier import (
    PrintedRow,
    PrintedSection,
    PrintedThing,
    PrivateFacts,
    make_private_copy,
)
from app.language import Language
from app.vocabulary import Zone, day, minute
from atomic_file import write_atomically
from evidence_store import EntryId, check_strength

R = TypeVar("R")


def private_facts(case: OpenCase, language: Language) -> PrivateFacts:
    """Return all that was written in the private chain and is not put aside, kind by kind."""
    state = case.state
    around = _WithDays(state)
    sections = []
    for kind in KINDS:
        if not isinstance(kind, Written) or Zone.PRIVATE not in kind.zones:
            continue
        things = tuple(_thing(kind, each, around, language) for each in _private(kind, state))
        if things:
            name = language.text(kind.name)
            sections.append(PrintedSection(kind.tag, name[:1].upper() + name[1:], things))
    return PrivateFacts(state.title, language.day(case.clock.now().utc), tuple(sections))


def save_private_copy(
    case: OpenCase, password: str, target: Path, *, language: Language, fonts: Path
) -> int:
    """Write the file, and return how many pages it has.

    Raises:
        EmptyPassphraseError, WeakPassphraseError: others could guess the password.
        FileExistsError, FileNotFoundError, UnfitNameError: it cannot lie there.
        FontMissingError: the installation is not whole.
        OSError: the file cannot be written; nothing of it is left.
    """
    check_strength(password)
    must_be_free(target)
    facts = private_facts(case, language)
    with write_atomically(target) as file:
        return make_private_copy(facts, password, file, language.plain(), fonts)


class _WithDays:
    """The case around a thing; events have their day in their name, since nothing on paper leads to them."""

    def __init__(self, state: CaseState) -> None:
        self._state = state
        self.exhibits = state.exhibits

    def of(self, kind: Kept[R]) -> Sequence[R]:
        """Return what there is of a kind."""
        return self._state.of(kind)

    def thing_of(self, entry: EntryId) -> object:
        """Return what an entry made or changed."""
        return self._state.thing_of(entry)

    def numbers_of(self, entries: Sequence[EntryId]) -> tuple[int, ...]:
        """Return the numbers of the exhibits among entries."""
        return self._state.numbers_of(entries)

    def titles_of(self, entries: Sequence[EntryId], language: Language) -> tuple[str, ...]:
        """Return what those among entries are called that were written down, an event with its day."""
        return tuple(
            listed(title, self._day(entry, language))
            for entry in entries
            for title in self._state.titles_of((entry,), language)
        )

    def _day(self, entry: EntryId, language: Language) -> str:
        thing = self._state.thing_of(entry)
        if not isinstance(thing, Versioned) or not isinstance(thing.current, Incident):
            return ""
        facts = thing.current.facts
        return day(facts.published_at or facts.first_seen_at, language)


def _private(kind: Written[Any], state: CaseState) -> Iterator[Versioned[Any]]:
    return (each for each in state.private_of(kind) if not each.hidden)


def _thing(
    kind: Written[Any], thing: Versioned[Any], around: Around, language: Language
) -> PrintedThing:
    value = thing.current
    told = (*kind.details_of(value, language), *kind.more_of(value, around, language))
    title, _ = kind.line_of(value, around, language)
    # What the title says whole is not said again.
    rows = tuple(
        PrintedRow(each.label, each.whole) for each in told if each.whole not in {"", title}
    )
    return PrintedThing(
        title, (PrintedRow(language.text("Written"), minute(thing.time, language)), *rows)
    )
