"""The page of incidents as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.ui.incidents import build
from app.ui.incidents.view import IncidentsPage
from app.ui.kit import Sign, style_window
from app.ui.routes import Timeline, Write
from evidence_store import EntryId
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, posts: list[EntryId], qtbot: QtBot, qapp: QApplication) -> IncidentsPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1300, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def filter_by(page: IncidentsPage, name: str, value: str) -> None:
    """Choose a line of the menu of filters."""
    page.filters.menu.aboutToShow.emit()
    page.filters.choices[name][value].trigger()


def test_the_arrow_keys_go_through_the_list_and_all_is_said_beside_it(page: IncidentsPage) -> None:
    first, second, third = page.list.rows.values()
    assert first.isChecked()
    assert first.accessibleDescription().endswith("Link is missing")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    assert "Posted again from" in words(page.detail)
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert third.isChecked()
    assert "noted 23 Nov 2026" in third.accessibleDescription()
    assert "more than a day after" in words(page.detail)


def test_filters_are_chosen_in_a_menu_and_let_go_again(page: IncidentsPage) -> None:
    filters = page.filters
    assert filters.button.isVisible()
    filter_by(page, "platform", "Kvidder")
    assert page.presenter.shown.wanted.platform == "Kvidder"
    assert len(page.list.rows) == 1
    assert "1 of 3 incidents · Kvidder" in words(filters)
    filters.menu.aboutToShow.emit()
    assert filters.choices["platform"]["Kvidder"].isChecked()
    filters.everything.click()
    assert len(page.list.rows) == 3
    filter_by(page, "no_link", "")
    assert len(page.list.rows) == 1
    assert page.presenter.shown.wanted.no_link


def test_where_nothing_fits_that_is_said_and_the_filters_stay(page: IncidentsPage) -> None:
    filter_by(page, "platform", "Nabolaget")
    filter_by(page, "told", "manager")
    assert not page.list.rows
    assert page.detail is None
    assert "Nothing in this case fits" in words(page.filters)
    assert page.filters.everything.isVisibleTo(page)


def test_the_orders_are_segments(page: IncidentsPage) -> None:
    page.filters.orders.button("recorded").click()
    assert page.presenter.shown.order == "recorded"


def test_what_belongs_to_it_and_what_can_be_noted_are_one_press_away(
    page: IncidentsPage, desk: Desk, posts: list[EntryId]
) -> None:
    list(page.list.rows.values())[1].click()
    detail = page.detail
    assert detail is not None
    detail.buttons["correct"].click()
    detail.buttons["look"].click()
    police = next(each for each in detail.menu.actions() if each.objectName() == "police_report")
    police.trigger()
    assert desk.navigator.routes == [
        Write("incident", corrects=posts[0]),
        Timeline(show=(posts[0],)),
        Write("police_report", about=posts[0]),
    ]
    detail.buttons["beside0"].click()
    assert list(page.list.rows.values())[2].isChecked()


def test_nothing_yet_is_said_with_a_way_on(desk: Desk, qtbot: QtBot) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sign is Sign.FLAG
    assert not page.list.isVisible()
    assert not page.filters.isVisible()
    page.empty.secondary.click()
    assert desk.navigator.routes == [Write("incident")]


def test_nothing_is_cut_at_twice_the_text_in_a_narrow_window(
    page: IncidentsPage, desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    try:
        page.resize(640, 600)
        qtbot.waitUntil(lambda: words_are_whole(page.list.rows.values()))
        assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        desk.apply_look(qapp)


def test_a_window_that_is_made_narrow_shows_all_about_the_chosen_one_below_its_row(
    page: IncidentsPage, desk: Desk, posts: list[EntryId], qtbot: QtBot
) -> None:
    more = IncidentDraft(
        venue="Borgere i Nordby",
        name="Torben Eks",
        why="Det nævner mig ved fulde navn.",
        description="Et opslag i en åben gruppe.",
        audience="4.812 medlemmer",
        before="Et møde i går.",
        sender_mail="torben@nordby.example",
        sender_phone="12 34 56 78",
    )
    write_down(desk.case, more, corrects=posts[0])
    desk.session.publish()
    list(page.list.rows.values())[1].click()
    page.resize(960, 700)

    def whole() -> bool:
        detail, row = page.detail, list(page.list.rows.values())[1]
        assert detail is not None
        labels = [each for each in detail.findChildren(QLabel) if each.isVisible()]
        below = (
            detail.mapTo(page, detail.rect().topLeft()).y()
            > row.mapTo(page, row.rect().topLeft()).y()
        )
        tall = all(each.height() >= each.heightForWidth(each.width()) for each in labels)
        return bool(labels) and below and tall and detail.width() > row.width() // 2

    qtbot.waitUntil(whole)
