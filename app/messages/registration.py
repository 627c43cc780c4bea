"""The sheet for the workplace's own register, and figures without names, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from app.casework import (
    MERGED,
    UNDATED,
    CaseState,
    DoneAbout,
    RegistrationSheet,
    SafeFigures,
    SheetField,
    dotted,
    listed,
)
from app.casework.kinds.police_report import POLICE_REPORT
from app.language import Language, deferred
from app.vocabulary import (
    Direction,
    IncidentKind,
    SpringsFrom,
    Visibility,
    in_words,
    lowered,
)

_BLANK = "____________________"


class SheetLine(msgspec.Struct, frozen=True):
    """One field of the sheet; ``value`` is "" where somebody has to fill it in."""

    field: SheetField
    label: str
    value: str


_LABELS = {
    SheetField.WHEN: deferred("When it happened"),
    SheetField.WHERE: deferred("Where it happened"),
    SheetField.SENDER: deferred("Who is behind it"),
    SheetField.RELATION: deferred("Relation to the workplace"),
    SheetField.FORM: deferred("What it is"),
    SheetField.WHAT: deferred("What happened"),
    SheetField.ABSENCE: deferred("Did it lead to absence"),
    SheetField.HANDLED_BY: deferred("Who took care of it"),
    SheetField.DONE: deferred("What was done"),
}


def sheet_fields(
    sheet: RegistrationSheet, state: CaseState, language: Language
) -> tuple[SheetLine, ...]:
    """Return the nine fields of one event, in the order of the template."""
    text, facts = language.text, sheet.facts
    shown = text("“{text}”", text=facts.published_at_text) if facts.published_at_text else ""
    steps = (_step(each, state, language) for each in sheet.steps)
    said = {
        SheetField.WHEN: language.moment(sheet.at) if sheet.at is not None else shown,
        SheetField.WHERE: dotted(
            listed(facts.platform, facts.venue_name), facts.permalink or facts.url
        ),
        SheetField.SENDER: text("Sender {letter}", letter=sheet.sender) if sheet.sender else "",
        SheetField.RELATION: sheet.relation,
        SheetField.FORM: in_words(facts.form, language),
        SheetField.WHAT: sheet.what,
        SheetField.ABSENCE: in_words(sheet.absence, language) or text("Not stated"),
        SheetField.HANDLED_BY: listed(*(in_words(each, language) for each in sheet.handled_by)),
        SheetField.DONE: " · ".join((*sheet.done, *steps)),
    }
    return tuple(SheetLine(each, text(_LABELS[each]), said[each]) for each in SheetField)


def sheet_lines(sheet: RegistrationSheet, state: CaseState, language: Language) -> Iterator[str]:
    """Yield one event as it is printed: a line to fill in where nothing is known."""
    for line in sheet_fields(sheet, state, language):
        colon = "" if line.label.endswith("?") else ":"
        yield f"{line.label}{colon} {line.value or _BLANK}"


def _step(done: DoneAbout, state: CaseState, language: Language) -> str:
    title = done.kind.line_of(done.value, state, language)[0]
    status: Any = getattr(done.value.facts, "status", None)
    if status is None or done.kind is POLICE_REPORT:
        return title
    return listed(title, lowered(in_words(status, language)))


_FIGURES = {
    "springs_from": (SpringsFrom, deferred("Springs from")),
    "form": (IncidentKind, deferred("What it is")),
    "visibility": (Visibility, deferred("Who could see it")),
    "directed_at": (Direction, deferred("How it is aimed")),
}


def figure_lines(found: SafeFigures, language: Language) -> tuple[str, ...]:
    """Return the figures as they are read."""
    text = language.text
    if found.incidents is None:
        return (text("There are fewer than five events. So few are not told in figures."),)
    lines = [
        language.plural("{count} post or event", "{count} posts or events", found.incidents),
    ]
    for each in found.distributions:
        label = text(_FIGURES[each.of][1]) if each.of in _FIGURES else text("Quarter")
        cells = (
            f"{_cell(each.of, cell.name, language)} ({language.number(cell.count)})"
            for cell in each.cells
        )
        lines.append(f"{label}{'' if label.endswith('?') else ':'} {', '.join(cells)}")
    return (
        *lines,
        text("What is fewer than five is merged, so that nobody is known again."),
    )


def _cell(of: str, name: str, language: Language) -> str:
    text = language.text
    if name == MERGED:
        return text("others, merged")
    if of not in _FIGURES:
        if name == UNDATED:
            return text("without a time")
        year, _, quarter = name.partition("-Q")
        return text("Q{quarter} {year}", quarter=quarter, year=year)
    words = in_words(_FIGURES[of][0](name), language, others=True)
    return words[:1].upper() + words[1:] if words else text("Not stated")
