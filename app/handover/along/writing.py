"""All files that are written to go along, and how the dossier's entry lists them. Pure."""

from __future__ import annotations

import msgspec

from app.handover.along.case_uco import case_uco
from app.handover.along.page import page
from app.handover.along.record import record
from app.handover.along.sections import sections_told
from app.handover.along.source import AlongSource, as_shown
from app.handover.along.tables import event_table, exhibit_table, record_table
from app.language import Language

INDEX = "data/index.html"


def write_along(source: AlongSource, language: Language) -> dict[str, bytes]:
    """Return the files by their paths, in the order of paths.

    Args:
        source: what they are written from; of its dossier only what its sections show.
        language: that of the dossier.
    """
    language = language.plain()
    dossier = as_shown(source.dossier)
    dossier = msgspec.structs.replace(dossier, written=sections_told(dossier, language))
    source = msgspec.structs.replace(source, dossier=dossier)
    tables = {
        "data/tables/events.csv": event_table(source.dossier, language),
        "data/tables/exhibits.csv": exhibit_table(source, language),
        "data/tables/records.csv": record_table(source.dossier, language),
        "data/tables/dossier.json": record(source),
        "data/tables/files.jsonld": case_uco(source, language),
    }
    made = {INDEX: page(source, sorted(tables), language), **tables}
    return dict(sorted(made.items()))
