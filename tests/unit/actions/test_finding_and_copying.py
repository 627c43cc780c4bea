"""Search, backup, export and the checks: acts that change nothing of a case, each at its own door."""

from __future__ import annotations

import hashlib
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec import structs

from app.actions.back_up import back_up, back_up_plain
from app.actions.export_original import Exported, export_original
from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.actions.search import search_case
from app.actions.verify_package import verify_package
from app.actions.verify_vault import verify_vault
from app.casework.kinds.note import NoteFacts
from app.handover import verify_path
from app.markup import Box, Layer, Redaction
from app.picture import encode_png
from evidence_store import (
    CheckState,
    EntryId,
    HeadMemory,
    NoObjectError,
    ObjectDamagedError,
    ReceiptFormatError,
    Vault,
    VaultExistsError,
    Verdict,
    receipt_code,
)
from tests.e2e.package.forge import good
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import striped_pixels
from tests.store.test_tampering import without_guards
from tests.unit.actions.acting import captured, current
from tests.worlds import FONT, RESOURCES, begin
from tests.written import write_note

# -- search --------------------------------------------------------------------------------------


def written(case: OpenCase, words: str, *, corrects: EntryId | None = None) -> EntryId:
    return write_note(case, words, NoteFacts(corrects=corrects))


def test_a_note_is_found_once_by_its_first_entry_however_often_it_was_corrected(
    case: OpenCase,
) -> None:
    first = written(case, "hest lampe")
    other = written(case, "hest kaffe")
    written(case, "hest vindue", corrects=first)
    assert search_case(case, "hest", 9) == (first, other)
    assert search_case(case, "lampe", 9) == (first,)
    assert search_case(case, "vindue", 9) == (first,)
    assert search_case(case, "ko", 9) == ()


def test_no_more_things_are_found_than_were_asked_for(case: OpenCase) -> None:
    ids = [written(case, f"hest {number}") for number in range(5)]
    for limit in range(7):
        assert search_case(case, "hest", limit) == tuple(reversed(ids))[:limit]
    assert search_case(case, "hest", -1) == ()


def test_hits_of_another_case_do_not_keep_ones_own_from_being_found(
    case: OpenCase, vault: Vault
) -> None:
    mine = [written(case, f"hest {number}") for number in range(2)]
    other = begin(vault, "En anden")
    for number in range(12):
        written(other, f"hest {number}")
    assert search_case(case, "hest", 2) == tuple(reversed(mine))
    assert search_case(case, "hest", 9) == tuple(reversed(mine))


def test_things_that_many_entries_tell_of_do_not_hide_the_others(case: OpenCase) -> None:
    first = written(case, "hest først")
    second = written(case, "hest så")
    for number in range(9):
        written(case, f"hest {number}", corrects=second)
    assert search_case(case, "hest", 2) == (second, first)


def test_private_words_are_found_in_the_persons_own_case(case: OpenCase) -> None:
    entry = write_note(case, "hest for mig selv", NoteFacts(), private=True)
    assert search_case(case, "hest", 3) == (entry,)


# -- backup --------------------------------------------------------------------------------------


@pytest.fixture
def locked(tmp_path: Path) -> Vault:
    """A vault that has a key: an unencrypted build cannot be copied under it."""
    heads = HeadMemory(tmp_path / "heads")
    return Vault.create(tmp_path / "v.bevismappe", "hest", heads=heads, parameters=QUICK_KEYS)


def test_a_backup_holds_what_the_vault_holds_and_says_so(locked: Vault, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with locked:
        case = begin(locked)
        captured(case)
        report = back_up(
            locked, tmp_path / "copy.bevismappe", progress=lambda *each: told.append(each)
        )
        assert report == locked.verify()
    assert report.verdict is Verdict.CONSISTENT
    assert told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize("act", ["encrypted", "plain"])
def test_a_backup_never_replaces_anything_and_names_the_folder_that_is_missing(
    locked: Vault, tmp_path: Path, act: str
) -> None:
    def copy(target: Path) -> None:
        if act == "plain":
            back_up_plain(locked, target, b"verifier")
        else:
            back_up(locked, target)

    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "x").write_bytes(b"mine")
    with locked:
        with pytest.raises(VaultExistsError):
            copy(mine if act == "plain" else mine / "x")
        with pytest.raises(FileNotFoundError) as caught:
            copy(tmp_path / "no" / "copy")
    assert caught.value.filename == str(tmp_path / "no")
    assert (mine / "x").read_bytes() == b"mine"
    assert [path.name for path in mine.iterdir()] == ["x"]


def test_a_plain_backup_has_every_byte_and_the_verifier(case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    back_up_plain(case.vault, tmp_path / "plain", b"the verifier")
    folder = tmp_path / "plain"
    assert (folder / "verify.py").read_bytes() == b"the verifier"
    kept = folder / "objects" / exhibit.original.chain / f"{exhibit.original.seq}.bin"
    assert kept.read_bytes() == encode_png(striped_pixels(120, 80))
    listed = (folder / "SHA256SUMS").read_text("ascii").splitlines()
    for line in listed:
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    files = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert files == {line.split("  ")[1] for line in listed} | {"SHA256SUMS"}


# -- export --------------------------------------------------------------------------------------


def test_an_export_is_the_bytes_that_were_sealed(case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    content = encode_png(striped_pixels(120, 80))
    told: list[int] = []

    def tell(done: int) -> None:
        told.append(done)
        # A process that is killed here leaves no half picture under that name.
        assert (tmp_path / "o.png").read_bytes() == b""

    done = export_original(case, exhibit.original, tmp_path / "o.png", progress=tell)
    assert (tmp_path / "o.png").read_bytes() == content
    assert done == Exported(size=len(content), sha256=hashlib.sha256(content).hexdigest())
    assert set(told) == {len(content)}
    if sys.platform != "win32":
        assert (tmp_path / "o.png").stat().st_mode & 0o777 == 0o600


def test_bytes_that_are_not_those_that_were_sealed_leave_no_file(
    case: OpenCase, tmp_path: Path
) -> None:
    exhibit = captured(case)
    with case.vault._using() as db:
        without_guards(db).execute("UPDATE chunk SET data = zeroblob(length(data))")
    with pytest.raises(ObjectDamagedError) as caught:
        export_original(case, exhibit.original, tmp_path / "o.png")
    assert caught.value.id == exhibit.original
    assert not (tmp_path / "o.png").exists()


def test_an_entry_without_bytes_and_a_file_that_is_there_stop_an_export(
    case: OpenCase, tmp_path: Path
) -> None:
    exhibit, note = captured(case), written(case, "ord")
    with pytest.raises(NoObjectError):
        export_original(case, note, tmp_path / "o.png")
    assert not (tmp_path / "o.png").exists()
    (tmp_path / "o.png").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        export_original(case, exhibit.original, tmp_path / "o.png")
    assert (tmp_path / "o.png").read_bytes() == b"mine"


class StoppedError(Exception):
    pass


def test_an_export_that_is_stopped_leaves_no_file(case: OpenCase, tmp_path: Path) -> None:
    def stop(_size: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        export_original(case, captured(case).original, tmp_path / "o.png", progress=stop)
    assert not (tmp_path / "o.png").exists()


# -- the checks ----------------------------------------------------------------------------------


def test_findings_about_a_vault_name_the_exhibit_of_original_and_copy(case: OpenCase) -> None:
    exhibits = [captured(case, seed) for seed in range(2)]
    layer = Layer(redactions=(Redaction(Box(4, 4, 20, 9), "Navn"),))
    copy = set_layer(case, exhibits[1], layer, FONT)
    note = written(case, "ord")
    assert verify_vault(case.vault) == case.vault.verify()
    with case.vault._using() as db:
        without_guards(db).execute("UPDATE chunk SET data = zeroblob(length(data))")
        db.execute(f"UPDATE entry SET time = replace(time, '2026', '2025') WHERE seq = {note.seq}")
    report = verify_vault(case.vault)
    named = {(each.kind, each.seq): each.exhibit for each in report.findings}
    assert named == {
        ("entry_hash", note.seq): None,
        ("time_back", note.seq): None,
        ("object_hash", exhibits[0].original.seq): 1,
        ("object_hash", exhibits[1].original.seq): 2,
        ("object_hash", copy.seq): 2,
    }
    plain = case.vault.verify()
    assert [structs.replace(each, exhibit=None) for each in report.findings] == list(plain.findings)
    assert structs.replace(report, findings=plain.findings) == plain


def test_the_check_of_a_vault_takes_a_code_and_tells_how_far_it_is(case: OpenCase) -> None:
    exhibit = captured(case)
    code = receipt_code(case.vault.entry(exhibit.original).hash)
    told: list[tuple[int, int]] = []
    report = verify_vault(case.vault, expect=code, progress=lambda *each: told.append(each))
    assert report.matched is not None
    assert report.matched.seq == exhibit.original.seq
    *_, (done, of) = (each for each in told if each[1])
    assert done == of > 0
    with pytest.raises(ReceiptFormatError):
        verify_vault(case.vault, expect="nej")
    assert current(case, exhibit) == exhibit


def test_while_exhibits_are_named_others_get_at_the_vault(case: OpenCase) -> None:
    captured(case)
    with case.vault._using() as db:
        without_guards(db).execute("UPDATE chunk SET data = zeroblob(length(data))")
    told: list[tuple[int, int]] = []
    verify_vault(case.vault, progress=lambda *each: told.append(each))
    entries = sum(1 for _ in case.vault.entries(case.chains.evidence))
    assert told[-entries:] == [(0, 0)] * entries
    assert verify_vault(case.vault).findings


def test_the_check_of_a_package_compares_its_verifiers_with_ours_where_we_have_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(good().zip())
    states = [
        {check.name.value: check.state for check in verify_package(path, resources=each).checks}
        for each in (RESOURCES, tmp_path, None)
    ]
    assert [each["verifier"] for each in states] == [
        CheckState.PASSED,
        CheckState.NOT_CHECKED,
        CheckState.NOT_CHECKED,
    ]
    assert verify_package(path) == verify_path(path)
    code = receipt_code(good().ledger.entries[-1].hash)
    assert verify_package(path, expect=code).matched is not None
    with zipfile.ZipFile(path) as package:
        package.extractall(tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    assert verify_package(folder).verdict is Verdict.CONSISTENT
