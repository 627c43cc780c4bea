"""Which folders are copied to other computers by a program of the kind people have, and where to save instead.

A folder is known by its path alone: nothing is asked of such a program.
"""

from __future__ import annotations

from pathlib import Path, PurePath

_BEGINNINGS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_WHOLE = {
    "my drive": "Google Drive",
    "mit drev": "Google Drive",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
}


def saving_folder(remembered: Path | None, documents: Path, home: Path) -> Path:
    """Return where a report is saved unless the person says otherwise.

    Args:
        remembered: the last folder that was saved in and is not copied elsewhere.
        documents: the system's folder for documents, which often is.
        home: the user's own folder.
    """
    if remembered is not None and remembered.is_dir():
        return remembered
    return documents if documents.is_dir() and not synced_by(documents) else home


def synced_by(folder: PurePath) -> str:
    """The name of the program that copies the folder elsewhere, or ""."""
    for part in folder.parts:
        name = part.casefold()
        if name in _WHOLE:
            return _WHOLE[name]
        for beginning, program in _BEGINNINGS.items():
            if name.startswith(beginning):
                return program
    return ""
