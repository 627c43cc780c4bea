"""A whole house for tests: the real command line over a real vault, with a screen, a clock and a person handed in."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.actions.machine import MachineFacts
from app.cli.program import run_program
from app.clock import Clock
from tests.fakes.screen import striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.worlds import World

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


class House(World):
    """Commands run in ``folder``, on a vault of its own."""

    def __init__(self, folder: Path, *, clock: Clock | None = None) -> None:
        super().__init__(folder, clock=clock, machine=MACHINE, picture=striped_pixels(200, 120))
        self.vault = folder / "test.bevismappe"
        self.passphrase_file = folder / "passphrase.txt"
        self.passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.terminal = FakeTerminal()

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
        code = run_program(argv, self.command_tools(out, err, terminal=self.terminal))
        return Ran(code, out.getvalue(), err.getvalue())

    def shapes(self, marks: Sequence[dict[str, Any]]) -> str:
        """A file with marks; its path."""
        path = self.folder / "shapes.json"
        path.write_text(json.dumps({"marks": marks}), encoding="utf-8")
        return str(path)
