"""The bars of the window: how they fold where there is little room, and which of them stand about a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.kit import PrimaryButton
from app.ui.screens import Bars
from tests.ui.frame.windows import House, choose_look


def _names(menu: QMenu) -> set[str]:
    return {action.objectName() for action in menu.actions()}


def test_large_text_folds_buttons_away_before_it_breaks_the_row(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    window = opened.window
    window.resize(1440, 900)
    one_row = window.toolbar.sizeHint().height()
    assert not window.toolbar.more.isVisible()

    choose_look(opened, percent=200)
    qtbot.waitUntil(window.toolbar.more.isVisible)

    folded = _names(window.toolbar.more.menu())
    shown = {
        each.accessibleName()
        for each in window.toolbar.findChildren(QPushButton)
        if each.isVisible()
    }
    assert folded == {"help", "files", "report"}
    assert {"Take screenshot", "Write down", "Hide now"} <= shown
    assert {"note", "notification"} <= _names(window.toolbar.write.menu())
    qtbot.waitUntil(lambda: window.toolbar.height() < 2 * one_row)
    choose_look(opened)
    qtbot.waitUntil(lambda: not window.toolbar.more.isVisible())


def test_in_a_narrow_window_what_is_written_down_goes_into_one_menu(opened: BuiltWindow) -> None:
    bar = opened.window.toolbar
    opened.window.resize(1366, 728)
    apart = {each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()}
    opened.window.resize(1024, 700)
    together = {each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()}

    assert apart >= {"Write note", "Note who was told", "Help"}
    assert "Write down" not in apart
    assert together == {
        "Take screenshot",
        "Add file",
        "Write down",
        "Make report",
        "More",
        "Hide now",
    }
    assert _names(bar.more.menu()) == {"help"}


def test_from_640_pixels_on_the_toolbar_is_one_row(opened: BuiltWindow, qtbot: QtBot) -> None:
    bar = opened.window.toolbar
    opened.window.resize(1440, 900)
    height = bar.height()
    for width in range(640, 1500, 20):
        opened.window.resize(width, 600)
        qtbot.waitUntil(lambda: bar.height() == height)
        parts = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
        assert all(each.geometry().right() < bar.width() for each in parts), width


def test_before_a_vault_is_open_there_is_only_what_can_be_done_then(built: BuiltWindow) -> None:
    bar = built.window.toolbar
    shown = {each.accessibleName() for each in bar.findChildren(QPushButton) if each.isVisible()}

    assert shown == {"Take screenshot", "Hide now", "Help"}
    assert not built.window.search.isVisible()


def test_a_page_with_a_bar_of_its_own_takes_the_place_of_the_toolbar(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.navigator.go(routes.Exhibit(1))
    page = house.pages["Exhibit"]
    before = opened.window.toolbar.isVisible()
    page.bars = Bars.OWN
    page.told.emit()
    own = opened.window.toolbar.isVisible()
    opened.context.navigator.go(routes.Timeline())

    assert (before, own, opened.window.toolbar.isVisible()) == (True, False, True)


def test_the_key_of_the_search_works_where_a_page_has_a_bar_of_its_own(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.navigator.go(routes.Exhibit(1))
    house.pages["Exhibit"].bars = Bars.OWN
    house.pages["Exhibit"].told.emit()
    opened.window.named_actions["search"].trigger()

    assert opened.frame.navigation.current == routes.Timeline()
    assert opened.window.search.hasFocus()


def test_what_a_page_tells_stands_in_the_one_status_line(opened: BuiltWindow, house: House) -> None:
    opened.context.navigator.go(routes.Exhibit(1))
    house.pages["Exhibit"].words = ("700 × 638 px",)
    house.pages["Exhibit"].told.emit()
    told = opened.window.footer.exhibits.text()
    house.cover.covered_changed.emit(True)
    covered = opened.window.footer.exhibits.text()
    house.cover.covered_changed.emit(False)
    opened.context.navigator.go(routes.Timeline())

    assert told == "700 × 638 px"
    assert "px" not in covered
    assert opened.window.footer.exhibits.text() == "0 exhibits"


def test_the_status_line_is_one_line_at_640_pixels(opened: BuiltWindow) -> None:
    footer = opened.window.footer
    opened.window.resize(1440, 900)
    height = footer.height()
    opened.window.resize(640, 480)

    assert footer.height() == height
    assert footer.saved.isVisible()


def test_one_button_is_filled_that_of_the_page_or_else_the_one_that_captures(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    def capture() -> str:
        return next(
            str(each.property("kit"))
            for each in opened.window.toolbar.findChildren(QPushButton)
            if each.accessibleName() == "Take screenshot"
        )

    opened.context.navigator.go(routes.Settings())
    first = capture()
    filled = PrimaryButton("Save", house.pages["Settings"])
    filled.show()
    qtbot.waitUntil(lambda: capture() != "primary")
    filled.hide()
    qtbot.waitUntil(lambda: capture() == "primary")
    filled.show()
    qtbot.waitUntil(lambda: capture() != "primary")
    opened.context.navigator.go(routes.Timeline())
    qtbot.waitUntil(lambda: capture() == "primary")

    assert first == "primary"


def test_escape_ends_a_search_and_leads_to_what_is_shown(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.context.navigator.go(routes.Timeline())
    search = opened.window.search
    opened.window.activateWindow()
    search.setFocus()
    QTest.keyClicks(search, "Torben")
    qtbot.waitUntil(lambda: routes.Timeline("Torben") in house.pages["Timeline"].calls)
    QTest.keyClick(search, Qt.Key.Key_Escape)

    assert search.text() == ""
    assert house.pages["Timeline"].calls[-1] == routes.Timeline("")
    assert opened.window.focusWidget() is house.pages["Timeline"].button


@pytest.mark.parametrize("percent", [100, 200])
def test_a_button_that_is_filled_again_has_room_for_its_words(
    opened: BuiltWindow, qtbot: QtBot, percent: int
) -> None:
    bar = opened.window.toolbar
    choose_look(opened, percent=percent)
    for width in range(640, 1500, 20):
        opened.window.resize(width, 700)
        for filled in (False, True):
            bar.fill(filled=filled)
            qtbot.wait(0)
            QApplication.processEvents()
            parts = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
            narrow = [p.accessibleName() for p in parts if p.width() < p.sizeHint().width()]
            assert not narrow, (width, filled, narrow)


def test_the_search_field_takes_what_is_left_of_a_narrow_toolbar(opened: BuiltWindow) -> None:
    window = opened.window
    choose_look(opened, percent=200)
    narrowest = 10_000
    for width in range(1000, 1366, 8):
        window.resize(width, 700)
        QApplication.processEvents()
        others = [
            each
            for each in window.toolbar.findChildren(QPushButton)
            if each.isVisible() and each.x() < window.search.x()
        ]
        unused = window.search.x() - max(each.geometry().right() for each in others) - 1 - 8
        narrowest = min(narrowest, window.search.width())
        assert unused <= 2 or window.search.width() >= 300, width

    assert narrowest < 300


def test_before_a_vault_is_open_the_status_line_says_what_always_holds(built: BuiltWindow) -> None:
    built.window.resize(640, 700)
    QApplication.processEvents()

    assert built.window.footer.promise.isVisible()
    assert built.window.footer.height() >= 24


def test_where_a_page_has_its_own_bar_hiding_and_help_stand_below_the_rail(
    opened: BuiltWindow, house: House
) -> None:
    keys = opened.window.rail_keys
    assert not keys.isVisible()
    opened.context.navigator.go(routes.Exhibit(1))
    page = house.pages["Exhibit"]
    page.bars = Bars.OWN
    page.told.emit()
    hide, help_ = keys.findChildren(QPushButton)
    assert keys.isVisible()
    assert (hide.accessibleName(), help_.accessibleName()) == ("Hide now (F9)", "Help (F1)")
    help_.click()
    assert opened.frame.navigation.current == routes.Help()
    assert not keys.isVisible()
    opened.context.navigator.go(routes.Exhibit(1))
    hide.click()
    assert house.cover.calls == ["hide_now"]
