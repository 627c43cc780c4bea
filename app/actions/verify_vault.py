"""Check a vault, or a report (PDF) against the vault that sealed it. Changes nothing, and gives separate facts.

The code printed in a report belongs to the entry before the one that sealed it, and so does not cover it. Its SHA-256
does: the vault has it, and so does the package (``manifest-sha256.txt``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import structs

from app.actions.cases import case_chains
from app.actions.check_stamps import SeenStamps
from app.casework import Decoded, decode, fold
from app.casework.kinds.dossier import DOSSIER
from evidence_store import (
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    ObjectBody,
    Receipt,
    Report,
    Vault,
    Verdict,
    normalise_receipt,
    receipt_code,
)


def verify_vault(
    vault: Vault,
    *,
    expect: str = "",
    progress: Callable[[int, int], None] | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Report:
    """Check every entry, part and object, and compare with the heads remembered on this computer.

    Findings get the number of the exhibit they concern.

    Args:
        vault: the open vault.
        expect: a receipt code got another way, or "".
        progress: told (bytes of objects read, bytes in all) between two slices, (0, 0) while nobody knows. It may use
            the vault, also to seal, and what it raises ends the check.
        trusted: SHA-256 of the roots of time stamp authorities that are relied on, as hex.

    Raises:
        ReceiptFormatError: ``expect`` is no receipt code.
    """
    tell = progress or (lambda _done, _total: None)
    stamps = SeenStamps()
    report = vault.verify(expect=expect, progress=progress, see=stamps.see)
    report = stamps.added_to(report, vault, trusted)
    if not report.findings:
        return report
    numbers = _exhibit_numbers(vault, tell)
    named = tuple(
        structs.replace(finding, exhibit=numbers.get((finding.chain, finding.seq)))
        for finding in report.findings
    )
    return structs.replace(report, findings=named)


def _exhibit_numbers(
    vault: Vault, progress: Callable[[int, int], None]
) -> dict[tuple[str, int | None], int]:
    """The exhibit that each entry of an original, a view or a working copy belongs to."""
    numbers: dict[tuple[str, int | None], int] = {}

    def decoded(chain: str) -> Iterator[Decoded]:
        for entry in vault.entries(chain):
            yield decode(entry)
            progress(0, 0)

    for chains in case_chains(vault):
        state = fold(decoded(chains.evidence))
        for exhibit in state.exhibits:
            entries = [exhibit.original]
            entries += [view.entry for view in exhibit.views]
            entries += [copy.entry for copy in exhibit.copies]
            numbers |= {(entry.chain, entry.seq): exhibit.number for entry in entries}
    return numbers


_SUFFIX = ".pdf"
_SLICE = 1024 * 1024


def is_report(path: Path) -> bool:
    """Whether a path is taken for a report that came alone."""
    return path.suffix.lower() == _SUFFIX


def verify_report(
    vault: Vault,
    path: Path,
    *,
    expect: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Look for the PDF among the reports that the vault sealed.

    Args:
        vault: the open vault.
        path: the PDF.
        expect: a receipt code got another way, or "".
        progress: told (bytes read, bytes in all) between two slices, (0, 0) while nobody knows. What it raises ends the
            check.

    Raises:
        ReceiptFormatError: ``expect`` is no receipt code.
        OSError: the PDF cannot be read.
    """
    tell = progress or (lambda _done, _total: None)
    wanted = normalise_receipt(expect) if expect else None
    sha256 = _sha256(path, tell)
    receipt = _sealed(vault, sha256, tell)
    if receipt is None:
        finding = Finding(
            FindingKind.REPORT_UNKNOWN, Verdict.NOT_CONFIRMED, path=path.name, found=sha256
        )
        return _report((finding,), (), None, asked=False)
    if wanted is None:
        return _report((), (receipt,), None, asked=False)
    code, seq = wanted
    if code == receipt.code and seq in {None, receipt.seq}:
        return _report((), (receipt,), receipt, asked=True)
    finding = Finding(
        FindingKind.RECEIPT, Verdict.NOT_CONFIRMED, seq=seq, expected=code, found=receipt.code
    )
    return _report((finding,), (receipt,), None, asked=True)


def _report(
    findings: tuple[Finding, ...],
    receipts: tuple[Receipt, ...],
    matched: Receipt | None,
    *,
    asked: bool,
) -> Report:
    file = CheckState.PASSED if receipts else CheckState.FAILED
    code = CheckState.PASSED if matched else CheckState.FAILED
    return Report(
        verdict=Verdict.NOT_CONFIRMED if findings else Verdict.CONSISTENT,
        findings=findings,
        checks=(
            Check(CheckName.REPORT_FILE, file, 1),
            Check(CheckName.RECEIPT, code, 1)
            if asked
            else Check(CheckName.RECEIPT, CheckState.NOT_CHECKED),
        ),
        receipts=receipts,
        matched=matched,
        objects=1,
    )


def _sha256(path: Path, progress: Callable[[int, int], None]) -> str:
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        for data in iter(lambda: file.read(_SLICE), b""):
            digest.update(data)
            done += len(data)
            progress(min(done, total), total)
    return digest.hexdigest()


def _sealed(vault: Vault, sha256: str, progress: Callable[[int, int], None]) -> Receipt | None:
    """The code of the entry that sealed these bytes as a report."""

    def decoded(chain: str) -> Iterator[Decoded]:
        for entry in vault.entries(chain):
            yield decode(entry)
            progress(0, 0)

    for chains in case_chains(vault):
        for dossier in fold(decoded(chains.evidence)).of(DOSSIER):
            if isinstance(dossier.object, ObjectBody) and dossier.object.sha256 == sha256:
                entry = vault.entry(dossier.entry)
                return Receipt(entry.id.chain, entry.id.seq, receipt_code(entry.hash))
    return None
