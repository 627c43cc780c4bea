"""A person at the keyboard, with the answers prepared."""

from __future__ import annotations

from collections.abc import Sequence


class FakeTerminal:
    """Answers what it was given, in order; nobody sits there when there are no answers.

    Attributes:
        asked: the questions, in order.
        said: what was shown meanwhile.
    """

    def __init__(self, answers: Sequence[str] = (), typed: str = "") -> None:
        self._answers = list(answers)
        self._typed = typed
        self.asked: list[str] = []
        self.said: list[str] = []

    def can_ask(self) -> bool:
        return bool(self._answers)

    def ask(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self._answers.pop(0)

    def ask_secret(self, prompt: str) -> str:
        return self.ask(prompt)

    def say(self, line: str) -> None:
        self.said.append(line)

    def read_all(self) -> str:
        return self._typed
