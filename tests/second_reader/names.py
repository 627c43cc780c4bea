"""The names that a package can hold, and how a strange one is told."""

import re

LOG = "data/ledger/evidence.txt"
DOSSIER = "data/dossier.pdf"
BAG_INFO = "bag-info.txt"
BAGIT = "bagit.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
LETTERS = ("LAES-MIG.txt", "README.txt", "verify.py", "verify.sh")
BAG_TEXTS = (BAG_INFO, BAGIT, MANIFEST, TAG_MANIFEST)
NEEDED = (*LETTERS, DOSSIER, LOG, *BAG_TEXTS)
TAGGED = (*LETTERS, BAG_INFO, BAGIT, MANIFEST)

FOLDERS = ("data", "data/exhibits", "data/ledger", "data/originals")
FOLDERS_2 = ("data/media", "data/tables", "data/tokens", "data/witness")
SYSTEM_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
SYSTEM_FOLDER = "__MACOSX"

MEDIA_TYPES: dict[str, str] = {
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
TOKEN_TYPES: dict[str, str] = {
    "application/ocsp-response": "ors",
    "application/pkcs7-signature": "p7s",
    "application/pkix-cert": "cer",
    "application/pkix-crl": "crl",
    "application/timestamp-reply": "tsr",
}

_EXT = "(?:" + "|".join(sorted({*MEDIA_TYPES.values(), "bin"})) + ")"
_EXT_2 = "(?:" + "|".join(sorted({*MEDIA_TYPES.values(), *TOKEN_TYPES.values(), "bin"})) + ")"
_NUMBER = "((?!000)[0-9]{3}|[1-9][0-9]{3,5})"
_EXHIBIT = re.compile(rf"data/(?:exhibits|originals)/bilag-{_NUMBER}\.{_EXT}")
_MEDIA = re.compile(rf"data/media/bilag-{_NUMBER}\.{_EXT}")
_PLACED = re.compile(rf"data/(?:tokens|witness)/([1-9][0-9]{{0,8}})\.{_EXT_2}")
_MADE = re.compile(r"data/index\.html|data/tables/[a-z0-9][a-z0-9-]{0,39}\.(?:csv|json|jsonld)")
_FOREIGN = re.compile(r"data/ledger/foreign-[1-9][0-9]?\.txt")
_PACKAGE = re.compile(r"bevismappe-[a-z0-9]{1,24}-([0-9a-hjkmnp-tv-z]{8})")


def is_exhibit(name: str) -> bool:
    """Whether this is a name in the folders of exhibits and originals."""
    return _EXHIBIT.fullmatch(name) is not None


def is_made(name: str) -> bool:
    """Whether the list `made` can hold this name."""
    return _MADE.fullmatch(name) is not None


def is_placed(name: str) -> bool:
    """Whether the list `entries` can hold this name."""
    return _PLACED.fullmatch(name) is not None or _MEDIA.fullmatch(name) is not None


def is_foreign(name: str) -> bool:
    """Whether the list `chains` can hold this name."""
    return _FOREIGN.fullmatch(name) is not None


def is_extra(name: str) -> bool:
    """Whether only format 2 knows this name."""
    return is_made(name) or is_placed(name) or is_foreign(name)


def is_known(name: str, package_format: int) -> bool:
    """Whether a package of this format can hold this name."""
    return name in NEEDED or is_exhibit(name) or (package_format == 2 and is_extra(name))


def number_of(name: str) -> int | None:
    """The number of the exhibit that a known name tells."""
    match = _EXHIBIT.fullmatch(name) or _MEDIA.fullmatch(name)
    return int(match[1]) if match else None


def place_of(name: str) -> int | None:
    """The place that a name in the folders of tokens and witnesses tells."""
    match = _PLACED.fullmatch(name)
    return int(match[1]) if match else None


def ending_of(media_type: str, name: str) -> str:
    """The ending that a media type gives to a file of this name's folder."""
    if name.startswith(("data/tokens/", "data/witness/")) and media_type in TOKEN_TYPES:
        return TOKEN_TYPES[media_type]
    return MEDIA_TYPES.get(media_type, "bin")


def exhibit_name(folder: str, number: int, media_type: str) -> str:
    """The name of an exhibit's file."""
    name = f"data/{folder}/bilag-{number:03d}."
    return name + ending_of(media_type, name)


def tail_of(folder: str) -> str | None:
    """The last eight letters of a folder's name, if it has the form of a package's."""
    match = _PACKAGE.fullmatch(folder)
    return match[1] if match else None


def rank(name: str) -> tuple[int, str]:
    """Where a name stands in our order."""
    if name in LETTERS:
        return (0, name)
    return (1 if name.startswith("data/") else 2, name)


def shown(name: str) -> str:
    """A strange name, told so that it steers no terminal."""
    told = "".join(sign if " " <= sign <= "~" else f"\\x{ord(sign):02x}" for sign in name[:101])
    return told if len(told) <= 100 else told[:100] + "..."
