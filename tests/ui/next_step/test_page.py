"""The start page as one meets it: one step, one filled button, and help that can be skipped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.make_letters import keep_letters
from app.actions.write_down import write_down
from app.casework.kinds.notification import NotificationDraft
from app.casework.letters import KeptLetters
from app.ui.kit import PrimaryButton, style_window
from app.ui.next_step import build
from app.ui.next_step.presenter import Feeling
from app.ui.next_step.view import NextStepPage
from app.ui.routes import Letters, NextStep, Write
from app.vocabulary import Role
from evidence_store import EntryId
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> NextStepPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 900)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def filled(page: NextStepPage) -> list[PrimaryButton]:
    return [each for each in page.findChildren(PrimaryButton) if each.isVisible()]


def test_without_a_picture_there_is_one_thing_to_do(page: NextStepPage, desk: Desk) -> None:
    assert page.now is not None
    assert page.rows == []
    assert [each.text() for each in filled(page)] == ["Take a screenshot"]
    filled(page)[0].click()
    assert desk.acts.names == ["take_screenshot"]


def test_one_step_is_filled_and_three_stand_under_it(
    page: NextStepPage, desk: Desk, post: EntryId
) -> None:
    assert page.now is not None
    assert "Tell your manager what has happened" in words(page.now)
    assert "19 hours" in words(page.now)
    assert len(filled(page)) == 1
    assert len(page.rows) == 3
    assert "52 hours left" in words(page.rows[0])
    filled(page)[0].click()
    assert page.now.done is not None
    page.now.done.click()
    for row in page.rows:
        row.button.click()
    assert desk.navigator.routes == [
        Letters("manager"),
        Write("notification"),
        Letters("police"),
        Write("notification"),
        Write("incident", corrects=post, field="url"),
    ]


def test_it_follows_the_case(page: NextStepPage, desk: Desk, post: EntryId) -> None:
    write_down(desk.case, NotificationDraft(role=Role.MANAGER))
    desk.session.publish()
    assert page.now is not None
    assert "manager" not in page.now.accessibleName()
    assert "Agree who reports it to the police" in words(page.now)


def test_how_one_is_can_be_skipped_and_help_is_in_sight(page: NextStepPage, desk: Desk) -> None:
    assert page.lead.text().endswith("Danger now: 112. Police: 114.")
    before = len(desk.case.state.timeline), len(desk.case.state.private_timeline)
    assert not page.feeling.write.isVisible()
    page.feelings[Feeling.BAD].setFocus()
    QTest.keyClick(page.feelings[Feeling.BAD], Qt.Key.Key_Space)
    assert "not be alone" in words(page.feeling)
    assert page.feeling.write.isVisible()
    page.feelings[Feeling.OKAY].click()
    assert not page.feeling.write.isVisible()
    assert (len(desk.case.state.timeline), len(desk.case.state.private_timeline)) == before
    page.feelings[Feeling.STRAINED].click()
    page.feeling.write.click()
    assert desk.navigator.routes == [Write("reaction")]


def test_the_letters_are_made_by_one_button_and_opened_by_it_later(
    page: NextStepPage, desk: Desk, post: EntryId
) -> None:
    assert page.letters.text() == "Make drafts"
    page.letters.click()
    assert desk.navigator.routes == [Letters()]
    keep_letters(desk.case, KeptLetters(), desk.clock)
    page.come_back()
    assert page.letters.text() == "Open the drafts"
    assert "Made" in words(page)


def test_without_a_case_the_page_is_not_gone_to(page: NextStepPage, desk: Desk) -> None:
    desk.session.close()
    desk.session.publish()
    assert page.now is None
    assert not page.accepts(NextStep())
    assert desk.acts.toasts


@pytest.mark.parametrize(("percent", "width"), [(100, 1200), (200, 1200), (100, 640)])
def test_all_words_are_whole(
    page: NextStepPage,
    desk: Desk,
    post: EntryId,
    qapp: QApplication,
    qtbot: QtBot,
    percent: int,
    width: int,
) -> None:
    style_window(page, desk.apply_look(qapp, percent=percent))
    page.feelings[Feeling.BAD].click()
    page.resize(width, 900)
    qtbot.waitUntil(lambda: words_are_whole([page]))


def test_a_few_words_that_reassure_stand_there_until_they_are_put_away(
    page: NextStepPage, desk: Desk
) -> None:
    assert page.kind_words.isVisible()
    assert page.kind_words.title.text()
    page.kind_words.button.setFocus()
    QTest.keyClick(page.kind_words.button, Qt.Key.Key_Space)
    assert not page.kind_words.isVisible()
    page.open(NextStep())
    assert not page.kind_words.isVisible()
    desk.settings.choose_kind_words(shown=True)
    page.open(NextStep())
    assert page.kind_words.isVisible()
