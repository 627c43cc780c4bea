"""The whole answer to each change: every finding, every check mark, every count, and nothing besides."""

from __future__ import annotations

import hashlib
from pathlib import Path

import apsw
import pytest
from msgspec import structs

from evidence_store import (
    CaseChains,
    Finding,
    FindingKind,
    HeadMemory,
    NewPart,
    PartState,
    Report,
    SealedPart,
    Vault,
    Verdict,
    receipt_code,
)
from evidence_store.hashing import entry_hash
from tests.store.building import TIME, keep, note
from tests.store.test_tampering import without_guards

NOTE, PICTURE, LAST = 1, 2, 3  # places in the evidence chain


@pytest.fixture
def db(vault: Vault, case: CaseChains) -> apsw.Connection:
    """A case with a note, a picture and a note, whose guards somebody took away."""
    note(vault, case.evidence, "a")
    keep(vault, case.evidence, b"bytes")
    note(vault, case.evidence, "c")
    assert vault._connection is not None
    return without_guards(vault._connection)


def told(report: Report, case: CaseChains) -> list[str]:
    """Each finding as ``kind chain seq part``, with the verdict where it is not ALTERED."""
    names = {case.evidence: "E", case.private: "P", "": "?"}
    return [
        " ".join(
            [each.kind, f"{names[each.chain]}{each.seq}", each.path]
            + ([] if each.verdict is Verdict.ALTERED else [each.verdict.value])
        ).replace("  ", " ").strip()
        for each in report.findings
    ]  # fmt: skip


def marks(report: Report) -> dict[str, str]:
    """Every check by name: its count, with ``!`` where it failed and ``-`` where it was not done."""
    sign = {"passed": "", "failed": "!", "not_checked": "-"}
    return {check.name: f"{check.count}{sign[check.state.value]}" for check in report.checks}


WHOLE = {
    "chain": "5",
    "times": "5",
    "commitments": "8",
    "genesis": "2",
    "erasures": "0",
    "objects": "1",
    "pages": "16",
    "held_heads": "2",
    "receipt": "0-",
}


@pytest.mark.parametrize(
    ("statement", "findings", "other_marks"),
    [
        ("SELECT 1", [], {}),
        (
            "UPDATE entry SET time = '2020-01-01T00:00:00.000Z' WHERE seq = 1",
            ["entry_hash E1", "time_back E1 CONSISTENT"],
            {"chain": "5!", "times": "5!"},
        ),
        (
            "UPDATE entry SET hash = printf('%064d', 1) WHERE seq = 1",
            ["entry_hash E1", "link E2"],
            {"chain": "5!"},
        ),
        (
            "UPDATE entry SET seq = 9 WHERE seq = 3",
            ["sequence E9", "entry_hash E9", "head_shorter E3 INCOMPLETE"],
            {"chain": "5!", "held_heads": "2!"},
        ),
        (
            "DELETE FROM entry WHERE seq = 1",
            ["sequence E2", "link E2"],
            {"chain": "4!", "commitments": "6", "times": "4"},
        ),
        (
            "UPDATE part SET commitment = printf('%064d', 1) WHERE n = 257",
            ["parts_hash E2", "commitment E2 object"],
            {"commitments": "8!"},
        ),
        (
            "UPDATE opening SET body = CAST('{}' AS BLOB) WHERE part = 257",
            ["commitment E2 object", "body E2 object"],
            {"commitments": "8!", "objects": "0"},
        ),
        (
            "DELETE FROM opening WHERE part = 193",
            ["part_missing E1 text INCOMPLETE"],
            {"erasures": "0!"},
        ),
        (
            "DELETE FROM opening WHERE part = 193; INSERT INTO tombstone VALUES(193, 4)",
            ["erased_without_tombstone E1 text"],
            {"erasures": "0!"},
        ),
        ("UPDATE chunk SET data = x'00'", ["object_hash E2"], {"objects": "1!"}),
        ("DELETE FROM chunk", ["object_missing E2 INCOMPLETE"], {"objects": "1!"}),
        # The entry's row alone says another size: nothing of what was sealed is touched.
        (
            "UPDATE entry SET size = size + 1 WHERE size IS NOT NULL",
            ["object_missing E2 INCOMPLETE"],
            {"objects": "0!"},
        ),
        (
            "UPDATE entry SET object = NULL, size = NULL",
            ["object_missing E2 INCOMPLETE"],
            {"objects": "0!"},
        ),
        (
            "UPDATE vault SET value = printf('%032d', 1)",
            ["genesis E0", "genesis P0"],
            {"genesis": "2!"},
        ),
        ("UPDATE chain SET kind = 'private'", ["genesis E0"], {"genesis": "2!"}),
        (
            "DELETE FROM chain WHERE n = 1",
            [*(f"unknown_chain ?{n}" for n in range(4)), "chain_missing E3 INCOMPLETE"],
            {
                "chain": "1!", "commitments": "1", "genesis": "1", "objects": "0",
                "held_heads": "2!", "times": "1",
            },
        ),
        # Every entry of a chain that head memory knows.
        (
            "DELETE FROM entry WHERE chain = 1",
            ["head_shorter E3 INCOMPLETE"],
            {
                "chain": "1", "commitments": "1", "genesis": "1", "objects": "0",
                "held_heads": "2!", "times": "1",
            },
        ),
        (
            "DELETE FROM entry",
            ["head_shorter E3 INCOMPLETE", "head_shorter P0 INCOMPLETE"],
            {
                "chain": "0", "commitments": "0", "genesis": "0", "objects": "0",
                "held_heads": "2!", "times": "0-",
            },
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_once_in_its_place_and_fails_its_own_check_alone(
    vault: Vault,
    case: CaseChains,
    db: apsw.Connection,
    statement: str,
    findings: list[str],
    other_marks: dict[str, str],
) -> None:
    db.execute(statement)
    report = vault.verify()
    # Held heads are told in the order of their chains' ids, and those are random.
    found = told(report, case)
    in_place = [each for each in found if not each.startswith("head_")]
    assert in_place == [each for each in findings if not each.startswith("head_")]
    assert sorted(found) == sorted(findings)
    assert marks(report) == WHOLE | other_marks
    altered = any(each.verdict is Verdict.ALTERED for each in report.findings)
    worst = Verdict.ALTERED if altered else Verdict.INCOMPLETE
    assert report.verdict is (worst if findings else Verdict.CONSISTENT)
    assert f"{report.entries}" == marks(report)["chain"].rstrip("!")
    assert (report.withheld_entries, report.withheld_parts, report.last) == (0, 0, None)


def test_findings_say_what_should_have_stood_there_and_what_does(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    entries = list(vault.entries(case.evidence))
    wrong = f"{1:064d}"
    db.execute("UPDATE entry SET hash = ? WHERE seq = 1", (wrong,))
    db.execute("UPDATE chunk SET data = x'00'")
    own_hash, link, object_hash = vault.verify().findings
    assert (own_hash.expected, own_hash.found) == (wrong, entries[NOTE].hash)
    assert (link.expected, link.found) == (wrong, entries[NOTE].hash)
    assert object_hash.expected == hashlib.sha256(b"bytes").hexdigest()
    assert object_hash.found == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"  # of one zero byte
    )


def test_findings_about_an_entrys_row_are_whole(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    chain, altered = case.evidence, Verdict.ALTERED
    first, picture, last = list(vault.entries(chain))[NOTE:]
    wrong, stamp = f"{1:064d}", "x" * 24
    db.execute("UPDATE entry SET time = ? WHERE seq = 1", (stamp,))
    db.execute("UPDATE entry SET parts_hash = ? WHERE seq = 2", (wrong,))
    db.execute("UPDATE entry SET hash = ? WHERE seq = 3", (wrong,))
    rehashed = [
        entry_hash(chain, 1, first.previous, stamp, first.parts_hash),
        entry_hash(chain, 2, picture.previous, picture.time, wrong),
    ]
    assert vault.verify().findings == (
        Finding(FindingKind.TIME_FORM, altered, chain, 1, found=stamp),
        Finding(FindingKind.ENTRY_HASH, altered, chain, 1, expected=first.hash, found=rehashed[0]),
        Finding(
            FindingKind.ENTRY_HASH, altered, chain, 2, expected=picture.hash, found=rehashed[1]
        ),
        Finding(
            FindingKind.TIME_BACK, Verdict.CONSISTENT, chain, 2, expected=stamp, found=picture.time
        ),
        Finding(FindingKind.ENTRY_HASH, altered, chain, 3, expected=wrong, found=last.hash),
        Finding(
            FindingKind.PARTS_HASH, altered, chain, 2, expected=wrong, found=picture.parts_hash
        ),
        Finding(FindingKind.HEAD_OTHER, altered, chain, 3, expected=last.hash, found=wrong),
    )


def test_findings_about_places_and_parts_are_whole(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    chain, altered, wrong = case.evidence, Verdict.ALTERED, f"{1:064d}"
    picture = list(vault.entries(chain))[PICTURE]
    part = picture.part("facts")
    assert part is not None
    db.execute("UPDATE part SET commitment = ? WHERE n = 256", (wrong,))
    db.execute("UPDATE opening SET body = CAST('{}' AS BLOB) WHERE part = 257")
    db.execute("UPDATE entry SET seq = 9 WHERE seq = 3")
    found = {each.kind: each for each in vault.verify().findings}
    assert found[FindingKind.SEQUENCE] == Finding(
        FindingKind.SEQUENCE, altered, chain, 9, expected="3", found="9"
    )
    assert found[FindingKind.HEAD_SHORTER] == Finding(
        FindingKind.HEAD_SHORTER, Verdict.INCOMPLETE, chain, 3, expected="3", found="9"
    )
    assert found[FindingKind.PARTS_HASH].expected == picture.parts_hash
    assert found[FindingKind.BODY] == Finding(
        FindingKind.BODY, altered, chain, 2, path="object", found="kind and version"
    )
    db.execute("DELETE FROM opening WHERE part = 257")
    (commitment,) = (
        each for each in vault.verify().findings if each.kind is FindingKind.COMMITMENT
    )
    assert commitment == Finding(
        FindingKind.COMMITMENT,
        altered,
        chain,
        2,
        path="facts",
        expected=wrong,
        found=part.commitment,
    )


def test_a_code_that_fits_is_checked_and_one_that_does_not_fails(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    entry = list(vault.entries(case.evidence))[PICTURE]
    code = receipt_code(entry.hash)
    report = vault.verify(expect=code)
    assert marks(report) == WHOLE | {"receipt": "1"}
    assert report.findings == ()
    matched = report.matched
    assert matched is not None
    assert (matched.chain, matched.seq, matched.code) == (case.evidence, PICTURE, code)

    other = receipt_code("ab" * 32)
    for written, place in ((other, None), (f"{other}/{PICTURE}", PICTURE)):
        report = vault.verify(expect=written)
        assert marks(report) == WHOLE | {"receipt": "1!"}
        assert report.findings == (
            Finding(FindingKind.RECEIPT, Verdict.NOT_CONFIRMED, seq=place, expected=other),
        )
        assert report.matched is None


def test_a_hash_that_its_entry_does_not_make_confirms_no_code(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    """Whoever writes the wanted hash into the last entry's row has not made the entry it belongs to."""
    wanted = "ab" * 32
    db.execute("UPDATE entry SET hash = ? WHERE chain = 1 AND seq = ?", (wanted, LAST))
    for place in ("", f"/{LAST}"):
        report = vault.verify(expect=receipt_code(wanted) + place)
        assert report.matched is None
        assert marks(report)["receipt"] == "1!"


def test_receipts_name_the_head_of_each_chain_that_has_one(
    vault: Vault, case: CaseChains, db: apsw.Connection
) -> None:
    heads = {chain.id: vault.head(chain.id) for chain in vault.chains()}
    assert [(each.chain, each.seq, each.code) for each in vault.verify().receipts] == [
        (case.evidence, LAST, receipt_code(heads[case.evidence].hash)),
        (case.private, 0, receipt_code(heads[case.private].hash)),
    ]
    db.execute("DELETE FROM entry WHERE chain = 2")
    assert [each.chain for each in vault.verify().receipts] == [case.evidence]


def test_the_look_at_opening_tells_of_links_and_of_nothing_else(
    tmp_path: Path, vault: Vault, case: CaseChains, db: apsw.Connection, heads: HeadMemory
) -> None:
    from tests.store.building import plain_vault

    db.execute("UPDATE entry SET time = '2020-01-01T00:00:00.000Z' WHERE seq = 1")
    db.execute("UPDATE chunk SET data = x'00'")
    vault.close()
    with plain_vault(tmp_path, heads) as again:
        report = again.opened
    assert told(report, case) == ["entry_hash E1"]
    assert marks(report) == dict.fromkeys(WHOLE, "0-") | {"chain": "5!"}
    assert {check.name: check.reason for check in report.checks} == {
        **dict.fromkeys(WHOLE, "not_asked"),
        "chain": "",
        "held_heads": "none_held",
        "receipt": "none_given",
    }


def test_a_part_of_a_first_entry_that_cannot_be_read_is_no_alteration(
    vault: Vault, case: CaseChains, db: apsw.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the page with its words is damaged, nobody knows what the first entry said."""
    from evidence_store import rows, scan
    from evidence_store.scan import ScannedEntry, Unreadable

    real = scan.read_parts

    def damaged(
        db: apsw.Connection, chains: dict[int, str], found: list[rows.EntryRow]
    ) -> list[ScannedEntry | Unreadable]:
        walked = real(db, chains, found)
        first = walked[0]
        assert isinstance(first, ScannedEntry)
        (part,) = first.entry.parts
        closed = SealedPart(part.name, part.commitment, PartState.WITHHELD)
        entry = structs.replace(first.entry, parts=(closed,))
        return [ScannedEntry(first.row, entry, (Unreadable(entry.id, part.name),)), *walked[1:]]

    monkeypatch.setattr(scan, "read_parts", damaged)
    report = vault.verify()
    assert told(report, case) == ["part_unreadable E0 genesis INCOMPLETE"]
    assert report.verdict is Verdict.INCOMPLETE
    assert marks(report) == WHOLE | {"commitments": "8!", "genesis": "1"}


def test_a_tombstone_that_names_an_entry_that_is_not_there_is_told_in_its_place(
    vault: Vault, case: CaseChains
) -> None:
    kept = note(vault, case.evidence, "a")
    target = b'[{"chain":"%s","seq":%d,"parts":["text"]}]'
    for seq, expected in (
        (
            kept.id.seq,
            Finding(FindingKind.ERASED_BUT_KEPT, Verdict.ALTERED, case.evidence, 1, path="text"),
        ),
        (7, Finding(FindingKind.TOMBSTONE, Verdict.ALTERED, case.evidence, 3, path="text")),
    ):
        body = b'{"kind":"tombstone","version":1,"targets":%s}' % (
            target % (case.evidence.encode(), seq)
        )
        with vault.act() as act:
            act.append(case.evidence, [NewPart("facts", body)], time=TIME)
        assert vault.verify().findings[-1] == expected
