"""The demo's stage: runs one command after the other and shows each with the time it took."""

from __future__ import annotations

import shlex
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.desk import Desk, Outcome

VAULT = "demo.bevismappe"
PHRASE_FILE = "passphrase.txt"
PROFILE = "profile"
_LONGEST_WORD = 48


class DemoStepError(Exception):
    """A step of the demo did not end as it should."""

    def __init__(self, step: str, answer: str) -> None:
        super().__init__(step)
        self.step = step
        self.answer = answer


class Stage:
    """Where the demo's commands run; ``folder`` holds its vault and its results."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        self.language = desk.language
        self.vault = folder / VAULT
        self.passphrase_file = folder / PHRASE_FILE
        self._profile = folder / PROFILE

    def heading(self, words: str) -> None:
        """A new part of the demo."""
        self.desk.terminal.say(f"\n{words}")

    def note(self, words: str) -> None:
        """A line that is no step."""
        self.desk.terminal.say(f"  {words}")

    def say(self, words: str, took_s: float | None = None) -> None:
        """A step that has been done."""
        took = "" if took_s is None else self._took(took_s)
        self.desk.terminal.say(f"  {took:>9}  {words}")

    def command(self, *words: str, expect: int = 0) -> dict[str, Any]:
        """Run a command on the demo's vault; answers its ``result``.

        Raises:
            DemoStepError: it ended with another code than ``expect``.
        """
        begun = time.perf_counter()
        outcome = self.ask(*words)
        took = time.perf_counter() - begun
        self.say("bevismappe " + _shown(words), took)
        if outcome.exit_code != expect:
            raise DemoStepError(words[0], _sentence(outcome))
        result: dict[str, Any] = outcome.answer[
            "result" if outcome.exit_code in {0, 1} else "error"
        ]
        return result

    def ask(self, *words: str) -> Outcome:
        """Run a command on the demo's vault without showing it."""
        argv = [
            "--lang", self.language.code, "--vault", str(self.vault),
            "--passphrase-file", str(self.passphrase_file), *words,
        ]  # fmt: skip
        return self.desk.run_command(argv, self._profile)

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
