"""Which version a package is for its recipient, and what is other than in the one before. Pure."""

from __future__ import annotations

import msgspec

from app.casework import CaseState
from app.casework.kinds.dossier import DELIVERY, DOSSIER, SealedDossier
from app.dossier import Dossier
from app.handover.along.source import Changes
from evidence_store import EntryId

_FIRST_PAPER = 100_001


class Edition(msgspec.Struct, frozen=True):
    """The version that a new package is. ``before`` is the dossier of the last one, None for the first."""

    changes: Changes
    before: EntryId | None = None


def edition_of(state: CaseState, dossier: Dossier) -> Edition:
    """Return which version a dossier is for its recipient: 1.0 for the first saved package, then 1.1, 1.2 ….

    What is told of the difference is what the recipient was shown then, by the numbers of exhibits, and what they are
    shown now.
    """
    saved = [each for each in state.of(DELIVERY) if each.facts.recipient == dossier.recipient]
    dossiers = list(dict.fromkeys(each.facts.dossier for each in saved))
    if not dossiers:
        return Edition(Changes())
    name, last = f"1.{len(dossiers)}", f"1.{len(dossiers) - 1}"
    before = next((each for each in state.of(DOSSIER) if each.entry == dossiers[-1]), None)
    if before is None:
        return Edition(Changes(name, last), dossiers[-1])
    return Edition(_between(before, dossier, Changes(name, last)), before.entry)


def _between(before: SealedDossier, dossier: Dossier, changes: Changes) -> Changes:
    listed = before.facts.exhibits
    # Files beside words are numbered anew in each dossier, so they are known by their entries.
    then = {each.number: each.shown for each in listed if each.number < _FIRST_PAPER}
    papers = {each.shown for each in listed if each.number >= _FIRST_PAPER}
    now = {each.number: each.shown for each in dossier.exhibits}
    new_papers = (each.name for each in dossier.papers if each.entry not in papers)
    since = (each.what for each in dossier.statements if each.seq > before.facts.head.seq)
    return msgspec.structs.replace(
        changes,
        added=tuple(sorted(set(now) - set(then))),
        removed=tuple(sorted(set(then) - set(now))),
        shown_anew=tuple(sorted(n for n in set(now) & set(then) if now[n] != then[n])),
        told=tuple(dict.fromkeys((*since, *new_papers))),
    )
