"""Covering asks nothing; showing a locked window again asks for the passphrase, and captures go on below."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.ui.cover.presenter import CoverPresenter
from app.ui.cover.unlocking import UnlockPresenter
from tests.unit.actions.acting import captured
from tests.worlds import PHRASE, Desk


class FakeStage:
    """Remembers what it was told to do."""

    def __init__(self) -> None:
        self.covered = False
        self.asking = False
        self.checking = False
        self.complaint = self.told = ""
        self.locked = False
        self.told_before_closing = 0

    def cover_all(self) -> None:
        self.covered = True

    def uncover_all(self) -> None:
        self.covered = False

    def show_locked(self, *, locked: bool) -> None:
        self.locked = locked

    def tell(self, words: str) -> None:
        self.told = words

    def ask(self) -> None:
        self.asking = True

    def stop_asking(self) -> None:
        self.asking = False

    def show_checking(self, *, checking: bool) -> None:
        self.checking = checking

    def complain(self, words: str) -> None:
        self.complaint = words

    def before_closing(self) -> None:
        self.told_before_closing += 1


class FakeUnlockPage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.complaint = ""
        self.held = ""
        self.opening = False
        self.open = 0
        self.forgotten = 0
        self.missed = self.older = ""
        self.deciding = False
        self.asked_near: list[Path] = []

    def show_vault(self, path: Path | None) -> None:
        self.path = path

    def show_opening(self, *, opening: bool) -> None:
        self.opening = opening

    def complain(self, words: str) -> None:
        self.complaint = words

    def show_held(self, words: str) -> None:
        self.held = words

    def forget_passphrase(self) -> None:
        self.forgotten += 1

    def opened(self) -> None:
        self.open += 1

    def show_missed(self, words: str) -> None:
        self.missed = words

    def show_older(self, words: str) -> None:
        self.older = words

    def show_deciding(self, *, deciding: bool) -> None:
        self.deciding = deciding

    def ask_for_file(self, near: Path) -> None:
        self.asked_near.append(near)


@pytest.fixture
def stage() -> FakeStage:
    return FakeStage()


@pytest.fixture
def cover(desk: Desk, stage: FakeStage) -> CoverPresenter:
    return CoverPresenter(desk.context, stage)


def test_a_cover_put_up_by_hand_goes_away_without_a_question(
    cover: CoverPresenter, stage: FakeStage
) -> None:
    cover.hide_now()
    assert (stage.covered, stage.asking) == (True, False)
    cover.reveal()
    assert (stage.covered, stage.asking) == (False, False)


def test_a_locked_window_comes_back_only_with_the_passphrase(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    cover.lock_now()
    cover.try_passphrase(PHRASE)
    assert stage.covered
    cover.reveal()
    cover.try_passphrase("noget andet")
    assert stage.covered
    assert stage.complaint
    cover.try_passphrase(PHRASE)
    assert (stage.covered, stage.asking, desk.session.locked) == (False, False, False)


def test_after_not_now_the_cover_stays(cover: CoverPresenter, stage: FakeStage) -> None:
    cover.lock_now()
    cover.reveal()
    cover.back_to_cover()
    cover.try_passphrase(PHRASE)
    assert (stage.covered, stage.asking) == (True, False)


def test_a_cover_that_was_put_up_by_hand_can_still_be_locked(
    cover: CoverPresenter, stage: FakeStage
) -> None:
    cover.hide_now()
    cover.idle()
    cover.reveal()
    assert (stage.covered, stage.asking) == (True, True)


def test_a_capture_is_sealed_while_the_window_is_locked(cover: CoverPresenter, desk: Desk) -> None:
    cover.lock_now()
    capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    assert len(desk.session.state.exhibits) == 1
    assert desk.session.locked


def test_idle_time_locks_unless_it_is_switched_off(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    desk.settings.choose_lock_minutes(0)
    cover.idle()
    assert (stage.covered, desk.session.locked) == (False, False)
    desk.settings.choose_lock_minutes(5)
    assert cover.idle_ms == 300_000
    cover.idle()
    assert (stage.covered, desk.session.locked) == (True, True)


def test_without_an_open_vault_there_is_nothing_to_lock(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    desk.session.close()
    cover.idle()
    assert not stage.covered
    cover.hide_now()
    cover.reveal()
    assert not stage.covered


def test_locking_from_elsewhere_covers_as_well(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    desk.session.locked = True
    desk.session.publish()
    assert stage.covered


def test_closing_lets_drafts_be_kept_first_and_shows_the_window_again(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    cover.lock_now()
    cover.close_vault()
    assert (stage.told_before_closing, stage.covered) == (1, False)
    assert desk.session.vault is None
    assert not desk.session.locked


# -- a closed vault ----------------------------------------------------------------------------------


@pytest.fixture
def page() -> FakeUnlockPage:
    return FakeUnlockPage()


@pytest.fixture
def unlock(desk: Desk, page: FakeUnlockPage) -> UnlockPresenter:
    desk.session.close()
    unlock = UnlockPresenter(desk.context, page)
    unlock.show()
    return unlock


def test_the_vault_that_was_open_last_is_offered(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    assert page.path == desk.path
    unlock.unlock(PHRASE)
    assert (page.open, page.forgotten) == (1, 1)
    assert desk.session.state.title == "Min sag"


@pytest.mark.parametrize("wrong", ["noget helt andet", "", "   "])
def test_a_wrong_passphrase_is_said_calmly_and_can_be_tried_again(
    unlock: UnlockPresenter, page: FakeUnlockPage, wrong: str
) -> None:
    unlock.unlock(wrong)
    assert page.complaint
    assert (page.open, page.opening) == (0, False)
    unlock.unlock(PHRASE)
    assert (page.open, page.complaint) == (1, "")


def test_what_waited_is_sealed_when_it_is_opened(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    screen = desk.context.open_screen()
    desk.context.held.keep(lambda case: capture_and_seal(case, screen, CaptureWish()))
    assert page.held
    unlock.unlock(PHRASE)
    assert (len(desk.session.state.exhibits), page.held) == (1, "")


def test_after_another_vault_was_open_it_is_the_one_that_is_offered(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    unlock.unlock(PHRASE)
    other = desk.folder / "anden.bevismappe"
    desk.session.close()
    desk.session.create(other, PHRASE, "En anden")
    desk.session.close()
    unlock.show()
    assert page.path == other


def test_a_file_that_is_no_vault_is_said_in_a_sentence(
    unlock: UnlockPresenter, page: FakeUnlockPage, desk: Desk
) -> None:
    junk = desk.folder / "junk.bevismappe"
    junk.write_bytes(b"no vault")
    unlock.choose(junk)
    unlock.unlock(PHRASE)
    assert page.complaint
    assert page.open == 0


def test_with_no_vault_known_nothing_happens(tmp_path: Path, page: FakeUnlockPage) -> None:
    unlock = UnlockPresenter(Desk(tmp_path).context, page)
    unlock.show()
    unlock.unlock(PHRASE)
    assert (page.path, page.complaint, page.missed, page.open) == (None, "", "", 0)


def test_a_cover_that_is_locked_meanwhile_says_so(cover: CoverPresenter, stage: FakeStage) -> None:
    cover.hide_now()
    assert not stage.locked
    cover.lock_now()
    assert stage.locked


def test_a_screenshot_that_cannot_be_sealed_is_told_to_be_held(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    cover.lock_now()
    cover.reveal()
    cover.capture()
    assert desk.acts.names.count("take_screenshot") == 1
    desk.context.held.keep_refused(lambda _case: None, OSError("full"))
    assert stage.told.startswith("The screenshot is held.")
    cover.capture()
    assert stage.told == ""


def test_what_is_taken_while_nobody_is_asked_is_not_told(
    cover: CoverPresenter, stage: FakeStage, desk: Desk
) -> None:
    cover.lock_now()
    captured(desk.case)
    desk.session.publish()
    assert stage.told == ""
    cover.reveal()
    desk.session.publish()
    assert stage.told == ""
