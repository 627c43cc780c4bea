"""The page of checks as a person meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import style_window
from app.ui.verify import build
from app.ui.verify.result import ResultView
from app.ui.verify.view import VerifyPage
from evidence_store import receipt_code
from tests.unit.house.tree import ROOT
from tests.worlds import Desk

SAMPLE = ROOT / "tests" / "data" / "package-v1" / "bevismappe-sample.zip"


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


def result(page: VerifyPage) -> ResultView:
    assert page.result is not None
    return page.result


def words(page: VerifyPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_vault_is_checked_by_its_button(page: VerifyPage) -> None:
    page.ways.mine.click()

    assert page.result is not None
    assert page.result.word.text() == "Holds together, but is not confirmed from outside"
    assert not page.progress.isVisible()
    assert not page.ways.isVisible()


def test_the_result_stands_below_the_title_where_one_looks(page: VerifyPage) -> None:
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    page.ways.mine.click()
    QApplication.processEvents()

    assert page.result is not None
    assert page.area.verticalScrollBar().value() == 0
    assert page.title.visibleRegion().boundingRect().height() > 0
    assert page.result.word.visibleRegion().boundingRect().height() > 0


def test_all_parts_that_are_dropped_are_checked_together(page: VerifyPage, tmp_path: Path) -> None:
    copy = tmp_path / "igen.zip"
    copy.write_bytes(SAMPLE.read_bytes())
    page.ways.drop.dropped.emit([SAMPLE, copy])
    assert page.result is not None
    assert "bevismappe-sample.zip and 1 more part" in [
        label.text() for label in page.result.findChildren(QLabel)
    ]


def test_a_dropped_file_is_checked(page: VerifyPage, tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_bytes(b"hej")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])

    page.ways.drop.dropEvent(
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
    page.ways.drop.elsewhere.emit()

    assert page.refusal.isVisible()
    assert "Save it in a folder first" in page.refusal.text()
    assert page.result is None


def test_the_code_can_be_copied(page: VerifyPage, desk: Desk) -> None:
    page.ways.mine.click()
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


def test_a_code_that_cannot_be_read_is_told_below_its_field(
    page: VerifyPage,
) -> None:
    page.ways.code.setText("ikke en kode")
    page.check(SAMPLE)

    assert any("is not a receipt code" in each for each in words(page))
    assert page.result is None

    page.ways.code.setText("")
    page.check(SAMPLE)
    before = result(page)
    before.code.setText("heller ikke")
    before.compare.click()
    assert result(page) is before, "the answer stays while a code is written once more"


def test_a_code_is_compared_where_the_answer_stands(page: VerifyPage, desk: Desk) -> None:
    code = receipt_code(desk.case.vault.head(desk.case.chains.evidence).hash)
    page.ways.mine.click()
    assert page.result is not None
    QTest.keyClicks(page.result.code, code.replace(" ", "").lower())
    assert page.result.code.text() == code
    page.result.compare.click()

    assert page.result.word.text().startswith("Unchanged")
    assert "✓ It fits the one that you have got" in words(page)
    assert not page.result.code.isVisible()


def test_all_checks_are_one_press_away_and_those_that_failed_stand_first(
    page: VerifyPage, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.zip"
    whole = bytearray(SAMPLE.read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged.write_bytes(whole)
    page.check(damaged)
    assert page.result is not None
    assert page.result.word.text() == "Something was changed"
    assert "✕" not in words(page)
    page.result.all_checks.click()

    signs = [word for word in words(page) if word in {"✕", "!", "✓", "–"}]
    assert signs == sorted(signs, key="✕!✓–".index)
    assert signs[0] == "✕"
    page.result.all_checks.click()
    assert not page.result.checks.isVisible()


def test_each_exhibit_that_fits_has_a_row_and_a_changed_log_has_none(
    page: VerifyPage, tmp_path: Path
) -> None:
    page.check(SAMPLE)
    fits = words(page).count("Fits its fingerprint")
    assert fits > 0
    assert "Exhibit 1" in words(page)
    damaged = tmp_path / "damaged.zip"
    whole = bytearray(SAMPLE.read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged.write_bytes(whole)
    page.check(damaged)
    assert "Fits its fingerprint" not in words(page)


def test_after_an_answer_something_else_can_be_checked(page: VerifyPage) -> None:
    page.ways.mine.click()
    result(page).other.click()

    assert page.result is None
    assert page.ways.isVisible()


def test_the_two_ways_stand_beside_each_other_where_there_is_room(page: VerifyPage) -> None:
    mine, package = page.ways.mine, page.ways.drop
    page.resize(1100, 700)
    QApplication.processEvents()
    tops = [each.mapTo(page, each.rect().topLeft()) for each in (mine, package)]
    assert tops[0].x() < tops[1].x()
    page.resize(640, 700)
    QApplication.processEvents()
    below = package.mapTo(page, package.rect().topLeft()).y()
    assert below > mine.mapTo(page, mine.rect().bottomLeft()).y()
    assert page.area.horizontalScrollBar().maximum() == 0


def test_a_new_check_takes_the_old_answer_away(page: VerifyPage, tmp_path: Path) -> None:
    page.ways.mine.click()
    first = page.result
    page.check(tmp_path / "findes ikke.zip")

    assert page.result is not None
    assert page.result is not first
    assert page.result.word.text() == "Cannot be read as a package"


def test_every_button_has_a_name_of_its_own(page: VerifyPage) -> None:
    page.ways.mine.click()
    assert page.result is not None
    page.result.all_checks.click()
    names = [
        button.accessibleName()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
    ]

    assert all(names)
    assert len(set(names)) == len(names)


def test_a_package_is_looked_into_and_left_again(page: VerifyPage) -> None:
    page.check(SAMPLE.parents[1] / "package-v2" / SAMPLE.name)
    shown = result(page)
    ways = (shown.inside, shown.paper)
    assert all(_top(each, shown) < _top(shown.other, shown) for each in ways)
    shown.inside.click()
    assert page.inside is not None
    assert not result(page).isVisible()
    told = words(page)
    assert any(each.startswith("Exhibit 1 · ") for each in told)
    shows = [
        each
        for each in page.inside.findChildren(QAbstractButton)
        if each.text() == "Show the picture"
    ]
    shows[0].click()
    QApplication.processEvents()
    assert not shows[0].isVisible()
    assert any(not each.pixmap().isNull() for each in page.inside.findChildren(QLabel))
    inside = page.inside
    inside.to_answer.click()
    assert not inside.isVisible()
    assert result(page).isVisible()


def _top(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint()).y()
