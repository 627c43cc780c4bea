"""Which names a package holds ("Package"), and what the table of media types says."""

from __future__ import annotations

import re

LOG = "data/ledger/evidence.txt"
DOSSIER = "data/dossier.pdf"
TEN = (
    *("LAES-MIG.txt", "README.txt", "verify.py", "verify.sh", DOSSIER, LOG),
    *("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"),
)
FOLDERS = ("data", "data/exhibits", "data/ledger", "data/originals")
ENDINGS = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/vnd.ms-outlook": "msg",
    "application/zip": "zip",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "image/webp": "webp",
    "message/rfc822": "eml",
    "multipart/related": "mhtml",
    "text/csv": "csv",
    "text/html": "txt",
    "text/plain": "txt",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
}
_OF_AN_EXHIBIT = re.compile(
    r"data/(?:exhibits|originals)/bilag-([0-9]{3}|[1-9][0-9]{3,5})\.([a-z0-9]+)"
)
_PACKAGE = re.compile(r"bevismappe-[a-z0-9]{1,24}-([0-9abcdefghjkmnpqrstvwxyz]{8})")


def ending(media_type: str) -> str:
    return ENDINGS.get(media_type, "bin")


def exhibit_of(name: str) -> int | None:
    """The number in a known name of an exhibit's file."""
    match = _OF_AN_EXHIBIT.fullmatch(name)
    if match is None or int(match[1]) == 0 or match[2] not in {*ENDINGS.values(), "bin"}:
        return None
    return int(match[1])


def is_known(name: str) -> bool:
    return name in TEN or exhibit_of(name) is not None


def code_in(folder: str) -> str:
    """The eight letters at the end of a package's folder name; "" where it has not that form."""
    match = _PACKAGE.fullmatch(folder)
    return match[1] if match else ""


def foreign(name: str) -> str:
    """The finding for a file whose name is not known; a folder's name ends in a slash."""
    first, _, rest = name.partition("/")
    if first == "__MACOSX" and (rest or name.endswith("/")):
        return "system_file"
    last = name.rpartition("/")[2]
    if first != "data" and last in (".DS_Store", "Thumbs.db", "desktop.ini"):
        return "system_file"
    return "unknown_file"
