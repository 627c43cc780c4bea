"""What a verification answers: separate facts, never a bool.

Three answers are kept apart: changed, holds together but is not confirmed from outside, could not be checked.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """The words, worst last. NOT CONFIRMED: a receipt code was given and no entry fits it."""

    ANCHORED = "ANCHORED"
    CONSISTENT = "CONSISTENT"
    NOT_CONFIRMED = "NOT CONFIRMED"
    INCOMPLETE = "INCOMPLETE"
    ALTERED = "ALTERED"
    UNREADABLE = "UNREADABLE"


class CheckState(StrEnum):
    """How one check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not as it should be.

    Attributes:
        kind: which rule was broken, such as ``object_hash`` (the list stands in docs/format.md).
        verdict: what this finding alone would make of the whole.
        chain: id of the chain, or "".
        seq: the entry's place in its chain, or None.
        exhibit: the number of the Bilag it concerns, where that is known.
        path: file inside the package, or "".
        expected: what should have stood there, or "".
        found: what stands there, or "".
    """

    kind: str
    verdict: Verdict
    chain: str = ""
    seq: int | None = None
    exhibit: int | None = None
    path: str = ""
    expected: str = ""
    found: str = ""


class Check(msgspec.Struct, frozen=True):
    """One kind of check over all that it applies to; ``reason`` says why it was not done."""

    name: str
    state: CheckState
    count: int = 0
    reason: str = ""


class Receipt(msgspec.Struct, frozen=True):
    """The receipt code of one entry, to be compared with one got another way."""

    chain: str
    seq: int
    code: str


class Report(msgspec.Struct, frozen=True):
    """The whole answer.

    Attributes:
        verdict: the worst of the findings, CONSISTENT when there is none (ANCHORED only with a token).
        findings: in the order of the ledger.
        checks: every check by name, those not done included.
        receipts: the head of each chain that could be read.
        matched: the entry that an expected receipt code belongs to; what came later is not covered by it.
        entries: how many entries were read.
        objects: how many objects were read to the end.
        last: the last entry of a package, which sealed its dossier; None for a vault, which goes on.
        withheld_entries: entries of a package of which no part is shown.
        withheld_parts: parts held back in the other entries.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    receipts: tuple[Receipt, ...]
    matched: Receipt | None = None
    entries: int = 0
    objects: int = 0
    last: Receipt | None = None
    withheld_entries: int = 0
    withheld_parts: int = 0


_ORDER = tuple(Verdict)


def worst(findings: tuple[Finding, ...], best: Verdict = Verdict.CONSISTENT) -> Verdict:
    """The verdict over all findings; ``best`` when there is none."""
    return max((finding.verdict for finding in findings), key=_ORDER.index, default=best)
