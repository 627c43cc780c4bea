"""The key that works in every program is tried on a card of its own, where no picture is taken by it."""

from __future__ import annotations

import pytest

from app.ui.first_run.presenter import FirstRunPresenter, FirstRunStep
from app.ui.hotkey.keeper import HotkeyKeeper
from app.ui.hotkey.keys import Hotkey
from tests.fakes.first_run_page import FakePage
from tests.fakes.grabber import AskingGrabber, FakeGrabber
from tests.worlds import Desk

USUAL = "Ctrl+Shift+F8"
K = Hotkey("K", alt=True, shift=True)


@pytest.fixture
def page() -> FakePage:
    return FakePage()


class Tried:
    """The cards on a desktop that gives keys; ``taken`` counts the screenshots."""

    def __init__(self, desk: Desk, page: FakePage, *others: str) -> None:
        self.desktop = FakeGrabber(*others)
        self.keeper = HotkeyKeeper(desk.settings, possible=True)
        self.taken = 0
        self.page = page
        context = desk.make_context(desk.session, desk.lanes, hotkey=self.keeper)
        self.run = FirstRunPresenter(context, page, desk.folder / "min.bevismappe", desk.folder)
        self.run.start()
        self.keeper.start(self.desktop.open, self._take)

    def _take(self) -> None:
        self.taken += 1

    def shown(self) -> tuple[bool, bool, str]:
        trial = self.page.trial
        assert trial is not None
        return trial.works, trial.came, trial.trouble


def test_the_second_card_shows_that_the_key_came_and_takes_no_picture(
    desk: Desk, page: FakePage
) -> None:
    tried = Tried(desk, page)
    tried.desktop.press(USUAL)
    assert tried.taken == 1
    tried.run.go_on()
    assert tried.run.step is FirstRunStep.HOTKEY
    assert tried.shown() == (True, False, "")
    tried.desktop.press(USUAL)
    assert (tried.taken, tried.shown()) == (1, (True, True, ""))


def test_in_front_of_another_program_the_key_takes_a_picture_while_the_card_waits(
    desk: Desk, page: FakePage
) -> None:
    tried = Tried(desk, page)
    tried.run.go_on()
    page.in_front = False
    tried.desktop.press(USUAL)
    assert (tried.taken, tried.shown()[1]) == (1, False)


def test_a_key_that_others_have_is_told_and_another_one_is_tried(
    desk: Desk, page: FakePage
) -> None:
    tried = Tried(desk, page, USUAL, "Alt+Shift+J")
    tried.run.go_on()
    works, came, trouble = tried.shown()
    assert not works
    assert not came
    assert "Another program uses Ctrl+Shift+F8" in trouble
    tried.run.trial.choose(Hotkey("J", alt=True, shift=True))
    assert "Another program uses Alt+Shift+J" in tried.shown()[2]
    tried.run.trial.choose(K)
    assert tried.shown() == (True, False, "")
    tried.desktop.press("Alt+Shift+K")
    assert (tried.taken, tried.shown()) == (0, (True, True, ""))


def test_after_the_card_a_press_takes_a_picture_again(desk: Desk, page: FakePage) -> None:
    tried = Tried(desk, page)
    tried.run.go_on()
    tried.run.go_on()
    assert tried.run.step is FirstRunStep.WHERE
    tried.desktop.press(USUAL)
    assert tried.taken == 1


def test_a_desktop_that_asks_is_spoken_of_and_its_own_keys_are_named(
    desk: Desk, page: FakePage
) -> None:
    tried = Tried(desk, page)
    assert page.trial is not None
    assert not page.trial.asks

    tried.keeper.start(AskingGrabber().open, tried._take)
    assert page.trial is not None
    assert (page.trial.asks, page.trial.keys) == (True, "Super+K")
