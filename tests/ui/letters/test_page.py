"""The letters as one meets them: read, changed, copied, saved, handed over, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.make_letters import kept_letters
from app.actions.write_down import write_down
from app.casework.kinds.case import AUTHOR
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NOTIFICATION, NotificationDraft
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft, PoliceLetter
from app.casework.letters import KeptLetters, Letter
from app.ui.kit import PrimaryButton, style_window
from app.ui.letters import build
from app.ui.letters.presenter import CALENDAR, QUESTIONS
from app.ui.letters.view import LetterDetail, LettersPage
from app.ui.printing.paper import document_of
from app.ui.routes import Letters, NextStep, Write
from evidence_store import EntryId
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, post: EntryId, qtbot: QtBot, qapp: QApplication) -> LettersPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1300, 900)
    page.open(Letters())
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def detail(page: LettersPage) -> LetterDetail:
    assert page.detail is not None
    return page.detail


def choose(page: LettersPage, key: str) -> LetterDetail:
    page.list.rows[key].click()
    return detail(page)


def test_opening_the_page_makes_the_letters_in_their_order(page: LettersPage, desk: Desk) -> None:
    assert list(page.list.rows) == [*Letter, QUESTIONS, CALENDAR]
    assert kept_letters(desk.case) == KeptLetters()
    assert detail(page).line.key == Letter.MANAGER
    assert "Hun lyver" in detail(page).words.value()
    assert not desk.case.state.of(NOTIFICATION)
    assert len([e for e in page.findChildren(PrimaryButton) if e.isVisible()]) == 1


def test_what_is_missing_leads_to_the_form_of_the_post(
    page: LettersPage, desk: Desk, post: EntryId
) -> None:
    assert "Still missing: " in page.missing.text()
    assert "Link" in page.missing.text()
    assert page.describe.text() == "Add what is missing …"
    page.describe.click()
    assert desk.navigator.routes == [Write("incident", corrects=post, field="url")]
    write_down(
        desk.case,
        IncidentDraft(url="https://nabolaget.example/1", description="Det", name="Torben Eks"),
        corrects=post,
    )
    desk.session.publish()
    assert "Link" not in page.missing.text()
    assert "https://nabolaget.example/1" in detail(page).words.value()


def test_a_picture_alone_leads_to_a_new_post(desk: Desk, picture: EntryId, qtbot: QtBot) -> None:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.open(Letters())
    assert page.describe.text() == "Describe the post …"
    page.describe.click()
    assert desk.navigator.routes == [Write("incident", about=picture)]


def test_the_own_name_is_typed_once_and_stands_in_every_letter(
    page: LettersPage, desk: Desk
) -> None:
    QTest.keyClicks(page.name, "Mette Eks")
    QTest.keyClicks(page.contact, "m@nordby.example")
    page.flush()
    assert "Mette Eks" in detail(page).words.value()
    assert "m@nordby.example" in choose(page, Letter.POLICE).words.value()
    assert "name" not in page.missing.text()
    assert kept_letters(desk.case) == KeptLetters(name="Mette Eks", contact="m@nordby.example")
    assert not desk.case.state.of(AUTHOR)


def test_a_letter_is_changed_kept_and_made_anew(page: LettersPage, desk: Desk) -> None:
    before = detail(page).words.value()
    detail(page).words.setPlainText("Kære Hanne")
    choose(page, Letter.POLICE)
    assert choose(page, Letter.MANAGER).words.value() == "Kære Hanne"
    kept = kept_letters(desk.case)
    assert kept is not None
    assert kept.changed == {Letter.MANAGER: "Kære Hanne"}
    detail(page).buttons["anew"].click()
    assert detail(page).words.value() == before
    assert "anew" not in detail(page).buttons


def test_what_looks_like_a_cpr_number_is_said(page: LettersPage) -> None:
    detail(page).words.setPlainText("Borger 010190-1234 skrev")
    choose(page, Letter.POLICE)
    assert "CPR number" in words(choose(page, Letter.MANAGER))


def test_the_text_is_copied_as_it_stands_there(page: LettersPage) -> None:
    detail(page).words.setPlainText("Kære Hanne")
    detail(page).buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == "Kære Hanne"


def test_one_press_notes_that_a_letter_was_handed_over_with_its_words(
    page: LettersPage, desk: Desk
) -> None:
    choose(page, Letter.POLICE).words.setPlainText("Det, jeg afleverede")
    detail(page).buttons["given"].click()
    (report,) = desk.session.state.of(POLICE_REPORT)
    assert report.current.letter == PoliceLetter(words="Det, jeg afleverede")
    assert "Handed over" in words(page.list)
    assert "given" not in detail(page).buttons
    detail(page).buttons["answer"].click()
    assert desk.navigator.routes == [Write("police_report", corrects=report.id)]
    write_down(desk.case, PoliceDraft(journal_no="J-114"), corrects=report.id)
    desk.session.publish()
    assert "J-114" in words(page.list)
    (action,) = desk.acts.toasts[-1].actions
    action.act()
    assert desk.navigator.routes[-1] == Write("police_report", corrects=report.id)


def test_what_has_no_receiver_is_read_and_saved_and_not_handed_over(page: LettersPage) -> None:
    for key in (QUESTIONS, CALENDAR):
        chosen = choose(page, key)
        assert chosen.words.isReadOnly()
        assert "given" not in chosen.buttons


def test_all_are_saved_in_a_folder_of_their_own(
    page: LettersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    target = tmp_path / "papirer"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    page.save_all.click()
    (folder,) = target.iterdir()
    assert len(list(folder.glob("*.txt"))) == len(Letter) + 1
    assert len(list(folder.glob("*.ics"))) == 1
    assert "Hun lyver" in (folder / "1 manager.txt").read_text("utf-8")
    assert desk.acts.toasts[-1].title == "The drafts are saved"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.save_all.click()
    assert [each.name for each in target.iterdir()] == ["Drafts"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    choose(page, Letter.POLICE).buttons["save"].click()
    assert [each.name for each in (target / "Drafts 2").iterdir()] == ["1 police.txt"]


def test_the_drafts_are_deleted_and_what_was_handed_over_stays(
    page: LettersPage, desk: Desk
) -> None:
    detail(page).buttons["given"].click()
    detail(page).words.setPlainText("Mere")
    page.delete.click()
    assert kept_letters(desk.case) is None
    assert desk.navigator.routes == [NextStep()]
    page.leave()
    assert kept_letters(desk.case) is None
    assert len(desk.session.state.of(NOTIFICATION)) == 1


def test_a_deletion_is_taken_back(page: LettersPage, desk: Desk) -> None:
    detail(page).words.setPlainText("Kære Hanne")
    page.flush()
    page.delete.click()
    (undo,) = desk.acts.toasts[-1].actions
    undo.act()
    kept = kept_letters(desk.case)
    assert kept is not None
    assert kept.changed == {Letter.MANAGER: "Kære Hanne"}
    assert desk.navigator.routes[-1] == Letters()


def test_another_case_has_letters_of_its_own(page: LettersPage, desk: Desk) -> None:
    detail(page).words.setPlainText("Kun i den første sag")
    page.flush()
    desk.session.begin("En anden sag")
    desk.session.publish()
    assert page.list.rows == {}
    write_down(desk.case, NotificationDraft())
    page.open(Letters())
    assert "første sag" not in detail(page).words.value()


def test_nothing_is_noted_or_deleted_in_the_example(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show_example(desk.context.resources, desk.context.language)
    page = build(desk.context)
    qtbot.addWidget(page)
    page.open(Letters())
    before = len(desk.session.state.timeline)
    choose(page, Letter.REMOVAL).buttons["given"].click()
    page.delete.click()
    assert [each.title for each in desk.acts.toasts] == ["This is the example"] * 2
    assert len(desk.session.state.timeline) == before
    assert desk.navigator.routes == []
    desk.session.leave_example()


def test_paper_has_the_words_as_they_stand(qapp: QApplication) -> None:
    assert document_of("Linje 1\nLinje 2 æøå").toPlainText() == "Linje 1\nLinje 2 æøå"


@pytest.mark.parametrize(("percent", "width"), [(100, 1300), (200, 1300), (100, 640)])
def test_all_words_are_whole(
    page: LettersPage, desk: Desk, qapp: QApplication, qtbot: QtBot, percent: int, width: int
) -> None:
    style_window(page, desk.apply_look(qapp, percent=percent))
    page.resize(width, 900)
    qtbot.waitUntil(lambda: words_are_whole([page]))
