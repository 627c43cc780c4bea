"""The log of a package, read entry by entry: what is wrong in it, and of each entry only what is needed later.

Lines, entries and erasures have limits, so that no package can fill the memory. Reading stops at the first
line that breaks the rules; the entries before it are still looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from app.handover.layout import LEDGER
from app.handover.tree import printable
from evidence_store import (
    AdoptedEntry,
    Finding,
    FindingKind,
    LedgerCheck,
    LedgerFormError,
    LedgerReader,
    PartState,
    SealedPart,
    StoredEntry,
    Verdict,
    adopted_by,
)

_LONGEST_LINE = 4 * 1024 * 1024
_LARGEST_LEDGER = 256 * 1024 * 1024
_MAX_ENTRIES = 200_000
_MAX_TARGETS = 200_000
_LOOKED_INTO = ("dossier", "working_copy", "view", "dossier_package")
_KEPT = frozenset({"facts", "object", "package", "certificates"})
_SAID = frozenset({"witness", "text"})  # compared with what a witness signed


class Log(msgspec.Struct):
    """What was read of the log.

    Attributes:
        chain: id of the chain, "" where it was not reached.
        entries: in order; bodies only of the parts that the files are compared with.
        findings: all that the log itself shows.
        whole: whether it could be read to its end.
        lines: how many were read.
        open_parts: how many parts are shown.
        withheld_entries: how many entries show nothing.
        withheld_parts: how many parts of the other entries are held back.
        tombstones: how many entries say that something was erased.
        adopted: those that name an entry of another log, in order.
    """

    chain: str = ""
    entries: list[StoredEntry] = []
    findings: list[Finding] = []
    whole: bool = False
    lines: int = 0
    open_parts: int = 0
    withheld_entries: int = 0
    withheld_parts: int = 0
    tombstones: int = 0
    adopted: list[AdoptedEntry] = []

    def false_hashes(self) -> set[int | None]:
        """Return the places of entries whose hash does not follow from what they say: no code can stand for them."""
        return {each.seq for each in self.findings if each.kind is FindingKind.ENTRY_HASH}


def read_log(stream: BinaryIO) -> Log:
    """Read and check a log; whatever is wrong becomes a finding."""
    log = Log()
    lines = LimitedLines(stream)
    try:
        _read(log, lines)
    except LedgerFormError as error:
        log.findings.append(
            Finding(
                FindingKind.LEDGER_FORM,
                Verdict.INCOMPLETE if error.reason == "cut" else Verdict.ALTERED,
                chain=log.chain,
                seq=log.entries[-1].id.seq + 1 if log.entries else 0,
                path=LEDGER,
                found=f"line {error.line}: {error.reason}",
            )
        )
    return log


def _read(log: Log, lines: LimitedLines) -> None:
    reader = LedgerReader(lines, longest=_LONGEST_LINE)
    if reader.chain.kind != "evidence":
        raise LedgerFormError(reader.line, "chain kind")
    log.chain = reader.chain.id
    check = LedgerCheck(reader.chain, _LOOKED_INTO)
    closed: dict[tuple[str, PartState], SealedPart] = {}
    for entry in reader:
        if len(log.entries) >= _MAX_ENTRIES:
            raise LedgerFormError(reader.line, "too many entries")
        log.findings += check.check_entry(entry)
        log.tombstones = check.tombstones
        _count(log, entry)
        log.adopted += adopted_by(entry)
        log.entries.append(_without_bodies(entry, closed))
        if check.targets > _MAX_TARGETS:
            raise LedgerFormError(reader.line, "too many entries")
    if lines.cut:
        raise LedgerFormError(reader.line + 1, "after end")
    log.findings += [
        # A tombstone can name anything.
        msgspec.structs.replace(each, path=printable(each.path))
        if each.kind is FindingKind.TOMBSTONE
        else each
        for each in check.finish(log.entries, reader.count or 0)
    ]
    log.lines, log.whole = reader.line, True


def _count(log: Log, entry: StoredEntry) -> None:
    states = [part.state for part in entry.parts]
    log.open_parts += states.count(PartState.OPEN)
    log.withheld_parts += states.count(PartState.WITHHELD)
    log.withheld_entries += not states


def _without_bodies(
    entry: StoredEntry, closed: dict[tuple[str, PartState], SealedPart]
) -> StoredEntry:
    """Return the entry as it is kept: a part that is not needed again is its name and state, made once for all."""
    kept = _KEPT | _SAID if _may_be_witness(entry) else _KEPT
    parts = tuple(
        msgspec.structs.replace(part, salt=None)
        if part.name in kept and part.body is not None
        else closed.setdefault((part.name, part.state), SealedPart(part.name, "", part.state))
        for part in entry.parts
    )
    return msgspec.structs.replace(entry, parts=parts)


def _may_be_witness(entry: StoredEntry) -> bool:
    """Return whether it can be what a witness signed, without reading JSON: an escape can stand for any letter."""
    facts = entry.part("facts")
    body = facts.body if facts is not None else None
    return body is not None and (b'"witness"' in body or b"\\u" in body)


class LimitedLines:
    """Lines with their LF, up to a size in all. A line that is too long comes in pieces, which no grammar takes.

    ``cut`` says whether more was there.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.cut = False
        self._left = _LARGEST_LEDGER

    def __iter__(self) -> Iterator[bytes]:
        for line in iter(lambda: self._stream.readline(_LONGEST_LINE), b""):
            self._left -= len(line)
            if self._left < 0:
                self.cut = True
                return
            yield line
