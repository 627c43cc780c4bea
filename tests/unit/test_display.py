"""A display is looked for in one way, and the network is never asked for one of this machine."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import NoReturn
from unittest.mock import Mock

import pytest
from Xlib.display import Display

from app.display import NoXServerError, is_local, qt_connection, x_connection
from tests.e2e.displays import virtual_display

SILENT = ":7319"


def test_a_server_that_is_there_is_held() -> None:
    with virtual_display(64, 48, ["-reset"]) as display:
        for _ in range(3):
            with x_connection(display), closing(Display(display)) as inside:
                assert inside.screen().width_in_pixels == 64


@pytest.mark.parametrize("display", ["", SILENT, f"unix{SILENT}", "nonsense", ":"])
def test_where_nobody_answers_it_says_so(display: str) -> None:
    with pytest.raises(NoXServerError) as caught, x_connection(display):
        pass
    assert "X screen" in caught.value.reason
    assert display in caught.value.reason


@pytest.mark.parametrize("display", [SILENT, f"unix{SILENT}", f"{SILENT}.0"])
def test_a_silent_display_of_this_machine_is_not_looked_for_elsewhere(
    display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Mock()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    with pytest.raises(NoXServerError), x_connection(display):
        pass
    library.xcb_connect.assert_not_called()


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> NoReturn:
        raise OSError("not found")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    with pytest.raises(NoXServerError, match="libxcb") as caught, x_connection("elsewhere:0"):
        pass
    assert caught.value.reason.startswith("libxcb.so.1 is missing")


def test_displays_of_this_machine_are_told_from_those_over_the_network() -> None:
    assert [each for each in (":0", ":12.0", "unix:3") if is_local(each)] == [
        ":0",
        ":12.0",
        "unix:3",
    ]
    assert not [each for each in ("", "localhost:0", "192.0.2.1:0", ":0.0.0") if is_local(each)]


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=f", "DISPLAY": SILENT}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_qt_needs_no_x_server_where_it_draws_without_one(
    environ: dict[str, str], system: str
) -> None:
    with qt_connection(environ, system) as nothing:
        assert nothing is None


@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": SILENT}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ""}]
)
def test_elsewhere_it_needs_one_that_answers(environ: dict[str, str]) -> None:
    with pytest.raises(NoXServerError), qt_connection(environ, "linux"):
        pass
