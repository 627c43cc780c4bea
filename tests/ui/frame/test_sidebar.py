"""The left side: a rail of icons or words, the name of the case, and the menu of cases."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.case_name import CaseName
from app.ui.frame.presenter import Sidebar, SidePlace
from app.ui.screens import Bars
from tests.ui.frame.windows import House, choose_look


def words(built: BuiltWindow) -> list[str]:
    return [
        label.text()
        for button in built.window.sidebar.buttons().values()
        for label in button.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1024, 100), (1440, 125)])
def test_below_1400_pixels_at_its_text_it_is_a_rail_of_icons(
    opened: BuiltWindow, width: int, percent: int, qtbot: QtBot
) -> None:
    choose_look(opened, percent=percent)
    opened.window.resize(width, 700)
    side = opened.window.sidebar
    qtbot.waitUntil(lambda: side.width() < 80)

    assert words(opened) == []
    assert [button.toolTip() for button in side.buttons().values()] == [
        "What now?",
        "Timeline",
        "Incidents",
        "Who knows?",
        "People",
        "Deadlines",
        "Requests and answers",
        "Health",
        "Walk-through",
        "Checklists",
        "Cases I keep an eye on",
        "Guidance",
        "Verify",
        "Switch case",
        "Settings",
    ]
    choose_look(opened)


@pytest.mark.parametrize("height", [640, 700, 900])
def test_the_icons_stand_closer_where_the_window_is_low_so_that_none_is_scrolled_for(
    opened: BuiltWindow, height: int, qtbot: QtBot
) -> None:
    opened.window.resize(1024, height)
    side = opened.window.sidebar
    qtbot.waitUntil(lambda: side.width() < 80)
    (area,) = side.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    tall = {button.height() for button in side.buttons().values()}
    assert max(tall) == 36 if height >= 900 else max(tall) < 36


def test_from_1400_pixels_on_it_has_its_words_and_the_name_of_the_case(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    opened.window.resize(1400, 700)
    side = opened.window.sidebar
    qtbot.waitUntil(lambda: side.width() == 224)
    opened.context.session.tell_rows(13)

    assert words(opened) == [
        "What now?",
        "Timeline",
        "13",
        "Incidents",
        "Who knows?",
        "People",
        "Deadlines",
        "Requests and answers",
        "Health",
        "Walk-through",
        "Checklists",
        "Cases I keep an eye on",
        "Guidance",
        "Verify",
        "Switch case",
        "Settings",
    ]
    assert side.case_name.text() == "Min sag"
    assert side.buttons()["timeline"].accessibleName() == "Timeline, 13"


def test_a_page_that_needs_the_room_has_the_rail_however_wide_the_window_is(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.window.resize(1440, 900)
    opened.context.navigator.go(routes.Exhibit(1))
    house.pages["Exhibit"].bars = Bars.OWN
    house.pages["Exhibit"].told.emit()
    qtbot.waitUntil(lambda: opened.window.sidebar.width() < 80)
    opened.context.navigator.go(routes.Timeline())
    qtbot.waitUntil(lambda: opened.window.sidebar.width() == 224)


def test_what_is_not_of_one_case_stands_at_the_foot(opened: BuiltWindow) -> None:
    opened.window.resize(1440, 900)
    side = opened.window.sidebar
    buttons = side.buttons()

    assert buttons["next_step"].y() < 100
    assert side.height() - buttons["preferences"].geometry().bottom() < 40


def test_the_menu_of_cases_is_used_by_keys_and_gives_the_focus_back(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    side = opened.window.sidebar
    switch = side.buttons()["switch"]
    opened.window.activateWindow()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    qtbot.waitUntil(side.menu.isVisible)
    checked = [each.text() for each in side.menu.actions() if each.isChecked()]
    QTest.keyClick(side.menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not side.menu.isVisible())

    assert checked == ["Min sag"]
    assert opened.window.focusWidget() is switch
    assert not switch.isChecked()


@pytest.mark.parametrize(
    ("name", "lines", "whole"),
    [
        ("Min sag", 1, True),
        ("Opslag i Borgere i Nordby, efteråret 2026", 2, True),
        ("Opslag i Borgere i Nordby og i alle de andre grupper i hele kommunen i 2026", 2, False),
        ("Arbejdsmiljørepræsentantens socialforvaltningskontaktoplysninger 2026", 2, False),
    ],
)
def test_a_cases_name_has_two_lines_at_most_and_is_whole_in_the_tooltip(
    qtbot: QtBot, name: str, lines: int, whole: bool
) -> None:
    shown = CaseName()
    qtbot.addWidget(shown)
    shown.resize(200, 60)
    shown.set_name(name)
    shown.show()
    text = shown.text()

    assert len(text.split("\n")) == lines
    assert ("…" not in text) == whole
    assert shown.toolTip() == ("" if whole else name)
    assert all(
        shown.fontMetrics().horizontalAdvance(line) <= shown.width() for line in text.split("\n")
    )


def test_places_that_belong_together_stand_under_a_name_or_after_a_line(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    side = opened.window.sidebar
    places = (
        SidePlace("timeline", "Timeline", route=routes.Timeline()),
        SidePlace("health", "Health", route=routes.Health(), group="Prevention"),
        SidePlace("answers", "Requests and answers", route=routes.Answers(), group="Prevention"),
        SidePlace("verify", "Verify", route=routes.Verify(), low=True),
    )
    side.show_places(Sidebar("Min sag", places, ()))
    opened.window.resize(1440, 900)
    qtbot.waitUntil(lambda: side.width() == 224)
    (head,) = side.heads
    assert head.caption.text() == "Prevention"
    qtbot.waitUntil(head.caption.isVisible)
    tops = [side.buttons()[key].y() for key in ("timeline", "health")]
    assert tops[0] < head.y() < tops[1]

    opened.window.resize(1024, 700)
    qtbot.waitUntil(lambda: side.width() < 80)
    assert not head.caption.isVisible()
    assert head.height() < 20
    assert list(side.buttons()) == ["timeline", "health", "answers", "verify", "switch"]


def in_sight(button: QWidget) -> bool:
    return button.visibleRegion().boundingRect() == button.rect()


def test_where_there_are_more_places_than_room_the_chosen_one_is_in_sight(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    choose_look(opened, percent=200)
    opened.window.resize(1024, 700)
    side = opened.window.sidebar
    qtbot.waitUntil(lambda: not in_sight(side.buttons()["preferences"]))
    guidance, timeline = side.buttons()["guidance"], side.buttons()["timeline"]
    opened.frame.navigation.go(routes.Guidance())
    qtbot.waitUntil(lambda: in_sight(guidance))
    assert not in_sight(timeline)
    opened.frame.navigation.go(routes.Timeline())
    qtbot.waitUntil(lambda: in_sight(timeline))
    choose_look(opened)


def test_at_1024_by_700_every_icon_is_in_sight_at_once(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.resize(1024, 700)
    side = opened.window.sidebar
    qtbot.waitUntil(lambda: side.width() < 80)
    (area,) = side.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    places = side.buttons().values()
    qtbot.waitUntil(lambda: all(map(in_sight, places)))
    assert all(each.height() >= 32 for each in places)
