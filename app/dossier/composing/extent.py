"""How much a dossier is about, and from when to when: for cover and summary."""

from __future__ import annotations

from datetime import datetime

from app.casework import listed
from app.clock import parse_stamp
from app.dossier import model
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import DisclosedIncident
from app.language import Language
from app.vocabulary import period


def extent_of(
    exhibits: tuple[model.PrintedExhibit, ...],
    incidents: tuple[DisclosedIncident, ...],
    language: Language,
) -> str:
    """Return how many exhibits, incidents and senders it is about."""
    senders = senders_of(incidents)
    return listed(
        language.plural("{count} exhibit", "{count} exhibits", len(exhibits)),
        language.plural("{count} incident", "{count} incidents", len(incidents)),
        language.plural("{count} sender", "{count} senders", len(senders)) if senders else "",
    )


def senders_of(incidents: tuple[DisclosedIncident, ...]) -> tuple[str, ...]:
    """Return the letters of the senders, in their order."""
    letters = {incident.source.current.label for incident in incidents} - {""}
    return tuple(sorted(letters, key=lambda each: (len(each), each)))


def _stamps(
    incidents: tuple[DisclosedIncident, ...], showings: tuple[DisclosedExhibit, ...]
) -> list[datetime]:
    found: list[datetime] = []
    texts = [incident.when for incident in incidents] or [
        getattr(showing.facts, "captured_at", "") for showing in showings
    ]
    for text in texts:
        try:
            found.append(parse_stamp(text))
        except ValueError:
            continue
    return sorted(found)


def period_of(
    incidents: tuple[DisclosedIncident, ...],
    showings: tuple[DisclosedExhibit, ...],
    language: Language,
) -> str:
    """Return the days of the incidents, else of the pictures, from the first to the last; "" for none."""
    stamps = _stamps(incidents, showings)
    if not stamps:
        return ""
    return period(stamps[0], stamps[-1], language)


def summary_rows(
    exhibits: tuple[model.PrintedExhibit, ...],
    incidents: tuple[DisclosedIncident, ...],
    language: Language,
) -> tuple[model.PrintedRow, ...]:
    """Return a plain count of what there is, for tables."""
    platforms = dict.fromkeys(each.facts.platform for each in incidents if each.facts.platform)
    rows = (
        model.PrintedRow(language.text("Extent"), extent_of(exhibits, incidents, language)),
        model.PrintedRow(language.text("Period"), period_of(incidents, (), language)),
        model.PrintedRow(language.text("Platforms"), ", ".join(platforms)),
    )
    return tuple(row for row in rows if row.value)
