"""A colleague signs at this computer, as one meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.sign_as_witness import code_of_exhibit
from app.casework.kinds.witness import WITNESS
from app.ui.kit import style_window
from app.ui.routes import Exhibit, Witness
from app.ui.witness import build
from app.ui.witness.view import WitnessPage
from app.vocabulary import groups
from evidence_store import EntryId, format_receipt
from tests.witnesses import SPOILED, WORDS, signed, statement
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, picture: EntryId, qtbot: QtBot, qapp: QApplication) -> WitnessPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1000, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Witness(picture))
    return page


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_name_and_one_click_and_the_witness_has_a_fingerprint(
    page: WitnessPage, desk: Desk, picture: EntryId
) -> None:
    code = format_receipt(code_of_exhibit(desk.case, picture), picture.seq)
    assert page.code.text().split() == code.split()
    QTest.keyClick(page.name, Qt.Key.Key_Escape)
    assert desk.navigator.backs == 1
    QTest.keyClicks(page.name, "Bo Eks")
    QTest.keyClick(page.name, Qt.Key.Key_Escape)
    assert (desk.navigator.backs, page.name.value()) == (1, "Bo Eks")  # it is kept nowhere else
    QTest.keyClick(page.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = desk.case.state.of(WITNESS)
    assert (kept.name, kept.facts.exhibit) == ("Bo Eks", picture)
    assert kept.words == page.presenter.shown.words
    assert page.fingerprint.isVisible()
    assert page.fingerprint.text().split() == groups(kept.fingerprint).split()
    assert not page.sign_button.isVisible()
    assert page.name.value() == ""
    click(page.copy_button)
    assert QApplication.clipboard().text() == groups(kept.fingerprint)
    click(page.again_button)
    assert page.sign_button.isVisible()
    assert not page.fingerprint.isVisible()
    assert "Bo Eks" in page.signed.text()
    page.leave()
    assert page.presenter.shown.exhibit


def test_nothing_is_signed_before_there_are_name_and_words(
    page: WitnessPage, desk: Desk, picture: EntryId, qtbot: QtBot
) -> None:
    page.resize(700, 300)  # as with large text
    page.open(Witness(picture))
    qtbot.waitUntil(lambda: not page.name.visibleRegion().isEmpty())
    click(page.sign_button)
    assert page.form.errors() == [page.name]
    page.name.setText("Bo Eks")
    page.words.setPlainText("  ")
    click(page.sign_button)
    assert page.form.errors() == [page.words]
    assert not desk.case.state.of(WITNESS)


def test_what_was_signed_elsewhere_comes_in_and_what_does_not_hold_is_refused(
    page: WitnessPage, desk: Desk, picture: EntryId, tmp_path: Path
) -> None:
    told = statement(picture, code_of_exhibit(desk.case, picture))
    file = tmp_path / "w.txt"
    for how, spoil in SPOILED.items():
        file.write_bytes(spoil(told))
        page.presenter.take(file)
        assert desk.acts.errors[-1].kind == "casework.UnsignedStatementError", how
    assert not desk.case.state.of(WITNESS)
    file.write_bytes(signed(told))
    page.presenter.take(file)
    (kept,) = desk.case.state.of(WITNESS)
    assert kept.words == WORDS
    assert page.fingerprint.isVisible()
    page.presenter.take(file)
    assert desk.acts.errors[-1].kind == "casework.StatementAgainError"


def test_page_and_sheet_are_saved_and_the_exhibit_can_be_seen(
    page: WitnessPage, desk: Desk, picture: EntryId, tmp_path: Path
) -> None:
    page.presenter.save_page(tmp_path / "w.html")
    page.presenter.save_sheet(tmp_path / "w.pdf")
    html = (tmp_path / "w.html").read_text("utf-8")
    assert code_of_exhibit(desk.case, picture) in html
    assert "{{" not in html
    assert (tmp_path / "w.pdf").read_bytes().startswith(b"%PDF")
    page.presenter.save_page(tmp_path / "w.html")
    assert desk.acts.errors[-1].kind == "FileExistsError"
    click(page.look_button)
    assert desk.navigator.routes[-1] == Exhibit(1)
