"""The package that leaves, and the check of one that came in. This file is the room's only door."""

from app.handover.contents import list_files
from app.handover.errors import (
    DossierEntryError,
    ExhibitFileError,
    HandoverError,
    ObjectChangedError,
    PackageExistsError,
    PackageNotWrittenError,
    PackageTooLargeError,
    TextTooLongError,
    VerifierMissingError,
)
from app.handover.layout import file_name, package_name
from app.handover.package import BuiltPackage, PackedFile, build_package
from app.handover.verifier_files import VerifierFiles, load_verifier_files
from app.handover.verify_package import verify_path

__all__ = [
    "BuiltPackage",
    "DossierEntryError",
    "ExhibitFileError",
    "HandoverError",
    "ObjectChangedError",
    "PackageExistsError",
    "PackageNotWrittenError",
    "PackageTooLargeError",
    "PackedFile",
    "TextTooLongError",
    "VerifierFiles",
    "VerifierMissingError",
    "build_package",
    "file_name",
    "list_files",
    "load_verifier_files",
    "package_name",
    "verify_path",
]
