"""The page of guidance as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.guidance import build
from app.ui.guidance.view import GuidancePage
from app.ui.kit import style_window
from app.ui.routes import Guidance
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> GuidancePage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_that_it_is_no_advice_stands_above_all(page: GuidancePage) -> None:
    assert "not legal advice" in page.lead.text()
    assert page.care.isVisible()
    assert "ask for care" in page.care.text()


def test_a_text_is_read_by_key_and_goes_again(page: GuidancePage) -> None:
    row = page.rows["five_weeks"]
    assert "30 June 2022" not in words(row)
    assert "checked 30 November 2026" in words(row)
    assert row.ask is not None
    row.ask.setFocus()
    QTest.keyClick(row.ask, Qt.Key.Key_Space)
    assert "30 June 2022" in words(row)
    assert row.ask.accessibleName() == "Hide: The five weeks no longer hold"
    QTest.keyClick(row.ask, Qt.Key.Key_Space)
    assert "30 June 2022" not in words(row)


def test_what_is_not_confirmed_has_its_mark_in_the_row_and_for_the_ear(page: GuidancePage) -> None:
    row = page.rows["three_days"]
    assert "not confirmed" in words(row)
    assert "not confirmed" in row.accessibleName()


def test_another_page_can_lead_to_one_text(page: GuidancePage) -> None:
    page.open(Guidance("provisions"))
    assert "§ 119" in words(page.rows["provisions"])


def test_a_search_keeps_what_is_read(page: GuidancePage) -> None:
    page.open(Guidance("five_weeks"))
    page.search.setText("five weeks")
    assert set(page.rows) == {"five_weeks"}
    assert "30 June 2022" in words(page.rows["five_weeks"])
    page.search.setText("no such words at all")
    assert "No text has these words." in words(page)


def test_the_address_of_a_source_is_copied_and_nothing_is_opened(
    page: GuidancePage, desk: Desk
) -> None:
    page.open(Guidance("criticism"))
    copy = page.rows["criticism"].copy
    assert copy is not None
    copy.click()
    assert QApplication.clipboard().text() == "https://bakertillylegal.dk"
    assert desk.acts.toasts[-1].title == "The address is copied"


@pytest.mark.parametrize("width", [640, 1100])
def test_all_words_are_whole(page: GuidancePage, width: int, qtbot: QtBot) -> None:
    page.open(Guidance("injury_of_the_mind"))
    page.resize(width, 700)
    qtbot.waitUntil(lambda: words_are_whole([page]))
