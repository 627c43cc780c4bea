"""Which keys may take a screenshot from every program, and how they are kept and said."""

from __future__ import annotations

import pytest

from app.ui.frame.writing import EVERY_ACTION, other_keys
from app.ui.hotkey.keys import DEFAULT, KEYS, Hotkey, Refused, parse, refusal
from tests.worlds import DANISH, ENGLISH


def test_the_usual_keys_are_said_as_they_stand_on_the_keyboard() -> None:
    assert DEFAULT.words(DANISH) == "Ctrl+Skift+F8"
    assert DEFAULT.words(ENGLISH) == "Ctrl+Shift+F8"
    assert DEFAULT.caps(DANISH) == ("Ctrl", "Skift", "F8")


@pytest.mark.parametrize("kept", ["Ctrl+Shift+F8", "Alt+Shift+K", "Ctrl+Shift+A", "Alt+Shift+F11"])
def test_what_is_kept_comes_back_the_same(kept: str) -> None:
    hotkey = parse(kept)
    assert hotkey is not None
    assert hotkey.portable() == kept


@pytest.mark.parametrize(
    "kept",
    ["", "F8", "Ctrl+F8", "Shift+A", "Ctrl+Alt+Shift+F8", "Ctrl+Alt+A", "Ctrl+Shift+F12",
     "Ctrl+Shift+Print", "Ctrl+Shift+1", "Meta+Shift+A", "Ctrl+Shift+", "+++", "Ctrl+Shift+a"],
)  # fmt: skip
def test_keys_that_belong_to_others_are_not_read_from_the_settings(kept: str) -> None:
    assert parse(kept) is None


@pytest.mark.parametrize(
    ("hotkey", "why"),
    [
        (Hotkey("F8"), Refused.TOGETHER),
        (Hotkey("F8", shift=True), Refused.TOGETHER),
        (Hotkey("C", ctrl=True), Refused.TOGETHER),
        (Hotkey("E", ctrl=True, alt=True), Refused.TOGETHER),
        (Hotkey("E", ctrl=True, alt=True, shift=True), Refused.TOGETHER),
        (Hotkey("", ctrl=True, shift=True), Refused.KEY),
        (Hotkey("F12", ctrl=True, shift=True), Refused.KEY),
        (Hotkey("F9", ctrl=True, shift=True), Refused.OURS),
        (Hotkey("F8", ctrl=True, shift=True), None),
        (Hotkey("K", alt=True, shift=True), None),
    ],
)
def test_why_keys_are_refused(hotkey: Hotkey, why: Refused | None) -> None:
    assert refusal(hotkey, other_keys()) is why


def test_the_keys_of_every_other_act_of_the_window_are_refused() -> None:
    ours = {item.key for item in EVERY_ACTION}
    free = {
        made.portable()
        for key in KEYS
        for made in (Hotkey(key, ctrl=True, shift=True), Hotkey(key, alt=True, shift=True))
        if refusal(made, other_keys()) is None
    }
    assert free & ours == {DEFAULT.portable()}
