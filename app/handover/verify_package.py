"""The program's own check of a package, packed or unpacked. Changes nothing, and needs no vault.

It stands on the vault's rules for ledgers and on this room's rules for packages, and shares no code with
the verifiers that travel; on the same package all of them must answer alike, check by check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.handover.check_bag import check_bag, check_bag_info
from app.handover.check_story import Exhibit, check_story, facts_of
from app.handover.checks import Tally
from app.handover.folder_tree import FolderTree
from app.handover.layout import LEDGER
from app.handover.tree import Digest, UnreadablePackageError, read_all
from app.handover.zip_tree import ZipTree
from evidence_store import (
    Finding,
    Ledger,
    LedgerChain,
    LedgerFormError,
    PartState,
    Receipt,
    Report,
    StoredEntry,
    Verdict,
    check_ledger,
    normalise_receipt,
    read_ledger,
    receipt_code,
    worst,
)

_LONGEST_LINE = 4 * 1024 * 1024
_LONGEST_WORDS = 401
_LARGEST_LEDGER = 256 * 1024 * 1024
_HEADER = re.compile(rb"bevismappe/ledger/[0-9]{1,9}\n\Z")
_KNOWN_HEADER = b"bevismappe/ledger/1\n"


def verify_path(path: Path, *, expect: str = "") -> Report:
    """Check a package.

    Args:
        path: the zip, or the folder it was unpacked to.
        expect: a receipt code that came another way, as somebody wrote it down; "" for none.

    Raises:
        ReceiptFormatError: ``expect`` is not a receipt code. Whatever the package holds becomes a finding.
    """
    wanted = normalise_receipt(expect) if expect else None
    tally = Tally()
    try:
        tree = FolderTree(path) if path.is_dir() else ZipTree(path)
    except UnreadablePackageError as error:
        return _unreadable(tally, error.finding)
    except OSError as error:
        finding = Finding("unreadable", Verdict.UNREADABLE, found=error.strerror or "")
        return _unreadable(tally, finding)
    try:
        return _Check(tree, tally, wanted).run()
    except OSError as error:
        finding = Finding("unreadable", Verdict.UNREADABLE, found=error.strerror or "")
        return _unreadable(tally, finding)
    finally:
        tree.close()


def _unreadable(tally: Tally, finding: Finding) -> Report:
    tally.findings.append(finding)
    findings = tuple(tally.findings)
    return Report(worst(findings), findings, tally.checks({}), ())


class _Check:
    """One run over an opened package."""

    def __init__(
        self, tree: FolderTree | ZipTree, tally: Tally, wanted: tuple[str, int | None] | None
    ) -> None:
        self._tree = tree
        self._tally = tally
        self._wanted = wanted
        self._matched: Receipt | None = None
        self._exhibits: tuple[Exhibit, ...] = ()
        self._objects = 0
        self._notes: dict[str, str] = {}

    def run(self) -> Report:
        """All checks, in the order in which the one builds on the other."""
        tally = self._tally
        digests, unread = read_all(self._tree)
        tally.findings += [*self._tree.findings, *unread, *check_bag(self._tree, digests)]
        tally.done("structure", len(self._tree.files))
        tally.done("bag", len(digests))
        tally.done("files", len(digests))
        ledger = Ledger(LedgerChain("", ""), (), 0)
        if LEDGER in digests:
            ledger, whole = self._ledger()
            self._compare(ledger, digests, whole=whole)
        findings = tuple(_with_exhibits(tally.findings, self._exhibits))
        return Report(
            verdict=worst(findings),
            findings=findings,
            checks=tally.checks(self._notes),
            receipts=tuple(
                Receipt(entry.id.chain, entry.id.seq, receipt_code(entry.hash))
                for entry in ledger.entries[-2:]
            ),
            matched=self._matched,
            entries=len(ledger.entries),
            objects=self._objects,
        )

    def _ledger(self) -> tuple[Ledger, bool]:
        """The ledger as far as it can be read, and whether that is all of it."""
        with self._tree.open(LEDGER) as stream:
            lines = list(_capped_lines(stream))
        if lines and _HEADER.match(lines[0]) and lines[0] != _KNOWN_HEADER:
            self._tally.findings.append(Finding("newer_format", Verdict.UNREADABLE, path=LEDGER))
        try:
            ledger = _read_evidence(lines)
        except LedgerFormError as error:
            ledger = _readable(lines, error.line - 1)
            self._tally.findings.append(
                Finding(
                    "ledger_form",
                    Verdict.INCOMPLETE if error.reason == "cut" else Verdict.ALTERED,
                    chain=ledger.chain.id,
                    seq=ledger.entries[-1].id.seq + 1 if ledger.entries else 0,
                    path=LEDGER,
                    found=f"line {error.line}: {error.reason}",
                )
            )
            return ledger, False
        self._tally.done("ledger", len(lines))
        return ledger, True

    def _compare(self, ledger: Ledger, digests: Mapping[str, Digest], *, whole: bool) -> None:
        tally, entries = self._tally, ledger.entries
        found = check_ledger(ledger) if entries or whole else ()
        tally.findings += found if whole else [each for each in found if not _about_all(each)]
        if entries:
            tally.done("chain", len(entries))
            tally.done("commitments", _open_parts(ledger))
        if self._wanted is not None and entries:
            self._look_for(ledger, *self._wanted)
        if not whole or not entries:
            return
        tombstones = sum(facts_of(entry).get("kind") == "tombstone" for entry in entries)
        tally.done("erasures", tombstones)
        # References go by number: with numbers missing they would point at the wrong entry.
        if [entry.id.seq for entry in entries] == list(range(len(entries))):
            self._compare_files(entries, digests)
        fits = not tally.findings
        tally.findings += check_bag_info(self._tree, digests, entries[-1], fits=fits)

    def _compare_files(self, entries: Sequence[StoredEntry], digests: Mapping[str, Digest]) -> None:
        tally = self._tally
        tally.done("dossier", 1)
        story = check_story(entries, digests)
        if story is None:
            last = entries[-1].id
            tally.findings.append(
                Finding("dossier_entry", Verdict.INCOMPLETE, chain=last.chain, seq=last.seq)
            )
            return
        tally.findings += story.findings
        tally.done("exhibits", len(story.exhibits))
        tally.done("sizes", story.compared)
        self._exhibits = story.exhibits
        self._objects = story.compared - len(
            {finding.path for finding in story.findings if finding.path}
        )
        if story.without_file:
            self._notes["exhibits"] = "without file: " + ", ".join(map(str, story.without_file))

    def _look_for(self, ledger: Ledger, code: str, seq: int | None) -> None:
        self._tally.done("expected_receipt", 1)
        standing = ""
        for entry in ledger.entries:
            here = receipt_code(entry.hash)
            if here == code and seq in (None, entry.id.seq):
                self._matched = Receipt(entry.id.chain, entry.id.seq, here)
                return
            if entry.id.seq == seq:
                standing = here
        beyond = seq is not None and seq > ledger.entries[-1].id.seq
        self._tally.findings.append(
            Finding(
                "receipt",
                Verdict.INCOMPLETE if beyond else Verdict.ALTERED,
                chain=ledger.chain.id,
                seq=seq,
                expected=code,
                found=standing,
            )
        )


def _capped_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines with their LF. What is longer than any line may be comes in pieces, which no grammar takes."""
    left = _LARGEST_LEDGER
    for line in iter(lambda: stream.readline(_LONGEST_LINE), b""):
        left -= len(line)
        if left < 0:
            return
        yield line


def _read_evidence(lines: Sequence[bytes]) -> Ledger:
    ledger = read_ledger(lines)
    if ledger.chain.kind != "evidence":
        raise LedgerFormError(2, "chain kind")
    return ledger


def _readable(lines: Sequence[bytes], broken: int) -> Ledger:
    """The whole entries before the line that broke the rules.

    Another word than "part" ends an entry, even one that nobody knows; a line that is cut or endless does not.
    """
    starts = [at for at, line in enumerate(lines[:broken]) if line.startswith(b"entry ")]
    if broken and lines[broken - 1].startswith(b"end "):
        broken -= 1  # something stood after the end
    line = lines[broken] if broken < len(lines) else b""
    ended = line.endswith(b"\n") and len(line) <= _LONGEST_WORDS
    ended = ended and line[:-1].partition(b" ")[0] != b"part"
    for end in (*([broken] if ended else []), *starts[-1:]):
        try:
            ledger = _read_evidence([*lines[:end], b"end 0\n"])
        except LedgerFormError:
            continue
        return msgspec.structs.replace(ledger, count=len(ledger.entries))
    chain = next(takewhile(lambda line: line.startswith(b"chain "), lines[1:2]), b"chain  ")
    return Ledger(LedgerChain(chain.decode("latin-1").split(" ")[1], ""), (), 0)


def _about_all(finding: Finding) -> bool:
    """Whether a finding rests on the whole ledger having been read."""
    return finding.kind in (
        "entry_count",
        "tombstone",
        "erased_but_kept",
        "erased_without_tombstone",
    )


def _open_parts(ledger: Ledger) -> int:
    return sum(part.state is PartState.OPEN for entry in ledger.entries for part in entry.parts)


def _with_exhibits(findings: Sequence[Finding], exhibits: Sequence[Exhibit]) -> Iterator[Finding]:
    """Each finding about an entry of an exhibit names the Bilag."""
    numbers: dict[int, int] = {}
    for exhibit in exhibits:
        for place in (exhibit.shown, exhibit.original):
            numbers.setdefault(place, exhibit.number)
    for finding in findings:
        if finding.exhibit is None and finding.seq in numbers:
            yield msgspec.structs.replace(finding, exhibit=numbers[finding.seq])
        else:
            yield finding
