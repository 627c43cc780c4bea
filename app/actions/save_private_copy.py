"""Save what is only for the person as a PDF of its own, locked by a password of its own.

Rules:
- It is the one way in which anything of the private chain leaves the vault but by consent, and it goes to nobody: it is
  part of no report and no package.
- The password is held to the rule of passphrases. It is kept nowhere.
- What was put aside is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.actions.make_dossier import must_be_free
from app.actions.open_case import OpenCase
from app.casework import KINDS, CaseState, Versioned, Written
from app.dossier import (
    PrintedRow,
    PrintedSection,
    PrintedThing,
    PrivateFacts,
    make_private_copy,
)
from app.language import Language
from app.vocabulary import Zone, minute
from atomic_file import write_atomically
from evidence_store import check_strength


def private_facts(case: OpenCase, language: Language) -> PrivateFacts:
    """Return all that was written in the private chain and is not put aside, kind by kind."""
    state = case.state
    sections = []
    for kind in KINDS:
        if not isinstance(kind, Written) or Zone.PRIVATE not in kind.zones:
            continue
        things = tuple(_thing(kind, each, state, language) for each in _private(kind, state))
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


def _private(kind: Written[Any], state: CaseState) -> Iterator[Versioned[Any]]:
    return (each for each in state.private_of(kind) if not each.hidden)


def _thing(
    kind: Written[Any], thing: Versioned[Any], state: CaseState, language: Language
) -> PrintedThing:
    value = thing.current
    told = (*kind.details_of(value, language), *kind.more_of(value, state, language))
    rows = tuple(PrintedRow(each.label, each.whole) for each in told if each.whole)
    title, _ = kind.line_of(value, state, language)
    return PrintedThing(
        title, (PrintedRow(language.text("Written"), minute(thing.time, language)), *rows)
    )
