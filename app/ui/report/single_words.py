"""Words that a recipient is shown only where the person chose their entry, as lines to tick. No Qt.

Which these are the recipient's data file says. The words themselves stand at the line, so they are read before it is
ticked; an incident without its exhibits is not told, so neither are they.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from app.casework import CaseState, Field, Versioned, Written, field_words, first_words, listed
from app.dossier import ChosenWords, Dossier, Policy, parts_to_choose, says, words_to_choose
from app.language import Language
from app.ui.report.choosing import wished_exhibits
from app.ui.report.model import ChoiceLine, ReportDraft
from app.vocabulary import day, lowered
from evidence_store import EntryId

_LONGEST = 300
_BEFORE_PART = ":"


def word_lines(
    state: CaseState, policy: Policy, draft: ReportDraft, language: Language
) -> tuple[ChoiceLine, ...]:
    """Return what has such words for this recipient, in the order of the report: each part of them by itself."""
    every = [each.number for each in state.exhibits]
    now = words_to_choose(state, policy, wished_exhibits(state, policy, draft))
    told = {thing.id for _, thing in now}
    return tuple(
        ChoiceLine(
            key=f"{thing.id.seq}{_BEFORE_PART}{part}",
            text=_called(kind, thing, state, language),
            detail=_said(kind, thing, part, language)
            if thing.id in told
            else language.text("Choose the exhibit first."),
            checked=ChosenWords(thing.id, part) in draft.words and thing.id in told,
            fixed=thing.id not in told,
        )
        for kind, thing, part in _parts(state, policy, every)
    )


def words_of(key: str, state: CaseState) -> ChosenWords:
    """Return what the line with that key stands for."""
    seq, _, part = key.partition(_BEFORE_PART)
    return ChosenWords(EntryId(state.evidence_chain, int(seq)), part)


def leaving_words(
    dossier: Dossier, state: CaseState, policy: Policy, language: Language
) -> tuple[str, ...]:
    """Return by name the chosen words that are in a dossier, as ``Post, 26 August 2026: run-up``."""
    inside = dossier.opened | dossier.stated
    return tuple(
        f"{_called(kind, thing, state, language)}: {lowered(_names(kind, part, language))}"
        for kind, thing, part in _parts(state, policy, [each.number for each in state.exhibits])
        if (thing.entry.seq, part) in inside
    )


def _parts(
    state: CaseState, policy: Policy, shown: Collection[int]
) -> Iterator[tuple[Written[Any], Versioned[Any], str]]:
    """Yield each part with such words that says something."""
    for kind, thing in words_to_choose(state, policy, shown):
        for part in parts_to_choose(policy, kind):
            if says(getattr(thing.current, part)):
                yield kind, thing, part


def _called(kind: Written[Any], thing: Versioned[Any], state: CaseState, language: Language) -> str:
    """Return ``Vejledt om klage, 26. august 2026``."""
    facts = thing.current.facts
    times = (
        getattr(facts, name) for name in (kind.posted, kind.happened, kind.day_happened) if name
    )
    stamp = next(filter(None, times), thing.time)
    return f"{kind.line_of(thing.current, state, language)[0]}, {day(stamp, language)}"


def _names(kind: Written[Any], part: str, language: Language) -> str:
    """Return what the words of a part are."""
    labels = [language.text(each.shown or each.label) for each in _fields(kind, part)]
    return listed(*labels[:1], *map(lowered, labels[1:]))


def _said(kind: Written[Any], thing: Versioned[Any], part: str, language: Language) -> str:
    """Return the words that would be open, each with what it is."""
    lines = []
    for field in _fields(kind, part):
        words = field_words(field, getattr(thing.current, part), language)
        if words:
            label = language.text(field.shown or field.label)
            lines.append(f"{label}: {first_words(words, _LONGEST)}")
    return "\n".join(lines)


def _fields(kind: Written[Any], part: str) -> tuple[Field, ...]:
    return tuple(each for each in kind.fields if each.part == part)
