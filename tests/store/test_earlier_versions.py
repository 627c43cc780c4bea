"""No rule that came later makes an entry invalid that an earlier version could seal; what none could seal is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_store import (
    MAX_BODY,
    CaseChains,
    NewPart,
    Vault,
    Verdict,
)
from evidence_store import act as act_module
from evidence_store.act import Act
from tests.store.building import TIME, check_ledger, facts, read_ledger, text

ANY_BODY = 10**9


def test_what_was_sealed_before_bodies_had_a_limit_stays_valid_and_is_backed_up(
    tmp_path: Path, vault: Vault, case: CaseChains, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = text("x" * (MAX_BODY + 1_000_000))
    with monkeypatch.context() as earlier:
        earlier.setattr(act_module, "MAX_BODY", ANY_BODY)
        with vault.act() as act:
            entry = act.append(case.evidence, [facts(), long], time=TIME)
    report = vault.verify()
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    vault.backup_plain(tmp_path / "plain", b"")
    with (tmp_path / "plain" / "ledger" / f"{case.evidence}.txt").open("rb") as lines:
        ledger = read_ledger(lines)
    assert check_ledger(ledger) == ()
    assert ledger.entries[-1] == vault.entry(entry.id)


def test_times_of_any_order_and_marks_within_texts_were_sealed_and_stay_valid(
    vault: Vault, case: CaseChains
) -> None:
    for time in (
        "2028-02-29T23:59:59.999Z",
        "1970-01-01T00:00:10.000Z",
        "0001-01-01T00:00:00.000Z",
    ):
        with vault.act() as act:
            act.append(case.evidence, [facts(), text("\ufeffx\ufeff")], time=time)
    report = vault.verify()
    assert report.verdict is Verdict.CONSISTENT
    assert {each.kind for each in report.findings} == {"time_back"}


def test_kinds_and_versions_that_the_store_does_not_look_into_are_valid(
    vault: Vault, case: CaseChains
) -> None:
    unheard = NewPart("facts", b'{"kind":"unheard_of","version":7}')
    with vault.act() as act:
        act.append(case.evidence, [unheard, NewPart("more", unheard.body)], time=TIME)
    assert vault.verify().findings == ()


@pytest.mark.parametrize(
    ("parts", "time", "found"),
    [
        ([facts()], "2026-02-30T24:00:00.000Z", ("time_form", "")),
        ([text("a"), facts()], TIME, ("parts_order", "")),
        ([text("a")], TIME, ("parts_order", "")),
        ([NewPart("genesis", b'{"kind":"genesis","version":1,"format":1}')], TIME, ("genesis", "")),
        ([facts(), NewPart("genesis", b'{"kind":"genesis","version":1}')], TIME, ("genesis", "")),
        (
            [NewPart("facts", b'{"kind":"tombstone","version":2,"targets":"anew"}')],
            TIME,
            ("newer_format", "facts"),
        ),
    ],
)
def test_what_no_version_could_seal_is_found_by_its_kind(
    vault: Vault,
    case: CaseChains,
    monkeypatch: pytest.MonkeyPatch,
    parts: list[NewPart],
    time: str,
    found: tuple[str, str],
) -> None:
    monkeypatch.setattr(Act, "_check", lambda *_, **__: None)
    with vault.act() as act:
        act._seal(case.evidence, parts, time)
    findings = {(each.kind, each.path) for each in vault.verify().findings if each.seq == 1}
    assert found in findings
    assert findings - {found} <= {("time_back", ""), ("tombstone", "")}
