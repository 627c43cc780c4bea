"""What the words after the program's name are taken for: a window, a file for it, or a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import WindowWish, is_windowed, window_wish


def test_no_word_is_the_window_and_one_may_ask_for_a_capture() -> None:
    assert window_wish([]) == WindowWish()
    assert window_wish(["--capture"]) == WindowWish(capture=True)
    assert window_wish(["--lang", "en"]) == WindowWish(language="en")


@pytest.mark.parametrize(
    "name", ["min.bevismappe", "MIN.BEVISMAPPE", "pakke.zip", "Sørens sag.Zip"]
)
def test_a_file_of_ours_is_for_the_window_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    wish = WindowWish(path=tmp_path / name)
    assert window_wish([str(tmp_path / name)]) == wish
    assert window_wish([name]) == wish
    assert window_wish(["--lang", "da", name]) == WindowWish(language="da", path=tmp_path / name)


def test_a_link_is_opened_by_the_path_that_was_given(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    wish = window_wish([str(tmp_path / "link" / "min.bevismappe")])
    assert wish == WindowWish(path=tmp_path / "link" / "min.bevismappe")


def test_an_unpacked_package_is_for_the_window_where_its_whole_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "case").mkdir()
    monkeypatch.chdir(tmp_path)
    assert window_wish([str(tmp_path / "case")]) == WindowWish(path=tmp_path / "case")
    # A folder of that name does not stand in a command's way.
    assert window_wish(["case"]) is None


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["--help"],
        ["--vault", "min.bevismappe"],
        ["--vault=min.bevismappe"],
        ["verify", "pakke.zip"],
        ["a.zip", "b.zip"],
        ["/there/foto.png"],
        [""],
    ],
)
def test_everything_else_is_for_a_command(words: list[str]) -> None:
    assert window_wish(words) is None


@pytest.mark.parametrize(
    ("system", "program", "windowed"),
    [
        ("win32", r"C:\Program Files\Bevismappe\Bevismappe.exe", True),
        ("win32", r"C:\Program Files\Bevismappe\bevismappe-cli.exe", False),
        ("win32", r"C:\Python313\python.exe", False),
        ("linux", "/usr/lib/Bevismappe.exe", False),
    ],
)
def test_the_program_without_a_console_is_known_by_its_name(
    system: str, program: str, windowed: bool
) -> None:
    assert is_windowed(system, program) is windowed
