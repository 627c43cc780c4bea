"""Look into a package that somebody sent, without a vault: what its record says, and its pictures.

Rules:
- All of it is a stranger's: the record is read strictly and under a limit, pictures are decoded in the limited child.
- It is only to be looked at. Whether it was changed is for ``verify_package`` to say, before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.handover import PackageUnreadableError, read_member
from app.picture import (
    DECODABLE,
    SNIFF_LENGTH,
    PictureRefusedError,
    Pixels,
    decode_untrusted,
    sniff,
)

_RECORD = "data/tables/dossier.json"
_MOST_RECORD = 32 * 1024 * 1024
_MOST_PICTURE = 200 * 1024 * 1024
_SCHEMA = "urn:bevismappe:dossier:1"


class ReadRow(msgspec.Struct, frozen=True):
    """A label and its value."""

    label: str
    value: str


class ReadFile(msgspec.Struct, frozen=True):
    """A file of the package."""

    path: str
    size: int
    media_type: str


class ReadExhibit(msgspec.Struct, frozen=True):
    """An exhibit as the package tells it; ``shown`` and ``original`` are None where no such file goes along."""

    number: int
    title: str
    details: tuple[ReadRow, ...]
    shown: ReadFile | None = None
    original: ReadFile | None = None


class ReadEvent(msgspec.Struct, frozen=True):
    """A line of the timeline."""

    when: str
    what: str
    exhibits: tuple[int, ...] = ()


class ReadIncident(msgspec.Struct, frozen=True):
    """Something that happened."""

    number: int
    title: str
    details: tuple[ReadRow, ...]


class ReadThing(msgspec.Struct, frozen=True):
    """Something that was written down."""

    title: str
    text: str
    details: tuple[ReadRow, ...]


class ReadSection(msgspec.Struct, frozen=True):
    """All that is told of one kind."""

    heading: str
    things: tuple[ReadThing, ...]


class ReadVersion(msgspec.Struct, frozen=True):
    """Which version it is, and what is other than before."""

    name: str
    before: str | None = None
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    shown_anew: tuple[int, ...] = ()
    told: tuple[str, ...] = ()


class ReadPackage(msgspec.Struct, frozen=True):
    """What a package of format 2 says of itself; its fields are those of docs/dossier.schema.json."""

    schema: str
    title: str
    subtitle: str
    version: ReadVersion
    cover: tuple[ReadRow, ...]
    timeline: tuple[ReadEvent, ...]
    incidents: tuple[ReadIncident, ...]
    exhibits: tuple[ReadExhibit, ...]
    sections: tuple[ReadSection, ...]


def open_package(paths: Sequence[Path]) -> ReadPackage:
    """Return what a package tells.

    Args:
        paths: the package, or all its parts: zips or folders.

    Raises:
        PackageUnreadableError: it has no record that can be read, as those of format 1.
    """
    record = read_member(paths, _RECORD, _MOST_RECORD)
    try:
        read = msgspec.json.decode(record, type=ReadPackage)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise PackageUnreadableError(_RECORD) from error
    if read.schema != _SCHEMA:
        raise PackageUnreadableError(_RECORD)
    return read


def picture_in_package(paths: Sequence[Path], file: ReadFile) -> Pixels:
    """Return a picture of the package.

    Raises:
        PackageUnreadableError: it is not there, or is no picture that can be shown.
    """
    untrusted = read_member(paths, file.path, _MOST_PICTURE)
    media_type = sniff(untrusted[:SNIFF_LENGTH])
    if media_type not in DECODABLE:
        raise PackageUnreadableError(file.path)
    try:
        return decode_untrusted(untrusted, media_type).pixels
    except PictureRefusedError as error:
        raise PackageUnreadableError(file.path) from error
