"""A package from outside as a set of named files. Nothing in it is trusted, nothing is unpacked.

Rules:
- Only names that a package may hold are opened. Others become findings, made harmless before they are shown.
- Links, devices and pipes are never opened. Files are read in slices.
- What can be counted has a limit.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import BinaryIO, Protocol

import msgspec

from app.handover.archive import slices_of
from app.handover.layout import SYSTEM_FILES, SYSTEM_FOLDER, exhibit_number
from evidence_store import Finding, FindingKind, Verdict

_LONGEST_NAME = 100


class UnreadablePackageError(Exception):
    """It cannot be read as a package at all; carries the finding that says why."""

    def __init__(self, kind: FindingKind, found: str = "", path: str = "") -> None:
        super().__init__(kind)
        self.finding = Finding(kind, Verdict.UNREADABLE, path=path, found=found)


class Tree(Protocol):
    """An opened package: sizes by path, and for a zip the checksums that its headers claim."""

    @property
    def name(self) -> str:
        """What the package's own folder is called here."""
        ...

    @property
    def files(self) -> Mapping[str, int]:
        """Size in bytes by path."""
        ...

    @property
    def checksums(self) -> Mapping[str, int]:
        """CRC-32 by path; empty for a folder."""
        ...

    def open(self, path: str) -> BinaryIO:
        """One of the files as a stream."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...


class Digest(msgspec.Struct, frozen=True):
    """What a file was found to be."""

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
    """A finding about a file, naming its Bilag where it belongs to one."""
    return Finding(
        kind, verdict, exhibit=exhibit_number(path), path=path, expected=expected, found=found
    )


def stray(untrusted_path: str) -> Finding:
    """A finding about a name that no package holds, and that says nothing of any Bilag."""
    return Finding(FindingKind.UNKNOWN_FILE, Verdict.ALTERED, path=harmless(untrusted_path))


def extra(untrusted_path: str) -> Finding:
    """The same; a remark where the computer itself puts files of that name beside others.

    Args:
        untrusted_path: of a file, or of a folder with a slash at its end.
    """
    first, _, rest = untrusted_path.partition("/")
    if first == SYSTEM_FOLDER and (rest or untrusted_path.endswith("/")):
        return Finding(FindingKind.SYSTEM_FILE, Verdict.CONSISTENT, path=SYSTEM_FOLDER)
    if first != "data" and untrusted_path.rpartition("/")[2] in SYSTEM_FILES:
        return Finding(FindingKind.SYSTEM_FILE, Verdict.CONSISTENT, path=harmless(untrusted_path))
    return stray(untrusted_path)


def harmless(untrusted_name: str) -> str:
    """A name from outside as printable ASCII, cut to a line."""
    safe = "".join(
        letter if " " <= letter <= "~" else f"\\x{ord(letter):02x}"
        for letter in untrusted_name[:_LONGEST_NAME]
    )
    return safe + ("..." if len(untrusted_name) > _LONGEST_NAME else "")


def read_all(tree: Tree) -> tuple[dict[str, Digest], list[Finding]]:
    """Read each file once: what it is, and what could not be read."""
    digests: dict[str, Digest] = {}
    findings: list[Finding] = []
    for path in sorted(tree.files):
        sha256, size, checksum = hashlib.sha256(), 0, 0
        try:
            with tree.open(path) as stream:
                for data in slices_of(stream):
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
