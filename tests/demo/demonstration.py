"""The demo's steps over a vault in a folder of the tests, with a clock, a screen and a terminal handed in."""

from __future__ import annotations

import io
from pathlib import Path

from demo.folder import PROFILE
from demo.steps import Steps
from tests.fakes.screen import striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.worlds import ENGLISH, World

PHRASE = "hest lampe vindue kaffe papir gulerod"


class Demo:
    """Steps that say what they do to a terminal of the tests."""

    def __init__(self, folder: Path) -> None:
        self.out, self.err, self.terminal = io.StringIO(), io.StringIO(), FakeTerminal()
        world = World(folder / PROFILE, picture=striped_pixels(240, 180))
        tools = world.command_tools(self.out, self.err, terminal=self.terminal)
        self.settings = tools.settings
        self.steps = Steps(tools, ENGLISH, folder)
        self.steps.passphrase_file.write_text(PHRASE + "\n", encoding="utf-8")
