"""The page of checks as a person meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.kit import style_window
from app.ui.verify import build
from app.ui.verify.view import VerifyPage
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> VerifyPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: VerifyPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_vault_is_checked_by_its_button(page: VerifyPage) -> None:
    page.mine.click()

    assert page.result is not None
    assert page.result.word.text() == "Holds together, but is not confirmed from outside"
    assert "✓" in words(page)
    assert not page.progress.isVisible()


def test_the_result_stands_below_the_title_where_one_looks(page: VerifyPage) -> None:
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    page.mine.click()
    QApplication.processEvents()

    assert page.result is not None
    assert page.area.verticalScrollBar().value() == 0
    assert page.title.visibleRegion().boundingRect().height() > 0
    assert page.result.y() < page.drop.y()


def test_a_dropped_file_is_checked(page: VerifyPage, tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_bytes(b"hej")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])

    page.drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert page.result is not None
    assert page.result.word.text() == "Not a package from this program"
    assert "brev.txt" in words(page)


def test_what_a_mail_program_has_is_to_be_saved_first(page: VerifyPage) -> None:
    page.drop.elsewhere.emit()

    assert page.refusal.isVisible()
    assert "Save it in a folder first" in page.refusal.text()
    assert page.result is None


def test_the_code_can_be_copied(page: VerifyPage, desk: Desk) -> None:
    page.mine.click()
    assert page.result is not None
    copy = next(
        button
        for button in page.result.findChildren(QAbstractButton)
        if button.text() == "Copy the code"
    )
    copy.click()

    assert len(QGuiApplication.clipboard().text().split()) == 10  # code, place, check letters
    assert desk.acts.toasts[-1].title == "Copied"
    page.result.copy_all.click()
    assert QGuiApplication.clipboard().text().startswith("My vault\n")


def test_a_code_that_cannot_be_read_is_told_below_its_field(page: VerifyPage) -> None:
    page.code.setText("ikke en kode")
    page.mine.click()

    assert page.complaint.isVisible()
    assert page.result is None

    page.code.setText("")
    page.mine.click()
    assert not page.complaint.isVisible()


def test_a_new_check_takes_the_old_answer_away(page: VerifyPage, tmp_path: Path) -> None:
    page.mine.click()
    first = page.result
    page.check(tmp_path / "findes ikke.zip")

    assert page.result is not None
    assert page.result is not first
    assert page.result.word.text() == "Cannot be checked"


def test_every_button_has_a_name_of_its_own(page: VerifyPage) -> None:
    page.mine.click()
    names = [
        button.accessibleName()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
    ]

    assert all(names)
    assert len(set(names)) == len(names)
