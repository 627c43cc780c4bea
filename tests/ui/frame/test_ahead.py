"""Pages are built before they are wanted, and only then when there is time and a case."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from tests.ui.frame.windows import House


def test_pages_are_at_hand_once_a_case_is_open_and_none_is_shown(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    before = opened.frame.navigation.current
    opened.frame.ahead.start()
    qtbot.waitUntil(lambda: {"Exhibit", "Write", "Report"} <= house.pages.keys())
    assert opened.frame.navigation.current == before
    for name in ("Exhibit", "Write", "Report"):
        page = house.pages[name]
        assert opened.window.pages.indexOf(page) >= 0
        assert not page.isVisible()


def test_a_page_that_was_wanted_earlier_is_not_built_again(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.context.navigator.go(routes.Report())
    report = house.pages["Report"]
    opened.frame.ahead.start()
    qtbot.waitUntil(lambda: {"Exhibit", "Write"} <= house.pages.keys())
    assert house.pages["Report"] is report


def test_nothing_is_built_while_no_case_is_open_or_nobody_has_let_it(
    built: BuiltWindow, house: House
) -> None:
    built.frame.ahead.start()
    QTest.qWait(400)
    assert "Exhibit" not in house.pages


def test_nothing_is_built_before_it_is_let(opened: BuiltWindow, house: House) -> None:
    QTest.qWait(400)
    assert "Exhibit" not in house.pages
