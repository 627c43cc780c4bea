"""The page of requests and answers as one meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.answers import build
from app.ui.answers.view import AnswersPage
from app.ui.kit import Sign, style_window
from app.ui.routes import Timeline, Write
from evidence_store import EntryId
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, asked: dict[str, EntryId], qtbot: QtBot, qapp: QApplication) -> AnswersPage:
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


def test_the_arrow_keys_go_through_the_list_and_all_is_said_beside_it(page: AnswersPage) -> None:
    first, second, *_ = page.list.rows.values()
    assert first.isChecked()
    assert first.accessibleName() == "Answer from: safety representative 13 Nov 2026"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    assert second.accessibleName() == "The workplace’s guidelines 16 Nov 2026"
    heard = second.accessibleDescription()
    assert heard.startswith(
        "Hvad gælder hos os?. 16 Nov 2026. manager · conversation. Not answered"
    )
    assert heard.endswith("7 days without an answer")
    assert "Hvad gælder hos os?" in words(page.detail)


def test_the_answer_another_try_and_the_place_in_the_timeline_are_one_press_away(
    page: AnswersPage, desk: Desk, asked: dict[str, EntryId]
) -> None:
    list(page.list.rows.values())[1].click()
    assert page.detail is not None
    for name in ("answer", "again", "correct", "look"):
        page.detail.buttons[name].click()
    page.banner.button.click()
    entry = asked["guidelines"]
    assert desk.navigator.routes == [
        Write("answer", about=entry),
        Write("request", about=entry),
        Write("request", corrects=entry),
        Timeline(show=(entry,)),
        Write("request", about=entry),
    ]
    assert page.detail.buttons["answer"].accessibleName() == (
        "Note the answer: The workplace’s guidelines"
    )


def test_what_is_done_can_be_corrected_and_not_answered(page: AnswersPage) -> None:
    list(page.list.rows.values())[2].click()
    assert page.detail is not None
    assert set(page.detail.buttons) == {"correct", "look"}
    assert "Agreed" in words(page.detail)


def test_the_new_forms_are_reached_from_below_the_list(page: AnswersPage, desk: Desk) -> None:
    for button in page.new.values():
        button.click()
    assert desk.navigator.routes == [
        Write("request"),
        Write("measure"),
        Write("support"),
        Write("caseworker_change"),
    ]


def test_nothing_yet_is_said_with_a_way_on(desk: Desk, qtbot: QtBot) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.sign is Sign.BUBBLE
    assert not page.list.isVisible()
    assert not page.banner.isVisible()
    page.empty.secondary.click()
    assert desk.navigator.routes == [Write("request")]


def test_nothing_is_cut_at_twice_the_text_in_a_narrow_window(
    page: AnswersPage, desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    try:
        page.resize(640, 600)
        qtbot.waitUntil(lambda: words_are_whole(page.list.rows.values()))
        assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        desk.apply_look(qapp)
