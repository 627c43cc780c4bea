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
# What packages of format 2 may hold more.
MORE_FOLDERS = frozenset({"data/media", "data/tables", "data/tokens", "data/witness"})

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
_MORE_EXTENSIONS = {
    "application/ocsp-response": "ors",
    "application/pkcs7-signature": "p7s",
    "application/pkix-cert": "cer",
    "application/pkix-crl": "crl",
    "application/timestamp-reply": "tsr",
}
_KNOWN_EXTENSIONS = frozenset(_EXTENSIONS.values()) | {_OTHER}
_EXHIBIT = re.compile(
    r"data/(exhibits|originals|media)/bilag-([0-9]{3}|[1-9][0-9]{3,5})\.([a-z0-9]+)\Z"
)
_MADE = re.compile(r"data/(?:index\.html|tables/[a-z0-9][a-z0-9-]{0,39}\.(?:csv|json|jsonld))\Z")
_OF_ENTRY = re.compile(r"data/(?:tokens|witness)/([1-9][0-9]{0,8})\.([a-z0-9]+)\Z")
_FOREIGN = re.compile(r"data/ledger/foreign-[1-9][0-9]?\.txt\Z")
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


def media_path(number: int, media_type: str) -> str:
    """Return where a film or sound of an exhibit lies, beside what is shown of it."""
    return f"data/media/bilag-{number:03d}.{extension(media_type)}"


def file_name(number: int, media_type: str) -> str:
    """Return what a copy of an exhibit's file is called outside a package."""
    return f"bilag-{number:03d}.{extension(media_type)}"


def exhibit_number(path: str) -> int | None:
    """Return the number of the exhibit that a path belongs to, or None where no package holds such a name."""
    match = _EXHIBIT.match(path) if is_known(path) else None
    return int(match[2]) if match else None


def is_original(path: str) -> bool:
    """Return whether the file is an original that lies beside what is shown."""
    return path.startswith("data/originals/")


def path_order(path: str) -> tuple[int, bool]:
    """Return the key that sorts files of exhibits: by number, what is shown before the original."""
    return exhibit_number(path) or 0, is_original(path)


def is_known(path: str, form: int = 2) -> bool:
    """Return whether a package of that format may hold a file of this name."""
    match = _EXHIBIT.match(path)
    if match and (form > 1 or match[1] != "media"):
        return match[3] in _KNOWN_EXTENSIONS and int(match[2]) > 0
    if path in REQUIRED or form < 2:
        return path in REQUIRED
    of_entry = _OF_ENTRY.match(path)
    if of_entry:
        return of_entry[2] in _KNOWN_EXTENSIONS | set(_MORE_EXTENSIONS.values())
    return is_made(path) or is_foreign(path)


def is_more(path: str) -> bool:
    """Return whether only packages of format 2 hold such a file."""
    return is_known(path) and not is_known(path, 1)


def is_made(path: str) -> bool:
    """Return whether it is a file that is made for the package: the page without a program, a table."""
    return _MADE.match(path) is not None


def is_foreign(path: str) -> bool:
    """Return whether it is the log of somebody else."""
    return _FOREIGN.match(path) is not None


def place_in(path: str) -> int | None:
    """Return the place that the name of an entry's file states, or None where it states none."""
    match = _OF_ENTRY.match(path)
    return int(match[1]) if match else None


def more_extension(path: str, media_type: str) -> str:
    """Return the extension of what goes along beside the exhibits."""
    usual = extension(media_type)
    return usual if place_in(path) is None else _MORE_EXTENSIONS.get(media_type, usual)


def witness_path(place: int) -> str:
    """Return where the statement of a witness lies, by the place of its entry."""
    return f"data/witness/{place}.txt"


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


PACKAGE_FORMAT = 1  # what is written
LATEST_FORMAT = 2  # what is read
BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_info(
    last: StoredEntry,
    payload_sizes: Mapping[str, int],
    *,
    form: int = PACKAGE_FORMAT,
    count: tuple[int, int] = (1, 1),
) -> bytes:
    """Return the text of bag-info.txt.

    Args:
        last: the entry that sealed the dossier.
        payload_sizes: size in bytes of each file under ``data/``.
        form: the number of the package's format.
        count: which part it is, and of how many; in format 2.
    """
    parts = f"Bag-Count: {count[0]} of {count[1]}\n" if form > 1 else ""
    return (
        f"Bevismappe-Package: {form}\n"
        f"Bagging-Date: {last.time[:10]}\n"
        f"External-Identifier: {receipt_code(last.hash)} /{last.id.seq}\n{parts}"
        f"Payload-Oxum: {sum(payload_sizes.values())}.{len(payload_sizes)}\n"
    ).encode("ascii")


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return a list of files as ``sha256sum -c`` reads it: SHA-256, two spaces, path, in the order of paths."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode("ascii")
