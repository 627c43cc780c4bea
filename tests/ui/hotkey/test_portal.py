"""The key under Wayland: asked of a made-up desktop on a bus of its own, by the grabber that the program uses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.hotkey.keys import Hotkey
from app.ui.hotkey.opening import open_grabber
from app.ui.hotkey.words import short_words, state_words
from tests.fakes.portal import FakePortal
from tests.worlds import ENGLISH

pytest_plugins = ["tests.portal"]
pytestmark = pytest.mark.posix("a session bus")


class Bench:
    """A keeper on a Wayland desktop."""

    def __init__(self, bus: str, folder: Path) -> None:
        self.env = {"WAYLAND_DISPLAY": "wayland-1", "DBUS_SESSION_BUS_ADDRESS": bus}
        self.keeper = HotkeyKeeper(Settings(folder / "settings.ini"), possible=True)
        self.taken = 0
        self.told: list[HotkeyState] = []
        self.keeper.subscribe(lambda: self.told.append(self.keeper.state))

    def start(self) -> None:
        self.keeper.start(
            lambda pressed: open_grabber(self.env, pressed), self._take, "Tag billede"
        )

    def _take(self) -> None:
        self.taken += 1


@pytest.fixture
def bench(bus: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(bus, tmp_path)
    yield made
    made.keeper.stop()


def test_the_desktop_is_asked_and_its_answer_comes_later(
    bench: Bench, portal: FakePortal, qtbot: QtBot
) -> None:
    portal.trigger = "Super+K"
    bench.start()
    assert bench.keeper.state is HotkeyState.WAITS

    qtbot.waitUntil(lambda: bench.keeper.state is HotkeyState.WORKS)
    (session, ((name, wanted),), _parent, _options) = dict(portal.calls)["BindShortcuts"]
    assert (session, name) == (portal.sessions[0], "capture")
    assert wanted == {
        "description": ("s", "Tag billede"),
        "preferred_trigger": ("s", "CTRL+SHIFT+F8"),
    }
    assert short_words(bench.keeper, ENGLISH) == "Super+K takes a screenshot"


def test_each_press_takes_one_picture_and_none_while_the_keys_are_given_back(
    bench: Bench, portal: FakePortal, qtbot: QtBot
) -> None:
    bench.start()
    qtbot.waitUntil(lambda: bench.keeper.state is HotkeyState.WORKS)

    portal.press()
    portal.press("another")
    qtbot.waitUntil(lambda: bench.taken == 1)
    bench.keeper.pause()
    portal.press()
    qtbot.wait(30)
    bench.keeper.go_on()
    portal.press()
    qtbot.waitUntil(lambda: bench.taken == 2)

    # Nobody is asked anew for the same keys.
    assert [member for member, _ in portal.calls] == ["CreateSession", "BindShortcuts"]


def test_other_keys_are_asked_for_in_a_new_session(
    bench: Bench, portal: FakePortal, qtbot: QtBot
) -> None:
    bench.start()
    qtbot.waitUntil(lambda: bench.keeper.state is HotkeyState.WORKS)

    assert bench.keeper.choose(Hotkey("J", ctrl=True, shift=True)) is None
    qtbot.waitUntil(lambda: bench.told[-1] is HotkeyState.WORKS and len(portal.sessions) == 2)

    bound = [body for member, body in portal.calls if member == "BindShortcuts"]
    assert bound[1][1][0][1]["preferred_trigger"] == ("s", "CTRL+SHIFT+j")


def test_a_desktop_that_gives_none_is_said_to_have_a_place_for_them(
    bench: Bench, portal: FakePortal, qtbot: QtBot
) -> None:
    portal.trigger = None
    bench.start()

    qtbot.waitUntil(lambda: bench.keeper.state is HotkeyState.BY_DESKTOP)
    assert "desktop's own settings" in state_words(bench.keeper, ENGLISH)


def test_a_desktop_without_the_portal_gives_no_key(
    bench: Bench, portal: FakePortal, qtbot: QtBot
) -> None:
    portal.missing = True
    bench.start()

    qtbot.waitUntil(lambda: bench.keeper.state is HotkeyState.NOT_HERE)


def test_without_a_bus_there_is_none(bench: Bench) -> None:
    bench.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nothing/there"
    bench.start()

    assert bench.keeper.state is HotkeyState.NOT_HERE
