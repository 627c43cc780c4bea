"""The cards of the first run, without any."""

from __future__ import annotations

from pathlib import Path

from app.ui.first_run.presenter import FirstRunStep
from app.ui.first_run.trial import Trial


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.steps: list[FirstRunStep] = []
        self.folder: tuple[Path, str, bool] | None = None
        self.local = False
        self.fixed = ""
        self.phrase = ""
        self.complaint = ""
        self.problem = ""
        self.making = False
        self.held = ""
        self.sheet = ""
        self.forgotten = 0
        self.in_front = True
        self.trial: Trial | None = None

    def show_step(self, step: FirstRunStep) -> None:
        self.steps.append(step)

    def show_folder(
        self, vault: Path, warning: str, *, taken: bool, local: bool, fixed: str
    ) -> None:
        self.folder, self.local, self.fixed = (vault, warning, taken), local, fixed

    def show_trial(self, trial: Trial) -> None:
        self.trial = trial

    def is_in_front(self) -> bool:
        return self.in_front

    def show_phrase(self, phrase: str) -> None:
        self.phrase = phrase

    def complain(self, words: str) -> None:
        self.complaint = words

    def show_problem(self, words: str) -> None:
        self.problem = words

    def show_making(self, *, making: bool) -> None:
        self.making = making

    def show_held(self, words: str) -> None:
        self.held = words

    def show_sheet(self, words: str) -> None:
        self.sheet = words

    def forget(self) -> None:
        self.forgotten += 1
