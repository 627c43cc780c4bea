"""The package that leaves, and the check of one that came in. This file is the room's only door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from app.handover.along.changes import Edition, edition_of
from app.handover.along.source import AlongSource, Changes, FileAlong
from app.handover.along.writing import write_along
from app.handover.collection import CollectedExhibit, Collection, open_collection
from app.handover.contents import list_files
from app.handover.errors import (
    DossierEntryError,
    ExhibitFileError,
    HandoverError,
    NotOnePackageError,
    ObjectChangedError,
    PackageExistsError,
    PackageNotSoundError,
    PackageNotWrittenError,
    PackageTooLargeError,
    PackageUnreadableError,
    PartTooSmallError,
    StickKeyError,
    StickLargeError,
    StickLockError,
    StickPackageError,
    StickPlaceError,
    TextTooLongError,
    VerifierMissingError,
)
from app.handover.foreign_log import foreign_logs
from app.handover.layout import file_name, media_path, package_name, witness_path
from app.handover.package import (
    BuiltPackage,
    PackageContent,
    PackedFile,
    build_package,
    build_parts,
)
from app.handover.packed_report import PackedReport, read_report
from app.handover.reading import read_member, read_pieces, size_of_member
from app.handover.stick import layout as stick_layout
from app.handover.stick.layout import StickExhibit, StickFile
from app.handover.stick.page import stick_letter, stick_page
from app.handover.verifier_files import VerifierFiles, load_verifier_files
from app.handover.verify_package import verify_path
from app.handover.verify_parts import verify_together

__all__ = [
    "AlongSource",
    "BuiltPackage",
    "Changes",
    "CollectedExhibit",
    "Collection",
    "DossierEntryError",
    "Edition",
    "ExhibitFileError",
    "FileAlong",
    "HandoverError",
    "NotOnePackageError",
    "ObjectChangedError",
    "PackageContent",
    "PackageExistsError",
    "PackageNotSoundError",
    "PackageNotWrittenError",
    "PackageTooLargeError",
    "PackageUnreadableError",
    "PackedFile",
    "PackedReport",
    "PartTooSmallError",
    "StickExhibit",
    "StickFile",
    "StickKeyError",
    "StickLargeError",
    "StickLockError",
    "StickPackageError",
    "StickPlaceError",
    "TextTooLongError",
    "VerifierFiles",
    "VerifierMissingError",
    "build_package",
    "build_parts",
    "edition_of",
    "file_name",
    "foreign_logs",
    "list_files",
    "load_verifier_files",
    "locked_stick",
    "media_path",
    "open_collection",
    "package_name",
    "read_member",
    "read_pieces",
    "read_report",
    "size_of_member",
    "stick_layout",
    "stick_letter",
    "stick_page",
    "verify_path",
    "verify_together",
    "witness_path",
    "write_along",
]


def locked_stick(
    files: Iterable[StickFile], target: BinaryIO, *, keys: Sequence[str] = (), password: str = ""
) -> bytes:
    """Write the files as one encrypted file; see app.handover.stick.locking."""
    from app.handover.stick.locking import locked

    return locked(files, target, keys=keys, password=password)
