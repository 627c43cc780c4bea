"""A flipped byte on every page of a small vault: a finding that names what is hit, or a clean refusal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evidence_store import (
    DamagedVaultError,
    HeadMemory,
    ObjectDamagedError,
    VaultError,
    Verdict,
    WrongPassphraseError,
)
from tests.store.building import keep, quick_vault

PAGE = 16 * 1024


def _damaged(filled: Path, folder: Path, page: int, at: int) -> Path:
    path = folder / "v.bevismappe"
    raw = bytearray(filled.read_bytes())
    raw[page * PAGE + at] ^= 1
    path.write_bytes(raw)
    return path


def test_a_flip_on_any_page_is_told(filled: Path, tmp_path: Path) -> None:
    heads = HeadMemory(filled.parent / "heads")
    silent, named = [], set()
    for page in range(filled.stat().st_size // PAGE):
        path = _damaged(filled, tmp_path, page, 1000 + page * 97)
        try:
            with quick_vault(path, heads) as vault:
                report = vault.verify()
        except (WrongPassphraseError, DamagedVaultError):
            named.add("refused")
            continue
        if not report.findings:
            silent.append(page)
        named |= {finding.kind for finding in report.findings}
    assert silent == []
    kinds = ("entry", "part", "object")
    assert {"refused", *(f"{kind}_unreadable" for kind in kinds)} <= named
    assert {"ledger_page", "cache_page", "draft_page"} <= named


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("chain", ("ledger_page", "chain", Verdict.INCOMPLETE)),
        ("sqlite_autoindex_chain_1", ("ledger_page", "chain", Verdict.INCOMPLETE)),
        ("sqlite_autoindex_entry_1", ("ledger_page", "entry", Verdict.INCOMPLETE)),
        ("entry_object", ("ledger_page", "entry", Verdict.INCOMPLETE)),
        ("tombstone", ("ledger_page", "tombstone", Verdict.INCOMPLETE)),
        ("staged", ("ledger_page", "staged", Verdict.INCOMPLETE)),
        ("sqlite_autoindex_chunk_1", ("ledger_page", "chunk", Verdict.INCOMPLETE)),
        ("draft", ("draft_page", "draft", Verdict.INCOMPLETE)),
        ("sqlite_autoindex_draft_1", ("draft_page", "draft", Verdict.INCOMPLETE)),
        ("sqlite_autoindex_cache_1", ("cache_page", "cache", Verdict.CONSISTENT)),
        ("thumbnail", ("cache_page", "thumbnail", Verdict.CONSISTENT)),
        ("words_config", ("cache_page", "words_config", Verdict.CONSISTENT)),
        ("words_content", ("cache_page", "words_content", Verdict.CONSISTENT)),
        ("words_data", ("cache_page", "words_data", Verdict.CONSISTENT)),
        ("words_docsize", ("cache_page", "words_docsize", Verdict.CONSISTENT)),
        ("words_idx", ("cache_page", "words_idx", Verdict.CONSISTENT)),
    ],
)
def test_a_damaged_page_names_its_table_and_weighs_as_what_it_holds(
    filled: Path, tmp_path: Path, name: str, finding: tuple[str, str, Verdict]
) -> None:
    heads = HeadMemory(filled.parent / "heads")
    with quick_vault(filled, heads) as vault, vault._using() as db:
        sql = "SELECT max(pageno) FROM dbstat WHERE name = ?"
        page = int(db.execute(sql, (name,)).get)
    with quick_vault(_damaged(filled, tmp_path, page - 1, 5000), heads) as vault:
        findings = vault.verify().findings
    told = [(each.kind, each.path, each.verdict) for each in findings]
    assert [each for each in told if each[0].endswith("_page")] == [finding]


def test_what_is_sealed_into_a_damaged_file_is_there_or_refused_and_the_rest_stays(
    filled: Path, tmp_path: Path
) -> None:
    """Whatever page is hit: an act that cannot be kept says so at once, and takes nothing along."""
    refused = 0
    for page in range(1, filled.stat().st_size // PAGE):
        path = _damaged(filled, tmp_path, page, 5000)
        try:
            with quick_vault(path, HeadMemory(tmp_path / f"h{page}")) as vault:
                before = {finding.kind for finding in vault.verify().findings}
                chain = vault.chains()[0].id
                try:
                    sealed = keep(vault, chain, b"new", b"small")
                except DamagedVaultError:
                    refused += 1
                else:
                    with vault.open_object(sealed.id) as stream:
                        assert stream.read() == b"new"
                assert {finding.kind for finding in vault.verify().findings} <= before
        except (WrongPassphraseError, DamagedVaultError):
            continue
    assert refused


@pytest.mark.parametrize("at", range(16, 24))
def test_bytes_of_the_head_that_are_not_authenticated_refuse_the_file_or_change_nothing(
    filled: Path, tmp_path: Path, at: int
) -> None:
    heads = HeadMemory(tmp_path / "h")
    with quick_vault(filled, heads) as vault:
        before = [list(vault.entries(chain.id)) for chain in vault.chains()]
    path = _damaged(filled, tmp_path, 0, at)
    if at not in (18, 19):  # for what reads and writes the file they say nothing
        with pytest.raises((WrongPassphraseError, DamagedVaultError)):
            quick_vault(path, heads)
        return
    with quick_vault(path, heads) as vault:
        assert [list(vault.entries(chain.id)) for chain in vault.chains()] == before
        assert vault.verify().verdict is Verdict.CONSISTENT


def _page_with(filled: Path, tmp_path: Path, kind: str) -> Path:
    """A copy whose damage is of that kind alone."""
    heads = HeadMemory(tmp_path / "h")
    for page in reversed(range(filled.stat().st_size // PAGE)):
        path = _damaged(filled, tmp_path, page, 5000)
        try:
            with quick_vault(path, heads) as vault:
                if {finding.kind for finding in vault.verify().findings} == {kind}:
                    return path
        except VaultError:
            continue
    raise AssertionError(kind)


def test_a_damaged_object_is_named_and_the_next_ones_are_still_read(
    filled: Path, tmp_path: Path
) -> None:
    path = _page_with(filled, tmp_path, "object_unreadable")
    with quick_vault(path, HeadMemory(tmp_path / "h")) as vault:
        report = vault.verify()
        hit = {finding.seq for finding in report.findings}
        assert report.verdict is Verdict.INCOMPLETE
        assert hit < {31, 32, 33}
        chain = vault.chains()[0].id
        for entry in vault.entries(chain, since=31):
            stream = vault.open_object(entry.id)
            if entry.id.seq in hit:
                with pytest.raises(ObjectDamagedError) as told:
                    stream.read()
                assert told.value.id == entry.id
            else:
                assert stream.read().endswith(b"end")
            stream.close()


def test_damage_in_a_cache_alone_hurts_no_evidence_and_stops_no_capture(
    filled: Path, tmp_path: Path
) -> None:
    path = _page_with(filled, tmp_path, "cache_page")
    with quick_vault(path, HeadMemory(tmp_path / "h")) as vault:
        assert vault.verify().verdict is Verdict.CONSISTENT
        chain = vault.chains()[0].id
        keep(vault, chain, b"new", b"small")
        assert vault.head(chain).id.seq == 34


@pytest.mark.parametrize(
    ("kept", "error"),
    [
        (-PAGE, DamagedVaultError),
        (20 * PAGE, DamagedVaultError),
        (PAGE, DamagedVaultError),
        (PAGE - 1, WrongPassphraseError),  # the first page alone tells whether a passphrase fits
        (16, WrongPassphraseError),
        (15, DamagedVaultError),
        (0, DamagedVaultError),
    ],
)
def test_a_file_cut_between_pages_is_refused_and_left_as_it_is(
    filled: Path, tmp_path: Path, kept: int, error: type[VaultError]
) -> None:
    path = tmp_path / "v.bevismappe"
    path.write_bytes(filled.read_bytes()[:kept])
    before = path.read_bytes()
    with pytest.raises(error):
        quick_vault(path, HeadMemory(tmp_path / "h"))
    assert path.read_bytes() == before


def test_a_file_cut_inside_its_last_page_is_opened_and_the_page_is_named(
    filled: Path, tmp_path: Path
) -> None:
    path = tmp_path / "v.bevismappe"
    path.write_bytes(filled.read_bytes()[:-1])
    with quick_vault(path, HeadMemory(tmp_path / "h")) as vault:
        report = vault.verify()
    assert [each.kind for each in report.findings] == ["draft_page"]
    assert report.verdict is Verdict.INCOMPLETE


def test_pages_swapped_within_the_file_are_told(filled: Path, tmp_path: Path) -> None:
    raw = bytearray(filled.read_bytes())
    last = len(raw) - PAGE
    one, two = bytes(raw[last - PAGE : last]), bytes(raw[last:])
    raw[last - PAGE : last], raw[last:] = two, one
    path = tmp_path / "v.bevismappe"
    path.write_bytes(raw)
    with quick_vault(path, HeadMemory(tmp_path / "h")) as vault:
        assert vault.verify().findings
    shutil.rmtree(tmp_path / "h", ignore_errors=True)
