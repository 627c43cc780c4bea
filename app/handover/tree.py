"""A package from outside as a set of named files. Nothing in it is trusted, nothing is unpacked.

Rules:
- A folder or zip of somebody else was not altered: it was never ours. A later format is judged by nobody who does not
  know it.
- Only names that a package may hold are opened. Others become findings, made printable before they are shown.
- Links, devices and pipes are never opened. Files are read in slices.
- What can be counted has a limit.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from typing import BinaryIO, Protocol

import msgspec

from app.handover.archive import read_slices
from app.handover.layout import (
    BAG_INFO,
    DOSSIER,
    LATEST_FORMAT,
    LEDGER,
    SYSTEM_FILES,
    SYSTEM_FOLDER,
    exhibit_number,
)
from evidence_store import Finding, FindingKind, Verdict

_LONGEST_NAME = 100


class UnreadablePackageError(Exception):
    """It cannot be read as a package at all; ``finding`` says why."""

    def __init__(self, kind: FindingKind, found: str = "", path: str = "") -> None:
        super().__init__(kind)
        self.finding = Finding(kind, Verdict.UNREADABLE, path=path, found=found)


class PackageTree(Protocol):
    """An opened package: sizes by path, and for a zip the checksums that its headers claim."""

    @property
    def name(self) -> str:
        """Return what the package's own folder is called here."""
        ...

    @property
    def form(self) -> int:
        """Return the number of its format."""
        ...

    @property
    def files(self) -> Mapping[str, int]:
        """Return the size in bytes by path."""
        ...

    @property
    def checksums(self) -> Mapping[str, int]:
        """Return the CRC-32 by path; empty for a folder."""
        ...

    def open(self, path: str) -> BinaryIO:
        """Return one of the files as a stream. Raises OSError."""
        ...

    def close(self) -> None:
        """Close what is held open."""
        ...


class Digest(msgspec.Struct, frozen=True):
    """SHA-256 and size of a file as read."""

    sha256: str
    size: int


def file_finding(
    kind: FindingKind,
    path: str,
    verdict: Verdict = Verdict.ALTERED,
    *,
    expected: str = "",
    found: str = "",
) -> Finding:
    """Return a finding about a file, with the number of the exhibit it belongs to, if any."""
    return Finding(
        kind, verdict, exhibit=exhibit_number(path), path=path, expected=expected, found=found
    )


def unknown_file(untrusted_path: str) -> Finding:
    """Return a finding about a name that no package holds, and that says nothing of any exhibit."""
    return Finding(FindingKind.UNKNOWN_FILE, Verdict.ALTERED, path=printable(untrusted_path))


def unexpected_file(untrusted_path: str) -> Finding:
    """Return the same, or a remark where the computer itself puts files of that name beside others.

    Args:
        untrusted_path: of a file, or of a folder with a slash at its end.
    """
    first, _, rest = untrusted_path.partition("/")
    if first == SYSTEM_FOLDER and (rest or untrusted_path.endswith("/")):
        return Finding(FindingKind.SYSTEM_FILE, Verdict.CONSISTENT, path=SYSTEM_FOLDER)
    if first != "data" and untrusted_path.rpartition("/")[2] in SYSTEM_FILES:
        return Finding(FindingKind.SYSTEM_FILE, Verdict.CONSISTENT, path=printable(untrusted_path))
    return unknown_file(untrusted_path)


def printable(untrusted_name: str) -> str:
    """Return a name from outside as printable ASCII, cut to a line."""
    safe = "".join(
        letter if " " <= letter <= "~" else f"\\x{ord(letter):02x}"
        for letter in untrusted_name[:_LONGEST_NAME]
    )
    return safe + ("..." if len(untrusted_name) > _LONGEST_NAME else "")


def digest_files(tree: PackageTree) -> tuple[dict[str, Digest], list[Finding]]:
    """Read each file once. Return what they are, and what could not be read."""
    digests: dict[str, Digest] = {}
    findings: list[Finding] = []
    for path in sorted(tree.files):
        sha256, size, checksum = hashlib.sha256(), 0, 0
        try:
            with tree.open(path) as stream:
                for data in read_slices(stream):
                    sha256.update(data)
                    size += len(data)
                    checksum = zlib.crc32(data, checksum)
        except OSError:
            findings.append(file_finding(FindingKind.UNREADABLE_FILE, path, Verdict.UNREADABLE))
            continue
        if tree.checksums.get(path, checksum) != checksum:
            findings.append(file_finding(FindingKind.ZIP_FORM, path, found="crc"))
        digests[path] = Digest(sha256.hexdigest(), size)
    return digests, findings


_START = 64
_PACKAGE = re.compile(rb"Bevismappe-Package: ([0-9]{1,9})(?:\n|\Z)")
_LEDGER = re.compile(rb"bevismappe/ledger/([0-9]{1,9})(?:\n|\Z)")
_LEDGER_FORMAT = 1
_LEDGERS = "data/ledger/"


def is_our_package(tree: PackageTree) -> bool:
    """Return whether it is a package of this program, whole or not."""
    marked = LEDGER in tree.files or DOSSIER in tree.files
    return marked or start_of(tree, BAG_INFO).startswith(b"Bevismappe-Package:")


def refuse_newer(tree: PackageTree) -> None:
    """Check the formats of package and log.

    Raises:
        UnreadablePackageError: one is later than those known here.
    """
    if tree.form > LATEST_FORMAT:
        raise UnreadablePackageError(FindingKind.NEWER_FORMAT, str(tree.form), BAG_INFO)
    for path in sorted(tree.files):
        match = _LEDGER.match(start_of(tree, path)) if path.startswith(_LEDGERS) else None
        if match is not None and int(match[1]) > _LEDGER_FORMAT:
            raise UnreadablePackageError(FindingKind.NEWER_FORMAT, match[1].decode("ascii"), path)


def form_of(start: bytes) -> int:
    """Return the number of a package's format by the first bytes of bag-info.txt; 1 where none is said."""
    match = _PACKAGE.match(start[:_START])
    return max(int(match[1]), 1) if match else 1


def start_of(tree: PackageTree, path: str) -> bytes:
    """Return the first bytes of a file; none where it is not there or cannot be read."""
    if path not in tree.files:
        return b""
    try:
        with tree.open(path) as stream:
            return stream.read(_START)
    except OSError:
        return b""  # told when all files are read
