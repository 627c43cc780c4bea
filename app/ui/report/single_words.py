"""Words that a recipient is shown only where the person chose their entry, as lines to tick. No Qt.

Which these are the recipient's data file says. The words themselves stand at the line, so they are read before it is
ticked; an incident without its exhibits is not told, so neither are they.
"""

from __future__ import annotations

from typing import Any

from app.casework import CaseState, Gap, Versioned, Written, field_words, first_words
from app.dossier import Policy, parts_to_choose, words_to_choose
from app.language import Language
from app.ui.report.choosing import wished_exhibits
from app.ui.report.model import ChoiceLine, Draft
from app.vocabulary import day

_LONGEST = 300


def word_lines(
    state: CaseState, policy: Policy, draft: Draft, language: Language
) -> tuple[ChoiceLine, ...]:
    """Return what has such words for this recipient, in the order of the report."""
    every = [each.number for each in state.exhibits]
    now = words_to_choose(state, policy, wished_exhibits(state, policy, draft))
    told = {thing.id for _, thing in now}
    return tuple(
        ChoiceLine(
            key=str(thing.id.seq),
            text=_called(kind, thing, state, language),
            detail=_said(kind, thing, policy, language)
            if thing.id in told
            else language.text("Choose the exhibit first."),
            checked=thing.id in draft.words and thing.id in told,
            fixed=thing.id not in told,
        )
        for kind, thing in words_to_choose(state, policy, every)
    )


def _called(kind: Written[Any], thing: Versioned[Any], state: CaseState, language: Language) -> str:
    """Return ``Vejledt om klage, 26. august 2026``."""
    facts = thing.current.facts
    times = (
        getattr(facts, name) for name in (kind.posted, kind.happened, kind.day_happened) if name
    )
    stamp = next(filter(None, times), thing.time)
    return f"{kind.line_of(thing.current, state, language)[0]}, {day(stamp, language)}"


def _said(kind: Written[Any], thing: Versioned[Any], policy: Policy, language: Language) -> str:
    """Return the words that would be open, each with what it is."""
    lines = []
    for field in kind.fields:
        part = getattr(thing.current, field.part) if field.part else None
        if part is None or isinstance(part, Gap) or field.part not in parts_to_choose(policy, kind):
            continue
        words = field_words(field, part, language)
        if words:
            label = language.text(field.shown or field.label)
            lines.append(f"{label}: {first_words(words, _LONGEST)}")
    return "\n".join(lines)
