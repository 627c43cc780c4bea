"""Times that go back are told, each in its own chain, and change no verdict."""

from __future__ import annotations

from evidence_store import CaseChains, CheckState, Vault, Verdict
from tests.store.building import facts

NOW = "2026-11-23T13:03:11.042Z"
BACK = "2026-11-20T13:03:11.042Z"
OF_1970 = "1970-01-01T00:00:10.000Z"
AHEAD = "2028-11-23T13:03:11.042Z"


def test_each_step_back_is_a_remark_of_its_own_and_the_verdict_stays(
    vault: Vault, case: CaseChains
) -> None:
    for time in (NOW, BACK, OF_1970, AHEAD, NOW, NOW):
        with vault.act() as act:
            act.append(case.evidence, [facts()], time=time)
            act.append(case.private, [facts()], time=NOW)
    report = vault.verify()
    assert report.verdict is Verdict.CONSISTENT
    assert [
        (each.kind, each.chain, each.seq, each.expected, each.found) for each in report.findings
    ] == [
        ("time_back", case.evidence, 2, NOW, BACK),
        ("time_back", case.evidence, 3, BACK, OF_1970),
        ("time_back", case.evidence, 5, AHEAD, NOW),
    ]
    (check,) = [check for check in report.checks if check.name == "times"]
    assert (check.state, check.count) == (CheckState.FAILED, 14)
    assert vault.opened.findings == ()
