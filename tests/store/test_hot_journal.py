"""What a crash leaves behind: a journal to be played back, and objects that no entry took."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from evidence_store import DiskFaultError, HeadMemory, VaultError, WrongPassphraseError
from evidence_store.connection import open_file
from evidence_store.hot_journal import journal_of
from tests.fakes.keys import QUICK
from tests.posix import mkfifo
from tests.store.building import quick_vault

ROOT = Path(__file__).parents[2]
PAGE = 16 * 1024

CRASH = """
import io, os, sys
from pathlib import Path
from evidence_store import HeadMemory, NewObject, NewPart
from tests.store.building import quick_vault
vault = quick_vault(Path(sys.argv[1]), HeadMemory(Path(sys.argv[2])))
chain = vault.chains()[0].id
if sys.argv[3] == "spilled":
    for number in range(40):
        vault.save_draft(f"{number}", b"a" * 9000, "2026-11-23T13:03:11.042Z")
    vault._journal_lies_there = True  # as it does since the drafts: the act need not write the first page for it
if sys.argv[3] == "staging":
    vault.stage(io.BytesIO(b"left over" * 1_500_000), "video/mp4")
    os.kill(os.getpid(), 9)
vault._connection.pragma("cache_size", 5)
with vault.act() as act:
    if sys.argv[3] == "spilled":
        # Pages changed in place, more than memory may hold, before the first page is touched.
        vault._connection.execute("UPDATE draft SET body = zeroblob(9000) WHERE key != 'form'")
    for number in range(5):
        act.append(chain, [NewPart("facts", b'{"kind":"note","version":1}')], time="2026-11-23T13:03:11.042Z",
                   object=NewObject(os.urandom(300_000), "image/png"), index_text="lost")
    vault._connection.cache_flush()
    os.kill(os.getpid(), 9)
"""


def _crash(path: Path, how: str) -> None:
    command = [sys.executable, "-c", CRASH, str(path), str(path.parent / "h"), how]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9


@pytest.fixture(scope="module")
def crashed(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault whose process was killed while pages of an act were on their way to the file."""
    path = tmp_path_factory.mktemp("crashed") / "v.bevismappe"
    shutil.copy(filled, path)
    _crash(path, "in an act")
    assert path.read_bytes() != filled.read_bytes()
    return path


@pytest.fixture
def copy(crashed: Path, tmp_path: Path) -> Path:
    shutil.copy(journal_of(crashed), journal_of(tmp_path / "v.bevismappe"))
    return Path(shutil.copy(crashed, tmp_path / "v.bevismappe"))


def _digests(path: Path) -> list[str]:
    return [hashlib.sha256(p.read_bytes()).hexdigest() for p in (path, journal_of(path))]


def test_the_act_that_was_cut_off_is_not_there_and_the_rest_is(
    copy: Path, heads: HeadMemory
) -> None:
    with quick_vault(copy, heads) as vault:
        assert vault.head(vault.chains()[0].id).id.seq == 33
        assert vault.verify().findings == ()
        assert vault.search("lost") == ()


def test_a_wrong_passphrase_leaves_vault_and_journal_alone(copy: Path) -> None:
    before = _digests(copy)
    with pytest.raises(WrongPassphraseError):
        open_file(copy, b"wrong", 0, (QUICK,))
    assert _digests(copy) == before
    assert {p.name for p in copy.parent.iterdir()} == {copy.name, journal_of(copy).name}


# The end of it; the salt; what SQLite says of itself in clear; a sector; all.
TORN = [(5000, PAGE), (0, 16), (16, 24), (0, 4096), (0, PAGE)]


@pytest.mark.parametrize(("start", "end"), TORN)
def test_a_first_page_torn_by_the_crash_is_mended_by_the_right_passphrase_alone(
    copy: Path, heads: HeadMemory, start: int, end: int
) -> None:
    raw = bytearray(copy.read_bytes())
    raw[start:end] = bytes(end - start)
    copy.write_bytes(raw)
    before = _digests(copy)
    with pytest.raises(WrongPassphraseError):
        open_file(copy, b"wrong", 0, (QUICK,))
    assert _digests(copy) == before
    with quick_vault(copy, heads) as vault:
        assert vault.head(vault.chains()[0].id).id.seq == 33
        assert vault.verify().findings == ()


def test_a_first_page_that_is_put_back_is_on_the_disk_before_the_journal_may_go(
    copy: Path, heads: HeadMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    class Noted(apsw.VFSFile):
        def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw's own name
            done.append(f"write {len(data)} at {offset}")
            super().xWrite(data, offset)

        def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's own name
            done.append("sync")
            super().xSync(flags)

    raw = bytearray(copy.read_bytes())
    raw[:PAGE] = bytes(PAGE)
    copy.write_bytes(raw)
    monkeypatch.setattr(apsw, "VFSFile", Noted)
    with quick_vault(copy, heads) as vault:
        assert vault.verify().findings == ()
    assert done[:2] == [f"write {PAGE} at 0", "sync"]


def test_a_torn_first_page_is_found_wherever_the_journal_has_it(
    filled: Path, tmp_path: Path, heads: HeadMemory
) -> None:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    _crash(path, "spilled")
    journal = journal_of(path).read_bytes()
    first_segment = int.from_bytes(journal[8:12], "big")
    records = [journal[at : at + 4] for at in range(512, len(journal), PAGE + 8)][:first_segment]
    assert b"\0\0\0\1" not in records
    raw = bytearray(path.read_bytes())
    raw[:PAGE] = bytes(PAGE)
    path.write_bytes(raw)
    with quick_vault(path, heads) as vault:
        assert vault.head(vault.chains()[0].id).id.seq == 33
        assert vault.draft("7") == b"a" * 9000
        assert vault.verify().findings == ()


def test_damage_to_the_journal_is_never_silent(copy: Path, heads: HeadMemory) -> None:
    """Either the vault is as before the act, or it is refused, or verify names something."""
    vault_bytes, journal = copy.read_bytes(), journal_of(copy).read_bytes()
    places = [*range(0, 28, 3), 512, 515, 516, 520, 4000, *range(16_000, len(journal), 17_001)]
    damaged = [journal[:at] + bytes([journal[at] ^ 1]) + journal[at + 1 :] for at in places]
    for changed in [*damaged, b"", journal[:600], journal[: len(journal) // 2]]:
        copy.write_bytes(vault_bytes)
        journal_of(copy).write_bytes(changed)
        try:
            with quick_vault(copy, heads) as vault:
                report = vault.verify()
                chain = vault.chains()[0].id
                whole = [entry.id.seq for entry in vault.entries(chain)] == list(range(34))
                assert report.findings or whole
        except VaultError:
            continue


@pytest.mark.parametrize("name", ["v.bevismappe-probe", ".bevismappe-probe", "v.bevismappe.new"])
def test_a_torn_vault_is_opened_past_links_of_the_names_side_files_had(
    copy: Path, heads: HeadMemory, name: str
) -> None:
    victim = copy.parent / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    (copy.parent / name).symlink_to(victim)
    raw = bytearray(copy.read_bytes())
    raw[:PAGE] = bytes(PAGE)
    copy.write_bytes(raw)
    with pytest.raises(WrongPassphraseError):
        open_file(copy, b"wrong", 0, (QUICK,))
    with quick_vault(copy, heads) as vault:
        assert vault.verify().findings == ()
    assert victim.read_text(encoding="utf-8") == "mine"
    assert (copy.parent / name).is_symlink()


def test_a_link_in_the_journals_place_is_not_followed(copy: Path) -> None:
    victim = copy.parent / "victim.txt"
    victim.write_bytes(journal_of(copy).read_bytes())
    before = victim.read_bytes()
    journal_of(copy).unlink()
    journal_of(copy).symlink_to(victim)
    with pytest.raises(DiskFaultError):
        open_file(copy, b"wrong", 0, (QUICK,))
    assert victim.read_bytes() == before


def test_a_vault_writes_through_no_link_where_its_journal_goes(
    filled: Path, tmp_path: Path, heads: HeadMemory
) -> None:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"")
    journal_of(path).symlink_to(victim)
    with pytest.raises(DiskFaultError):
        quick_vault(path, heads)
    assert victim.read_bytes() == b""


def test_objects_that_no_entry_took_are_swept(
    filled: Path, tmp_path: Path, heads: HeadMemory
) -> None:
    path = Path(shutil.copy(filled, tmp_path / "v.bevismappe"))
    size = path.stat().st_size
    _crash(path, "staging")
    assert path.stat().st_size > size + 10_000_000
    with quick_vault(path, heads) as vault:
        db = vault._connection
        assert db is not None
        assert db.execute("SELECT count(*) FROM staged").get == 0
        assert db.execute("SELECT count(*) FROM chunk").get == 3
        assert vault.verify().findings == ()
    assert path.stat().st_size <= size + 2 * PAGE


@pytest.mark.posix("pipes in folders")
def test_a_pipe_in_the_journals_place_is_a_fault_and_nobody_waits_for_it(tmp_path: Path) -> None:
    path = tmp_path / "v.bevismappe"
    quick_vault(path, HeadMemory(tmp_path / "heads")).close()
    mkfifo(journal_of(path))
    with pytest.raises(DiskFaultError):
        quick_vault(path, HeadMemory(tmp_path / "heads"))
