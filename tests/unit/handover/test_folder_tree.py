"""An unpacked package: which files it has, and what else lies in its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.handover import folder_tree
from app.handover.folder_tree import FolderTree
from app.handover.tree import UnreadablePackageError
from evidence_store import Verdict
from tests.e2e.package.forge import Forged, small
from tests.posix import mkfifo

PICTURE = "data/exhibits/bilag-001.png"


def unpacked(folder: Path) -> tuple[Path, Forged]:
    forged = small()
    return forged.unpack(folder / forged.top), forged


def told(folder: Path) -> list[str]:
    return [
        f"{each.kind} {each.path}" + ("" if each.verdict is Verdict.ALTERED else " remark")
        for each in FolderTree(folder).findings
    ]


def test_a_sound_folder_gives_its_files_and_nothing_to_tell(tmp_path: Path) -> None:
    folder, forged = unpacked(tmp_path)
    tree = FolderTree(folder)
    assert tree.findings == []
    assert tree.name == forged.top
    assert tree.files == {path: len(data) for path, data in forged.files.items()}
    assert tree.checksums == {}
    with tree.open(PICTURE) as stream:
        assert stream.read() == forged.files[PICTURE]


def test_a_folder_that_no_package_has_is_told_once_and_not_entered(tmp_path: Path) -> None:
    folder, forged = unpacked(tmp_path)
    for name in ("more", "data/exhibits/more", "data/more"):
        (folder / name).mkdir()
        (folder / name / "one.txt").write_text("1", "ascii")
        (folder / name / "bilag-002.png").write_bytes(b"2")
    assert told(folder) == [
        "unknown_file data/exhibits/more",
        "unknown_file data/more",
        "unknown_file more",
    ]
    assert FolderTree(folder).files.keys() == forged.files.keys()


def test_a_file_in_place_of_a_folder_is_told_and_read_by_nobody(tmp_path: Path) -> None:
    folder, _ = unpacked(tmp_path)
    shutil.rmtree(folder / "data" / "originals")
    (folder / "data" / "originals").write_bytes(b"no folder")
    assert told(folder) == ["unknown_file data/originals"]


def test_the_folder_that_macos_adds_is_a_remark_and_not_entered(tmp_path: Path) -> None:
    folder, _ = unpacked(tmp_path)
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "._data").write_bytes(b"1")
    (folder / ".DS_Store").write_bytes(b"2")
    assert told(folder) == ["system_file .DS_Store remark", "system_file __MACOSX remark"]


def test_what_only_has_the_name_of_such_a_folder_or_file_is_no_remark(tmp_path: Path) -> None:
    folder, _ = unpacked(tmp_path)
    (folder / "__MACOSX").write_bytes(b"a file")
    (folder / ".DS_Store").mkdir()
    (folder / "data" / "Thumbs.db").write_bytes(b"below data")
    assert told(folder) == [
        "unknown_file .DS_Store",
        "unknown_file __MACOSX",
        "unknown_file data/Thumbs.db",
    ]


@pytest.mark.posix("links and pipes in folders")
def test_links_and_pipes_in_place_of_files_are_told_with_their_exhibit(tmp_path: Path) -> None:
    folder, forged = unpacked(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "bilag-009.png").write_bytes(b"9")
    shutil.rmtree(folder / "data" / "originals")
    (folder / "data" / "originals").symlink_to(elsewhere)
    (folder / "aside").symlink_to(elsewhere / "bilag-009.png")
    (folder / PICTURE).unlink()
    mkfifo(folder / PICTURE)
    (folder / "README.txt").unlink()
    (folder / "README.txt").mkdir()
    assert told(folder) == [
        "not_a_file README.txt",
        "not_a_file aside",
        f"not_a_file {PICTURE}",
        "not_a_file data/originals",
    ]
    exhibits = {each.path: each.exhibit for each in FolderTree(folder).findings}
    assert exhibits[PICTURE] == 1
    assert FolderTree(folder).files.keys() == {
        path
        for path in forged.files
        if path not in {PICTURE, "README.txt"} and not path.startswith("data/originals/")
    }


@pytest.mark.posix("links and pipes in folders")
def test_what_has_become_a_link_or_a_pipe_meanwhile_is_not_read(tmp_path: Path) -> None:
    folder, forged = unpacked(tmp_path)
    tree = FolderTree(folder)
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    (folder / PICTURE).unlink()
    (folder / PICTURE).symlink_to(secret)
    with pytest.raises(OSError, match="bilag-001"):
        tree.open(PICTURE)
    (folder / PICTURE).unlink()
    mkfifo(folder / PICTURE)
    with pytest.raises(OSError, match="bilag-001"):
        tree.open(PICTURE)
    assert PICTURE in forged.files


@pytest.mark.posix("no such name there")
def test_a_name_that_is_no_plain_text_is_told_as_such(tmp_path: Path) -> None:
    folder, _ = unpacked(tmp_path)
    (folder / "a\nb\u202e").write_bytes(b"1")
    assert told(folder) == ["unknown_file a\\x0ab\\x202e"]


def test_a_folder_with_only_the_log_or_only_the_report_is_a_package_and_an_empty_one_is_none(
    tmp_path: Path,
) -> None:
    for name in ("data/ledger/evidence.txt", "data/dossier.pdf"):
        folder = tmp_path / name.replace("/", "-")
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(b"")
        assert FolderTree(folder).files == {name: 0}
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UnreadablePackageError) as caught:
        FolderTree(empty)
    assert caught.value.finding.kind == "not_a_package"
    assert caught.value.finding.verdict is Verdict.UNREADABLE


def test_names_of_files_and_folders_are_counted_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, forged = unpacked(tmp_path)
    names = len(list(folder.rglob("*")))
    assert names > len(forged.files)
    monkeypatch.setattr(folder_tree, "MAX_FILES", names)
    assert told(folder) == []
    monkeypatch.setattr(folder_tree, "MAX_FILES", names - 1)
    with pytest.raises(UnreadablePackageError) as caught:
        FolderTree(folder)
    assert (caught.value.finding.kind, caught.value.finding.found) == ("too_large", f"{names}")
