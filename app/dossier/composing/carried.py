"""Which exhibit has the facts of an incident: they stand once, with the first exhibit shown that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.dossier.composing.incidents import (
    DisclosedIncident,
    open_to,
    published,
    sender_line,
    when_label,
    where,
)
from app.dossier.model import Manner, PrintedRow
from app.language import Language


def about(number: int, incidents: Sequence[DisclosedIncident]) -> tuple[DisclosedIncident, ...]:
    """Return the incidents that name an exhibit."""
    return tuple(each for each in incidents if number in each.exhibits)


def carriers_of(numbers: Iterable[int], incidents: Sequence[DisclosedIncident]) -> dict[int, int]:
    """Return the exhibit that has the facts, by the numbers of incidents; ``numbers`` are the exhibits as shown."""
    found: dict[int, int] = {}
    for number in numbers:
        for first in about(number, incidents)[:1]:
            found.setdefault(first.number, number)
    return found


def facts_of(
    incident: DisclosedIncident | None,
    number: int,
    carriers: Mapping[int, int],
    language: Language,
) -> tuple[PrintedRow, ...]:
    """Return the facts of an incident, or with which exhibit they stand."""
    if incident is None:
        return ()
    carrier = carriers.get(incident.number, number)
    if carrier == number:
        return _incident_rows(incident, language)
    where = language.text(
        "Incident {number}, told with exhibit {exhibit}", number=incident.number, exhibit=carrier
    )
    return (PrintedRow(language.text("Belongs to"), where),)


def _incident_rows(incident: DisclosedIncident, language: Language) -> tuple[PrintedRow, ...]:
    facts = incident.facts
    return (
        PrintedRow(language.text("Where"), where(facts, language)),
        PrintedRow(language.text("Visibility"), open_to(facts, language)),
        PrintedRow(language.text("Link"), facts.permalink or facts.url, Manner.LINK),
        PrintedRow(language.text("Sender"), sender_line(incident, language)),
        PrintedRow(when_label(facts, language), published(facts, language)),
    )
