"""A key of a whole desktop, held over a real X server and pressed by another program's hands."""

from __future__ import annotations

import select
import subprocess
from collections.abc import Iterator

import pytest

from app.capture import DesktopKeys, KeyGrab, NoDisplayError, open_keys
from tests.e2e.displays import environment_of, virtual_display

KEYS = "ctrl+shift+F8"
_PATIENCE_S = 20
_QUIET_S = 0.3


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_display(800, 600) as name:
        yield name


@pytest.fixture
def keys(display: str) -> Iterator[DesktopKeys]:
    opened = open_keys(environment_of(display))
    yield opened
    opened.close()


@pytest.fixture
def other(display: str) -> Iterator[DesktopKeys]:
    opened = open_keys(environment_of(display))
    yield opened
    opened.close()


def hold(keys: DesktopKeys) -> KeyGrab:
    return keys.grab("F8", ctrl=True, shift=True, alt=False)


def hands(display: str, *words: str) -> None:
    subprocess.run(
        ["xdotool", *words], env=environment_of(display), check=True, timeout=_PATIENCE_S
    )


def came(keys: DesktopKeys, patience_s: float = _PATIENCE_S) -> int:
    """How often it was pressed, as soon as something has come; 0 where nothing came in that time."""
    while select.select([keys], [], [], patience_s)[0]:
        presses = keys.read()
        if presses:
            return presses
    return 0


def test_a_press_comes_whichever_lock_is_on(display: str, keys: DesktopKeys) -> None:
    assert hold(keys) is KeyGrab.HELD
    for lock in ("", "Num_Lock", "Caps_Lock", "Scroll_Lock"):
        if lock:
            hands(display, "key", lock)
        hands(display, "key", KEYS)
        assert came(keys) == 1, lock
    hands(display, "key", "Num_Lock", "key", "Caps_Lock", "key", "Scroll_Lock")


def test_letters_and_alt_come_too_and_nothing_else_does(display: str, keys: DesktopKeys) -> None:
    assert keys.grab("K", ctrl=False, shift=True, alt=True) is KeyGrab.HELD
    hands(display, "key", "alt+shift+k")
    assert came(keys) == 1
    hands(display, "key", "k", "key", "shift+k", "key", "alt+k", "key", "ctrl+shift+k", "key", KEYS)
    assert came(keys, _QUIET_S) == 0


def test_a_key_that_is_held_down_is_one_press(display: str, keys: DesktopKeys) -> None:
    hold(keys)
    hands(
        display, "keydown", "ctrl", "keydown", "shift", "keydown", "F8", "sleep", "1.2",
        "keyup", "F8", "keyup", "shift", "keyup", "ctrl",
    )  # fmt: skip
    assert came(keys) == 1
    assert came(keys, _QUIET_S) == 0


def test_a_key_that_another_program_holds_is_told_until_it_is_given_back(
    display: str, keys: DesktopKeys, other: DesktopKeys
) -> None:
    assert hold(other) is KeyGrab.HELD
    assert hold(keys) is KeyGrab.TAKEN
    assert keys.grab("F7", ctrl=True, shift=True, alt=False) is KeyGrab.HELD
    other.release()
    assert hold(keys) is KeyGrab.HELD
    assert other.grab("F7", ctrl=True, shift=True, alt=False) is KeyGrab.HELD
    keys.close()
    keys.close()
    assert hold(other) is KeyGrab.HELD


def test_of_a_key_that_is_half_taken_nothing_is_kept(
    display: str, keys: DesktopKeys, other: DesktopKeys
) -> None:
    """Another program may hold it with one lock alone: then ours is not there with the others either."""
    hold(other)
    assert hold(keys) is KeyGrab.TAKEN
    other.close()
    hands(display, "key", KEYS)
    assert came(keys, _QUIET_S) == 0


def test_a_keyboard_that_has_no_such_key_is_told(display: str, keys: DesktopKeys) -> None:
    assert keys.grab("F35", ctrl=True, shift=True, alt=False) is KeyGrab.NO_KEY
    assert came(keys, 0) == 0


def test_the_key_is_found_where_the_keyboard_has_it_after_it_was_laid_out_anew(
    display: str, keys: DesktopKeys
) -> None:
    assert keys.grab("Y", ctrl=True, shift=True, alt=False) is KeyGrab.HELD
    layout = ("setxkbmap", "-layout")
    subprocess.run([*layout, "de"], env=environment_of(display), check=True)
    assert came(keys, _QUIET_S) == 0
    hands(display, "key", "ctrl+shift+y")
    assert came(keys) == 1
    subprocess.run([*layout, "us"], env=environment_of(display), check=True)


def test_when_the_server_goes_that_is_an_error_and_no_silence() -> None:
    with virtual_display(640, 480) as name:
        keys = open_keys(environment_of(name))
        assert hold(keys) is KeyGrab.HELD
    with pytest.raises(NoDisplayError):
        came(keys, _PATIENCE_S)
    with pytest.raises(NoDisplayError):
        hold(keys)
    keys.close()
