"""A vault is made of the copy where none is open: each refusal says what mends it, and then the vault opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.copy_elsewhere import choose_copy_place, copy_now, copy_place, recovery_key
from app.actions.write_down import write_down
from app.casework.kinds.note import NOTE, NoteDraft
from app.elsewhere import new_key
from app.ui import routes
from app.ui.kit import style_window
from app.ui.lanes import StoppedError
from app.ui.restoring import build
from app.ui.restoring.view import RestorePage
from tests.unit.actions.acting import captured
from tests.worlds import Desk

PHRASE = "hest lampe vindue trappe"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One with a copy on a stick: a picture in the whole one, and three notes after it."""
    desk = Desk(tmp_path)
    case = desk.open()
    captured(case)
    stick = tmp_path / "stik"
    stick.mkdir()
    choose_copy_place(case.vault, stick, clock=desk.clock)
    copy_now(case.vault, clock=desk.clock)
    for number in range(3):
        write_down(case, NoteDraft(text=f"nr. {number}"))
        copy_now(case.vault, clock=desk.clock)
    yield desk
    desk.session.close()


@pytest.fixture
def key(desk: Desk) -> str:
    return recovery_key(desk.case.vault)


@pytest.fixture
def page(desk: Desk, key: str, qtbot: QtBot, qapp: QApplication) -> RestorePage:
    """The computer is another one: nothing is remembered here."""
    assert key
    desk.session.close()
    shutil.rmtree(desk.folder / "heads", ignore_errors=True)
    page = build(desk.context)
    page.presenter.target = desk.folder / "ny.bevismappe"
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(900, 1200)
    with qtbot.waitExposed(page):
        page.show()
    page.first.line.setText(PHRASE)
    page.again.line.setText(PHRASE)
    return page


def said(page: RestorePage) -> str:
    QApplication.processEvents()
    labels = page.findChildren(QLabel)
    told = " | ".join(each.text() for each in labels if each.isVisible())
    return told.replace("\N{WORD JOINER}", "")


def files(desk: Desk) -> list[Path]:
    return sorted((desk.folder / "stik" / "bevismappe-kopi").rglob("*.age"))


def test_a_whole_copy_is_restored_and_the_vault_opens(
    page: RestorePage, desk: Desk, key: str
) -> None:
    page.setFocus()  # as the frame does before it opens a page
    page.open(routes.RestoreCopy())
    assert page.choose.hasFocus()
    page.presenter.target = desk.folder / "ny.bevismappe"
    page.presenter.choose_folder(desk.folder / "stik")
    page.key.line.setText(f" {key.lower()} ")
    page.go.click()
    assert desk.session.vault is not None
    assert desk.session.vault.path == desk.folder / "ny.bevismappe"
    assert len(desk.case.state.exhibits) == 1
    assert len(desk.case.state.of(NOTE)) == 3
    assert desk.acts.toasts[-1].title == "Your vault is made of the copy"
    assert (page.key.value(), page.first.value(), page.again.value()) == ("", "", "")
    assert desk.settings.vault == desk.folder / "ny.bevismappe"


def test_each_refusal_stands_where_it_is_mended_and_leaves_nothing(
    page: RestorePage, desk: Desk, key: str
) -> None:
    stick, presenter = desk.folder / "stik", page.presenter
    before = sorted(desk.folder.iterdir())
    page.go.click()
    assert "Choose the folder of the copy first." in said(page)
    presenter.choose_folder(desk.folder / "heads")
    page.go.click()
    assert "Write the key from the recovery sheet." in said(page)
    page.key.line.setText("AGE-SECRET-KEY-1ABC")
    page.go.click()
    assert "That is no key of a copy." in said(page)
    page.key.line.setText(key)
    page.go.click()
    assert "is not there, or its drive was taken away" in said(page)
    empty = desk.folder / "tom"
    empty.mkdir()
    presenter.choose_folder(empty)
    page.go.click()
    assert "No copy lies in" in said(page)
    empty.rmdir()
    presenter.choose_folder(stick)
    page.key.line.setText(new_key())
    page.go.click()
    assert "This key opens no file of the copy" in said(page)
    page.key.line.setText(key)
    page.first.line.setText("kort")
    page.go.click()
    assert "That is too short" in said(page)
    page.first.line.setText(PHRASE + "x")
    page.go.click()
    assert "The two are not the same." in said(page)
    page.first.line.setText(PHRASE)
    whole = max(files(desk), key=lambda path: path.stat().st_size)
    data = whole.read_bytes()
    whole.write_bytes(data[:-30] + bytes([data[-30] ^ 1]) + data[-29:])
    page.go.click()
    assert "lies no whole copy" in said(page)
    assert desk.session.vault is None
    assert sorted(desk.folder.iterdir()) == before
    presenter.target.write_text("noget", encoding="utf-8")
    whole.write_bytes(data)
    page.go.click()
    assert "ny.bevismappe" in said(page)
    assert presenter.target.read_text(encoding="utf-8") == "noget"
    presenter.begin()
    assert presenter.target.name == "min-restored.bevismappe"


def test_what_is_lacking_is_told_before_the_vault_is_opened(
    page: RestorePage, desk: Desk, key: str
) -> None:
    sizes = {path: path.stat().st_mtime_ns for path in files(desk)}
    middle = sorted(sizes, key=lambda path: sizes[path])[2]
    middle.unlink()
    page.presenter.choose_folder(desk.folder / "stik")
    page.key.line.setText(key)
    page.go.click()
    assert desk.session.vault is None
    assert "1 thing that was copied later is not in the folder." in said(page)
    assert "1 file does not fit what came before it" in said(page)
    assert not page.go.isVisible()
    page.open_made.click()
    assert len(desk.case.state.of(NOTE)) == 1


def test_newer_files_that_are_not_there_are_missed_by_the_computer_that_remembers_them(
    desk: Desk, key: str, qtbot: QtBot
) -> None:
    place = copy_place(desk.case.vault)
    assert place is not None
    desk.session.close()
    whole = (desk.folder / "stik" / "bevismappe-kopi" / place.name).resolve()
    for path in files(desk):
        if path.resolve() != whole:
            path.unlink()
    page = build(desk.context)
    qtbot.addWidget(page)
    page.presenter.target = desk.folder / "ny.bevismappe"
    page.presenter.choose_folder(desk.folder / "stik")
    page.presenter.restore(key, PHRASE, PHRASE)
    assert desk.session.undecided
    assert desk.navigator.routes == [routes.Unlock()]


def test_stopping_or_pulling_the_drive_out_leaves_no_vault(
    page: RestorePage, desk: Desk, key: str
) -> None:
    stick = desk.folder / "stik"
    before = sorted(desk.folder.iterdir())
    page.presenter.choose_folder(stick)
    asked = 0

    def stopped() -> None:
        nonlocal asked
        asked += 1
        if asked == 7:
            raise StoppedError

    desk.lanes.between = stopped  # type: ignore[attr-defined]
    page.presenter.restore(key, PHRASE, PHRASE)
    assert asked == 7
    assert sorted(desk.folder.iterdir()) == before

    def pulled() -> None:
        if stick.exists():
            stick.rename(desk.folder / "væk")

    desk.lanes.between = pulled  # type: ignore[attr-defined]
    page.presenter.restore(key, PHRASE, PHRASE)
    assert "is not there, or its drive was taken away" in said(page)
    assert not page.presenter.target.exists()
    assert not list(desk.folder.glob(".ny*"))
