"""The page of contacts as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.contacts import build
from app.ui.contacts.view import ContactsPage
from app.ui.kit import Sign, style_window
from app.ui.routes import Write
from tests.worlds import Desk


@pytest.fixture
def page(peopled: Desk, qtbot: QtBot, qapp: QApplication) -> ContactsPage:
    page = build(peopled.context)
    qtbot.addWidget(page)
    style_window(page, peopled.apply_look(qapp))
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: ContactsPage) -> str:
    assert page.detail is not None
    return "\n".join(each.text() for each in page.detail.findChildren(QLabel))


def test_the_first_is_shown_and_the_arrow_keys_go_on(page: ContactsPage) -> None:
    rows = list(page.rows.values())
    assert [row.accessibleName() for row in rows] == ["Anne Leder", "Ole Eks", "Colleague"]
    assert rows[0].accessibleDescription().endswith("told 22 Nov 2026")
    assert rows[1].accessibleDescription().endswith("not told")
    assert "Jeg bad om et møde" in words(page)
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].isChecked()
    assert "Nothing is noted yet." in words(page)


def test_a_number_is_text_and_can_be_copied(page: ContactsPage, peopled: Desk) -> None:
    assert page.detail is not None
    page.detail.buttons["copy_phone"].click()
    assert QGuiApplication.clipboard().text() == "12 34 56 78"
    assert [toast.title for toast in peopled.acts.toasts] == ["Copied"]
    assert page.detail.buttons["copy_mail"].accessibleName() == "Copy anne@nordby.example"


def test_who_has_not_answered_waits_and_the_answer_is_one_press_away(
    page: ContactsPage, peopled: Desk
) -> None:
    assert page.detail is not None
    assert "no answer noted" in words(page)
    page.detail.buttons["told1"].click()
    (route,) = peopled.navigator.routes
    assert isinstance(route, Write)
    assert (route.kind, route.corrects is None) == ("notification", False)


def test_nobody_yet_is_said_with_a_way_on(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sign is Sign.PEOPLE
    page.empty.secondary.click()
    assert desk.navigator.routes == [Write("contact")]


def test_nothing_is_cut_at_twice_the_text_in_a_narrow_window(
    page: ContactsPage, peopled: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    style_window(page, peopled.apply_look(qapp, percent=200))
    try:
        page.resize(640, 600)
        qtbot.waitUntil(
            lambda: all(
                label.height() >= label.heightForWidth(label.width())
                for row in page.rows.values()
                for label in row.findChildren(QLabel)
                if label.wordWrap()
            )
        )
        assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        peopled.apply_look(qapp)
