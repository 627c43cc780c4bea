"""The page of checklists as one meets it: ticked by key and pointer, with days, and lists that say where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.checklist import CHECKLIST, ChecklistDraft
from app.ui.acts import ChangedSetting
from app.ui.checklists import build
from app.ui.checklists.view import ChecklistsPage
from app.ui.kit import style_window
from app.ui.routes import Checklists, Write
from app.vocabulary import CheckStatus
from tests.fakes.clock import FakeClock
from tests.worlds import Desk

FRIENDS, PROTECTION = "facebook/friends", "address/protection"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


def opened(desk: Desk, qtbot: QtBot, qapp: QApplication) -> ChecklistsPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Checklists())
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> ChecklistsPage:
    return opened(desk, qtbot, qapp)


def wait(desk: Desk, minutes: int) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.wait(minutes)


def words(widget: QWidget) -> str:
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def test_a_tick_by_key_is_sealed_with_the_day_and_the_focus_stays(
    page: ChecklistsPage, desk: Desk
) -> None:
    row = page.rows[FRIENDS]
    row.box.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    (ticked,) = desk.session.state.private_of(CHECKLIST)
    assert ticked.current.facts.done_on == "2026-11-23"
    assert row.box.isChecked()
    assert row.box.hasFocus()
    assert "Since 23 November 2026" in words(row)
    assert "23 November 2027" in words(row)
    assert page.cards["facebook"].count.text() == "1 of 9"
    assert desk.acts.toasts == []


def test_the_whole_row_ticks_and_ticked_again_it_is_open(page: ChecklistsPage, desk: Desk) -> None:
    row = page.rows[FRIENDS]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert row.box.isChecked()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert not row.box.isChecked()
    (ticked,) = desk.session.state.private_of(CHECKLIST)
    assert [each.value.facts.status for each in ticked.versions] == ["done", "open"]
    assert ticked.current.facts.done_on == ""


def test_what_runs_out_says_when_and_leads_to_its_day(page: ChecklistsPage, desk: Desk) -> None:
    page.rows[PROTECTION].box.click()
    (toast,) = desk.acts.toasts
    assert "Runs out 23 November 2027" in toast.text.replace("runs", "Runs")
    toast.actions[0].act()
    (ticked,) = desk.session.state.private_of(CHECKLIST)
    assert desk.navigator.routes == [Write("checklist", corrects=ticked.id)]


def test_what_does_not_matter_is_counted_no_more_until_it_does(
    page: ChecklistsPage, desk: Desk
) -> None:
    row = page.rows["facebook/children"]
    row.fill_menu()
    (aside,) = row.menu.actions()
    assert aside.text() == "Not relevant for me"
    aside.trigger()
    assert page.cards["facebook"].count.text() == "0 of 8"
    assert not row.box.isEnabled()
    assert "Not relevant" in words(row)
    row.fill_menu()
    row.menu.actions()[-1].trigger()
    assert row.box.isEnabled()
    (ticked,) = desk.session.state.private_of(CHECKLIST)
    assert ticked.current.facts.status is CheckStatus.OPEN


def test_looked_at_again_it_reminds_a_year_later(page: ChecklistsPage, desk: Desk) -> None:
    row = page.rows[FRIENDS]
    row.box.click()
    row.fill_menu()
    correct, again, _ = row.menu.actions()
    wait(desk, 24 * 60)
    again.trigger()
    assert row.box.isChecked()
    assert "Since 24 November 2026" in words(row)
    correct.trigger()
    assert isinstance(desk.navigator.routes[-1], Write)


def test_a_new_tick_lets_go_of_the_days_of_the_one_before(page: ChecklistsPage, desk: Desk) -> None:
    own = ChecklistDraft(list="facebook", item="friends", done="2025-01-01", remind="2025-06-01")
    write_down(desk.case, own)
    page.open(Checklists())
    row = page.rows[FRIENDS]
    assert "1 June 2025" in words(row)
    row.fill_menu()
    row.menu.actions()[1].trigger()
    assert "Since 23 November 2026 · we remind you 23 November 2027" in words(row)


def test_each_box_has_its_words_for_a_screen_reader_and_each_list_its_source(
    page: ChecklistsPage,
) -> None:
    for row in page.rows.values():
        assert row.box.accessibleName() == row.item.title
        assert row.item.second in row.box.accessibleDescription()
    for card in page.cards.values():
        assert "Source: " in words(card)
        assert "checked" in words(card)


def test_lists_that_were_not_looked_at_for_long_say_so(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    page = opened(desk, qtbot, qapp)
    assert "not confirmed" not in words(page)
    wait(desk, 400 * 24 * 60)
    page.open(Checklists())
    assert "not confirmed" in words(page.cards["facebook"])


def test_words_that_reassure_are_put_away_once_and_come_back_by_the_settings(
    page: ChecklistsPage, desk: Desk
) -> None:
    assert page.kind_words.isVisible()
    said = page.kind_words.title.text()
    desk.settings.choose_kind_words(shown=True)
    wait(desk, 24 * 60)
    page.open(Checklists())
    assert page.kind_words.title.text() not in {said, ""}
    page.kind_words.button.click()
    assert not page.kind_words.isVisible()
    assert not desk.settings.kind_words
    assert desk.acts.applied == [ChangedSetting.KIND_WORDS]
    page.open(Checklists())
    assert not page.kind_words.isVisible()
    desk.settings.choose_kind_words(shown=True)
    page.come_back()
    assert page.kind_words.isVisible()


def test_without_a_case_there_is_no_page(desk: Desk, page: ChecklistsPage) -> None:
    desk.session.close()
    assert not page.accepts(Checklists())
    assert desk.acts.toasts
