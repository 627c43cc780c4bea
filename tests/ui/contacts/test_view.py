"""The page of who knows as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.request import RequestDraft
from app.ui.contacts import build
from app.ui.contacts.view import ContactsPage
from app.ui.kit import Sign, style_window
from app.ui.routes import Write
from app.vocabulary import Role
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
    assert [row.accessibleName() for row in rows][:3] == ["Anne Leder", "Ole Eks", "Colleague"]
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


def test_the_answer_and_another_try_are_one_press_away(page: ContactsPage, peopled: Desk) -> None:
    asked = write_down(
        peopled.case,
        RequestDraft(
            role=Role.MANAGER, name="Anne Leder", what="Et møde", at="2026-11-02T14:10:00.000Z"
        ),
    )
    peopled.session.publish()
    assert page.detail is not None
    assert "21 days without an answer" in words(page)
    assert page.rows[page.presenter.shown.chosen].accessibleDescription().endswith("answer")
    page.detail.buttons["answer2"].click()
    page.detail.buttons["again2"].click()
    page.banner.button.click()
    assert peopled.navigator.routes == [
        Write("answer", about=asked),
        Write("request", about=asked),
        Write("notification"),
    ]


def test_in_a_narrow_window_all_about_somebody_opens_below_their_row(
    page: ContactsPage, qtbot: QtBot
) -> None:
    first, second = list(page.rows.values())[:2]
    assert page.detail is not None
    assert page.detail.mapTo(page, page.detail.rect().topLeft()).x() > first.width()
    page.resize(560, 700)
    second.click()

    def between() -> bool:
        rows = [first, second, list(page.rows.values())[2]]
        tops = [each.mapTo(page, each.rect().topLeft()).y() for each in rows]
        at = page.detail.mapTo(page, page.detail.rect().topLeft()).y() if page.detail else 0
        return tops[1] < at < tops[2]

    qtbot.waitUntil(between)


def test_nobody_yet_is_said_with_a_way_on(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sign is Sign.PEOPLE
    page.empty.secondary.click()
    page.empty.quiet.click()
    assert desk.navigator.routes == [Write("notification"), Write("contact")]


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
