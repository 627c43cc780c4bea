"""The key that works in every program: held, changed, tried, given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.hotkey.keys import Hotkey, Refused
from app.ui.hotkey.words import refusal_words, short_words, state_words
from tests.fakes.grabber import FakeGrabber
from tests.worlds import DANISH

USUAL, OTHER = "Ctrl+Shift+F8", "Alt+Shift+K"
K = Hotkey("K", alt=True, shift=True)


class Held:
    """A keeper over a desktop, with what it did."""

    def __init__(self, folder: Path, *others: str) -> None:
        self.settings = Settings(folder / "settings.ini")
        self.grabber = FakeGrabber(*others, missing=("F11",))
        self.taken = 0
        self.told = 0
        self.keeper = HotkeyKeeper(
            self.settings, possible=True, ours=lambda: frozenset({"Ctrl+Shift+N"})
        )
        self.keeper.subscribe(self._told)

    def start(self) -> HotkeyKeeper:
        self.keeper.start(self.grabber.open, self._take)
        return self.keeper

    def _take(self) -> None:
        self.taken += 1

    def _told(self) -> None:
        self.told += 1


@pytest.fixture
def held(tmp_path: Path) -> Held:
    return Held(tmp_path)


def test_a_press_takes_a_screenshot(held: Held) -> None:
    keeper = held.start()
    assert keeper.state is HotkeyState.WORKS
    held.grabber.press(USUAL)
    held.grabber.press(OTHER)
    assert held.taken == 1


def test_keys_of_another_program_are_told_and_asked_for_again(tmp_path: Path) -> None:
    held = Held(tmp_path, USUAL)
    keeper = held.start()
    assert keeper.state is HotkeyState.TAKEN
    assert state_words(keeper, DANISH).startswith("Et andet program bruger Ctrl+Skift+F8")
    assert "andet program" in short_words(keeper, DANISH)
    held.grabber.others.clear()
    keeper.look_again()
    assert (keeper.state, held.told) == (HotkeyState.WORKS, 2)
    held.grabber.press(USUAL)
    assert held.taken == 1


def test_other_keys_are_kept_and_those_before_given_back(held: Held) -> None:
    keeper = held.start()
    assert keeper.choose(K) is None
    held.grabber.press(USUAL)
    assert held.taken == 0
    held.grabber.press(OTHER)
    assert held.taken == 1
    assert HotkeyKeeper(Settings(held.settings.file), possible=True).hotkey == K


def test_refused_keys_leave_those_before(tmp_path: Path) -> None:
    held = Held(tmp_path, OTHER)
    keeper = held.start()
    for chosen, why in (
        (K, Refused.TAKEN),
        (Hotkey("F11", ctrl=True, shift=True), Refused.NO_KEY),
        (Hotkey("N", ctrl=True, shift=True), Refused.OURS),
        (Hotkey("N", ctrl=True), Refused.TOGETHER),
        (Hotkey("", ctrl=True, shift=True), Refused.KEY),
    ):
        assert keeper.choose(chosen) is why
        assert refusal_words(why, chosen, DANISH)
        assert keeper.state is HotkeyState.WORKS
    assert held.settings.hotkey == ""
    held.grabber.press(USUAL)
    assert held.taken == 1


def test_while_keys_are_pressed_into_the_field_none_takes_a_screenshot(held: Held) -> None:
    keeper = held.start()
    keeper.pause()
    held.grabber.press(USUAL)
    keeper.look_again()
    assert held.grabber.held is None
    keeper.go_on()
    held.grabber.press(USUAL)
    assert held.taken == 1


def test_a_trial_takes_no_screenshot(held: Held) -> None:
    keeper = held.start()
    came = [True, False]
    keeper.tried = lambda: came.pop(0)
    held.grabber.press(USUAL)
    assert held.taken == 0
    held.grabber.press(USUAL)
    assert held.taken == 1


def test_what_was_ours_is_given_back_at_the_end(held: Held) -> None:
    keeper = held.start()
    keeper.stop()
    keeper.stop()
    assert held.grabber.closed


def test_where_no_keys_can_be_had_that_is_said(tmp_path: Path) -> None:
    keeper = HotkeyKeeper(Settings(tmp_path / "settings.ini"))
    assert not keeper.possible
    assert "når Bevismappe er foran" in state_words(keeper, DANISH)
    assert short_words(keeper, DANISH) == ""

    refused = HotkeyKeeper(Settings(tmp_path / "settings.ini"), possible=True)
    refused.start(lambda _pressed: None, lambda: None)
    assert not refused.possible


def test_spoilt_settings_are_the_usual_keys(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.choose_hotkey("Meta+Hest")
    assert HotkeyKeeper(settings).hotkey.portable() == USUAL
