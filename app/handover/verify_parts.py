"""Checks several parts of a split package together.

Each part is a complete bag and is checked as one. What a part says is missing counts as there where another part
holds a file of that name and has nothing to say of it: all parts hold the same log, so it was compared there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.handover.checks import CHECK_OF
from app.handover.errors import NotOnePackageError
from app.handover.progress import Progress
from app.handover.verifier_files import VerifierFiles
from app.handover.verify_package import verify_with_files
from evidence_store import (
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    Report,
    Verdict,
    anchored_verdict,
)

_COUNT = re.compile(r"([0-9]+) of ([0-9]+)\Z")
_ADDED_UP = frozenset(
    {
        CheckName.STRUCTURE,
        CheckName.BAG,
        CheckName.FILES,
        CheckName.PACKING,
        CheckName.SYSTEM_FILES,
        CheckName.TIMESTAMPS,
        CheckName.VERIFIER,
    }
)


class _Part(msgspec.Struct, frozen=True):
    report: Report
    files: frozenset[str]
    number: int
    parts: int


def verify_together(
    paths: Sequence[Path],
    *,
    expect: str | None = None,
    verifier: VerifierFiles | None = None,
    progress: Progress | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Report:
    """Check parts of one package, packed or unpacked, and return one report.

    Args:
        paths: at least one; in any order.
        expect: a receipt code that came another way; None for none.
        verifier: the program's own travelling verifiers; None for no comparison.
        progress: told (bytes read, bytes in all) of the part that is read. What it raises ends the check.
        trusted: SHA-256 of the roots of timestamp authorities that are relied on, as hex.

    Raises:
        ReceiptFormatError: ``expect`` is not a receipt code.
        NotOnePackageError: they do not end with the same entry of the same log.
    """
    parts = [
        _part(
            *verify_with_files(
                path, expect=expect, verifier=verifier, progress=progress, trusted=trusted
            )
        )
        for path in paths
    ]
    if len(parts) == 1:
        return parts[0].report
    if len({each.report.last for each in parts}) > 1:
        raise NotOnePackageError(paths[0])
    return _joined(parts)


def _part(report: Report, files: frozenset[str]) -> _Part:
    found = [each.found for each in report.findings if each.kind is FindingKind.OTHER_PARTS]
    match = _COUNT.match(found[0]) if found else None
    number, parts = (int(match[1]), int(match[2])) if match else (1, 1)
    return _Part(report, files, number, parts)


def _joined(parts: Sequence[_Part]) -> Report:
    count = parts[0].parts
    whole = {each.parts for each in parts} == {count} and (
        {each.number for each in parts} == set(range(1, count + 1))
    )
    sound: set[str] = set()
    for each in parts:
        sound |= each.files - {finding.path for finding in each.report.findings}

    def stands(finding: Finding) -> bool:
        if finding.kind is FindingKind.OTHER_PARTS:
            return not whole
        missing = finding.verdict is Verdict.INCOMPLETE and finding.found == "missing"
        return not (missing and finding.path.startswith("data/") and finding.path in sound)

    told = [each for part in parts for each in part.report.findings if stands(each)]
    findings = tuple(dict.fromkeys(told))
    first = parts[0].report
    matched = {each.report.matched for each in parts}
    anchored = sorted(
        {each for part in parts for each in part.report.anchored}, key=lambda each: each.token
    )
    chains = frozenset({first.last.chain} if first.last is not None else ())
    return msgspec.structs.replace(
        first,
        verdict=anchored_verdict(findings, tuple(anchored), chains),
        anchored=tuple(anchored),
        findings=findings,
        checks=tuple(_check(name, parts, findings) for name in _names(first)),
        matched=first.matched if len(matched) == 1 else None,
        # The dossier lies in every part, and counts once.
        objects=sum(each.report.objects for each in parts) - (len(parts) - 1),
        exhibits=tuple(sorted({n for each in parts for n in each.report.exhibits})),
    )


def _names(report: Report) -> tuple[CheckName, ...]:
    return tuple(each.name for each in report.checks)


def _check(name: CheckName, parts: Sequence[_Part], findings: Sequence[Finding]) -> Check:
    checks = [each for part in parts for each in part.report.checks if each.name is name]
    done = [each for each in checks if each.state is not CheckState.NOT_CHECKED]
    if not done:
        return checks[0]
    failed = any(CHECK_OF[each.kind] is name for each in findings)
    counts = [each.count for each in done]
    count = sum(counts) if name in _ADDED_UP else max(counts)
    return Check(name, CheckState.FAILED if failed else CheckState.PASSED, count, done[0].reason)
