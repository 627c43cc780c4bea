"""Erasing in the window: what is listed, the word that has to be typed, and what is told afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.actions.write_down import write_down
from app.casework import Exhibit, Gap
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NOTE, NoteDraft
from app.markup import Box, Redaction
from app.ui.erasing import build
from app.ui.erasing.view import ErasingPage
from app.ui.kit import style_window
from app.ui.routes import Erase, EraseCase, Timeline
from app.vocabulary import Zone
from tests.unit.actions.acting import captured, current
from tests.worlds import FONT, Desk, order

COVER = Redaction(Box(30, 20, 40, 16), "Barns navn")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def exhibit(desk: Desk, tmp_path: Path) -> Exhibit:
    """An exhibit with a working copy, a post about it and a report that holds it."""
    exhibit = captured(desk.case)
    mark_and_redact(desk.case, exhibit, redactions=[COVER], font=FONT)
    write_down(desk.case, IncidentDraft(quote="Ord", exhibits=(exhibit.original,)))
    hand_over(desk.case, order(), tmp_path / "pakke.zip")
    return exhibit


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> ErasingPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(900, 900)
    with qtbot.waitExposed(page):
        page.show()
    return page


def said(page: ErasingPage) -> str:
    cards = (label.text() for card in page.cards for label in card.findChildren(QLabel))
    return "\n".join((page.title.text(), *cards)).replace("\N{WORD JOINER}", "")


def type_word(page: ErasingPage, word: str) -> None:
    page.word.clear()
    QTest.keyClicks(page.word, word)


def test_what_goes_who_has_it_and_what_is_left_stand_there_before(
    page: ErasingPage, desk: Desk, exhibit: Exhibit
) -> None:
    page.open(Erase(exhibit.original))
    words = said(page)
    assert "Erase for ever: Exhibit 1" in words
    assert "This speaks of it" in words
    assert "Backups, and what you have handed over or saved elsewhere, still have it." in words
    assert page.copies.text() == "1 picture that was made from it goes too"
    assert page.copies.isChecked()
    (box,) = page.reports.values()
    assert not box.isChecked()
    assert "saved in 1 package" in box.text()
    assert not page.erase.isEnabled()
    assert not isinstance(current(desk.case, exhibit).object, Gap)


def test_the_word_is_typed_first_and_what_was_ticked_goes_too(
    page: ErasingPage, desk: Desk, exhibit: Exhibit
) -> None:
    page.open(Erase(exhibit.original))
    type_word(page, "eras")
    assert not page.erase.isEnabled()
    QTest.keyClick(page.word, Qt.Key.Key_Return)
    assert not isinstance(current(desk.case, exhibit).object, Gap)
    type_word(page, " ERASE ")
    page.reason.setText("Et barn ses")
    (box,) = page.reports.values()
    box.setChecked(True)
    page.erase.click()
    page.erase.click()
    after = current(desk.case, exhibit)
    (report,) = desk.case.state.of(DOSSIER)
    assert isinstance(after.object, Gap)
    assert after.copies == ()
    assert isinstance(report.object, Gap)
    assert page.title.text() == "It is erased for ever."
    assert "still have it" in said(page)
    assert not page.erase.isVisible()
    page.back.click()
    assert desk.navigator.routes == [Timeline()]


def test_copies_that_are_not_ticked_stay(page: ErasingPage, desk: Desk, exhibit: Exhibit) -> None:
    page.open(Erase(exhibit.original))
    page.copies.setChecked(False)
    type_word(page, "erase")
    page.erase.click()
    assert len(current(desk.case, exhibit).copies) == 1


def test_what_was_typed_does_not_outlive_a_change_of_the_case(
    page: ErasingPage, desk: Desk, exhibit: Exhibit
) -> None:
    page.open(Erase(exhibit.original))
    type_word(page, "erase")
    write_down(desk.case, NoteDraft(text="Noget nyt"))
    desk.session.publish()
    assert page.word.value() == ""
    assert not page.erase.isEnabled()


def test_a_whole_case_goes_and_the_record_of_its_reports_stays(
    page: ErasingPage, desk: Desk, exhibit: Exhibit
) -> None:
    write_down(desk.case, NoteDraft(text="Privat", zone=Zone.PRIVATE))
    page.open(EraseCase())
    words = said(page)
    assert "1 picture or file" in words
    assert "1 of them is private" in words
    assert not page.copies.isChecked()
    type_word(page, "erase")
    page.erase.click()
    assert page.title.text() == "The case is erased for ever."
    assert not desk.case.state.of(NOTE)
    assert desk.case.state.of(DOSSIER)[0].facts.recipient == "manager"
    assert [line.title for line in desk.session.cases] == [""]
    page.open(EraseCase())
    assert not page.erase.isVisible()
