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
_BILAG = r"bilag-([0-9]{3}|[1-9][0-9]{3,5})\.([a-z0-9]+)"
_OF_AN_EXHIBIT = re.compile(f"data/(?:exhibits|originals)/{_BILAG}")
_MEDIA = re.compile(f"data/media/{_BILAG}")
_ENTRY = re.compile(r"data/(?:tokens|witness)/([1-9][0-9]{0,8})\.([a-z0-9]+)")
_MADE = re.compile(r"data/index\.html|data/tables/[a-z0-9][a-z0-9-]{0,39}\.(?:csv|json|jsonld)")
_FOREIGN = re.compile(r"data/ledger/foreign-[1-9][0-9]?\.txt")
MORE_FOLDERS = ("data/media", "data/tables", "data/tokens", "data/witness")
_MORE_ENDINGS = {
    "application/ocsp-response": "ors",
    "application/pkcs7-signature": "p7s",
    "application/pkix-cert": "cer",
    "application/pkix-crl": "crl",
    "application/timestamp-reply": "tsr",
}
_PACKAGE = re.compile(r"bevismappe-[a-z0-9]{1,24}-([0-9abcdefghjkmnpqrstvwxyz]{8})")


def ending(media_type: str) -> str:
    return ENDINGS.get(media_type, "bin")


def ending_at(path: str, media_type: str) -> str:
    """The ending of the file of an entry, by where it lies."""
    if _ENTRY.fullmatch(path):
        return _MORE_ENDINGS.get(media_type, ending(media_type))
    return ending(media_type)


def exhibit_of(name: str) -> int | None:
    """The number in a known name of an exhibit's file."""
    match = _OF_AN_EXHIBIT.fullmatch(name) or _MEDIA.fullmatch(name)
    if match is None or int(match[1]) == 0 or match[2] not in {*ENDINGS.values(), "bin"}:
        return None
    return int(match[1])


def is_shown(name: str) -> bool:
    """Whether it is a file of an exhibit of format 1."""
    return _OF_AN_EXHIBIT.fullmatch(name) is not None and exhibit_of(name) is not None


def place_of(name: str) -> int | None:
    """The place in the name of an entry's file."""
    match = _ENTRY.fullmatch(name)
    endings = {*ENDINGS.values(), *_MORE_ENDINGS.values(), "bin"}
    return int(match[1]) if match and match[2] in endings else None


def more_list(name: str) -> str:
    """In which list a file stands that only format 2 has; "" for every other."""
    if _MADE.fullmatch(name):
        return "made"
    if _FOREIGN.fullmatch(name):
        return "chains"
    of_media = _MEDIA.fullmatch(name) and exhibit_of(name) is not None
    return "entries" if of_media or place_of(name) is not None else ""


def is_known(name: str, form: int = 2) -> bool:
    return name in TEN or is_shown(name) or (form == 2 and bool(more_list(name)))


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
