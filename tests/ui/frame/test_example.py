"""The example in the window: marked on every page, with no way to write one's own, and back to where one was."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import TitleSheet
from tests.ui.frame.windows import front


def show(built: BuiltWindow, qtbot: QtBot) -> None:
    built.window.named_actions["example"].trigger()
    qtbot.waitUntil(built.window.example.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: front(built) == "Timeline", timeout=30_000)


def leave(built: BuiltWindow, qtbot: QtBot) -> None:
    built.window.example.left.emit()
    qtbot.waitUntil(lambda: not built.window.example.isVisible(), timeout=30_000)


def test_before_there_is_a_vault_it_opens_and_leads_back_to_the_cards(
    built: BuiltWindow, qtbot: QtBot
) -> None:
    show(built, qtbot)
    assert built.session.example

    leave(built, qtbot)

    assert front(built) == "FirstRun"
    assert built.session.case is None


def test_it_is_marked_on_every_page_and_leads_back_to_the_own_case(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    show(opened, qtbot)
    for route in (routes.Report(), routes.Exhibit(1), routes.Verify(), routes.Help()):
        opened.context.navigator.go(route)
        assert opened.window.example.isVisible()

    leave(opened, qtbot)

    assert front(opened) == "Timeline"
    assert opened.window.windowTitle() == "Bevismappe – Min sag"


@pytest.mark.parametrize("route", [routes.Write("note"), routes.Settings(), routes.Unlock()])
def test_no_way_leads_to_ones_own_from_it(
    opened: BuiltWindow, qtbot: QtBot, route: routes.Route
) -> None:
    show(opened, qtbot)

    opened.context.navigator.go(route)

    assert front(opened) == "Timeline"
    assert "This is the example" in opened.window.toasts.shown[-1].accessibleName()
    leave(opened, qtbot)


@pytest.mark.parametrize("name", ["new_case", "rename_case"])
def test_it_has_no_cases_to_begin_or_rename(opened: BuiltWindow, qtbot: QtBot, name: str) -> None:
    show(opened, qtbot)

    opened.window.named_actions[name].trigger()

    assert not opened.window.findChildren(TitleSheet)
    assert "This is the example" in opened.window.toasts.shown[-1].accessibleName()
    leave(opened, qtbot)


def test_its_strip_takes_little_of_the_window(built: BuiltWindow, qtbot: QtBot) -> None:
    show(built, qtbot)
    assert 36 <= built.window.example.height() <= 40
