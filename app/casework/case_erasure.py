"""What erasing a whole case takes, what stays of it, and what is looked at before. Pure."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.in_timeline import ReportTogether, reports_of
from app.casework.kind import Written
from app.casework.kinds import KINDS
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.state import CaseState

# What the vault itself wrote: logs are checked by it. The reason of an erasure was said to stay when it was asked for.
_BY_VAULT = {
    "genesis": frozenset({"genesis"}),
    "tombstone": frozenset({"facts", "reason"}),
    "restored": frozenset({"facts"}),
}
_OF_REPORTS = {
    DOSSIER.tag: frozenset({"facts"}),
    DELIVERY.tag: frozenset({"facts", "package"}),
    HANDED_OVER.tag: frozenset({"facts"}),
}


class CaseErasure(msgspec.Struct, frozen=True):
    """What erasing a whole case means.

    Attributes:
        exhibits: how many pictures and files go.
        written: how many things that were written down go.
        private: how many of them were private.
        reports: the reports that were made of it, with their packages and who got them.
        given: how many of the reports somebody got, as far as that is noted.
    """

    exhibits: int
    written: int
    private: int
    reports: tuple[ReportTogether, ...]

    @property
    def given(self) -> int:
        """Return how many reports somebody got."""
        return sum(report.given is not None for report in self.reports)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing in the case that could go but what tells of its reports."""
        return not (self.exhibits or self.written)


def plan_case_erasure(state: CaseState) -> CaseErasure:
    """Return what erasing the case means."""
    written = private = 0
    for kind in KINDS:
        if isinstance(kind, Written) and kind is not HANDED_OVER:
            shared = len(state.of(kind))
            own = len(state.private_of(kind))
            written, private = written + shared + own, private + own
    there = sum(not isinstance(each.object, Gap) for each in state.exhibits)
    return CaseErasure(there, written, private, reports_of(state))


def stays_of_case(kind: str, *, keep_reports: bool) -> frozenset[str]:
    """Return the names of the parts that stay of an entry of that kind when its whole case is erased."""
    if kind in _BY_VAULT:
        return _BY_VAULT[kind]
    return _OF_REPORTS.get(kind, frozenset()) if keep_reports else frozenset()
