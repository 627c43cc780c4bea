"""The page of deadlines as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.ui.deadlines import build
from app.ui.deadlines.view import DeadlinesPage
from app.ui.kit import Sign, style_window
from app.ui.routes import Timeline, Write
from evidence_store import EntryId
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, posts: list[EntryId], qtbot: QtBot, qapp: QApplication) -> DeadlinesPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_guidance_is_said_and_what_comes_first_stands_on_top(page: DeadlinesPage) -> None:
    assert page.lead.text().endswith("This is guidance, not legal advice. Talk to your consultant.")
    assert page.first is not None
    said = words(page.first)
    assert "Report to the police" in said
    assert "31 hours left" in said
    assert "checked 30 Nov 2026" in said
    assert page.first.accessibleName() == (
        "Report to the police. Tuesday 24 November 2026. at 21:10. You or your employer. 31 hours left"
    )


def test_why_is_one_key_away_and_goes_again(page: DeadlinesPage) -> None:
    row = next(each for key, each in page.rows.items() if key.startswith("civil_3y"))
    assert "general knowledge" not in words(row)
    row.why.ask.setFocus()
    QTest.keyClick(row.why.ask, Qt.Key.Key_Space)
    assert "general knowledge" in words(row)
    assert row.why.ask.accessibleName() == "Hide why Claim for money from the one who wrote it"
    QTest.keyClick(row.why.ask, Qt.Key.Key_Space)
    assert "general knowledge" not in words(row)


def test_a_row_leads_to_its_post(page: DeadlinesPage, desk: Desk, posts: list[EntryId]) -> None:
    assert page.first is not None
    assert page.first.why.look is not None
    page.first.why.look.click()
    assert desk.navigator.routes == [Timeline(show=(posts[0],))]


def test_all_are_shown_when_they_are_asked_for(page: DeadlinesPage) -> None:
    few = len(page.rows)
    assert page.all_button.text() == "Show all deadlines"
    page.all_button.click()
    assert len(page.rows) > few
    assert page.all_button.text() == "Show the next of each rule"


def test_earlier_rules_are_hidden_until_they_are_asked_for(page: DeadlinesPage, desk: Desk) -> None:
    assert not page.earlier_button.isVisible()
    write_down(desk.case, IncidentDraft(quote="Ord", first_seen="2021-05-03T08:00:00.000Z"))
    desk.session.publish()
    legacy = next(row for key, row in page.rows.items() if key.startswith("legacy_9d_5w"))
    assert not legacy.isVisible()
    page.earlier_button.click()
    assert legacy.isVisible()


def test_the_names_of_columns_go_where_columns_stand_below_each_other(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    names = [table.names for table in page.tables]
    assert all(each.isVisible() for each in names)
    page.resize(560, 700)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in names))


def test_nothing_yet_is_said_with_a_way_on(desk: Desk, qtbot: QtBot) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sign is Sign.CLOCK
    assert not page.foot.isVisible()
    page.empty.secondary.click()
    assert desk.navigator.routes == [Write("incident")]


def test_nothing_is_cut_at_twice_the_text_in_a_narrow_window(
    page: DeadlinesPage, desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    try:
        page.presenter.refresh()
        page.resize(640, 600)
        qtbot.waitUntil(lambda: words_are_whole(page.rows.values()))
        assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        desk.apply_look(qapp)
