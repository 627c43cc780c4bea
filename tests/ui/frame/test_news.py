"""What has to be read: the vault's file was taken away while it was open."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.casework.kinds.note import NOTE, NoteFacts
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import NewsSheet
from app.ui.session import Session
from tests.worlds import PHRASE
from tests.written import write_note


def _write(built: BuiltWindow, words: str, qtbot: QtBot) -> None:
    case = built.session.case
    assert case is not None
    done: list[object] = []
    built.tasks.store(lambda: write_note(case, words, NoteFacts()), done.append)
    qtbot.waitUntil(lambda: bool(done))


def _sheets(built: BuiltWindow) -> list[NewsSheet]:
    return [each for each in built.window.findChildren(NewsSheet) if each.isVisible()]


def _replace(path: Path) -> None:
    """An older copy is put in the vault's place."""
    older = path.with_name("older")
    shutil.copy(path, older)
    older.replace(path)


def test_a_vault_that_was_taken_away_goes_on_in_its_rescue_and_the_window_says_so(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    path = opened.session.last_vault
    assert path is not None
    _write(opened, "first", qtbot)
    assert opened.window.footer.saved.text() == "Everything is saved"
    _replace(path)
    _write(opened, "second", qtbot)
    rescue = path.with_name(f"{path.stem}-reddet.bevismappe")
    assert opened.session.last_vault == rescue
    sheet = _sheets(opened)[0]
    assert str(path) in sheet.words.text()
    assert str(rescue) in sheet.words.text()
    assert rescue.name in opened.window.footer.saved.text()
    sheet.seen.click()
    _write(opened, "third", qtbot)
    assert _sheets(opened) == []
    assert len(opened.session.state.of(NOTE)) == 3
    # Nobody saw it where it happened at closing: it is told once more, and then no longer.
    opened.session.close()
    opened.session.unlock(rescue, PHRASE)
    assert opened.session.rescued is not None
    assert len(opened.session.state.of(NOTE)) == 3
    opened.session.close()
    opened.session.unlock(rescue, PHRASE)
    assert opened.session.rescued is None


def test_a_covered_window_tells_it_when_it_is_seen_again(opened: BuiltWindow, qtbot: QtBot) -> None:
    path = opened.session.last_vault
    assert path is not None
    opened.session.locked = True
    path.unlink()
    _write(opened, "first", qtbot)
    assert _sheets(opened) == []
    opened.session.locked = False
    opened.session.publish()
    assert len(_sheets(opened)) == 1
    _sheets(opened)[0].seen.click()


def test_another_vault_is_not_said_to_be_rescued(opened: BuiltWindow, tmp_path: Path) -> None:
    session: Session = opened.session
    path = session.last_vault
    assert path is not None
    path.unlink()
    session.begin("Anden")
    session.publish()
    assert _sheets(opened)
    session.close()
    session.create(tmp_path / "another.bevismappe", PHRASE, "Ny")
    assert session.rescued is None
    for sheet in _sheets(opened):
        sheet.seen.click()
