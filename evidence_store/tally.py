"""What a verification of a vault has counted and found, check by check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evidence_store.entries import EntryId
from evidence_store.report import (
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    Unchecked,
    Verdict,
)
from evidence_store.rules import finding

_ALWAYS_TOLD = (
    CheckName.CHAIN,
    CheckName.TIMES,
    CheckName.COMMITMENTS,
    CheckName.GENESIS,
    CheckName.ERASURES,
    CheckName.OBJECTS,
    CheckName.PAGES,
    CheckName.HELD_HEADS,
)


class CheckTally:
    """Counts things by check, and keeps findings in the order in which they come."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._counts: dict[CheckName, int] = {}
        self._failed: set[CheckName] = set()

    def count(self, check: CheckName, more: int = 1) -> None:
        """Note that a check was carried through over so many more things."""
        self._counts[check] = self._counts.get(check, 0) + more

    def add(self, check: CheckName, found: Iterable[Finding]) -> None:
        """Note findings; the check has failed where there is one."""
        for each in found:
            self.findings.append(each)
            self._failed.add(check)

    def note(
        self,
        check: CheckName,
        kind: FindingKind,
        id: EntryId,
        verdict: Verdict = Verdict.ALTERED,
        **facts: str,
    ) -> None:
        """Note one finding about an entry; ``facts`` are path, expected and found."""
        self.add(check, [finding(kind, id, verdict, **facts)])

    def checks(self, unheld: Unchecked) -> Iterator[Check]:
        """Return how every check ended; ``unheld`` is why no head was compared."""
        reasons: Mapping[CheckName, str] = {
            CheckName.HELD_HEADS: unheld,
            CheckName.RECEIPT: "none_given",
        }
        forks = {CheckName.FORKS} & self._counts.keys()
        for name in (*_ALWAYS_TOLD, *forks, CheckName.RECEIPT):
            count = self._counts.get(name)
            if name in self._failed:
                yield Check(name, CheckState.FAILED, count or 0)
            elif count is None:
                yield Check(name, CheckState.NOT_CHECKED, reason=reasons.get(name, "not_asked"))
            else:
                yield Check(name, CheckState.PASSED, count)
