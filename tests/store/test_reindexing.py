"""The search index is made anew: outdated, cut off or damaged; no evidence is touched and nobody waits for long."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_store import (
    CaseChains,
    DamagedVaultError,
    HeadMemory,
    IndexDamagedError,
    StoredEntry,
    Vault,
    Verdict,
)
from tests.store.building import begin, keep, note, quick_vault

PAGE = 16 * 1024
TABLES = ("words_data", "words_idx", "words_content", "words_docsize", "words_config")


def _words(entry: StoredEntry) -> str:
    text = entry.part("text")
    return "" if text is None or text.body is None else text.body.decode()


def _page_of(vault: Vault, table: str, which: int) -> int:
    with vault._using() as db:
        pages = list(db.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,)))
    return int(pages[which % len(pages)][0])


def _break(path: Path, page: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * PAGE + 100] ^= 0xFF
    path.write_bytes(raw)


@pytest.fixture(scope="module")
def long_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """150 notes of many different words, and a picture."""
    path = tmp_path_factory.mktemp("long") / "v.bevismappe"
    chance = random.Random(1)
    with quick_vault(path, HeadMemory(path.parent / "heads")) as vault:
        chains = begin(vault)
        for number in range(150):
            letters = ("".join(chance.choices("abcdefghij", k=8)) for _ in range(40))
            note(vault, chains.evidence, f"nummer {number:03} " + " ".join(letters))
        keep(vault, chains.private, b"p" * 3_000_000, b"t" * 9000)
    return path


@pytest.fixture
def path(long_one: Path, tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "v.bevismappe"
    copy.write_bytes(long_one.read_bytes())
    yield copy
    # Nothing is left beside the vault, however it ended.
    assert [each.name for each in tmp_path.iterdir() if each.name != "heads"] == [copy.name]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("which", [0, 1, -1])
def test_evidence_can_be_sealed_whatever_page_of_the_index_is_damaged(
    path: Path, heads: HeadMemory, table: str, which: int
) -> None:
    with quick_vault(path, heads) as vault:
        vault.rebuild_index(_words, "2")
        page = _page_of(vault, table, which)
    _break(path, page)
    with quick_vault(path, heads) as vault:
        chain = vault.chains()[0].id
        refused = 0
        for number in range(30):
            try:
                note(vault, chain, f"alligevel {number} " + "y" * 3000)
            except DamagedVaultError:
                # Told as not saved, and the next one goes without the index.
                refused += 1
                note(vault, chain, f"alligevel {number} " + "y" * 3000)
        assert refused <= 1
        assert vault.head(chain).id.seq == 180
    with quick_vault(path, heads) as vault:
        note(vault, chain, "alligevel efter")
        vault.rebuild_index(_words, "2")
        assert len(vault.search("alligevel", limit=99)) == 31
        assert vault.verify().findings == ()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("which", [0, -1])
def test_a_damaged_index_is_made_anew_and_everything_else_stays(
    path: Path, heads: HeadMemory, table: str, which: int
) -> None:
    with quick_vault(path, heads) as vault:
        before = [list(vault.entries(chain.id)) for chain in vault.chains()]
        page = _page_of(vault, table, which)
    _break(path, page)
    with quick_vault(path, heads) as vault:
        vault.rebuild_index(_words, "2")
        assert (vault.index_version, vault.index_damaged) == ("2", False)
        assert [list(vault.entries(chain.id)) for chain in vault.chains()] == before
        assert len(vault.search("nummer 149")) == len(vault.search("nummer 000")) == 1
        report = vault.verify()
        assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
        assert len(note(vault, before[0][0].id.chain, "efter").parts) == 2
        assert len(vault.search("efter")) == 1
    with quick_vault(path, heads) as vault:
        assert vault.verify().findings == ()


def test_a_search_over_a_damaged_index_says_so_and_the_check_asks_for_another(
    path: Path, heads: HeadMemory
) -> None:
    with quick_vault(path, heads) as vault:
        page = _page_of(vault, "words_config", 0)
    _break(path, page)
    with quick_vault(path, heads) as vault:
        with pytest.raises(IndexDamagedError):
            vault.search("nummer")
        assert vault.index_damaged
    with quick_vault(path, heads) as vault:
        assert [each.kind for each in vault.verify().findings] == ["cache_page"]
        assert vault.index_damaged


def test_words_that_could_not_be_written_make_the_index_outdated(
    path: Path, heads: HeadMemory
) -> None:
    with quick_vault(path, heads) as vault:
        vault.rebuild_index(_words, "2")
        page = _page_of(vault, "words_config", 0)
    _break(path, page)
    with quick_vault(path, heads) as vault:
        entry = note(vault, vault.chains()[0].id, "alligevel gemt")
        assert vault.index_damaged
    with quick_vault(path, heads) as vault:
        assert vault.index_version == ""
        vault.rebuild_index(_words, "2")
        assert vault.search("alligevel") == (entry.id,)


def test_a_damaged_index_is_made_anew_where_the_file_was_renamed_meanwhile(
    path: Path, heads: HeadMemory
) -> None:
    with quick_vault(path, heads) as vault:
        page = _page_of(vault, "words_config", 0)
    _break(path, page)
    other = path.with_name("min mappe.bevismappe")
    with quick_vault(path, heads) as vault:

        def rename(_cursor: object, sql: str, _values: object) -> bool:
            if sql.startswith("SELECT") and db.in_transaction and path.exists():
                path.rename(other)
            return True

        with vault._using() as db:
            db.set_exec_trace(rename)
        vault.rebuild_index(_words, "2")
        assert vault.path == other
        assert (vault.index_version, vault.rescued) == ("2", None)
        assert len(vault.search("nummer 149")) == 1
        assert vault.verify().findings == ()
    other.rename(path)
    # The journal under the old name is left alone: it may be another file's.
    path.with_name(f"{path.name}-journal").unlink()


def test_where_more_is_damaged_than_the_index_the_file_is_left_as_it_is(
    path: Path, heads: HeadMemory
) -> None:
    with quick_vault(path, heads) as vault:
        pages = [_page_of(vault, "words_config", 0), _page_of(vault, "thumbnail", 1)]
    for page in pages:
        _break(path, page)
    raw = path.read_bytes()
    with quick_vault(path, heads) as vault:
        with pytest.raises(DamagedVaultError):
            vault.rebuild_index(_words, "2")
        assert path.read_bytes() == raw
        assert len(list(vault.entries(vault.chains()[0].id))) == 151
        note(vault, vault.chains()[0].id, "og videre")


def test_others_go_first_between_two_slices_and_what_they_seal_is_found(
    vault: Vault, case: CaseChains
) -> None:
    for number in range(200):
        note(vault, case.evidence, f"gammel {number}", found_by="")
    sealed: list[StoredEntry] = []

    def give_way() -> None:
        sealed.append(note(vault, case.private, f"imens {len(sealed)}"))

    vault.rebuild_index(_words, "2", give_way=give_way)
    assert len(sealed) == 4
    assert vault.search("imens") == tuple(entry.id for entry in reversed(sealed))
    assert len(vault.search("gammel", limit=500)) == 200


def test_every_entry_is_asked_for_its_words_the_first_one_too(
    vault: Vault, case: CaseChains
) -> None:
    note(vault, case.evidence, "gammel")
    entries = [entry for chain in vault.chains() for entry in vault.entries(chain.id)]
    vault.rebuild_index(lambda entry: f"post {entry.hash}", "2")
    assert len(vault.search("post", limit=99)) == len(entries) == 3
    for entry in entries:
        assert vault.search(entry.hash) == (entry.id,)


def test_one_that_was_cut_off_is_begun_anew(vault: Vault, case: CaseChains) -> None:
    for number in range(200):
        note(vault, case.evidence, f"gammel {number}")
    vault.rebuild_index(_words, "1")

    class EndedError(Exception):
        pass

    turns = iter(range(2))

    def give_way() -> None:
        if next(turns, None) is None:
            raise EndedError

    with pytest.raises(EndedError):
        vault.rebuild_index(_words, "2", give_way=give_way)
    assert vault.index_version == ""
    vault.rebuild_index(_words, "2")
    assert (vault.index_version, len(vault.search("gammel", limit=500))) == ("2", 200)
