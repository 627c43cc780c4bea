"""Where a report goes unless the person says otherwise: into no folder that is copied, if there is another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.folders import saving_folder
from app.language import Language
from app.messages import copied_lines, leaving_lines, leaving_words
from app.settings import Settings

LOCALES = Path(__file__).parents[2] / "resources" / "locales"


@pytest.mark.parametrize(
    ("remembered", "documents", "expected"),
    [
        ("Rapporter", "Documents", "Rapporter"),
        ("gone", "Documents", "Documents"),
        ("", "OneDrive - Nordby Kommune/Documents", ""),
        ("Rapporter", "OneDrive - Nordby Kommune/Documents", "Rapporter"),
        ("", "missing", ""),
    ],
)
def test_a_report_is_not_saved_where_it_is_copied(
    tmp_path: Path, remembered: str, documents: str, expected: str
) -> None:
    for made in ("Rapporter", "Documents", "OneDrive - Nordby Kommune/Documents"):
        (tmp_path / made).mkdir(parents=True)
    chosen = saving_folder(
        tmp_path / remembered if remembered else None, tmp_path / documents, tmp_path
    )
    assert chosen == tmp_path / expected


def test_what_was_written_to_a_copied_folder_is_told_in_danish(tmp_path: Path) -> None:
    danish = Language("da", LOCALES)
    (tmp_path / "Dropbox").mkdir()
    (line,) = copied_lines(tmp_path / "Dropbox" / "pakke.zip", danish)
    assert line.startswith("Mappen kopieres til Dropbox. Din arbejdsplads kan have adgang.")
    assert copied_lines(tmp_path / "pakke.zip", danish) == ()


def test_a_drive_that_keeps_no_file_to_its_owner_is_told_where_it_needs_no_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    danish = Language("da", LOCALES)
    (tmp_path / "Dropbox").mkdir()
    assert leaving_lines(tmp_path / "pakke.zip", danish) == ()
    monkeypatch.setattr(sys.modules["app.messages.noticing"], "keeps_to_owner", lambda _: False)
    (line,) = leaving_lines(tmp_path / "pakke.zip", danish)
    assert "kan læse det, du gemmer her" in line
    copied, shared = leaving_lines(tmp_path / "Dropbox" / "pakke.zip", danish)
    assert (copied.startswith("Mappen kopieres til Dropbox"), shared) == (True, line)
    assert leaving_words(tmp_path, danish) == line


def test_the_folder_saved_in_is_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert settings.save_folder is None
    settings.remember_save_folder(tmp_path)
    assert Settings(tmp_path / "settings.ini").save_folder == tmp_path
