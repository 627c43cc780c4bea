"""A page among many cannot be read: what lies on it is told, and everything beside it is still checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_store import CheckState, FindingKind, HeadMemory, Report, Verdict
from tests.store.building import begin, keep, note, quick_vault

PAGE = 16 * 1024
NOTES = 200


@pytest.fixture(scope="module")
def long_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many entries that each table lies on several pages."""
    path = tmp_path_factory.mktemp("long") / "v.bevismappe"
    with quick_vault(path, HeadMemory(path.parent / "heads")) as vault:
        chain = begin(vault).evidence
        keep(vault, chain, b"p" * 40_000)
        for number in range(NOTES):
            note(vault, chain, f"note {number} " + "y" * 300)
    return path


def checked(long_one: Path, folder: Path, table: str) -> tuple[Report, int]:
    """The report on a copy whose first page of that table's values is damaged, and its entries in all."""
    heads = HeadMemory(long_one.parent / "heads")
    with quick_vault(long_one, heads) as vault, vault._using() as db:
        sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
        page = int(next(iter(db.execute(sql, (table,))))[0])
        entries = int(db.execute("SELECT count(*) FROM entry").get)
    raw = bytearray(long_one.read_bytes())
    raw[(page - 1) * PAGE + 5000] ^= 1
    copy = folder / "v.bevismappe"
    copy.write_bytes(raw)
    with quick_vault(copy, heads) as vault:
        return vault.verify(), entries


@pytest.mark.parametrize(
    ("table", "kind", "check"),
    [
        ("entry", FindingKind.ENTRY_UNREADABLE, "chain"),
        ("part", FindingKind.PARTS_UNREADABLE, "commitments"),
        ("opening", FindingKind.PART_UNREADABLE, "commitments"),
    ],
)
def test_what_lies_on_a_page_is_told_and_the_entries_after_it_are_checked(
    long_one: Path, tmp_path: Path, table: str, kind: FindingKind, check: str
) -> None:
    report, entries = checked(long_one, tmp_path, table)
    hit = [each.seq for each in report.findings if each.kind is kind]
    *others, page = report.findings
    assert (page.kind, page.path) == (FindingKind.LEDGER_PAGE, table)
    assert {each.kind for each in others} == {kind}
    assert 0 < len({*hit}) < NOTES
    assert report.verdict is Verdict.INCOMPLETE
    failed = [each.name for each in report.checks if each.state is CheckState.FAILED]
    assert failed == [check, "pages"]
    assert report.entries == entries == NOTES + 3
    assert report.receipts[0].seq == NOTES + 1
