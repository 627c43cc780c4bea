"""The program's own check of a package, packed or unpacked. Changes nothing, and needs no vault.

It stands on the vault's rules for ledgers and on this room's rules for packages, and shares no code with
the verifiers that travel; on the same package all of them must answer alike, check by check.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from app.handover.check_bag import check_bag, check_bag_info, check_folder_name
from app.handover.check_extras import EntryFile, Extras, check_extras
from app.handover.check_files import ListedExhibit, More, check_files
from app.handover.check_log import Log, read_log
from app.handover.check_tokens import check_tokens
from app.handover.check_witness import check_witnesses
from app.handover.checks import CHECK_OF, PackageTally
from app.handover.folder_tree import FolderTree
from app.handover.layout import (
    LEDGER,
    MANIFEST,
    TAG_MANIFEST,
    VERIFY_PY,
    VERIFY_SH,
    is_foreign,
    is_more,
)
from app.handover.progress import CountedTree, Progress, ProgressCounter
from app.handover.tree import (
    Digest,
    UnreadablePackageError,
    digest_files,
    file_finding,
    printable,
    refuse_newer,
)
from app.handover.verifier_files import VerifierFiles
from app.handover.zip_tree import ZipTree
from evidence_store import (
    Anchored,
    CheckName,
    Finding,
    FindingKind,
    Receipt,
    Report,
    StoredEntry,
    Unchecked,
    Verdict,
    anchored_verdict,
    normalise_receipt,
    not_there,
    receipt_code,
)

_IN_LEDGER = frozenset(
    {CheckName.LEDGER, CheckName.COMMITMENTS, CheckName.CHAIN, CheckName.TIMES, CheckName.ERASURES}
)
_OF_ENTRIES = frozenset(
    {
        CheckName.DOSSIER,
        CheckName.EXHIBITS,
        CheckName.ORIGINALS,
        CheckName.EXTRAS,
        CheckName.SIZES,
        CheckName.WITNESS,
    }
)


def verify_path(
    path: Path,
    *,
    expect: str | None = None,
    verifier: VerifierFiles | None = None,
    progress: Progress | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Report:
    """Check a package and return the report.

    Args:
        path: the zip, or the folder it was unpacked to.
        expect: a receipt code that came another way, as somebody wrote it down; None for none.
        verifier: the program's own travelling verifiers, to compare the package's with; None for no comparison.
        progress: told (bytes read, bytes in all) between two slices. What it raises ends the check.
        trusted: SHA-256 of the roots of timestamp authorities that are relied on, as hex.

    Raises:
        ReceiptFormatError: ``expect`` is not a receipt code. Whatever the package holds becomes a finding.
    """
    return verify_with_files(
        path, expect=expect, verifier=verifier, progress=progress, trusted=trusted
    )[0]


def verify_with_files(
    path: Path,
    *,
    expect: str | None,
    verifier: VerifierFiles | None,
    progress: Progress | None,
    trusted: frozenset[str] = frozenset(),
) -> tuple[Report, frozenset[str]]:
    """Check as ``verify_path`` does, and return also which known files could be read."""
    wanted = normalise_receipt(expect) if expect is not None else None
    tally = PackageTally()
    name = printable(path.name or path.resolve().name)
    try:
        tree = FolderTree(path) if path.is_dir() else ZipTree(path)
    except UnreadablePackageError as error:
        return _unreadable(error.finding, name)
    except OSError as error:
        finding = Finding(FindingKind.UNREADABLE, Verdict.UNREADABLE, found=error.strerror or "")
        return _unreadable(finding, name)
    try:
        refuse_newer(tree)
        check = _PackageCheck(tree, tally, wanted, verifier, ProgressCounter(progress), trusted)
        return _with_paths(check.run(), name), check.files
    except UnreadablePackageError as error:
        return _unreadable(error.finding, name)
    except OSError as error:
        finding = Finding(FindingKind.UNREADABLE, Verdict.UNREADABLE, found=error.strerror or "")
        return _unreadable(finding, name)
    finally:
        tree.close()


def _unreadable(finding: Finding, name: str) -> tuple[Report, frozenset[str]]:
    """Return the report on what cannot be read as a package: nothing else is told of it."""
    checks = PackageTally(findings=[finding]).checks({})
    return _with_paths(Report(finding.verdict, (finding,), checks, ()), name), frozenset()


def _with_paths(report: Report, name: str) -> Report:
    """Return the report with a file in each finding: the package itself, or the log with the part behind a colon."""

    def path(finding: Finding) -> str:
        check = CHECK_OF[finding.kind]
        of_a_part = finding.kind is FindingKind.NEWER_FORMAT and finding.seq is not None
        if is_foreign(finding.path.partition(":")[0]):
            return finding.path
        if (check in _IN_LEDGER or of_a_part) and finding.path != LEDGER:
            return f"{LEDGER}:{finding.path}" if finding.path else LEDGER
        if finding.path or check is CheckName.EXPECTED_RECEIPT:
            return finding.path
        return LEDGER if check in _OF_ENTRIES else name

    named = tuple(msgspec.structs.replace(each, path=path(each)) for each in report.findings)
    return msgspec.structs.replace(report, findings=named)


class _PackageCheck:
    """One run over an opened package."""

    def __init__(
        self,
        tree: FolderTree | ZipTree,
        tally: PackageTally,
        wanted: tuple[str, int | None] | None,
        verifier: VerifierFiles | None,
        steps: ProgressCounter,
        trusted: frozenset[str],
    ) -> None:
        self._steps = steps
        self._tree = CountedTree(tree, steps)
        self._seen = tree.findings
        self._tally = tally
        self._wanted = wanted
        self._trusted = trusted
        self._anchored: tuple[Anchored, ...] = ()
        self._verifier = verifier
        self._matched: Receipt | None = None
        self._exhibits: tuple[ListedExhibit, ...] = ()
        self._compared: tuple[int, ...] = ()
        self._objects = 0
        self._notes: dict[CheckName, str] = {}
        self._along: tuple[EntryFile, ...] = ()
        self.files: frozenset[str] = frozenset()

    def run(self) -> Report:
        """Do all checks, in the order in which one builds on the other, and return the report."""
        tally = self._tally
        if self._tree.form == 1:
            self._notes[CheckName.EXTRAS] = "format 1 has none"
        digests, unread = digest_files(self._tree)
        self.files = frozenset(digests)
        tally.findings += [*self._seen, *unread, *check_bag(self._tree, digests)]
        tally.done(CheckName.STRUCTURE, len(self._tree.files))
        tally.done(CheckName.SYSTEM_FILES, 0)
        if self._tree.checksums:
            tally.done(CheckName.PACKING, 1)
        tally.done(CheckName.BAG, len(digests))
        if {MANIFEST, TAG_MANIFEST} & set(digests):
            tally.done(CheckName.FILES, len(digests))
        self._compare_verifiers(digests)
        log = Log()
        if LEDGER in digests:
            with self._tree.open(LEDGER) as stream:
                log = read_log(stream)
            self._compare(log, digests)
        findings = tuple(_with_exhibit_numbers(tally.findings, self._exhibits))
        receipts = tuple(
            Receipt(entry.id.chain, entry.id.seq, receipt_code(entry.hash))
            for entry in log.entries[-2:]
        )
        return Report(
            verdict=anchored_verdict(findings, self._anchored, frozenset({log.chain})),
            findings=findings,
            checks=tally.checks(self._notes),
            receipts=receipts,
            matched=self._matched,
            entries=len(log.entries),
            objects=self._objects,
            last=receipts[-1] if receipts else None,
            withheld_entries=log.withheld_entries,
            withheld_parts=log.withheld_parts,
            exhibits=self._compared,
            anchored=self._anchored,
        )

    def _compare_verifiers(self, digests: Mapping[str, Digest]) -> None:
        """Remark on other versions of the verifiers: the sender's program may be older or newer."""
        if self._verifier is None or not {VERIFY_PY, VERIFY_SH} <= set(digests):
            return
        self._tally.done(CheckName.VERIFIER, 2)
        own = {VERIFY_PY: self._verifier.verify_py, VERIFY_SH: self._verifier.verify_sh}
        for path, data in own.items():
            expected, found = hashlib.sha256(data).hexdigest(), digests[path].sha256
            if found != expected:
                self._tally.findings.append(
                    file_finding(
                        FindingKind.VERIFIER_OTHER,
                        path,
                        Verdict.CONSISTENT,
                        expected=expected,
                        found=found,
                    )
                )

    def _compare(self, log: Log, digests: Mapping[str, Digest]) -> None:
        tally, entries = self._tally, log.entries
        tally.findings += log.findings
        if entries:
            tally.done(CheckName.CHAIN, len(entries))
            tally.done(CheckName.TIMES, len(entries))
            tally.done(CheckName.COMMITMENTS, log.open_parts)
        if self._wanted is not None and entries:
            self._match_code(log, *self._wanted)
        if not log.whole:
            return
        tally.done(CheckName.LEDGER, log.lines)
        if not entries:
            return
        tally.done(CheckName.ERASURES, log.tombstones)
        # References go by number: with numbers missing they would point at the wrong entry.
        if [entry.id.seq for entry in entries] == list(range(len(entries))):
            self._compare_files(log, digests)
        fits = all(each.verdict is Verdict.CONSISTENT for each in tally.findings)
        tally.findings += check_bag_info(self._tree, digests, entries[-1], fits=fits)
        named = check_folder_name(self._tree.name, entries)
        if named is not None:
            tally.done(CheckName.FOLDER_NAME, 1)
            tally.findings += named

    def _compare_files(self, log: Log, digests: Mapping[str, Digest]) -> None:
        tally, entries = self._tally, log.entries
        tally.done(CheckName.DOSSIER, 1)
        compared = check_files(entries, digests, self._steps.add_entry, self._more(log, digests))
        if compared is None:
            last = entries[-1].id
            tally.findings.append(
                Finding(
                    FindingKind.DOSSIER_ENTRY, Verdict.INCOMPLETE, chain=last.chain, seq=last.seq
                )
            )
            return
        tally.findings += compared.findings
        witnessed = check_witnesses(entries, self._along, digests, self._tree.open)
        if witnessed.looked_at:
            tally.done(CheckName.WITNESS, witnessed.looked_at)
        else:
            self._notes[CheckName.WITNESS] = "no statement"
        tally.findings += witnessed.findings
        # Where it cannot be seen whether more files were to go along, that is said, never "in order".
        if compared.shown or not compared.unseen:
            tally.done(CheckName.EXHIBITS, compared.shown)
        if not compared.unseen:
            tally.done(CheckName.ORIGINALS, compared.originals)
        if compared.sized:
            tally.done(CheckName.SIZES, compared.sized)
        if self._tree.form > 1:
            tally.done(CheckName.EXTRAS, len([path for path in digests if is_more(path)]))
            self._compare_tokens(entries, digests)
        self._exhibits = compared.exhibits
        self._compared = tuple(
            each.number for each in compared.exhibits if each.number not in compared.without_file
        )
        self._objects = compared.compared - len(
            {finding.path for finding in compared.findings if finding.path}
        )
        if compared.without_file:
            self._notes[CheckName.EXHIBITS] = "without file: " + ", ".join(
                map(str, compared.without_file)
            )
        if compared.unseen:
            self._notes[CheckName.ORIGINALS] = Unchecked.UNSEEN
            if not compared.shown:
                self._notes[CheckName.EXHIBITS] = Unchecked.UNSEEN

    def _compare_tokens(
        self, entries: Sequence[StoredEntry], digests: Mapping[str, Digest]
    ) -> None:
        tokens = check_tokens(entries, digests, self._tree.open, self._trusted)
        if not tokens.count:
            self._notes[CheckName.TIMESTAMPS] = "none"
        else:
            self._tally.done(CheckName.TIMESTAMPS, tokens.count)
            self._tally.findings += tokens.findings
            self._anchored = tuple(tokens.anchored)

    def _more(self, log: Log, digests: Mapping[str, Digest]) -> More:
        """Return what looks at the rest of a package of format 2; in one of format 1 there is none."""
        if self._tree.form == 1:
            return lambda _last, _numbers: Extras()

        def look(last: StoredEntry, numbers: frozenset[int]) -> Extras:
            extras = check_extras(last, numbers, digests, self._tree.open)
            extras.findings += not_there(log.adopted, extras.others, extras.objects)
            self._along = tuple(extras.files)
            return extras

        return look

    def _match_code(self, log: Log, code: str, seq: int | None) -> None:
        self._tally.done(CheckName.EXPECTED_RECEIPT, 1)
        false, standing = log.false_hashes(), ""
        for entry in log.entries:
            self._steps.add_entry()
            if entry.id.seq in false:
                continue
            here = receipt_code(entry.hash)
            if here == code and seq in (None, entry.id.seq):
                self._matched = Receipt(entry.id.chain, entry.id.seq, here)
                return
            if entry.id.seq == seq:
                standing = here
        self._tally.findings.append(
            Finding(
                FindingKind.RECEIPT,
                Verdict.NOT_CONFIRMED,
                chain=log.chain,
                seq=seq,
                expected=code,
                found=standing,
            )
        )


def _with_exhibit_numbers(
    findings: Sequence[Finding], exhibits: Sequence[ListedExhibit]
) -> Iterator[Finding]:
    """Yield the findings, those about an entry of an exhibit with its number."""
    numbers: dict[int, int] = {}
    for exhibit in exhibits:
        for place in (exhibit.shown, exhibit.original):
            numbers.setdefault(place, exhibit.number)
    for finding in findings:
        foreign = is_foreign(finding.path.partition(":")[0])
        if finding.exhibit is None and finding.seq in numbers and not foreign:
            yield msgspec.structs.replace(finding, exhibit=numbers[finding.seq])
        else:
            yield finding
