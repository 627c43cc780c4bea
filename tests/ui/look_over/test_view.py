"""The page of the review as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.ui.kit import style_window
from app.ui.look_over import build
from app.ui.look_over.view import LookOverPage
from app.ui.routes import Report, Write
from evidence_store import EntryId
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, posts: list[EntryId], qtbot: QtBot, qapp: QApplication) -> LookOverPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_what_others_may_ask_stands_with_why_and_what_one_can_do(page: LookOverPage) -> None:
    said = words(page.rows["no_link"])
    assert "There is no link" in said
    assert "Without a link the post is hard to find again." in said
    assert "Copy the address from the browser" in said
    assert page.rows["no_link"].accessibleName().startswith("There is no link 2 events Without")


def test_a_key_leads_to_what_mends_it(page: LookOverPage, desk: Desk, posts: list[EntryId]) -> None:
    button = page.rows["no_link"].button
    assert button is not None
    assert button.accessibleName() == "Add it: There is no link"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert desk.navigator.routes == [Write("incident", corrects=posts[0], field="url")]


def test_limits_stand_apart_and_have_no_button(page: LookOverPage) -> None:
    assert page.rows["written_later"].button is None
    assert "Nobody can change these, and they are not your fault." in words(page)


def test_the_page_looks_anew_when_something_was_mended(
    page: LookOverPage, desk: Desk, posts: list[EntryId]
) -> None:
    for post in posts:
        write_down(desk.case, IncidentDraft(permalink="https://example.org/1"), corrects=post)
    desk.session.publish()
    assert "no_link" not in page.rows


def test_the_way_on_is_the_report(page: LookOverPage, desk: Desk) -> None:
    page.report_button.click()
    assert desk.navigator.routes == [Report()]


def test_nothing_is_cut_where_the_window_is_narrow(page: LookOverPage, qtbot: QtBot) -> None:
    page.resize(620, 700)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0)
    button = page.rows["no_link"].button
    assert button is not None
    assert button.width() >= button.sizeHint().width()
