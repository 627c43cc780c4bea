"""The frame from its first page to its last breath: first run, opening, settings that change at once, closing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.messages import Message
from app.ui import routes
from app.ui.acts import ChangedSetting, Toast
from app.ui.application import BuiltWindow
from app.ui.frame.sheets import ErrorSheet, QuestionSheet
from app.ui.kit import DARK, look
from tests.ui.frame.windows import House, choose_look, front
from tests.worlds import PHRASE


def test_a_closed_vault_shows_the_page_that_opens_it(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.tasks.store(opened.session.close, lambda _none: None)
    qtbot.waitUntil(lambda: front(opened) == "Unlock")
    hidden = not opened.window.sidebar.isVisible()
    opened.context.navigator.go(routes.FirstRun())

    assert hidden
    assert front(opened) == "FirstRun"


def test_the_first_run_shows_its_last_card_before_the_timeline(
    built: BuiltWindow, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    done: list[None] = []
    built.context.navigator.go(routes.Timeline())
    built.context.navigator.go(routes.FirstRun())
    built.tasks.store(
        lambda: built.session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    still = front(built)
    built.context.navigator.go(routes.Timeline())

    assert still == "FirstRun"
    assert front(built) == "Timeline"
    assert built.window.sidebar.isVisible()


def test_a_vault_that_is_there_already_is_offered_to_be_opened(
    built: BuiltWindow, house: House, tmp_path: Path
) -> None:
    built.context.navigator.go(routes.Unlock(tmp_path / "there.bevismappe"))

    assert front(built) == "Unlock"
    assert house.pages["Unlock"].calls == [routes.Unlock(tmp_path / "there.bevismappe")]


def test_another_language_holds_at_once_and_the_vault_stays_open(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    first_cover = house.cover
    vault, before = opened.session.vault, opened.window
    opened.context.navigator.go(routes.Settings())
    opened.context.settings.choose_language("da")
    opened.context.acts.apply(ChangedSetting.LANGUAGE)
    qtbot.waitUntil(lambda: opened.context.language.code == "da")

    assert opened.session.vault is vault
    assert front(opened) == "Settings"
    assert opened.window.isVisible()
    assert opened.window is not before
    assert first_cover.calls[-1] == "stop"


def test_size_and_colours_hold_at_once(
    opened: BuiltWindow, house: House, qapp: QApplication
) -> None:
    opened.context.navigator.go(routes.Settings())
    opened.context.settings.choose_look("dark")
    opened.context.settings.choose_text_percent(150)
    opened.context.acts.apply(ChangedSetting.LOOK)

    assert opened.context.look() == look(dark=True, text_percent=150)
    assert qapp.palette().window().color().name().upper() == DARK.paper
    choose_look(opened)


def test_forms_keep_what_is_typed_before_the_window_closes(
    opened: BuiltWindow, house: House, qtbot: QtBot
) -> None:
    opened.window.named_actions["note"].trigger()
    opened.window.close()
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    assert "flush" in house.pages["Write"].calls


def test_what_waited_is_sealed_and_told_once_the_vault_is_open(
    built: BuiltWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sealed: list[object] = []
    session = built.context.session
    built.context.held.keep(sealed.append)
    waiting = built.window.footer.saved.text()
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), lambda _none: None
    )
    qtbot.waitUntil(lambda: bool(sealed) and not built.tasks.storing)
    told = [toast.accessibleName() for toast in built.window.toasts.shown]

    assert told == ["1 screenshot that waited is now saved and locked."]
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

    opened.context.held.keep(fail)
    qtbot.waitUntil(lambda: opened.window.findChild(ErrorSheet) is not None)
    qtbot.waitUntil(lambda: not opened.tasks.storing)
    opened.context.session.publish()
    qtbot.wait(20)
    opened.window.findChild(ErrorSheet).close()  # type: ignore[union-attr]  # waited for above

    assert tried == [1]
    assert opened.context.held.count == 1
    opened._waiting.clear()


def test_closing_waits_for_what_is_being_sealed(opened: BuiltWindow, qtbot: QtBot) -> None:
    go = threading.Event()
    sealed: list[str] = []

    def slow() -> None:
        go.wait(5)
        sealed.append("sealed")

    opened.tasks.store(slow, lambda _none: None)
    opened.window.named_actions["quit"].trigger()
    qtbot.wait(20)
    still_there = opened.window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    assert still_there
    assert sealed == ["sealed"]
    assert opened.context.session.vault is None


def test_closing_asks_before_captures_are_lost(built: BuiltWindow, qtbot: QtBot) -> None:
    built.context.held.keep(lambda _case: None)
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


def test_a_capture_that_is_refused_while_the_vault_is_being_closed_is_not_lost(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    go = threading.Event()

    def refuse() -> None:
        go.wait(5)
        raise OSError("full")

    opened.tasks.store(
        refuse,
        lambda _none: None,
        lambda error: opened.context.held.keep_refused(lambda _case: None, error),
    )
    opened.window.close()
    before = opened.window.findChild(QuestionSheet)
    go.set()
    qtbot.waitUntil(lambda: opened.window.findChild(QuestionSheet) is not None)
    there = (opened.window.isVisible(), opened.context.held.count)
    opened.window.findChild(ErrorSheet).close()  # type: ignore[union-attr]  # it tells why
    opened.window.findChild(QuestionSheet).go_on.click()  # type: ignore[union-attr]  # waited for above
    qtbot.waitUntil(lambda: not opened.window.isVisible())

    assert before is None
    assert there == (True, 1)


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    ]


def test_everything_that_takes_the_focus_has_a_name(opened: BuiltWindow) -> None:
    opened.context.acts.toast(Toast("Saved"))
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
    opened: BuiltWindow, qtbot: QtBot, percent: int, dark: bool, width: int
) -> None:
    choose_look(opened, dark=dark, percent=percent)
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
    choose_look(opened)

    assert cut == []


def _needed(widget: QLabel | QPushButton) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


def test_message_sheet_shows_the_sentence(opened: BuiltWindow) -> None:
    opened.context.acts.show_error(Message("vault.DiskFullError", "There is no room.", 13))
    sheet = opened.window.findChild(ErrorSheet)
    assert isinstance(sheet, ErrorSheet)

    assert sheet.sentence.text() == "There is no room."
    assert sheet.done_button.isDefault()
    sheet.close()
