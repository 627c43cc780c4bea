"""A vault that is not where it was, and one that is older than what this computer remembers."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework.kinds.by_vault import RESTORED
from app.casework.kinds.note import NOTE, NoteFacts
from app.ui import routes
from app.ui.cover import build
from app.ui.cover.unlock import UnlockPage
from app.ui.cover.unlocking import UnlockPresenter
from app.ui.frame.presenter import FramePresenter, WindowStage
from app.ui.held import Held
from app.ui.lanes import Lane
from evidence_store import LookOnlyError, Verdict
from tests.fakes.lanes import HeldLanes
from tests.fakes.placeholder import only_its_name
from tests.ui.cover.test_presenter import FakeUnlockPage
from tests.worlds import PHRASE, Desk
from tests.written import write_note


@pytest.fixture
def page() -> FakeUnlockPage:
    return FakeUnlockPage()


@pytest.fixture
def rolled_back(desk: Desk) -> Path:
    """The file of before two notes is back in the vault's place; the newer one lies beside it."""
    write_note(desk.case, "Note 1", NoteFacts())
    desk.session.close()
    shutil.copy(desk.path, desk.folder / "older")
    desk.open()
    write_note(desk.case, "Note 2", NoteFacts())
    write_note(desk.case, "kun for mig", NoteFacts(), private=True)
    desk.session.close()
    newer = desk.path.with_name("newer.bevismappe")
    desk.path.rename(newer)
    (desk.folder / "older").rename(desk.path)
    return newer


@pytest.fixture
def unlock(desk: Desk, page: FakeUnlockPage, rolled_back: Path) -> UnlockPresenter:
    assert rolled_back.exists()
    unlock = UnlockPresenter(desk.context, page)
    unlock.show()
    unlock.unlock(PHRASE)
    return unlock


def _stage(desk: Desk) -> WindowStage:
    return FramePresenter(desk.session, desk.context.held, desk.context.language).stage


# -- older than what is remembered -------------------------------------------------------------------


@pytest.mark.usefixtures("unlock")
def test_an_older_vault_is_told_before_anything_of_it_is_shown(
    page: FakeUnlockPage, desk: Desk
) -> None:
    assert "2 later entries are not in it" in page.older
    assert "The newest item in its log is from" in page.older
    assert page.open == 0
    assert desk.session.case is None
    assert _stage(desk) is WindowStage.CLOSED


def test_using_the_older_one_names_what_is_missing_and_goes_on(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    screen = desk.context.open_screen()
    desk.context.held.keep(lambda case: capture_and_seal(case, screen, CaptureWish()))
    unlock.use_older()
    assert (page.open, page.older, page.deciding) == (1, "", False)
    assert _stage(desk) is WindowStage.OPEN
    assert len(desk.session.state.of(RESTORED)) == 2
    assert (len(desk.session.state.exhibits), desk.context.held.count) == (1, 0)
    assert desk.session.lost == ()
    vault = desk.session.vault
    assert vault is not None
    report = vault.verify()
    assert report.verdict is Verdict.CONSISTENT
    assert [each.kind for each in report.findings] == ["named_fork", "named_fork"]
    desk.session.close()
    unlock.show()
    unlock.unlock(PHRASE)
    assert (page.open, page.older) == (2, "")


def test_finding_the_newer_one_closes_the_older_and_asks_for_the_file(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk, rolled_back: Path
) -> None:
    before = desk.path.read_bytes()
    unlock.find_newer()
    assert page.asked_near == [desk.path]
    assert (desk.session.vault, page.older) == (None, "")
    assert desk.path.read_bytes() == before
    unlock.choose(rolled_back)
    unlock.unlock(PHRASE)
    assert (page.open, page.older) == (1, "")
    assert len(desk.session.state.of(NOTE)) == 2
    assert desk.session.last_vault == rolled_back


def test_only_looking_saves_nothing_and_holds_what_is_captured(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    screen = desk.context.open_screen()
    unlock.look_on()
    assert (page.open, _stage(desk)) == (1, WindowStage.OPEN)
    assert [note.current.text is not None for note in desk.session.state.of(NOTE)] == [True]
    with pytest.raises(LookOnlyError):
        write_note(desk.case, "nej", NoteFacts())
    desk.context.held.keep(lambda case: capture_and_seal(case, screen, CaptureWish()))
    assert desk.acts.errors[-1].kind == "evidence_store.LookOnlyError"
    assert desk.context.held.count == 1
    held = Held(desk.session, desk.lanes, desk.context.language, desk.acts, [])
    status = FramePresenter(desk.session, held, desk.context.language).status(storing=False)
    assert status.saved == "You are only looking at an older copy: nothing is saved in it"
    assert status.safe is False


def test_one_that_cannot_be_decided_says_why_and_stays(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    desk.path.parent.rename(desk.path.parent.with_name("away"))
    unlock.use_older()
    assert "This was not saved" in page.older
    assert (page.open, page.deciding, desk.session.undecided) == (0, False, True)
    desk.path.parent.with_name("away").rename(desk.path.parent)
    unlock.use_older()
    assert page.open == 1


# -- not where it was --------------------------------------------------------------------------------


def test_a_vault_that_is_not_there_is_missed_by_its_place_and_no_first_start(
    desk: Desk, page: FakeUnlockPage
) -> None:
    desk.session.close()
    away = desk.path.with_name("moved.bevismappe")
    desk.path.rename(away)
    unlock = UnlockPresenter(desk.context, page)
    unlock.show()
    assert str(desk.path) in page.missed
    assert (page.path, _stage(desk)) == (desk.path, WindowStage.CLOSED)
    # Tried again while it is away, and when it is back.
    unlock.show()
    assert page.missed
    away.rename(desk.path)
    unlock.show()
    assert (page.missed, page.path) == ("", desk.path)
    unlock.unlock(PHRASE)
    assert page.open == 1


def test_a_missed_vault_can_be_found_elsewhere(desk: Desk, page: FakeUnlockPage) -> None:
    desk.session.close()
    away = desk.path.with_name("moved.bevismappe")
    desk.path.rename(away)
    unlock = UnlockPresenter(desk.context, page)
    unlock.show()
    unlock.find_missed()
    assert page.asked_near == [desk.path]
    unlock.choose(away)
    assert (page.missed, page.path) == ("", away)
    unlock.unlock(PHRASE)
    assert (page.open, desk.session.last_vault) == (1, away)


def test_what_is_the_matter_with_the_place_is_told(
    desk: Desk, page: FakeUnlockPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.close()
    unlock = UnlockPresenter(desk.context, page)
    folder = desk.path.parent
    for path, word in (
        (folder / "none.bevismappe", "got another name"),
        (folder / "stick" / "min.bevismappe", "USB stick"),
        (folder / ("a" * 300), "does not answer"),
    ):
        unlock.choose(path)
        assert str(path) in page.missed
        assert word in page.missed
        assert "deleted nothing" in page.missed
    only_its_name(monkeypatch)
    unlock.choose(desk.path)
    assert "Always keep on this device" in page.missed
    unlock.unlock(PHRASE)
    assert (page.open, page.complaint) == (0, "")
    assert "Always keep on this device" in page.missed


def test_a_vault_that_goes_away_before_its_passphrase_is_typed_is_missed(
    desk: Desk, page: FakeUnlockPage
) -> None:
    desk.session.close()
    unlock = UnlockPresenter(desk.context, page)
    unlock.show()
    desk.path.rename(desk.path.with_name("moved"))
    assert page.missed == ""
    unlock.unlock(PHRASE)
    assert str(desk.path) in page.missed
    assert (page.open, page.complaint) == (0, "")


def test_the_window_does_not_wait_for_a_drive_that_does_not_answer(
    desk: Desk, page: FakeUnlockPage
) -> None:
    desk.session.close()
    there = desk.path
    lanes = HeldLanes()
    unlock = UnlockPresenter(replace(desk.context, lanes=lanes), page)
    unlock.choose(desk.path.with_name("away.bevismappe"))
    assert (page.missed, page.path) == ("", desk.path.with_name("away.bevismappe"))
    assert [job.lane for job in lanes.waiting] == [Lane.WORK]
    # What was asked of the first place is no answer for the second.
    unlock.choose(there)
    lanes.run_all()
    assert (page.missed, page.path) == ("", there)


def test_a_vault_is_remembered_by_the_path_that_was_given(desk: Desk, tmp_path: Path) -> None:
    desk.session.close()
    link = tmp_path / "genvej"
    link.symlink_to(desk.path.parent)
    desk.session.unlock(link / desk.path.name, PHRASE)
    assert desk.session.last_vault == link / desk.path.name


def test_who_never_had_a_vault_misses_none(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.session.last_vault is None
    assert _stage(desk) is WindowStage.FIRST_RUN


# -- the page ----------------------------------------------------------------------------------------


@pytest.fixture
def unlock_page(desk: Desk, qtbot: QtBot) -> UnlockPage:
    desk.session.close()
    page = build(desk.context)
    qtbot.addWidget(page)
    return page


def test_the_page_shows_one_card_at_a_time(
    unlock_page: UnlockPage, desk: Desk, qtbot: QtBot
) -> None:
    away = desk.path.with_name("moved.bevismappe")
    desk.path.rename(away)
    with qtbot.waitExposed(unlock_page):
        unlock_page.show()
    assert (unlock_page.missed.isVisible(), unlock_page.older.isVisible()) == (True, False)
    assert not unlock_page.field.isVisible()
    assert [button.text() for button in unlock_page.missed.buttons] == [
        "Try again",
        "Find it …",
        "Restore from a copy …",
        "Begin a new one …",
    ]
    unlock_page.missed.buttons[2].click()
    unlock_page.missed.buttons[3].click()
    assert desk.navigator.routes == [routes.RestoreCopy(), routes.FirstRun()]
    away.rename(desk.path)
    unlock_page.missed.buttons[0].click()
    assert (unlock_page.missed.isVisible(), unlock_page.field.isVisible()) == (False, True)


def test_the_focus_is_where_one_goes_on_however_late_the_drive_answers(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.session.close()
    lanes = HeldLanes()
    page = build(replace(desk.context, lanes=lanes))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.focusWidget() is page.field.line
    desk.path.rename(desk.path.with_name("moved.bevismappe"))
    lanes.run_all()
    assert page.focusWidget() is page.missed.buttons[0]
    page.open(routes.Unlock(desk.path.with_name("moved.bevismappe")))
    lanes.run_all()
    assert page.focusWidget() is page.field.line


@pytest.mark.usefixtures("rolled_back")
def test_the_page_asks_what_to_do_with_an_older_copy(
    unlock_page: UnlockPage, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(unlock_page):
        unlock_page.show()
    unlock_page.field.line.setText(PHRASE)
    unlock_page.open_button.click()
    assert (unlock_page.older.isVisible(), unlock_page.field.isVisible()) == (True, False)
    assert [button.text() for button in unlock_page.older.buttons] == [
        "Find the newer one …",
        "Use this older one",
        "Only look",
    ]
    with qtbot.waitSignal(unlock_page.vault_opened):
        unlock_page.older.buttons[1].click()
    assert len(desk.session.state.of(RESTORED)) == 2
