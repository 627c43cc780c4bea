"""Sources are compared in the window: which, what differs, and the result saved when the person says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.add_file import add_file
from app.casework.kinds.compared import COMPARED
from app.ui.comparing import build
from app.ui.comparing.view import ComparingPage
from app.ui.kit import style_window
from app.ui.routes import CompareSources, Exhibit
from tests.worlds import Desk

SAID = "Hun har løjet for os alle sammen i flere år, og nu skal det frem."
FALSE = SAID.replace("løjet", "arbejdet")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> ComparingPage:
    """Exhibits 1 and 2 are saved pages of one post, 3 is one in which a word is another."""
    for number, said in enumerate((SAID, SAID, FALSE)):
        path = tmp_path / f"side-{number}.html"
        path.write_text(f"<!DOCTYPE html><p>Forside</p><p>{said}</p><p>{number} svar</p>", "utf-8")
        add_file(desk.case, path)
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1000, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.open(CompareSources(desk.case.state.exhibits[-1].original))
    return page


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(page: ComparingPage) -> str:
    return "\n".join(each.text() for each in page._result.findChildren(QLabel) if each.isVisible())


def test_what_differs_is_shown_and_saved_when_the_person_says_so(
    page: ComparingPage, desk: Desk
) -> None:
    last = desk.case.state.exhibits[-1].number
    assert (page.numbers.value(), page.numbers.hasFocus()) == (str(last), True)
    QTest.keyClick(page.numbers, Qt.Key.Key_Return)
    assert page.form.errors() == [page.numbers]
    page.numbers.setText(f"{last - 2}, {last - 1} {last}")
    QTest.keyClick(page.numbers, Qt.Key.Key_Return)
    assert page.result.text() == "2 of 3 agree · words compared: 18"
    assert page.seal_button.hasFocus()
    assert f"Differs from the others: exhibit {last}" in said(page)
    assert "“arbejdet”" in said(page)
    assert not desk.case.state.of(COMPARED)
    QTest.keyClick(page.seal_button, Qt.Key.Key_Return)
    (kept,) = desk.case.state.of(COMPARED)
    assert kept.facts.differences == 1
    assert not page.seal_button.isEnabled()
    assert "2 of 3 agree" in page.earlier.text()
    click(page.look_button)
    assert desk.navigator.routes[-1] == Exhibit(last)


def test_two_that_say_the_same_agree(page: ComparingPage, desk: Desk, qtbot: QtBot) -> None:
    last = desk.case.state.exhibits[-1].number
    page.resize(700, 260)  # as with large text
    page.numbers.setText(f"{last - 2}, {last - 1}")
    click(page.compare_button)
    assert page.result.text() == "2 of 2 agree · words compared: 18"
    qtbot.waitUntil(lambda: not page.result.visibleRegion().isEmpty())


def test_what_cannot_be_read_is_named_and_what_is_not_there(
    page: ComparingPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "ukendt.bin"
    path.write_bytes(bytes(9))
    add_file(desk.case, path)
    desk.session.publish()
    last = desk.case.state.exhibits[-1].number
    page.numbers.setText(f"{last - 3}, {last - 2}, {last}")
    click(page.compare_button)
    assert page.result.text() == "2 of 2 agree · words compared: 18"
    assert f"Exhibit {last} has no words and no picture that can be read." in said(page)
    page.numbers.setText(f"{last}, {last + 7}")
    click(page.compare_button)
    assert page.form.errors() == [page.numbers]
    assert f"There is no exhibit {last + 7}." in page.numbers.accessibleDescription()
    page.open(CompareSources())
    assert page.numbers.value() == ""
    QTest.keyClick(page.numbers, Qt.Key.Key_Escape)
    assert desk.navigator.backs == 1
