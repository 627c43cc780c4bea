"""The window from its first page to its last: places, menus, messages, drops, closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.messages import Message
from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import ErrorSheet, TitleSheet
from tests.ui.frame.windows import House, build, front
from tests.worlds import PHRASE


def test_it_begins_with_the_cards_and_without_a_sidebar(built: BuiltWindow) -> None:
    assert front(built) == "FirstRun"
    assert not built.window.sidebar.isVisible()
    assert built.window.named_actions["capture"].isEnabled()
    assert not built.window.named_actions["report"].isEnabled()


def test_an_open_vault_shows_what_is_next_and_its_places(opened: BuiltWindow) -> None:
    assert front(opened) == "NextStep"
    assert list(opened.window.sidebar.buttons()) == [
        "next_step",
        "timeline",
        "incidents",
        "contacts",
        "people",
        "deadlines",
        "answers",
        "health",
        "look_over",
        "checklists",
        "watching",
        "guidance",
        "verify",
        "switch",
        "preferences",
    ]
    assert opened.window.windowTitle() == "Bevismappe – Min sag"
    assert opened.window.footer.exhibits.text() == "0 exhibits"


def test_every_action_stands_in_a_menu_and_those_in_the_menu_itself_have_a_key(
    opened: BuiltWindow,
) -> None:
    in_menus: list[QAction] = []
    inside: list[QAction] = []
    for menu in opened.window.menuBar().actions():
        for action in menu.menu().actions():  # type: ignore[attr-defined]  # each has a menu
            shelf = action.menu()
            if shelf is not None:
                inside += shelf.actions()
            elif not action.isSeparator():
                in_menus.append(action)

    named = {action.objectName() for action in (*in_menus, *inside)}
    assert named == set(opened.window.named_actions)
    assert all(not action.shortcut().isEmpty() for action in in_menus)
    assert {"measure", "idea", "journal_reference"} <= {each.objectName() for each in inside}


def test_the_sidebar_goes_to_its_places_and_marks_them(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.sidebar.buttons()["verify"].click()

    assert front(opened) == "Verify"
    assert opened.window.sidebar.buttons()["verify"].isChecked()
    assert not opened.window.sidebar.buttons()["timeline"].isChecked()


def test_a_page_is_told_before_it_is_left(opened: BuiltWindow, house: House) -> None:
    opened.context.navigator.go(routes.Exhibit(3))
    opened.context.navigator.go(routes.Timeline())

    assert house.pages["Exhibit"].calls == [routes.Exhibit(3), "leave"]


def test_a_pages_own_actions_stand_in_the_menu_while_it_is_in_front(opened: BuiltWindow) -> None:
    opened.context.navigator.go(routes.Exhibit(1))
    page = opened.window.pages.currentWidget()
    assert page is not None
    page.addAction(QAction("Arrow", page))
    opened.context.navigator.go(routes.Timeline())
    opened.context.navigator.go(routes.Exhibit(1))
    menu = opened.window.menuBar().actions()[1].menu()
    there = [action.text() for action in menu.actions()]  # type: ignore[attr-defined]  # it has one
    opened.context.navigator.go(routes.Timeline())
    gone = [action.text() for action in menu.actions()]  # type: ignore[attr-defined]  # it has one

    assert "Arrow" in there
    assert "Arrow" not in gone


def test_the_ways_reach_the_screens(opened: BuiltWindow, house: House, tmp_path: Path) -> None:
    ways = opened.context.navigator
    opened.context.acts.take_screenshot()
    opened.context.acts.add_files([tmp_path / "a.png"])
    ways.go(routes.Report("manager"))
    ways.go(routes.Verify(tmp_path / "b.zip"))
    ways.go(routes.Settings())
    opened.window.named_actions["capture_again"].trigger()
    opened.window.named_actions["capture_later"].trigger()

    assert house.capture.calls == [(0, False), (0, True), (5, False)]
    assert house.files.calls == [(tmp_path / "a.png",)]
    assert house.pages["Report"].calls[0] == routes.Report("manager")
    assert house.pages["Verify"].calls[0] == routes.Verify(tmp_path / "b.zip")
    assert front(opened) == "Settings"


def test_a_way_to_a_screen_that_is_not_there_does_nothing(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House
) -> None:
    missing = (routes.Report, routes.FirstRun, routes.Exhibit, routes.Write)
    made = build(qapp, tmp_path, house.screens(*missing))
    made.context.navigator.go(routes.Report())
    made.context.navigator.go(routes.Exhibit(1))
    made.context.navigator.go(routes.Write("note"))

    assert "report" not in made.window.named_actions
    assert made.frame.navigation.current == routes.Help()
    made.close()


def test_search_waits_for_the_writing_and_goes_to_the_timeline(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.context.navigator.go(routes.Timeline())
    opened.context.navigator.go(routes.Settings())
    opened.window.named_actions["search"].trigger()
    QTest.keyClicks(opened.window.search, "løgn")
    qtbot.waitUntil(lambda: routes.Timeline("løgn") in house.pages["Timeline"].calls)

    assert house.pages["Timeline"].calls.count(routes.Timeline("løgn")) == 1
    assert front(opened) == "Timeline"


def drop(built: BuiltWindow, data: QMimeData) -> bool:
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    built.window.dropEvent(event)
    return event.isAccepted()


def test_files_can_be_dropped_anywhere_once_a_vault_is_open(
    built: BuiltWindow, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    refused = drop(built, data)
    done: list[None] = []
    session = built.context.session
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done))

    assert not refused
    assert drop(built, data)
    assert house.files.calls == ["take"]


def test_paste_takes_in_what_is_on_the_clipboard(opened: BuiltWindow, house: House) -> None:
    opened.window.named_actions["paste"].trigger()

    assert house.files.calls == ["paste"]


def test_another_case_is_begun_and_chosen_in_the_sidebar(opened: BuiltWindow, qtbot: QtBot) -> None:
    first = opened.context.session.state.case_id
    opened.window.named_actions["new_case"].trigger()
    sheet = opened.window.findChild(TitleSheet)
    assert isinstance(sheet, TitleSheet)
    enabled_empty = sheet.ok.isEnabled()
    QTest.keyClicks(sheet.field, "Foråret")
    sheet.ok.click()
    qtbot.waitUntil(lambda: opened.window.windowTitle() == "Bevismappe – Foråret")
    assert opened.context.session.state.case_id != first
    opened.window.search.setText("Torben")
    opened.window.sidebar.buttons()["switch"].click()
    offered = [each.text() for each in opened.window.sidebar.menu.actions()]
    opened.window.sidebar.menu.actions()[1].trigger()
    opened.window.sidebar.menu.close()
    qtbot.waitUntil(lambda: opened.context.session.state.title == "Min sag")

    assert not enabled_empty
    assert offered == ["Foråret", "Min sag", "", "New case …"]
    assert opened.context.session.state.case_id == first
    qtbot.waitUntil(lambda: opened.window.search.text() == "")


def test_a_case_can_be_renamed(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.named_actions["rename_case"].trigger()
    sheet = opened.window.findChild(TitleSheet)
    assert isinstance(sheet, TitleSheet)
    sheet.field.setText("Efteråret")
    sheet.ok.click()

    qtbot.waitUntil(lambda: opened.window.windowTitle() == "Bevismappe – Efteråret")


def test_an_error_nobody_took_is_one_sentence_with_details_to_copy(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise RuntimeError("/secret/hemmelig.png")

    opened.tasks.store(fail, lambda _none: None)
    qtbot.waitUntil(lambda: opened.window.findChild(ErrorSheet) is not None)
    sheet = opened.window.findChild(ErrorSheet)
    assert isinstance(sheet, ErrorSheet)
    sheet.copy.click()
    copied = QGuiApplication.clipboard().text()
    sentence = sheet.sentence.text()
    sheet.close()

    assert "Traceback" not in sentence
    assert "RuntimeError" in copied
    assert "hemmelig" not in copied
    assert "secret" not in copied


def test_a_toast_goes_by_itself_but_not_while_somebody_is_in_it(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    acted: list[str] = []
    opened.window.activateWindow()
    opened.context.acts.toast(
        Toast("Saved", "Exhibit 8", (ToastAction("Add link", lambda: acted.append("link")),))
    )
    toast = opened.window.toasts.shown[0]
    button = next(b for b in toast.findChildren(QPushButton) if b.text() == "Add link")
    waits = [toast.waits]
    button.setFocus()
    qtbot.waitUntil(lambda: not toast.waits)
    waits.append(toast.waits)
    opened.window.search.setFocus()
    qtbot.waitUntil(lambda: toast.waits)
    button.click()

    assert waits == [True, False]
    assert acted == ["link"]
    assert opened.window.toasts.shown == ()


def test_toasts_stack_above_the_status_line_without_covering_each_other(
    opened: BuiltWindow,
) -> None:
    for number in range(5):
        opened.context.acts.toast(Toast(f"Saved {number}"))
    views = opened.window.toasts.shown
    places = [view.geometry() for view in views]

    assert len(views) == 2
    assert all(
        not one.intersects(other)
        for index, one in enumerate(places)
        for other in places[index + 1 :]
    )
    assert all(place.bottom() <= opened.window.footer.y() + 40 for place in places)


def test_a_covered_window_tells_nothing_and_can_only_capture(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.acts.toast(Toast("Saved"))
    opened.window.named_actions["hide"].trigger()
    title = opened.window.windowTitle()
    usable = {name for name, action in opened.window.named_actions.items() if action.isEnabled()}
    house.cover.covered_changed.emit(False)

    assert opened.window.toasts.shown == ()
    assert title == "Bevismappe"
    assert usable == {
        "capture",
        "capture_again",
        "series",
        "capture_soon",
        "capture_later",
        "capture_latest",
        "quit",
    }
    assert opened.window.windowTitle() == "Bevismappe – Min sag"
    assert opened.window.named_actions["report"].isEnabled()


def test_a_form_comes_to_the_front_and_leads_back_to_where_one_was(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.navigator.go(routes.Exhibit(2))
    opened.window.named_actions["note"].trigger()
    form = front(opened)
    opened.context.navigator.back()

    assert form == "Write"
    assert front(opened) == "Exhibit"
    # It is not opened anew, and may show again what it showed.
    assert house.pages["Exhibit"].calls == [routes.Exhibit(2), "leave", "come back"]


def test_a_route_that_its_page_does_not_accept_leaves_the_page_in_front(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.navigator.go(routes.Write("note"))
    opened.context.navigator.go(routes.Report())
    house.pages["Write"].accepting = False
    opened.context.navigator.go(routes.Write("contact"))

    assert front(opened) == "Report"
    assert house.pages["Report"].calls == [routes.Report()]
    assert house.pages["Write"].calls == [routes.Write("note"), "leave"]


def test_the_way_back_never_leads_to_a_form(opened: BuiltWindow) -> None:
    opened.context.navigator.go(routes.Write("note"))
    opened.context.navigator.go(routes.Settings())
    opened.context.navigator.back()

    assert front(opened) == "Timeline"


def test_a_search_that_is_ended_on_the_page_empties_its_field(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.context.navigator.go(routes.Timeline())
    opened.window.named_actions["search"].trigger()
    QTest.keyClicks(opened.window.search, "løgn")
    qtbot.waitUntil(lambda: routes.Timeline("løgn") in house.pages["Timeline"].calls)
    opened.context.navigator.go(routes.Timeline(search=""))

    assert opened.window.search.text() == ""
    opened.context.navigator.go(routes.Timeline())
    assert house.pages["Timeline"].calls[-1] == routes.Timeline()


def test_an_error_is_as_tall_as_its_words(opened: BuiltWindow) -> None:
    sheet = ErrorSheet(
        Message("unforeseen", "Noget gik galt. Prøv igen, eller åbn programmet igen.", 70),
        "",
        opened.context.language,
        opened.window,
    )
    sheet.show()

    assert sheet.sentence.y() < 80
    assert sheet.height() < 240
    sheet.close()


def test_who_goes_elsewhere_before_a_search_begins_is_not_fetched_back(
    opened: BuiltWindow, house: House
) -> None:
    opened.window.search.setText("Torben")
    opened.context.navigator.go(routes.Report())
    QTest.qWait(400)

    assert opened.frame.navigation.current == routes.Report()
