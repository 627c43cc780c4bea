"""Runs one command after the other, as a person would type it, and shows each with the time it took."""

from __future__ import annotations

import json
import shlex
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.cli.desk import Tools
from app.language import Language
from demo.errors import DemoStepError
from demo.folder import PHRASE_FILE, VAULT
from demo.running import Runner, runs_here

_LONGEST_WORD = 48


class Outcome(msgspec.Struct, frozen=True):
    """How a command ended: its code, and what ``--json`` printed."""

    exit_code: int
    answer: dict[str, Any]


class Steps:
    """Where the demo's commands run; ``folder`` holds its vault and its results.

    Args:
        tools: clock and terminal, and all that a command needs that runs in this process.
        language: of what is said.
        folder: where the vault and the results are put.
        run: runs a command; in this process where nothing else is said.
    """

    def __init__(
        self, tools: Tools, language: Language, folder: Path, run: Runner | None = None
    ) -> None:
        self.folder = folder
        self.language = language
        self.clock = tools.clock
        self.passphrase_file = folder / PHRASE_FILE
        self._terminal = tools.terminal
        self._run = run or runs_here(tools)

    def heading(self, words: str) -> None:
        """A new part of the demo."""
        self._terminal.say(f"\n{words}")

    def note(self, words: str) -> None:
        """A line that is no step."""
        self._terminal.say(f"  {words}")

    def say(self, words: str, took_s: float | None = None) -> None:
        """A step that has been done."""
        took = "" if took_s is None else self._took(took_s)
        self._terminal.say(f"  {took:>9}  {words}")

    def command(self, *words: str) -> dict[str, Any]:
        """Run a command on the demo's vault; return its ``result``.

        Raises:
            DemoStepError: it did not succeed.
        """
        begun = time.perf_counter()
        outcome = self.ask(*words)
        took = time.perf_counter() - begun
        self.say("bevismappe " + _shown(words), took)
        if outcome.exit_code != 0:
            raise DemoStepError(words[0], _sentence(outcome))
        result: dict[str, Any] = outcome.answer["result"]
        return result

    def ask(self, *words: str) -> Outcome:
        """Run a command on the demo's vault without showing it."""
        argv = [
            "--json", "--lang", self.language.code, "--vault", str(self.folder / VAULT),
            "--passphrase-file", str(self.passphrase_file), *words,
        ]  # fmt: skip
        exit_code, said = self._run(argv)
        return Outcome(exit_code, json.loads(said))

    def _took(self, seconds: float) -> str:
        return f"{self.language.number(round(seconds * 1000))} ms"


def _sentence(outcome: Outcome) -> str:
    """What a command that went wrong said of it."""
    error = outcome.answer.get("error", {})
    return str(error.get("message", f"({outcome.exit_code})"))


def _shown(words: Sequence[str]) -> str:
    """The command as it would be typed, long texts cut."""
    cut = (
        word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 1] + "…" for word in words
    )
    return shlex.join(cut)
