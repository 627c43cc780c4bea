"""The computer's own lock and its sleep reach the cover over D-Bus; played on a bus of the test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LISTEN = """
import os, subprocess, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.cover.idle import SystemSignals
application = QCoreApplication(sys.argv)
signals = SystemSignals()
heard = []
signals.leaving.connect(lambda: (heard.append(1), application.quit()))
signals.start()
QTimer.singleShot(int(sys.argv[1]), application.quit)
subprocess.run(["dbus-send", "--session", "--type=signal", *sys.argv[2:]], check=True)
application.exec()
signals.stop()
sys.exit(0 if heard else 7)
"""
LOGIN, SAVER = "/org/freedesktop/login1", "/org/freedesktop/ScreenSaver"


def _heard(patience_ms: int, *signal: str) -> bool:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTEN, str(patience_ms), *signal],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 7)
    return done.returncode == 0


@pytest.mark.parametrize(
    "signal",
    [
        (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
        (f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock"),
        (SAVER, "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"),
        (SAVER, "org.gnome.ScreenSaver.ActiveChanged", "boolean:true"),
    ],
)
def test_a_sleep_and_a_locked_screen_are_heard(signal: tuple[str, ...]) -> None:
    assert _heard(20_000, *signal)


def test_waking_up_is_not_taken_for_a_sleep() -> None:
    ended = (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false")
    assert not _heard(1500, *ended)
