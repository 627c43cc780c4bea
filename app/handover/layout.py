"""The names that a package holds, and the text files that make a folder a BagIt 1.0 bag. Pure.

Every name is made here: ASCII, from a closed list or of the form ``bilag-001.png``. Nothing that anybody
typed, and no name that a file had where it came from, becomes a name in a package. The texts tell nothing of the
machine or the moment of packing: date and name come from the ledger.

Source: RFC 8493; docs/format.md, "Package". The travelling verifiers know the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from evidence_store import MAX_BODY, StoredEntry, receipt_code

DANISH_README = "LAES-MIG.txt"
ENGLISH_README = "README.txt"
VERIFY_PY = "verify.py"
VERIFY_SH = "verify.sh"
BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
DOSSIER = "data/dossier.pdf"
LEDGER = "data/ledger/evidence.txt"
FOLDERS = frozenset({"data", "data/exhibits", "data/ledger", "data/originals"})

# What computers put beside files by themselves; nothing of ours has such a name.
SYSTEM_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
SYSTEM_FOLDER = "__MACOSX"

FIRST = (DANISH_README, ENGLISH_README, VERIFY_PY, VERIFY_SH)
LAST = (BAG_INFO, BAGIT, MANIFEST, TAG_MANIFEST)
TAGS = tuple(sorted({*FIRST, *LAST} - {TAG_MANIFEST}))
REQUIRED = (*FIRST, *LAST, DOSSIER, LEDGER)

MAX_FILES = 20_000
MAX_TEXT = MAX_BODY
MAX_BYTES = 2**31 - 2**24  # what every zip reader takes, with room for headers and lists

_EXTENSIONS = {
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
    "text/html": "txt",  # opened by a double click it must not run as a page
    "text/plain": "txt",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
}
_OTHER = "bin"
_KNOWN_EXTENSIONS = frozenset(_EXTENSIONS.values()) | {_OTHER}
_EXHIBIT = re.compile(
    r"data/(?:exhibits|originals)/bilag-([0-9]{3}|[1-9][0-9]{3,5})\.([a-z0-9]+)\Z"
)
_TOP = re.compile(r"bevismappe-[a-z0-9]{1,24}-[0-9a-hjkmnp-tv-z]{8}\Z")
_UNFIT = re.compile(r"[^a-z0-9]+")


def extension(media_type: str) -> str:
    """Return the extension that a file of this media type gets; ``bin`` for all that is not on the list."""
    return _EXTENSIONS.get(media_type, _OTHER)


def exhibit_path(number: int, media_type: str) -> str:
    """Return where the shown file of an exhibit lies."""
    return f"data/exhibits/bilag-{number:03d}.{extension(media_type)}"


def original_path(number: int, media_type: str) -> str:
    """Return where the original of an exhibit lies, if it travels beside what is shown."""
    return f"data/originals/bilag-{number:03d}.{extension(media_type)}"


def file_name(number: int, media_type: str) -> str:
    """Return what a copy of an exhibit's file is called outside a package."""
    return f"bilag-{number:03d}.{extension(media_type)}"


def exhibit_number(path: str) -> int | None:
    """Return the number of the exhibit that a path belongs to, or None where no package holds such a name."""
    match = _EXHIBIT.match(path) if is_known(path) else None
    return int(match[1]) if match else None


def is_original(path: str) -> bool:
    """Return whether the file is an original that lies beside what is shown."""
    return path.startswith("data/originals/")


def path_order(path: str) -> tuple[int, bool]:
    """Return the key that sorts files of exhibits: by number, what is shown before the original."""
    return exhibit_number(path) or 0, is_original(path)


def is_known(path: str) -> bool:
    """Return whether a package may hold a file of this name."""
    match = _EXHIBIT.match(path)
    if match:
        return match[2] in _KNOWN_EXTENSIONS and int(match[1]) > 0
    return path in REQUIRED


def package_name(recipient: str, receipt: str) -> str:
    """Return the name of a package and of the one folder in it, made from the code that the dossier prints."""
    who = _UNFIT.sub("", recipient.lower())[:24] or "pakke"
    return f"bevismappe-{who}-{name_code(receipt)}"


def name_code(receipt: str) -> str:
    """Return the end of a package's name: the beginning of the code that the dossier prints."""
    return receipt.replace(" ", "")[:8].lower()


def is_package_name(name: str) -> bool:
    """Return whether a folder name is one that ``package_name`` could have made."""
    return _TOP.match(name) is not None


def in_zip_order(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths as they stand in the zip: what a reader needs first, then data, then the lists."""
    present = set(paths)
    data = sorted(present - {*FIRST, *LAST})
    return (
        *(path for path in FIRST if path in present),
        *data,
        *(path for path in LAST if path in present),
    )


PACKAGE_FORMAT = 1
BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_info(last: StoredEntry, payload_sizes: Mapping[str, int]) -> bytes:
    """Return the text of bag-info.txt.

    Args:
        last: the entry that sealed the dossier.
        payload_sizes: size in bytes of each file under ``data/``.
    """
    return (
        f"Bevismappe-Package: {PACKAGE_FORMAT}\n"
        f"Bagging-Date: {last.time[:10]}\n"
        f"External-Identifier: {receipt_code(last.hash)} /{last.id.seq}\n"
        f"Payload-Oxum: {sum(payload_sizes.values())}.{len(payload_sizes)}\n"
    ).encode("ascii")


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return a list of files as ``sha256sum -c`` reads it: SHA-256, two spaces, path, in the order of paths."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode("ascii")
