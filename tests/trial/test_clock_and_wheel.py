"""The computer's clock is moved; the wheel is turned over fields that only lie under the pointer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.application import BuiltWindow
from app.ui.kit import Choice, NumberField
from tests.e2e.walk.test_clock_jump import Typed
from tests.e2e.window.fields import value, wheel_faults
from tests.trial.telling import tell


def test_the_clock_jumps(tmp_path: Path) -> None:
    run = Typed(tmp_path, counters_too=False)
    run("init")
    run("note", "nu")
    run("note", "uret 3 dage tilbage", clock="-3d")
    run("note", "BIOS-batteri", clock="@1970-01-01 00:00:10")
    run("note", "to år frem", clock="+2y")
    run("note", "nu igen")
    listed, verdict = run("list"), run("verify")
    jumps = [
        line.strip() for line in listed.splitlines() if line.strip().startswith("Computerens ur")
    ]
    assert len(jumps) == 4
    assert verdict.count("tidspunktet ligger før det foregående punkts") == 3
    assert "(CONSISTENT)" in verdict
    tell(
        "The clock is set back, to 1970, and two years ahead",
        "nothing in list, timeline, dossier or verify",
        "\n".join([*jumps, *verdict.splitlines()[:1]]),
    )


def test_the_wheel_is_turned_over_fields(built: BuiltWindow) -> None:
    """Every field of every screen is walked in tests/e2e/window/test_keyboard.py; here are the three that did harm."""
    number, lock = NumberField(1, 400), Choice([("10", "10 minutter"), ("0", "Aldrig")])
    number.setValue(80)
    told = []
    for field, what in ((number, "the width of a black box"), (lock, "the lock")):
        field.setParent(built.window)
        before = value(field)
        assert list(wheel_faults(field)) == []
        assert value(field) == before
        told.append(f"{what}: {before.strip()}, before and after")
        field.setParent(None)
        field.deleteLater()
    QApplication.processEvents()
    tell(
        "The wheel is turned over a number and a list, with and without the focus",
        "a black box shrank off a name, the lock was set to “Aldrig”, a post was sealed as private",
        "\n".join(told),
    )
