"""A whole house for tests: the real command line over a real vault, with a screen, a clock and a person handed in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.actions.machine import MachineFacts
from app.capture import Screen
from app.cli.desk import Tools
from app.cli.program import run_program
from app.clock import Clock
from app.settings import Settings
from evidence_store import HeadMemory
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.unit.house.tree import ROOT

RESOURCES = ROOT / "resources"
MACHINE = MachineFacts(
    device="canary-host",
    program="Bevismappe 0.1.0",
    python="3.11.2-canary",
    qt="6.11.3",
    os="Canary Linux 12",
)
PASSPHRASE = "hest lampe vindue kaffe papir gulerod"


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> dict[str, Any]:
        """What ``--json`` printed."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    @property
    def result(self) -> dict[str, Any]:
        """The answer's result."""
        result: dict[str, Any] = self.answer["result"]
        return result


class House:
    """Commands run in ``folder``, on a vault of its own."""

    def __init__(self, folder: Path, *, clock: Clock | None = None) -> None:
        self.folder = folder
        self.vault = folder / "test.bevismappe"
        self.passphrase_file = folder / "passphrase.txt"
        self.passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.clock = clock or FakeClock()
        self.heads = HeadMemory(folder / "heads")
        self.terminal = FakeTerminal()
        self.open_screen: Callable[[], Screen] = lambda: FakeScreen(
            self.clock, striped_pixels(200, 120)
        )

    def run(self, *words: str, lang: str = "en") -> Ran:
        """A command on the house's vault, answered in JSON."""
        return self.typed(
            "--json", "--lang", lang, "--vault", str(self.vault),
            "--passphrase-file", str(self.passphrase_file), *words,
        )  # fmt: skip

    def ok(self, *words: str) -> dict[str, Any]:
        """A command that must succeed; its result."""
        ran = self.run(*words)
        assert ran.code == 0, ran.out + ran.err
        return ran.result

    def typed(self, *argv: str) -> Ran:
        """A command line exactly as typed."""
        out, err = io.StringIO(), io.StringIO()
        code = run_program(argv, self._tools(out, err))
        return Ran(code, out.getvalue(), err.getvalue())

    def shapes(self, marks: Sequence[dict[str, Any]]) -> str:
        """A file with marks; its path."""
        path = self.folder / "shapes.json"
        path.write_text(json.dumps({"marks": marks}), encoding="utf-8")
        return str(path)

    def _tools(self, out: io.StringIO, err: io.StringIO) -> Tools:
        return Tools(
            clock=self.clock,
            settings=Settings(self.folder / "settings.ini"),
            resources=RESOURCES,
            heads=self.heads,
            machine=MACHINE,
            terminal=self.terminal,
            open_screen=self.open_screen,
            out=out,
            err=err,
            parameters=QUICK_KEYS,
        )
