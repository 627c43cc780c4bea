"""The page of what somebody keeps an eye on, as one meets it: cover names, concerns, ideas, and texts to copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.complaint_guidance import GuidanceDraft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.idea import IdeaDraft
from app.casework.kinds.journal_reference import JournalDraft
from app.casework.kinds.watch_case import WatchDraft
from app.ui.kit import style_window
from app.ui.routes import Timeline, Watching, Write
from app.ui.watching import build
from app.ui.watching.view import WatchingPage
from app.vocabulary import AnswerKind, IdeaStatus, Role, WatchStatus, WorryLevel, YesNo
from evidence_store import EntryId, Vault
from tests.fakes.drafts import draft_keys
from tests.store.building import plain_vault
from tests.worlds import Desk

CASE_TEXT = "Borgeren truede i telefonen med kanariefugl"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


def opened(desk: Desk, qtbot: QtBot, qapp: QApplication) -> WatchingPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1000, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Watching())
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> WatchingPage:
    return opened(desk, qtbot, qapp)


@pytest.fixture
def noted(desk: Desk, page: WatchingPage) -> dict[str, EntryId]:
    """A few things as they were noted, by a name for each."""
    drafts = {
        "birk": WatchDraft(
            alias="Birk", worry=WorryLevel.WORRIED, signs="Uro", review="2026-12-07"
        ),
        "sol": WatchDraft(alias="Sol", status=WatchStatus.CLOSED, signs="Rolig nu"),
        "concern": ConcernDraft(
            what="Uro efter en afgørelse",
            role=Role.MANAGER,
            at="2026-11-20T09:00:00.000Z",
            watch_for="Opslag\nMails",
            agreed="Vi er to til møder",
        ),
        "idea": IdeaDraft(what="Et fast ringetidspunkt", role=Role.MANAGER),
        "tried": IdeaDraft(what="To til mødet", status=IdeaStatus.TRIED, tried_on="2026-11-18"),
        "told": GuidanceDraft(at="2026-11-09T10:00:00.000Z", note="I telefonen"),
        "record": JournalDraft(
            doc_no="2026-1187", at="2026-11-09T11:00:00.000Z", registered=YesNo.YES
        ),
    }
    made = {name: write_down(desk.case, draft) for name, draft in drafts.items()}
    desk.session.publish()
    assert page.rows
    return made


def words(widget: QWidget) -> str:
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def press(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_empty_page_says_what_it_is_for_and_leads_to_every_form(
    page: WatchingPage, desk: Desk
) -> None:
    assert page.empty.isVisible()
    assert "Never write a name or a CPR number here" in words(page)
    for button in page.new.values():
        press(button)
    assert desk.navigator.routes == [Write(kind) for kind in page.new]


def test_a_case_stands_by_its_cover_name_with_its_worry_and_its_next_look(
    page: WatchingPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    row = page.rows[f"p{noted['birk'].seq}"]
    said = words(row)
    assert "Birk" in said
    assert "Worried" in said
    assert "Look at it again 7 December 2026." in said
    assert list(row.buttons) == ["correct", "record", "share", "change"]
    for key in ("correct", "share", "change"):
        press(row.buttons[key])
    assert desk.navigator.routes == [
        Write("watch_case", corrects=noted["birk"]),
        Write("concern"),
        Write("caseworker_change"),
    ]
    assert list(page.rows[f"p{noted['sol'].seq}"].buttons) == ["correct"]


def test_a_concern_says_what_was_agreed_and_whether_it_was_answered(
    page: WatchingPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    row = page.rows[f"e{noted['concern'].seq}"]
    assert "To watch for: Opslag · Mails" in words(row)
    assert "Agreement: Vi er to til møder" in words(row)
    press(row.buttons["answer"])
    assert desk.navigator.routes == [Write("answer", about=noted["concern"])]
    waiting = row.line.state
    write_down(desk.case, AnswerDraft(about=noted["concern"], reply=AnswerKind.YES))
    desk.session.publish()
    assert page.rows[f"e{noted['concern'].seq}"].line.state != waiting


def test_what_was_shared_or_noted_last_stands_first(
    page: WatchingPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    later = write_down(desk.case, ConcernDraft(what="Ny uro", at="2026-11-22T09:00:00.000Z"))
    desk.session.publish()
    shown = page.presenter.shown
    assert [each.entry for each in shown.concerns] == [later, noted["concern"]]
    assert [each.entry for each in shown.told] == [noted["record"], noted["told"]]


def test_the_sheet_for_a_talk_is_saved_where_the_person_says(
    page: WatchingPage, desk: Desk, noted: dict[str, EntryId], tmp_path: Path
) -> None:
    target = tmp_path / "samtale.pdf"
    page.presenter.save_sheet(page.rows[f"e{noted['concern'].seq}"].line, target)
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.acts.toasts[-1].title == "The sheet is saved"
    page.presenter.save_sheet(page.rows[f"e{noted['concern'].seq}"].line, tmp_path / "no" / "x")
    assert len(desk.acts.errors) == 1


def test_ideas_that_were_not_tried_can_be_seen_alone(
    page: WatchingPage, noted: dict[str, EntryId], qtbot: QtBot
) -> None:
    idea, tried = f"e{noted['idea'].seq}", f"e{noted['tried'].seq}"
    assert {idea, tried} <= set(page.rows)
    assert "Looked after by: manager" in words(page.rows[idea])
    assert "Looked after by" not in words(page.rows[tried])
    press(page.pills.button("not_tried"))
    assert idea in page.rows
    assert tried not in page.rows
    press(page.pills.button("going_on"))
    assert not {idea, tried} & set(page.rows)
    qtbot.waitUntil(lambda: "No idea of that kind." in words(page))
    press(page.pills.button("all"))
    assert {idea, tried} <= set(page.rows)


def test_what_was_told_and_where_it_stands_is_listed_and_shown(
    page: WatchingPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    record = page.rows[f"e{noted['record'].seq}"]
    assert "2026-1187" in words(record)
    assert "Registered internally" in words(record)
    press(record.buttons["look"])
    assert desk.navigator.routes == [Timeline(show=(noted["record"],))]
    assert "Told how to complain" in words(page.rows[f"e{noted['told'].seq}"])


def test_a_text_is_changed_copied_and_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, qapp: QApplication
) -> None:
    # Not encrypted, so that its bytes can be searched.
    monkeypatch.setattr(Vault, "create", lambda *_, **__: plain_vault(tmp_path))
    desk = Desk(tmp_path)
    desk.open()
    page = opened(desk, qtbot, qapp)
    page.journal.click()
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert "[" in dialog.area.toPlainText()
    dialog.area.setPlainText(CASE_TEXT)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == CASE_TEXT
    assert desk.acts.toasts[-1].text == "Nothing of it is kept in Bevismappe."
    dialog.note_button.click()
    assert desk.navigator.routes == [Write("journal_reference")]
    assert page.dialog is None
    assert dialog.area.toPlainText() == ""
    QGuiApplication.clipboard().clear()

    write_down(desk.case, JournalDraft(doc_no="2026-1187", registered=YesNo.YES))
    assert draft_keys(desk.case.vault) == ()
    desk.session.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"2026-1187" in kept
    assert b"kanariefugl" not in kept


def test_how_to_complain_leads_to_the_note_that_it_was_told(
    page: WatchingPage, desk: Desk, qtbot: QtBot
) -> None:
    page.complaint.click()
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert "checked" in words(dialog)
    assert "not legal advice" in words(dialog)
    dialog.note_button.click()
    assert desk.navigator.routes == [Write("complaint_guidance")]


def test_without_a_case_there_is_no_page(desk: Desk, page: WatchingPage) -> None:
    desk.session.close()
    assert not page.accepts(Watching())
    assert page.rows == {}
