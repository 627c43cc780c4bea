"""What cannot be read as a package, or not to its end: one finding says why, and nothing is called in order."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from app.handover import verify_path
from app.handover.folder_tree import FolderTree
from evidence_store import CheckName, Finding, FindingKind, Verdict
from tests.e2e.package.forge import LEDGER, good, small
from tests.posix import mkfifo
from tests.unit.handover.test_verify_package import PICTURE, marks, packed, told


def test_what_cannot_be_opened_is_one_finding_with_its_reason(tmp_path: Path) -> None:
    for path, kind in (
        (tmp_path / "not there.zip", "unreadable"),
        (tmp_path, "not_a_package"),
        (Path(os.devnull), "unreadable"),
    ):
        report = verify_path(path)
        assert [each.kind for each in report.findings] == [kind]
        assert report.verdict is Verdict.UNREADABLE
        assert {
            check.state.value for check in report.checks if check.name != CheckName.STRUCTURE
        } == {"not_checked"}
        assert marks(report)["structure"] == "0!"


def test_a_later_format_is_judged_by_nobody(tmp_path: Path) -> None:
    for path, before, after in (
        ("bag-info.txt", b"Bevismappe-Package: 1", b"Bevismappe-Package: 3"),
        (LEDGER, b"bevismappe/ledger/1", b"bevismappe/ledger/12"),
    ):
        forged = small()
        forged.files[path] = forged.files[path].replace(before, after)
        report = verify_path(packed(tmp_path, forged))
        assert told(report) == [f"newer_format None None {path} UNREADABLE"]
        assert report.findings[0].found == after.decode().rpartition("/")[2].rpartition(" ")[2]


@pytest.mark.posix("pipes in folders")
def test_a_folder_file_that_cannot_be_read_is_told_by_name(tmp_path: Path) -> None:
    forged = good()
    folder = forged.unpack(tmp_path / forged.top)
    (folder / PICTURE).unlink()
    mkfifo(folder / PICTURE)
    report = verify_path(folder)
    assert told(report)[0] == f"not_a_file None 1 {PICTURE}"
    assert report.verdict is Verdict.ALTERED


def test_a_folder_that_cannot_be_listed_is_told_with_the_systems_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    folder = good().unpack(tmp_path / "min mappe")
    monkeypatch.setattr(os, "scandir", refuse)
    report = verify_path(folder)
    assert report.findings == (
        Finding(FindingKind.UNREADABLE, Verdict.UNREADABLE, path="min mappe", found="not yours"),
    )
    assert report.verdict is Verdict.UNREADABLE
    assert marks(report)["structure"] == "0!"
    assert (report.receipts, report.entries, report.objects) == ((), 0, 0)


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(errno.EIO, "a fault"), "a fault"), (OSError("no number"), "")],
)
def test_a_log_that_cannot_be_read_a_second_time_makes_the_package_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    """As on a stick that is pulled out in the midst of the check."""
    opened: list[str] = []
    as_it_is = FolderTree.open

    def once(self: FolderTree, path: str) -> BinaryIO:
        if path == LEDGER and opened.count(LEDGER) == 2:  # its first line, and all of it
            raise error
        opened.append(path)
        return as_it_is(self, path)

    folder = good().unpack(tmp_path / "min mappe")
    monkeypatch.setattr(FolderTree, "open", once)
    report = verify_path(folder)
    assert report.findings == (
        Finding(FindingKind.UNREADABLE, Verdict.UNREADABLE, path="min mappe", found=reason),
    )
    assert report.verdict is Verdict.UNREADABLE
    assert marks(report)["ledger"].startswith("0-")
