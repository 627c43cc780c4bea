"""The report in a package: its bytes, and what the package's log says of it. For comparing with a print."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from app.casework.kinds.dossier import DossierFacts
from app.handover.check_log import read_log
from app.handover.errors import PackageUnreadableError
from app.handover.layout import DOSSIER, LEDGER
from app.handover.reading import read_member
from evidence_store import EntryId, ObjectBody, StoredEntry

_MOST_LOG = 256 * 1024 * 1024
_MOST_REPORT = 1024 * 1024 * 1024


class PackedReport(msgspec.Struct, frozen=True):
    """A report with its place in the log.

    Attributes:
        pdf: its bytes; a stranger's, as all of a package.
        head_hash: of the entry before it, whose receipt code is printed.
        facts: what the log says of it.
        shown: the SHA-256 of each shown picture, by its entry; of those that are opened.
        times: when each entry was sealed.
        hashes: of each entry.
    """

    pdf: bytes
    head_hash: str
    facts: DossierFacts
    shown: Mapping[EntryId, str]
    times: Mapping[EntryId, str]
    hashes: Mapping[EntryId, str]


def read_report(paths: Sequence[Path]) -> PackedReport:
    """Return the report of a package.

    Args:
        paths: the package, or all its parts: zips or folders.

    Raises:
        PackageUnreadableError: log or report cannot be read, or the log does not end with a report.
    """
    log = read_log(io.BytesIO(read_member(paths, LEDGER, _MOST_LOG)))
    pdf = read_member(paths, DOSSIER, _MOST_REPORT)
    if not log.whole or len(log.entries) < 2:
        raise PackageUnreadableError(LEDGER)
    try:
        facts = msgspec.json.decode(_body(log.entries[-1], "facts"), type=DossierFacts)
    except msgspec.DecodeError as error:
        raise PackageUnreadableError(LEDGER) from error
    return PackedReport(
        pdf,
        log.entries[-2].hash,
        facts,
        {each.id: sha256 for each in log.entries if (sha256 := _object(each))},
        {each.id: each.time for each in log.entries},
        {each.id: each.hash for each in log.entries},
    )


def _object(entry: StoredEntry) -> str:
    try:
        return msgspec.json.decode(_body(entry, "object"), type=ObjectBody).sha256
    except msgspec.DecodeError:
        return ""


def _body(entry: StoredEntry, part: str) -> bytes:
    return next((each.body or b"" for each in entry.parts if each.name == part), b"")
