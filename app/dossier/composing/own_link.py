"""The address that was noted with a picture."""

from __future__ import annotations

from app.dossier.composing.incidents import DisclosedIncident
from app.dossier.model import Manner, PrintedRow
from app.language import Language


def own_link(
    incident: DisclosedIncident | None, own: str, language: Language
) -> tuple[PrintedRow, ...]:
    """Return the address that was noted with the picture, where it is not the link above already."""
    linked = incident.facts.permalink or incident.facts.url if incident else ""
    if linked:
        shown = "" if own == linked else own
        return (PrintedRow(language.text("Address when taken"), shown, Manner.LINK),)
    return (PrintedRow(language.text("Link"), own, Manner.LINK),)
