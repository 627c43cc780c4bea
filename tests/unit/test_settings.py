"""What the machine remembers is a convenience: it survives odd paths, and its failures stop nobody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.settings import CARRIED_BY, Settings
from app.vocabulary import CarriedBy


def test_what_was_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "not made yet" / "settings.ini"
    settings = Settings(file)
    vault = tmp_path / "Sørens 100 % sag.bevismappe"
    settings.remember_vault(vault)
    settings.remember_case("ab" * 16, "cd" * 16)
    again = Settings(file)
    assert again.vault == vault
    assert again.last_case("ab" * 16) == "cd" * 16
    assert again.last_case("ef" * 16) == ""
    assert [path.name for path in file.parent.iterdir()] == ["settings.ini"]


def test_of_cases_the_last_used_is_first_and_only_ids_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    for case in ("cc", "dd", "ee", "cc"):
        settings.remember_case("ab", case)
    assert Settings(tmp_path / "s.ini").recent_cases("ab") == ("cc", "ee", "dd")
    assert settings.recent_cases("ff") == ()
    for number in range(100):
        settings.remember_case("ab", f"{number:02}")
    assert len(settings.recent_cases("ab")) < 50


@pytest.mark.posix("every name is text there")
def test_a_path_that_is_no_text_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"/hjem/bl\xe5.bevismappe"))
    Settings(tmp_path / "s.ini").remember_vault(odd)
    assert Settings(tmp_path / "s.ini").vault == odd


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"no section = 1\n", b"[general]\nvault = /a\nvault = /b\n", b"[general"],
)
def test_a_file_that_cannot_be_read_is_the_same_as_an_empty_one(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "s.ini"
    file.write_bytes(content)
    settings = Settings(file)
    assert (settings.language, settings.vault) == ("", None)
    settings.remember_vault(tmp_path / "ny.bevismappe")
    assert Settings(file).vault == tmp_path / "ny.bevismappe"


def test_a_folder_that_takes_no_file_stops_nobody_and_the_value_holds_meanwhile(
    tmp_path: Path,
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    settings = Settings(tmp_path / "taken" / "settings.ini")
    settings.remember_case("ab" * 16, "cd" * 16)
    assert settings.last_case("ab" * 16) == "cd" * 16


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    Settings(file).remember_vault(Path("/a.bevismappe"))
    file.write_text(file.read_text("utf-8") + "# kept by hand\n", encoding="utf-8")
    Settings(file).remember_vault(Path("/a.bevismappe"))
    assert "# kept by hand" in file.read_text("utf-8")


def test_what_the_window_was_told_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.choose_language("en")
    settings.choose_look("dark")
    settings.choose_text_percent(150)
    settings.choose_blur(blurred=False)
    settings.choose_whole_screen(kept=True)
    settings.choose_lock_minutes(0)
    settings.choose_breaks(reminded=False)
    settings.remember_window((-8, 31, 1366, 697), maximised=True)
    again = Settings(tmp_path / "s.ini")
    assert (again.language, again.look, again.text_percent) == ("en", "dark", 150)
    assert (again.blur_pictures, again.keep_whole_screen, again.lock_minutes) == (False, True, 0)
    assert not again.remind_of_breaks
    assert (again.window_place, again.window_maximised) == ((-8, 31, 1366, 697), True)


def test_the_careful_choice_stands_until_somebody_says_otherwise(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    assert settings.blur_pictures
    assert settings.remind_of_breaks
    assert not settings.keep_whole_screen
    assert 0 < settings.lock_minutes <= 15
    assert (settings.look, settings.text_percent) == ("system", 100)


def test_a_value_that_makes_no_sense_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text(
        "[window]\nlook = pink\ntext_percent = 9000\nlock_minutes = -4\nplace = here\nblur_pictures = ?\n"
        "keep_whole_screen = maybe\n",
        encoding="utf-8",
    )
    settings = Settings(file)
    assert (settings.look, settings.text_percent, settings.lock_minutes) == ("system", 200, 0)
    assert settings.blur_pictures
    assert not settings.keep_whole_screen
    assert settings.window_place is None
    file.write_text("[window]\ntext_percent = big\nlock_minutes = soon\n", encoding="utf-8")
    assert (Settings(file).text_percent, Settings(file).lock_minutes) == (100, 10)


def test_the_ways_of_an_envelope_are_those_of_the_vocabulary() -> None:
    assert list(CARRIED_BY) == [each.value for each in CarriedBy]
