"""Whether a folder is copied to other computers by a program of the kind people have. By its path alone. Pure."""

from __future__ import annotations

from pathlib import PurePath

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
