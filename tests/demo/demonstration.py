"""The demo's steps over a vault in a folder of the tests, with a clock, a screen and a terminal handed in."""

from __future__ import annotations

import io
from pathlib import Path

from app.cli.desk import Tools
from app.language import Language
from app.settings import Settings
from demo.folder import PROFILE
from demo.steps import Steps
from evidence_store import HeadMemory
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.unit.actions.acting import MACHINE, RESOURCES

PHRASE = "hest lampe vindue kaffe papir gulerod"


class Demo:
    """Steps that say what they do to a terminal of the tests."""

    def __init__(self, folder: Path) -> None:
        self.out, self.err, self.terminal = io.StringIO(), io.StringIO(), FakeTerminal()
        self.settings = Settings(folder / PROFILE / "settings.ini")
        clock = FakeClock()
        tools = Tools(
            clock=clock,
            settings=self.settings,
            resources=RESOURCES,
            heads=HeadMemory(folder / PROFILE / "heads"),
            machine=MACHINE,
            terminal=self.terminal,
            open_screen=lambda: FakeScreen(clock, striped_pixels(240, 180)),
            out=self.out,
            err=self.err,
            parameters=QUICK_KEYS,
        )
        self.steps = Steps(tools, Language("en", RESOURCES / "locales"), folder)
        self.steps.passphrase_file.write_text(PHRASE + "\n", encoding="utf-8")
