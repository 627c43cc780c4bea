from __future__ import annotations

import threading
from pathlib import Path

import pytest

from evidence_store import (
    CaseChains,
    EraseTarget,
    Finding,
    HeadMemory,
    ReceiptFormatError,
    Vault,
    Verdict,
    format_receipt,
    receipt_code,
)
from evidence_store.connection import FORMAT_1
from tests.store.building import TIME, begin, keep, note, plain_vault, text


def _tamper(vault: Vault, *statements: str) -> None:
    """What somebody with the passphrase and a database tool can do."""
    db = vault._connection
    assert db is not None
    for (name,) in list(db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)


def _kinds(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.kind for finding in findings}


def test_a_whole_vault_is_consistent_and_says_what_was_looked_at(
    vault: Vault, case: CaseChains
) -> None:
    note(vault, case.evidence, "a")
    keep(vault, case.evidence, b"bytes")
    keep(vault, case.private, b"bytes")
    report = vault.verify()
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert (report.entries, report.objects) == (5, 1)
    assert [(receipt.chain, receipt.seq) for receipt in report.receipts] == [
        (case.evidence, 2),
        (case.private, 1),
    ]
    assert [(check.name, check.state.value, check.count) for check in report.checks] == [
        ("chain", "passed", 5),
        ("times", "passed", 5),
        ("commitments", "passed", 8),
        ("genesis", "passed", 2),
        ("erasures", "passed", 0),
        ("objects", "passed", 2),
        ("pages", "passed", 16),
        ("held_heads", "passed", 2),
        ("receipt", "not_checked", 0),
    ]


@pytest.mark.parametrize("filled", [False, True])
def test_where_there_is_nothing_to_look_at_that_is_in_order(vault: Vault, filled: bool) -> None:
    if filled:
        with vault.act() as act:
            act.begin_case(time=TIME, program="bevismappe 0.1.0")
    checks = {check.name.value: (check.state.value, check.count) for check in vault.verify().checks}
    assert checks["objects"] == checks["erasures"] == ("passed", 0)
    assert checks["chain"] == checks["commitments"] == checks["genesis"]
    assert checks["chain"] == ("passed", 2 * filled)


def test_what_the_ledger_was_needed_for_is_not_in_order_where_it_cannot_be_read(
    tmp_path: Path, heads: HeadMemory
) -> None:
    with plain_vault(tmp_path, heads) as vault:
        keep(vault, begin(vault).evidence, b"bytes")
        db = vault._connection
        assert db is not None
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'chain'").get
    with vault.path.open("r+b") as file:
        file.seek((root - 1) * FORMAT_1.page_size)
        file.write(b"\xff")
    with plain_vault(tmp_path, heads) as vault:
        report = vault.verify()
    assert report.verdict is Verdict.UNREADABLE
    states = {check.name.value: check.state.value for check in report.checks}
    assert states["chain"] == "failed"
    for name in ("commitments", "genesis", "erasures", "objects"):
        assert states[name] == "not_checked"


def test_opening_checks_the_chains_hashes_and_says_that_nothing_more_was_looked_at(
    vault: Vault,
) -> None:
    states = {check.name.value: check.state.value for check in vault.opened.checks}
    assert states.pop("objects") == states.pop("commitments") == "not_checked"
    assert vault.opened.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("statement", "kind", "verdict"),
    [
        (
            "UPDATE entry SET time = '2020-01-01T00:00:00.000Z' WHERE seq = 1",
            "entry_hash",
            "ALTERED",
        ),
        ("UPDATE entry SET hash = printf('%064d', 1) WHERE seq = 1", "link", "ALTERED"),
        ("UPDATE entry SET seq = 9 WHERE seq = 3", "sequence", "ALTERED"),
        ("DELETE FROM entry WHERE seq = 1", "link", "ALTERED"),
        ("UPDATE part SET commitment = printf('%064d', 1) WHERE n = 257", "parts_hash", "ALTERED"),
        ("UPDATE part SET name = 'txt' WHERE n = 257", "parts_hash", "ALTERED"),
        ("DELETE FROM part WHERE n = 257", "parts_hash", "ALTERED"),
        (
            """UPDATE opening SET body = CAST(replace(body, 'a', 'b') AS BLOB) WHERE part = 193""",
            "commitment",
            "ALTERED",
        ),
        ("UPDATE opening SET salt = printf('%064d', 1) WHERE part = 193", "commitment", "ALTERED"),
        ("UPDATE opening SET body = CAST('{}' AS BLOB) WHERE part = 193", "body", "ALTERED"),
        ("UPDATE opening SET body = CAST('{}' AS BLOB) WHERE part = 257", "body", "ALTERED"),
        ("DELETE FROM opening WHERE part = 193", "part_missing", "INCOMPLETE"),
        (
            "DELETE FROM opening WHERE part = 193; INSERT INTO tombstone VALUES(193, 4)",
            "erased_without_tombstone",
            "ALTERED",
        ),
        ("UPDATE chunk SET data = x'00'", "object_hash", "ALTERED"),
        ("DELETE FROM chunk", "object_missing", "INCOMPLETE"),
        ("UPDATE entry SET object = NULL, size = NULL", "object_missing", "INCOMPLETE"),
        ("UPDATE vault SET value = printf('%032d', 1)", "genesis", "ALTERED"),
        ("UPDATE chain SET kind = 'private'", "genesis", "ALTERED"),
        ("UPDATE chain SET id = printf('%032d', 1) WHERE n = 1", "entry_hash", "ALTERED"),
        ("DELETE FROM chain WHERE n = 1", "unknown_chain", "ALTERED"),
    ],
)
def test_each_change_is_named_for_what_it_is(
    vault: Vault, case: CaseChains, statement: str, kind: str, verdict: str
) -> None:
    note(vault, case.evidence, "a")
    keep(vault, case.evidence, b"bytes")
    note(vault, case.evidence, "c")
    _tamper(vault, statement)
    found = [finding for finding in vault.verify().findings if finding.kind == kind]
    assert found
    assert {finding.verdict.value for finding in found} == {verdict}


def test_a_part_that_came_back_after_it_was_erased_is_named(vault: Vault, case: CaseChains) -> None:
    entry = note(vault, case.evidence, "væk")
    with vault.act() as act:
        act.erase(case.evidence, [EraseTarget(entry.id, ("text",))], [], time=TIME)
    part = entry.part("text")
    assert part is not None
    assert part.body is not None
    db = vault._connection
    assert db is not None
    _tamper(vault)
    db.execute("INSERT INTO opening VALUES(193, ?, ?)", (part.salt, part.body))
    assert _kinds(vault.verify().findings) == {"erased_but_kept"}


def test_a_tombstone_that_names_nothing_is_named(vault: Vault, case: CaseChains) -> None:
    from evidence_store import NewPart

    for targets in (b"[]", b"7", b'[{"chain":"x","seq":1,"parts":["text"]}]'):
        body = b'{"kind":"tombstone","version":1,"targets":%s}' % targets
        with vault.act() as act:
            entry = act.append(case.evidence, [NewPart("facts", body)], time=TIME)
        found = [f for f in vault.verify().findings if f.seq == entry.id.seq]
        assert [f.kind for f in found] == ["tombstone"]


def test_the_worst_finding_makes_the_verdict(vault: Vault, case: CaseChains) -> None:
    keep(vault, case.evidence, b"one")
    keep(vault, case.evidence, b"two")
    _tamper(vault, "DELETE FROM chunk WHERE rowid = 1", "UPDATE chunk SET data = x'00'")
    report = vault.verify()
    assert [(f.kind, f.seq) for f in report.findings] == [("object_missing", 1), ("object_hash", 2)]
    assert report.verdict is Verdict.ALTERED


def test_an_expected_code_says_how_far_it_reaches(vault: Vault, case: CaseChains) -> None:
    entry = note(vault, case.evidence, "a")
    note(vault, case.evidence, "later")
    code = receipt_code(entry.hash)
    for expect in (code, code.lower().replace(" ", "-"), f"{code}/1"):
        matched = vault.verify(expect=expect).matched
        assert matched is not None
        assert (matched.chain, matched.seq, matched.code) == (case.evidence, 1, code)


def test_an_expected_code_that_is_not_there_is_a_finding(vault: Vault, case: CaseChains) -> None:
    code = receipt_code(note(vault, case.evidence, "a").hash)
    other = receipt_code("ab" * 32)
    for expect in (other, f"{other}/1", f"{other}/99", f"{code}/0", format_receipt(other, 1)):
        report = vault.verify(expect=expect)
        assert (report.verdict, report.matched) == (Verdict.NOT_CONFIRMED, None)
        assert _kinds(report.findings) == {"receipt"}
    with pytest.raises(ReceiptFormatError):
        vault.verify(expect="7K2F")


def test_progress_counts_the_bytes_of_objects(vault: Vault, case: CaseChains) -> None:
    keep(vault, case.evidence, b"x" * 2_500_000)
    keep(vault, case.evidence, b"y" * 10)
    seen: list[tuple[int, int]] = []
    vault.verify(progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (2_500_010, 2_500_010)
    assert sorted(seen) == seen


def test_a_capture_comes_first_while_a_verification_runs(vault: Vault, case: CaseChains) -> None:
    """What is sealed and erased between two slices neither waits for the end nor shows as damage."""
    entries = [keep(vault, case.evidence, bytes([n]) * 3_000_000) for n in range(4)]
    waiting, sealed = threading.Event(), threading.Event()
    failures: list[BaseException] = []

    def capture() -> None:
        waiting.wait(10)
        try:
            keep(vault, case.evidence, b"new")
            with vault.act() as act:
                targets = [EraseTarget(entry.id, ("object",)) for entry in entries[2:]]
                act.erase(case.evidence, targets, [text("a")], time=TIME)
        except BaseException as error:
            failures.append(error)
            raise
        finally:
            sealed.set()

    thread = threading.Thread(target=capture)
    thread.start()

    def between(_done: int, _total: int) -> None:
        waiting.set()
        assert sealed.wait(10)

    report = vault.verify(progress=between)
    thread.join()
    assert failures == []
    assert report.findings == ()
    assert vault.verify().findings == ()
