"""Which files of the exhibits go along with a dossier, as its entry lists them before it is sealed. Pure."""

from __future__ import annotations

from app.casework.records import DossierFile
from app.dossier import Dossier
from app.handover.layout import exhibit_path


def list_files(dossier: Dossier) -> tuple[DossierFile, ...]:
    """The files in the order of exhibit and folder, each under the one name it can have."""
    return tuple(
        DossierFile(each.number, each.shown, exhibit_path(each.number, each.media_type))
        for each in sorted(dossier.exhibits, key=lambda exhibit: exhibit.number)
        if each.picture
    )
