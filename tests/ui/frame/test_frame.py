"""The window from its first page to its last: places, menus, messages, drops, closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.messages import Message
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import ErrorSheet, QuestionSheet, TitleSheet
from app.ui.kit import current_look, dress, look
from app.ui.navigator import Toast, ToastAction
from tests.ui.frame.windows import PHRASE, RESOURCES, House, build


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def built(qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House) -> Iterator[BuiltWindow]:
    made = build(qapp, tmp_path, house.screens())
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()


@pytest.fixture
def opened(built: BuiltWindow, qtbot: QtBot, tmp_path: Path) -> BuiltWindow:
    done: list[None] = []
    session = built.context.session
    built.frame.navigation.show_closed()
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    return built


def front(built: BuiltWindow) -> str:
    return str(getattr(built.window.pages.currentWidget(), "name", ""))


def test_it_begins_with_the_cards_and_without_a_sidebar(built: BuiltWindow) -> None:
    assert front(built) == "first_run"
    assert not built.window.sidebar.isVisible()
    assert built.window.acts["capture"].isEnabled()
    assert not built.window.acts["report"].isEnabled()


def test_an_open_vault_shows_its_timeline_and_its_places(opened: BuiltWindow) -> None:
    assert front(opened) == "timeline"
    assert list(opened.window.sidebar.buttons()) == ["timeline", "verify", "preferences"]
    assert opened.window.windowTitle() == "Bevismappe – Min sag"
    assert opened.window.footer.exhibits.text() == "0 exhibits"


def test_every_action_stands_in_a_menu_with_a_key(opened: BuiltWindow) -> None:
    in_menus = [
        action
        for menu in opened.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]  # each has a menu
        if not action.isSeparator()
    ]

    assert {action.objectName() for action in in_menus} == set(opened.window.acts)
    assert all(not action.shortcut().isEmpty() for action in in_menus)


def test_the_sidebar_goes_to_its_places_and_marks_them(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.sidebar.buttons()["verify"].click()

    assert front(opened) == "verify"
    assert opened.window.sidebar.buttons()["verify"].isChecked()
    assert not opened.window.sidebar.buttons()["timeline"].isChecked()


def test_a_page_is_told_before_it_is_left(opened: BuiltWindow, house: House) -> None:
    opened.context.navigator.open_exhibit(3)
    opened.context.navigator.show_timeline()

    assert house.pages["exhibit"].calls == [3, "leave"]


def test_a_pages_own_actions_stand_in_the_menu_while_it_is_in_front(opened: BuiltWindow) -> None:
    opened.context.navigator.open_exhibit(1)
    page = opened.window.pages.currentWidget()
    assert page is not None
    page.addAction(QAction("Arrow", page))
    opened.context.navigator.show_timeline()
    opened.context.navigator.open_exhibit(1)
    menu = opened.window.menuBar().actions()[1].menu()
    there = [action.text() for action in menu.actions()]  # type: ignore[attr-defined]  # it has one
    opened.context.navigator.show_timeline()
    gone = [action.text() for action in menu.actions()]  # type: ignore[attr-defined]  # it has one

    assert "Arrow" in there
    assert "Arrow" not in gone


def test_the_ways_reach_the_screens(opened: BuiltWindow, house: House, tmp_path: Path) -> None:
    ways = opened.context.navigator
    ways.take_screenshot()
    ways.add_files([tmp_path / "a.png"])
    ways.make_report("manager")
    ways.verify(tmp_path / "b.zip")
    ways.settings()
    opened.window.acts["capture_again"].trigger()
    opened.window.acts["capture_later"].trigger()

    assert house.capture.calls == [(0, False), (0, True), (5, False)]
    assert house.files.calls == [(tmp_path / "a.png",)]
    assert house.pages["report"].calls[0] == "manager"
    assert house.pages["verify"].calls[0] == tmp_path / "b.zip"
    assert front(opened) == "preferences"


def test_a_way_to_a_screen_that_is_not_there_does_nothing(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, house: House
) -> None:
    missing = {"report": None, "first_run": None, "exhibit": None, "forms": None}
    made = build(qapp, tmp_path, house.screens(**missing))
    made.context.navigator.make_report()
    made.context.navigator.open_exhibit(1)
    made.context.navigator.write_note()

    assert "report" not in made.window.acts
    assert made.frame.navigation.current == "help"
    made.close()


def test_search_waits_for_the_writing_and_goes_to_the_timeline(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.context.navigator.settings()
    opened.window.acts["search"].trigger()
    QTest.keyClicks(opened.window.search, "løgn")
    qtbot.waitUntil(lambda: "løgn" in house.pages["timeline"].calls)

    assert house.pages["timeline"].calls.count("løgn") == 1
    assert front(opened) == "timeline"


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
    opened.window.acts["paste"].trigger()

    assert house.files.calls == ["paste"]


def test_another_case_is_begun_and_chosen_in_the_sidebar(opened: BuiltWindow, qtbot: QtBot) -> None:
    first = opened.context.session.state.case_id
    opened.window.acts["new_case"].trigger()
    sheet = opened.window.findChild(TitleSheet)
    assert isinstance(sheet, TitleSheet)
    enabled_empty = sheet.ok.isEnabled()
    QTest.keyClicks(sheet.field, "Foråret")
    sheet.ok.click()
    qtbot.waitUntil(lambda: opened.context.session.state.title == "Foråret")
    qtbot.waitUntil(lambda: first in opened.window.sidebar.buttons())
    opened.window.sidebar.buttons()[first].click()
    qtbot.waitUntil(lambda: opened.context.session.state.title == "Min sag")

    assert not enabled_empty


def test_a_case_can_be_renamed(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.window.acts["rename_case"].trigger()
    sheet = opened.window.findChild(TitleSheet)
    assert isinstance(sheet, TitleSheet)
    sheet.field.setText("Efteråret")
    sheet.ok.click()

    qtbot.waitUntil(lambda: opened.window.windowTitle() == "Bevismappe – Efteråret")


def test_an_error_nobody_took_is_one_sentence_with_details_to_copy(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise RuntimeError("/home/anna/hemmelig.png")

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
    assert "anna" not in copied


def test_a_toast_goes_by_itself_but_not_while_somebody_is_in_it(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    acted: list[str] = []
    opened.window.activateWindow()
    opened.context.navigator.toast(
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
        opened.context.navigator.toast(Toast(f"Saved {number}"))
    views = opened.window.toasts.shown
    places = [view.geometry() for view in views]

    assert len(views) == 3
    assert all(
        not one.intersects(other)
        for index, one in enumerate(places)
        for other in places[index + 1 :]
    )
    assert all(place.bottom() <= opened.window.footer.y() + 40 for place in places)


def test_a_covered_window_tells_nothing_and_can_only_capture(
    opened: BuiltWindow, house: House
) -> None:
    assert house.cover is not None
    opened.context.navigator.toast(Toast("Saved"))
    opened.window.acts["hide"].trigger()
    title = opened.window.windowTitle()
    usable = {name for name, action in opened.window.acts.items() if action.isEnabled()}
    house.cover.covered_changed.emit(False)

    assert opened.window.toasts.shown == ()
    assert title == "Bevismappe"
    assert usable == {"capture", "capture_again", "capture_later", "quit"}
    assert opened.window.windowTitle() == "Bevismappe – Min sag"
    assert opened.window.acts["report"].isEnabled()


def test_a_form_comes_to_the_front_and_leads_back_to_where_one_was(
    opened: BuiltWindow, house: House
) -> None:
    opened.context.navigator.open_exhibit(2)
    opened.window.acts["note"].trigger()
    form = front(opened)
    house.pages["forms"].closed.emit()

    assert form == "forms"
    assert front(opened) == "exhibit"


def test_a_closed_vault_shows_the_page_that_opens_it(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    assert house.cover is not None
    opened.tasks.store(opened.session.close, lambda _none: None)
    qtbot.waitUntil(lambda: front(opened) == "closed")
    hidden = not opened.window.sidebar.isVisible()
    house.cover.page.new_wanted.emit()

    assert hidden
    assert front(opened) == "first_run"


def test_the_first_run_shows_its_last_card_before_the_timeline(
    built: BuiltWindow, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    done: list[None] = []
    built.context.navigator.show_timeline()
    built.frame.navigation.show("first_run")
    built.tasks.store(
        lambda: built.session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    still = front(built)
    house.pages["first_run"].done.emit()

    assert still == "first_run"
    assert front(built) == "timeline"
    assert built.window.sidebar.isVisible()


def test_a_vault_that_is_there_already_is_offered_to_be_opened(
    built: BuiltWindow, house: House, tmp_path: Path
) -> None:
    assert house.cover is not None
    house.pages["first_run"].existing_chosen.emit(tmp_path / "there.bevismappe")

    assert front(built) == "closed"
    assert house.cover.page.calls == [tmp_path / "there.bevismappe"]


def test_another_language_holds_at_once_and_the_vault_stays_open(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    assert house.cover is not None
    first_cover = house.cover
    vault, before = opened.session.vault, opened.window
    opened.context.navigator.settings()
    opened.context.settings.choose_language("da")
    house.pages["preferences"].changed.emit("language")
    qtbot.waitUntil(lambda: opened.context.language.code == "da")

    assert opened.session.vault is vault
    assert front(opened) == "preferences"
    assert opened.window.isVisible()
    assert opened.window is not before
    assert first_cover.calls[-1] == "stop"


def test_size_and_colours_hold_at_once(
    opened: BuiltWindow, house: House, qapp: QApplication
) -> None:
    opened.context.navigator.settings()
    opened.context.settings.choose_look("dark")
    opened.context.settings.choose_text_percent(150)
    house.pages["preferences"].changed.emit("look")

    assert current_look() == look(dark=True, text_percent=150)
    dress(qapp, look(dark=False), RESOURCES)


def test_forms_keep_what_is_typed_before_the_window_closes(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.window.acts["note"].trigger()
    opened.window.close()
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    assert "flush" in house.pages["forms"].calls


def test_what_waited_is_sealed_and_told_once_the_vault_is_open(
    built: BuiltWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sealed: list[object] = []
    session = built.context.session
    session.hold(sealed.append)
    waiting = built.window.footer.saved.text()
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), lambda _none: None
    )
    qtbot.waitUntil(lambda: len(built.window.toasts.shown) == 1)

    assert waiting == "Not saved yet: 1 screenshot"
    assert sealed == [session.case]
    assert built.window.footer.saved.text() == "Everything is saved"


def test_what_cannot_be_sealed_is_told_once_and_not_tried_for_ever(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    tried: list[int] = []

    def fail(_case: object) -> None:
        tried.append(1)
        raise OSError("full")

    opened.context.session.hold(fail)
    qtbot.waitUntil(lambda: opened.window.findChild(ErrorSheet) is not None)
    qtbot.waitUntil(lambda: not opened.tasks.storing)
    opened.context.session.publish()
    qtbot.wait(20)
    opened.window.findChild(ErrorSheet).close()  # type: ignore[union-attr]  # waited for above

    assert tried == [1]
    opened.context.session.held.clear()


def test_closing_waits_for_what_is_being_sealed(opened: BuiltWindow, qtbot: QtBot) -> None:
    go = threading.Event()
    sealed: list[str] = []

    def slow() -> None:
        go.wait(5)
        sealed.append("sealed")

    opened.tasks.store(slow, lambda _none: None)
    opened.window.acts["quit"].trigger()
    qtbot.wait(20)
    still_there = opened.window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    assert still_there
    assert sealed == ["sealed"]
    assert opened.context.session.vault is None


def test_closing_asks_before_captures_are_lost(built: BuiltWindow, qtbot: QtBot) -> None:
    built.context.session.hold(lambda _case: None)
    built.window.close()
    sheet = built.window.findChild(QuestionSheet)
    assert isinstance(sheet, QuestionSheet)
    sheet.stay.click()
    stayed = built.window.isVisible()
    built.window.close()
    sheets = built.window.findChildren(QuestionSheet)
    sheets[-1].go_on.click()

    qtbot.waitUntil(lambda: not built.window.isVisible())
    assert stayed


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    ]


def test_everything_that_takes_the_focus_has_a_name(opened: BuiltWindow) -> None:
    opened.context.navigator.toast(Toast("Saved"))
    nameless = [
        widget
        for widget in focusable(opened.window)
        if isinstance(widget, QPushButton | QLineEdit)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1440, 900])
def test_no_word_of_the_frame_is_cut(
    opened: BuiltWindow, qapp: QApplication, qtbot: QtBot, percent: int, dark: bool, width: int
) -> None:
    dress(qapp, look(dark=dark, text_percent=percent), RESOURCES)
    opened.window.resize(width, 800)
    QTest.qWait(30)

    cut = [
        (type(widget).__name__, widget.text())
        for widget in opened.window.findChildren(QWidget)
        if isinstance(widget, QLabel | QPushButton) and widget.isVisible() and widget.text()
        if widget.width() < widget.minimumSizeHint().width()
        or widget.height() < _needed(widget)
        or widget.visibleRegion().boundingRect().size() != widget.size()
    ]
    dress(qapp, look(dark=False), RESOURCES)

    assert cut == []


def _needed(widget: QLabel | QPushButton) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


def test_message_sheet_shows_the_sentence(opened: BuiltWindow) -> None:
    opened.context.navigator.show_error(Message("vault.DiskFullError", "There is no room.", 13))
    sheet = opened.window.findChild(ErrorSheet)
    assert isinstance(sheet, ErrorSheet)

    assert sheet.sentence.text() == "There is no room."
    assert sheet.done_button.isDefault()
    sheet.close()
