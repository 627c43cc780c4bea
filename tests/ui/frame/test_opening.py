"""A file that was double-clicked: its vault is opened, or it is checked; the open vault is never closed unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import QuestionSheet
from tests.ui.frame.windows import House, front


def _questions(built: BuiltWindow) -> list[QuestionSheet]:
    return [each for each in built.window.findChildren(QuestionSheet) if each.isVisible()]


def test_a_vault_is_opened_with_its_passphrase(
    built: BuiltWindow, house: House, tmp_path: Path
) -> None:
    path = tmp_path / "MIN.Bevismappe"
    built.open_file(path)
    assert front(built) == "Unlock"
    assert house.pages["Unlock"].calls == [routes.Unlock(path)]


@pytest.mark.parametrize("name", ["pakke.zip", "pakke", "rapport.pdf"])
def test_anything_else_is_checked(
    opened: BuiltWindow, house: House, tmp_path: Path, name: str
) -> None:
    opened.open_file(tmp_path / name)
    assert front(opened) == "Verify"
    assert house.pages["Verify"].calls == [routes.Verify(tmp_path / name)]


def test_the_vault_that_is_open_is_only_shown(opened: BuiltWindow, tmp_path: Path) -> None:
    vault = opened.session.vault
    assert vault is not None
    link = tmp_path / "genvej.bevismappe"
    link.symlink_to(vault.path)
    before = front(opened)
    opened.open_file(link)
    assert (front(opened), _questions(opened), opened.session.vault) == (before, [], vault)


def test_another_vault_is_asked_about_before_the_open_one_is_closed(
    opened: BuiltWindow, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "anden.bevismappe"
    vault = opened.session.vault
    opened.open_file(other)
    (sheet,) = _questions(opened)
    sheet.stay.click()
    assert opened.session.vault is vault
    opened.open_file(other)
    (sheet,) = _questions(opened)
    sheet.go_on.click()
    qtbot.waitUntil(lambda: front(opened) == "Unlock")
    qtbot.waitUntil(lambda: routes.Unlock(other) in house.pages["Unlock"].calls)
    assert opened.session.vault is None


def test_while_the_window_is_covered_nothing_is_asked_over_the_cover(
    opened: BuiltWindow, house: House, tmp_path: Path
) -> None:
    opened.frame.acts.hide_now()
    opened.open_file(tmp_path / "anden.bevismappe")
    assert _questions(opened) == []
    house.cover.covered_changed.emit(False)
    (sheet,) = _questions(opened)
    sheet.stay.click()
