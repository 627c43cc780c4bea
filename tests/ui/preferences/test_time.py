"""The rows of the computer's clock, and the window that asks a time server in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.anchor import NoTimeAnswerError
from app.clock import NOT_CHECKED, CheckedClock, ClockCheck
from app.ui.acts import ChangedSetting
from app.ui.asking_time import AskedTimeServer
from app.ui.preferences import build
from app.ui.preferences.view import PreferencesPage
from tests.fakes.clock import MORNING
from tests.worlds import Desk

Made = tuple[PreferencesPage, AskedTimeServer, CheckedClock]


class FakeMeasure:
    """Answers when it is let; ``asked`` holds whom it was to ask."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.error: Exception | None = None
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, server: str, clock: CheckedClock) -> ClockCheck:
        self.asked.append(server)
        assert self.may_answer.wait(20)
        if self.error is not None:
            raise self.error
        return ClockCheck(offset_ms=420, error_ms=35, server=server, at=MORNING)


@pytest.fixture
def measure() -> FakeMeasure:
    return FakeMeasure()


@pytest.fixture
def made(desk: Desk, measure: FakeMeasure, qtbot: QtBot) -> Made:
    clock = CheckedClock(desk.clock)
    server = AskedTimeServer(clock, desk.settings, measure)

    def apply(setting: ChangedSetting) -> None:
        if setting is ChangedSetting.TIME_SERVER:
            server.settings_changed()

    desk.acts.apply = apply  # type: ignore[method-assign]  # the frame carries it out
    context = desk.make_context(
        desk.session,
        desk.lanes,
        language=desk.context.language,
        navigator=desk.navigator,
        acts=desk.acts,
        time_server=server,
    )
    page = build(context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page, server, clock


def said(page: PreferencesPage) -> str:
    """Return what the row says of the clock."""
    return str(page.rows.rows["asked"].second.text())


def answered(qtbot: QtBot, server: AskedTimeServer, **state: Any) -> None:
    """Wait for the answer."""
    qtbot.waitUntil(lambda: not server.state.asking)
    for name, value in state.items():
        assert getattr(server.state, name) == value


def test_nobody_is_asked_until_it_is_switched_on(
    made: Made, measure: FakeMeasure, qtbot: QtBot
) -> None:
    page, server, clock = made
    server.start()
    assert "Nobody was asked" in said(page)
    assert (measure.asked, page.rows.asks_time.isChecked()) == ([], False)
    page.rows.asks_time.setChecked(True)
    answered(qtbot, server, error=None)
    assert measure.asked == [page.rows.server.value()]
    assert "0.42 seconds slow" in said(page)
    assert "offset_ms=+420" in clock.now().check


def test_off_again_captures_say_that_the_clock_was_not_checked(made: Made, qtbot: QtBot) -> None:
    page, server, clock = made
    page.rows.asks_time.setChecked(True)
    answered(qtbot, server)
    page.rows.asks_time.setChecked(False)
    assert clock.now().check == NOT_CHECKED
    assert "Nobody was asked" in said(page)


def test_a_question_by_hand_tells_and_is_kept_by_no_capture(
    made: Made, measure: FakeMeasure, qtbot: QtBot
) -> None:
    page, server, clock = made
    QTest.mouseClick(page.rows.ask_now, Qt.MouseButton.LeftButton)
    answered(qtbot, server)
    assert "0.42 seconds slow" in said(page)
    assert clock.now().check == NOT_CHECKED


def test_nothing_waits_for_an_answer(made: Made, measure: FakeMeasure, qtbot: QtBot) -> None:
    page, server, _ = made
    measure.may_answer.clear()
    page.rows.ask_now.click()
    assert server.state.asking
    assert not page.rows.ask_now.isEnabled()
    assert said(page) == "Asking …"
    measure.may_answer.set()
    answered(qtbot, server)
    assert page.rows.ask_now.isEnabled()


def test_what_went_wrong_is_said(made: Made, measure: FakeMeasure, qtbot: QtBot) -> None:
    page, server, _ = made
    measure.error = NoTimeAnswerError("ntp.se")
    page.rows.ask_now.click()
    answered(qtbot, server)
    assert "ntp.se did not answer" in said(page)
    assert "everything is saved" in said(page)


@pytest.mark.parametrize("leave", [lambda page: page.rows.server.editingFinished.emit()])
def test_another_server_is_kept_when_it_is_one(
    made: Made, desk: Desk, leave: Callable[[PreferencesPage], None]
) -> None:
    page, _, _ = made
    page.rows.server.setText("tid.example:1123")
    leave(page)
    assert desk.settings.time_server == "tid.example:1123"
    page.rows.server.setText("http://tid.example/")
    leave(page)
    assert desk.settings.time_server == "tid.example:1123"
    row = page.rows.rows["server"]
    assert "is no name of a time server" in row.complaint
    assert "Nobody was asked" in said(page)
    page.rows.server.setText("tid.example:1123")
    leave(page)
    assert row.complaint == ""
    page.rows.server.setText("")
    leave(page)
    assert page.rows.server.value() == desk.settings.time_server == "ntp.se"


def test_the_answer_of_a_server_that_is_asked_no_more_counts_for_nothing(
    made: Made, measure: FakeMeasure, desk: Desk, qtbot: QtBot
) -> None:
    page, server, clock = made
    measure.may_answer.clear()
    page.rows.asks_time.setChecked(True)
    page.rows.server.setText("other.example")
    page.rows.server.editingFinished.emit()
    measure.may_answer.set()
    answered(qtbot, server)
    check = server.state.check
    assert check is not None
    assert check.server == "other.example"
    assert "server=other.example" in clock.now().check
