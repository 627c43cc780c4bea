"""Sources that were compared, as it stands in a report: which exhibits, how many agree, and by what they were read.

The words themselves are told in the own copy alone: a source may say what is covered in a picture that is shown. A
comparison is told where all its exhibits are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.casework import CaseState
from app.casework.kinds.compared import (
    COMPARED,
    OWN_WORDS,
    SHOWS,
    Compared,
    ComparedSpot,
    ComparedTools,
    ComparedWords,
    odd_words,
    result_rows,
    spot_words,
)
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.model import Manner, PrintedRow, PrintedSection, PrintedThing, Standing, Statement
from app.dossier.policy import Policy
from app.language import Language


class DisclosedComparison(msgspec.Struct, frozen=True):
    """A comparison as far as it is told.

    Attributes:
        source: what was sealed.
        numbers: of the exhibits, in its order.
        tools: by what they were read.
        spots: where they part; nothing where that stays shut.
    """

    source: Compared
    numbers: tuple[int, ...]
    tools: tuple[str, ...] = ()
    spots: tuple[ComparedSpot, ...] = ()


def disclose_comparisons(
    state: CaseState, policy: Policy, gate: Gate, shown: Collection[int]
) -> tuple[DisclosedComparison, ...]:
    """Return what is told, in the order of the log; nothing of exhibits that are not ``shown``."""
    if COMPARED.tag not in policy.sections:
        return ()
    made: list[DisclosedComparison] = []
    for each in state.of(COMPARED):
        exhibits = [state.exhibit_of(entry) for entry in each.exhibits]
        numbers = tuple(exhibit.number for exhibit in exhibits if exhibit is not None)
        if len(numbers) < len(exhibits) or not set(numbers) <= set(shown):
            continue
        if gate.disclose(COMPARED.tag, "facts", each.entry, each.facts) is None:
            continue
        by = gate.disclose(COMPARED.tag, "tools", each.entry, each.tools) or ComparedTools()
        words = gate.disclose(COMPARED.tag, "spots", each.entry, each.spots) or ComparedWords()
        made.append(DisclosedComparison(each, numbers, by.tools, words.spots))
    return tuple(made)


def compose_comparisons(
    told: Sequence[DisclosedComparison], language: Language
) -> tuple[PrintedSection, ...]:
    """Return the section; none where nothing is told."""
    if not told:
        return ()
    things = tuple(_compose(each, language) for each in told)
    return (PrintedSection(COMPARED.tag, language.text("Sources compared"), things),)


def comparison_statements(
    told: Sequence[DisclosedComparison], language: Language
) -> tuple[Statement, ...]:
    """Return the lines of the annex: what a comparison says rests on the computer that made it."""
    return tuple(
        Statement(
            _called(each, language),
            each.source.entry.seq,
            wording.column(each.source.time, language),
            Standing.STATED,
        )
        for each in told
    )


def _called(each: DisclosedComparison, language: Language) -> str:
    numbers = ", ".join(map(str, each.numbers))
    return language.text("Sources compared: exhibits {numbers}", numbers=numbers)


def _compose(each: DisclosedComparison, language: Language) -> PrintedThing:
    text = language.text
    names = tuple(text("Exhibit {number}", number=number) for number in each.numbers)
    read = dict.fromkeys(tool or text(OWN_WORDS) for tool in each.tools)
    rows = [
        PrintedRow(text("Compared"), wording.minute(each.source.time, language)),
        *(PrintedRow(row.label, row.value) for row in result_rows(each.source.facts, language)),
        PrintedRow(text("Read by"), ", ".join(read)),
    ]
    for spot in each.spots:
        where, said = spot_words(spot, names, language)
        label = text("Differs") if spot.sure else text("Not sure")
        lines = (where, *said, odd_words(spot, names, language))
        rows.append(PrintedRow(label, "\n".join(filter(None, lines)), Manner.QUOTE))
    rows.append(PrintedRow(text("What it shows"), text(SHOWS)))
    return PrintedThing(
        title=_called(each, language), rows=tuple(row for row in rows if row.value), text=""
    )
