"""The folder from the phone: what is new in it is found, and nothing in it is touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.phone_folder import PhoneLook, look_into
from app.casework import empty
from app.clock import SystemClock
from tests.worlds import Desk

LONG_AGO = datetime.fromtimestamp(0, UTC)


def twice(folder: Path, since: datetime = LONG_AGO) -> PhoneLook:
    first = look_into(folder, since, empty(), {})
    return look_into(folder, since, empty(), first.seen)


def test_a_file_counts_when_two_looks_find_it_alike(tmp_path: Path) -> None:
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(b"half")
    first = look_into(tmp_path, LONG_AGO, empty(), {})
    assert (first.new, first.waits) == ((), True)

    file.write_bytes(b"half and the rest")
    second = look_into(tmp_path, LONG_AGO, empty(), first.seen)
    assert (second.new, second.waits) == ((), True)

    third = look_into(tmp_path, LONG_AGO, empty(), second.seen)
    assert (third.new, third.waits) == ((file,), False)
    assert file.read_bytes() == b"half and the rest"


@pytest.mark.parametrize(
    "name", [".hidden.jpg", "~lock.jpg", "a.part", "b.CRDOWNLOAD", "c.jpg.tmp", "$recycle"]
)
def test_what_other_programs_put_there_for_themselves_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert twice(tmp_path) == PhoneLook()


@pytest.mark.posix("Windows asks for rights to make a link")
def test_folders_links_and_empty_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inside.jpg").write_bytes(b"x")
    (tmp_path / "empty.jpg").touch()
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.write_bytes(b"x")
    (tmp_path / "link.jpg").symlink_to(elsewhere)
    assert twice(tmp_path).new == ()


def test_what_came_before_the_folder_was_chosen_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "old.jpg").write_bytes(b"x")
    assert twice(tmp_path, SystemClock().now().utc + timedelta(minutes=1)).new == ()


def test_the_same_bytes_are_one_file_whatever_their_names(tmp_path: Path) -> None:
    for name in ("a.jpg", "a (1).jpg"):
        (tmp_path / name).write_bytes(b"same")
    assert twice(tmp_path).new == (tmp_path / "a.jpg",)


def test_a_folder_that_is_away_is_said_to_be_and_what_was_seen_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    seen = twice(tmp_path).seen
    look = look_into(tmp_path / "away", LONG_AGO, empty(), seen)
    assert look.away
    assert look.seen == seen


def test_what_is_in_the_case_is_known_by_its_bytes(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    (tmp_path / "desk").mkdir(exist_ok=True)
    desk.open()
    try:
        folder = tmp_path / "phone"
        folder.mkdir()
        taken, other = folder / "taken.jpg", folder / "other.jpg"
        taken.write_bytes(b"one")
        other.write_bytes(b"two")
        add_file(desk.case, taken)
        taken.rename(folder / "another name.jpg")
        first = look_into(folder, LONG_AGO, desk.case.state, {})
        assert look_into(folder, LONG_AGO, desk.case.state, first.seen).new == (other,)
    finally:
        desk.session.close()
