"""Where a key can be had at all."""

from __future__ import annotations

import pytest

from app.ui.hotkey.opening import can_hold_keys, load_grabber, open_grabber


@pytest.mark.parametrize(
    ("env", "platform", "can"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:x"}, "linux", False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1"}, "linux", True),
        ({"WAYLAND_DISPLAY": "w", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}, "linux", True),
        (
            {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": "/r", "QT_QPA_PLATFORM": "offscreen"},
            "linux",
            False,
        ),
        ({}, "linux", False),
        ({}, "win32", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "win32", False),
        ({"DISPLAY": ":0"}, "darwin", False),
    ],
)
def test_where_a_key_can_be_had(env: dict[str, str], platform: str, can: bool) -> None:
    assert can_hold_keys(env, platform) is can


@pytest.mark.parametrize("display", ["", ":32100", "elsewhere:0"])
def test_without_an_x_server_there_is_none(display: str) -> None:
    load_grabber()
    assert open_grabber({"DISPLAY": display}, lambda: None) is None
