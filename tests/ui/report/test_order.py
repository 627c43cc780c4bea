"""What is in a report can be put in order: by drag, by keys and by buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.report.check_list import CheckList
from app.ui.report.choosing import moved
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.session import Session
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import House

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, house: House, qapp: QApplication) -> Iterator[ReportPage]:
    house.apply_look(qapp)
    page = opened(qtbot, session, house)
    page.presenter.go_to(ReportStep.CONTENT)
    QApplication.processEvents()
    yield page
    page.leave()


def keys(listed: CheckList) -> list[str]:
    return [listed.lines.key(row) for row in range(listed.lines.rowCount())]


def drag(listed: CheckList, row: int, to: QPoint) -> None:
    ground = listed.viewport()
    QTest.mousePress(ground, LEFT, PLAIN, listed.visualRect(listed.lines.index(row)).center())
    QTest.mouseMove(ground, to)
    QTest.mouseRelease(ground, LEFT, PLAIN, to)


def test_a_line_is_moved_by_alt_and_an_arrow_and_stays_the_current_one(page: ReportPage) -> None:
    listed = page.content.exhibits
    assert keys(listed) == ["1", "2", "3", "4"]
    listed.setFocus()
    listed.setCurrentIndex(listed.lines.index(2))
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(listed) == ["1", "3", "2", "4"]
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(listed) == ["3", "1", "2", "4"]
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # no further
    QTest.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert keys(listed) == ["1", "3", "2", "4"]
    assert listed.currentIndex().row() == 1


def test_a_line_is_dragged_and_nothing_is_ticked_by_it(page: ReportPage) -> None:
    listed = page.content.exhibits
    ticks = [listed.lines.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in range(3)]
    first = listed.visualRect(listed.lines.index(0))
    drag(listed, 2, QPoint(first.center().x(), first.top() + 2))
    assert keys(listed) == ["3", "1", "2", "4"]
    last = listed.visualRect(listed.lines.index(3))
    drag(listed, 0, QPoint(last.center().x(), last.bottom() - 2))
    assert keys(listed) == ["1", "2", "4", "3"]
    role = Qt.ItemDataRole.CheckStateRole
    assert [listed.lines.index(row).data(role) for row in (0, 1, 3)] == ticks


def test_the_buttons_move_what_is_asked_for(page: ReportPage) -> None:
    listed, head = page.content.asks, page.content._asking
    before = keys(listed)
    listed.setCurrentIndex(listed.lines.index(0))
    head.down.click()
    assert keys(listed) == [before[1], before[0], *before[2:]]
    head.up.click()
    assert keys(listed) == before


def test_a_list_without_an_order_is_not_moved(page: ReportPage) -> None:
    told: list[object] = []
    page.content.notes.moved.connect(lambda *values: told.append(values))
    page.content.notes.shift(1)
    assert told == []


def test_the_report_has_the_order_that_was_chosen(bench: Bench) -> None:
    bench.presenter.move_exhibit(3, 0)
    bench.presenter.include_exhibit(1, included=False)
    bench.presenter.ask_for("safety", wanted=True)
    bench.presenter.move_ask("safety", 0)
    bench.build()
    words = bench.text()
    assert words.index("Exhibit 3 Screenshot") < words.index("Exhibit 2 Screenshot")
    assert "Exhibit 1 Screenshot" not in words
    # What is wanted within a day comes first; within a week, the order is the chosen one.
    meeting, safety = words.index("1 Support, and a meeting"), words.index("2 A decision on safety")
    assert meeting < safety < words.index("Internal registration")


def test_few_things_are_asked_for_from_the_start(bench: Bench) -> None:
    ticked = [line.key for line in bench.page.asks if line.checked]
    assert ticked == ["meeting", "internal_registration", "follow_up"]
    assert len(bench.page.asks) > 3 * len(ticked)
    bench.presenter.choose_recipient("union_consultant")
    assert [line.key for line in bench.page.asks if line.checked] == ["assessment", "meeting"]


def test_another_recipient_keeps_the_order_of_the_exhibits(bench: Bench) -> None:
    bench.presenter.move_exhibit(3, 0)
    bench.presenter.choose_recipient("union_consultant")
    assert [line.key for line in bench.page.exhibits] == ["3", "1", "2", "4"]


def test_a_thing_is_moved_no_further_than_the_ends() -> None:
    assert moved((1, 2, 3), 2, -4) == (2, 1, 3)
    assert moved((1, 2, 3), 2, 9) == (1, 3, 2)
    assert moved((1, 2, 3), 1, 1) == (2, 1, 3)
