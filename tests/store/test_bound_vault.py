"""The vault's file is taken away, replaced, renamed or written over while it is open."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from evidence_store import (
    CaseChains,
    DamagedVaultError,
    HeadMemory,
    Rescued,
    Vault,
    VaultReplacedError,
    VaultWrittenOverError,
    Verdict,
)
from evidence_store.connection import FORMAT_1, OpenedFile
from evidence_store.rescue import rescue
from evidence_store.schema import SCHEMA
from tests.store.building import TIME, begin, facts, keep, note, plain_vault, quick_vault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "s.bevismappe"


@pytest.fixture
def open_vault(path: Path, heads: HeadMemory) -> Iterator[Vault]:
    path.parent.mkdir()
    with quick_vault(path, heads) as vault:
        begin(vault)
        yield vault


def _case(vault: Vault) -> CaseChains:
    evidence, private = (chain.id for chain in vault.chains())
    return CaseChains(vault.chains()[0].case_id, evidence, private)


def _replace(path: Path) -> None:
    """What a sync program does: an older file beside it, and then in its place."""
    os.replace(path.with_name("old"), path)


def _throw_away(path: Path) -> None:
    path.unlink()


def _move_away(path: Path) -> None:
    """What a file manager does with what is thrown away."""
    (path.parent.parent / "trash").mkdir()
    path.rename(path.parent.parent / "trash" / path.name)


def _keep_aside_and_replace(path: Path) -> None:
    """What a sync program does on a conflict."""
    path.rename(path.with_name("s (conflict).bevismappe"))
    _replace(path)


TAKEN_AWAY = (_replace, _throw_away, _move_away, _keep_aside_and_replace)


def _notes(path: Path, heads: HeadMemory) -> int:
    with quick_vault(path, heads) as vault:
        assert vault.verify().verdict is Verdict.CONSISTENT
        return sum(1 for _ in vault.entries(_case(vault).evidence)) - 1


@pytest.mark.parametrize("take", TAKEN_AWAY)
@pytest.mark.parametrize("written_before", [0, 1])
def test_what_is_sealed_after_the_file_was_taken_away_is_in_a_rescue_vault(
    path: Path,
    heads: HeadMemory,
    tmp_path: Path,
    take: Callable[[Path], None],
    written_before: int,
) -> None:
    path.parent.mkdir()
    with quick_vault(path, heads) as vault:
        begin(vault)
    shutil.copy(path, path.with_name("old"))
    old = path.with_name("old").read_bytes()
    with quick_vault(path, heads) as vault:
        for number in range(written_before):
            note(vault, _case(vault).evidence, f"before {number}")
        take(path)
        entry = note(vault, _case(vault).evidence, "after")
        rescue = path.with_name("s-reddet.bevismappe")
        assert vault.rescued == Rescued(lost=path, kept=rescue)
        assert vault.path == rescue
        assert vault.head(_case(vault).evidence) == entry
        note(vault, _case(vault).evidence, "and on")
        assert vault.path == rescue
        if path.exists():
            assert path.read_bytes() == old
    assert _notes(rescue, heads) == written_before + 2
    left = {each.name for each in path.parent.iterdir()} - {path.name, "old", rescue.name}
    assert left <= {"s (conflict).bevismappe", "s.bevismappe-journal"}


@pytest.mark.parametrize("take", TAKEN_AWAY)
def test_an_act_under_way_while_the_file_is_taken_away_is_acknowledged_in_the_rescue_vault(
    path: Path, heads: HeadMemory, open_vault: Vault, take: Callable[[Path], None]
) -> None:
    case = _case(open_vault)
    shutil.copy(path, path.with_name("old"))
    with open_vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME)
        take(path)
    assert open_vault.rescued is not None
    kept = open_vault.path
    open_vault.close()
    assert _notes(kept, heads) == 1


def test_nothing_is_called_saved_where_no_rescue_vault_can_be_made(
    path: Path, heads: HeadMemory, open_vault: Vault, tmp_path: Path
) -> None:
    case = _case(open_vault)
    note(open_vault, case.evidence, "one")
    before = heads.held(open_vault.vault_id)
    path.parent.rename(tmp_path / "elsewhere")
    with pytest.raises(VaultReplacedError) as told:
        note(open_vault, case.evidence, "two")
    assert told.value.path == path
    assert heads.held(open_vault.vault_id) == before
    assert open_vault.head(case.evidence).id.seq == 1
    # What is mended goes on as if nothing had been.
    (tmp_path / "elsewhere").rename(path.parent)
    note(open_vault, case.evidence, "three")
    open_vault.close()
    assert open_vault.rescued is None
    assert _notes(path, heads) == 2


def test_a_new_name_in_the_same_folder_is_followed(
    path: Path, heads: HeadMemory, open_vault: Vault
) -> None:
    case = _case(open_vault)
    note(open_vault, case.evidence, "one")
    other = path.with_name("min mappe.bevismappe")
    path.rename(other)
    with open_vault.act() as act:
        act.append(case.evidence, [facts()], time=TIME)
        # The journal lies beside the file, where the next opening looks for it after a crash.
        assert other.with_name(other.name + "-journal").exists()
    assert (open_vault.path, open_vault.rescued) == (other, None)
    open_vault.close()
    assert [each.name for each in path.parent.iterdir() if "journal" not in each.name] == [
        other.name
    ]
    assert _notes(other, heads) == 2


def test_a_file_that_is_gone_before_its_new_name_can_be_followed_is_rescued(
    path: Path, heads: HeadMemory, open_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _case(open_vault)
    note(open_vault, case.evidence, "one")
    other = path.with_name("min mappe.bevismappe")
    path.rename(other)
    looks = iter((lambda: None, other.unlink))
    listed = os.scandir

    def scandir(folder: Path) -> Iterator[os.DirEntry[str]]:
        next(looks, lambda: None)()
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    open_vault.save_draft("form", b"words", TIME)
    rescue = path.with_name("s-reddet.bevismappe")
    assert open_vault.rescued == Rescued(path, rescue)
    assert open_vault.draft("form") == b"words"
    open_vault.close()
    assert _notes(rescue, heads) == 1


def test_a_draft_saved_in_an_act_goes_where_the_act_goes(
    path: Path, heads: HeadMemory, open_vault: Vault
) -> None:
    with open_vault.act() as act:
        act.append(_case(open_vault).evidence, [facts()], time=TIME)
        path.unlink()
        open_vault.save_draft("form", b"words", TIME)
        assert open_vault.path == path
    assert open_vault.path != path
    assert open_vault.draft("form") == b"words"
    open_vault.close()
    assert _notes(open_vault.path, heads) == 1


def test_the_name_of_a_rescue_vault_is_taken_from_nobody(path: Path, open_vault: Vault) -> None:
    taken = path.with_name("s-reddet.bevismappe")
    taken.write_bytes(b"somebody's")
    path.with_name("s-reddet-2.bevismappe").symlink_to(path.with_name("nowhere"))
    for number in (3, 4):
        shutil.copy(open_vault.path, path.with_name("old"))
        os.replace(path.with_name("old"), open_vault.path)
        note(open_vault, _case(open_vault).evidence, "a")
        assert open_vault.path.name == f"s-reddet-{number}.bevismappe"
    assert taken.read_bytes() == b"somebody's"
    assert not path.with_name("nowhere").exists()
    assert open_vault.rescued == Rescued(path, open_vault.path)


def test_a_file_written_over_is_not_written_to_and_nothing_is_called_saved(
    path: Path, heads: HeadMemory, open_vault: Vault
) -> None:
    case = _case(open_vault)
    note(open_vault, case.evidence, "one")
    older = path.read_bytes()
    for number in range(5):
        note(open_vault, case.evidence, "y" * 20_000 + str(number))
    path.write_bytes(older)
    for _ in range(2):
        with pytest.raises(VaultWrittenOverError):
            note(open_vault, case.evidence, "lost?")
        assert path.read_bytes() == older
    open_vault.close()
    assert path.read_bytes() == older
    with quick_vault(path, heads) as vault:
        assert [loss.head.seq for loss in vault.losses()] == [6]


def test_a_file_that_was_only_touched_is_written_to(path: Path, open_vault: Vault) -> None:
    case = _case(open_vault)
    os.utime(path, (1, 1))
    note(open_vault, case.evidence, "one")
    assert (open_vault.path, open_vault.head(case.evidence).id.seq) == (path, 1)


def test_another_files_journal_is_left_alone(path: Path, heads: HeadMemory) -> None:
    path.parent.mkdir()
    with quick_vault(path, heads) as vault:
        begin(vault)
        note(vault, _case(vault).evidence, "one")
        shutil.copy(path, path.with_name("old"))
        _replace(path)
        journal = path.with_name(path.name + "-journal")
        journal.write_bytes(b"of the file that lies here now")
        note(vault, _case(vault).evidence, "two")
    assert journal.read_bytes() == b"of the file that lies here now"


def test_what_was_saved_and_then_taken_away_is_rescued_at_closing(
    path: Path, heads: HeadMemory, open_vault: Vault
) -> None:
    note(open_vault, _case(open_vault).evidence, "one")
    path.unlink()
    open_vault.close()
    assert open_vault.rescued is not None
    assert _notes(open_vault.rescued.kept, heads) == 1


def test_who_only_looked_leaves_no_copy_of_what_was_thrown_away(
    path: Path, heads: HeadMemory
) -> None:
    path.parent.mkdir()
    with quick_vault(path, heads) as vault:
        begin(vault)
    with quick_vault(path, heads) as vault:
        path.unlink()
    assert vault.rescued is None
    assert list(path.parent.glob("*.bevismappe")) == []


def test_a_rescue_vault_is_on_the_disk_before_the_work_goes_on_in_it(
    path: Path, open_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    sync = os.fsync

    def noted(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    path.unlink()
    open_vault.save_draft("form", b"words", TIME)
    kept = path.with_name("s-reddet.bevismappe")
    assert open_vault.path == kept
    assert {kept.stat().st_ino, path.parent.stat().st_ino} <= synced


def test_a_rescue_vault_that_lacks_entries_is_taken_away_and_let_go(
    tmp_path: Path, heads: HeadMemory
) -> None:
    empty = apsw.Connection(":memory:")
    empty.execute(SCHEMA)
    with plain_vault(tmp_path, heads) as vault:
        begin(vault)
        with vault._using() as db, pytest.raises(VaultReplacedError) as told:
            rescue(db, vault.path, lambda _target: OpenedFile(empty, FORMAT_1, 1, "00" * 16))
        assert isinstance(told.value.__cause__, DamagedVaultError)
    assert list(tmp_path.glob("*reddet*")) == []
    with pytest.raises(apsw.ConnectionClosedError):
        empty.execute("SELECT 1")


def test_drafts_and_staged_files_go_to_the_rescue_vault(path: Path, open_vault: Vault) -> None:

    path.unlink()
    open_vault.save_draft("form", b"words", TIME)
    assert open_vault.path.name == "s-reddet.bevismappe"
    open_vault.path.unlink()
    staged = open_vault.stage(io.BytesIO(b"x" * 9_000_000), "video/mp4")
    assert open_vault.path.exists()
    open_vault.discard(staged)
    assert open_vault.draft("form") == b"words"


def test_a_check_and_a_read_go_on_in_the_rescue_vault(path: Path, open_vault: Vault) -> None:
    case = _case(open_vault)
    kept = keep(open_vault, case.evidence, b"p" * 3_000_000)
    with open_vault.open_object(kept.id) as stream:
        first = stream.read(10)
        path.unlink()
        note(open_vault, case.evidence, "one")
        assert first + stream.read() == b"p" * 3_000_000
    assert open_vault.verify().verdict is Verdict.CONSISTENT


def test_a_check_finds_that_the_file_was_taken_away(path: Path, open_vault: Vault) -> None:
    note(open_vault, _case(open_vault).evidence, "one")
    path.unlink()
    assert open_vault.verify().verdict is Verdict.CONSISTENT
    assert open_vault.rescued is not None
    assert open_vault.path.exists()


def test_a_check_of_a_file_that_was_written_over_reads_what_is_there(
    path: Path, open_vault: Vault
) -> None:
    older = path.read_bytes()
    note(open_vault, _case(open_vault).evidence, "one")
    path.write_bytes(older)
    assert "head_shorter" in {found.kind for found in open_vault.verify().findings}
