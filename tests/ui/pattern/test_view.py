"""The page of what posts are together, as one meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.hide import hide
from app.casework.kinds.takedown import TAKEDOWN
from app.ui.context import UiContext
from app.ui.kit import style_window
from app.ui.pattern import build
from app.ui.pattern.view import PatternPage
from app.ui.routes import Incidents, Timeline, Write
from evidence_store import EntryId
from tests.worlds import DANISH, Desk


def opened(desk: Desk, context: UiContext, qtbot: QtBot, qapp: QApplication) -> PatternPage:
    page = build(context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def page(desk: Desk, posts: list[EntryId], qtbot: QtBot, qapp: QApplication) -> PatternPage:
    return opened(desk, desk.context, qtbot, qapp)


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def test_what_is_in_them_stands_first(page: PatternPage) -> None:
    first = page.cards[0]
    assert words(first)[:3] == [
        "What is in them, and who could see it",
        "Content",
        "Threat\u00a0(1)",
    ]
    assert "2 posts or events" in words(page.cards[1])
    assert "Nabolaget\u00a0(2)" in words(page.cards[1])


def test_it_says_that_it_judges_nothing(page: PatternPage) -> None:
    assert page.judgement.text().startswith("These figures only count. They judge nothing")


def test_a_key_leads_to_what_was_posted_again_and_to_what_was_asked(
    page: PatternPage, desk: Desk, posts: list[EntryId]
) -> None:
    again, asked = page.cards[-1].rows
    assert again.accessibleName() == "Posted again: Share 21 Nov 2026"
    assert "After it: Share 21 Nov 2026" in asked.accessibleName()
    for row in (again, asked):
        assert row.button is not None
        assert row.button.accessibleName().startswith("Show it: ")
        row.button.setFocus()
        QTest.keyClick(row.button, Qt.Key.Key_Space)
    takedown = desk.session.state.of(TAKEDOWN)[0].id
    assert desk.navigator.routes == [Timeline(show=(posts[1],)), Timeline(show=(takedown,))]


def test_the_way_on_leads_to_each_of_them(page: PatternPage, desk: Desk) -> None:
    page.incidents_button.click()
    assert desk.navigator.routes == [Incidents()]


def test_what_is_put_out_of_sight_is_no_longer_counted(
    page: PatternPage, desk: Desk, posts: list[EntryId]
) -> None:
    hide(desk.case, posts[1])
    desk.session.publish()
    assert "1 post or event" in words(page.cards[1])
    for each in desk.session.state.of(TAKEDOWN):
        hide(desk.case, each.id)
    hide(desk.case, posts[0])
    desk.session.publish()
    assert page.cards == []
    assert page.empty.isVisible()
    assert not page.judgement.isVisible()
    page.presenter.describe()
    assert desk.navigator.routes == [Write("incident")]


def test_it_is_said_in_danish(
    desk: Desk, posts: list[EntryId], qtbot: QtBot, qapp: QApplication
) -> None:
    page = opened(desk, replace(desk.context, language=DANISH), qtbot, qapp)
    said = words(page)
    assert said[0] == "Samlet billede"
    assert "Trussel\u00a0(1)" in said
    assert "Delt igen" in said
    assert any(each.startswith("Ønske om fjernelse ") for each in said)


def test_without_a_case_it_says_what_to_do_first(page: PatternPage, desk: Desk) -> None:
    assert page.presenter.accepts()
    desk.session.close()
    assert not page.presenter.accepts()
    assert len(desk.acts.toasts) == 1


def test_nothing_is_cut_where_the_window_is_narrow(page: PatternPage, qtbot: QtBot) -> None:
    page.resize(480, 700)
    qtbot.waitUntil(lambda: page.area.horizontalScrollBar().maximum() == 0)
    button = page.cards[-1].rows[0].button
    assert button is not None
    assert button.width() >= button.sizeHint().width()
