"""Which files of the exhibits go along with a dossier, as its entry lists them before it is sealed. Pure."""

from __future__ import annotations

from app.casework.kinds.dossier import DossierFile
from app.dossier import Dossier
from app.handover.layout import exhibit_path, original_path


def list_files(dossier: Dossier) -> tuple[DossierFile, ...]:
    """Return the files in the order of exhibit and folder, each under the one name it can have."""
    files: list[DossierFile] = []
    for each in sorted(dossier.exhibits, key=lambda exhibit: exhibit.number):
        if each.picture:
            path = exhibit_path(each.number, each.media_type)
            files.append(DossierFile(each.number, each.shown, path))
        if each.original_type:
            path = original_path(each.number, each.original_type)
            files.append(DossierFile(each.number, each.original, path))
    return tuple(files)
