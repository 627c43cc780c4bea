"""A page of checks that notes what it is told."""

from __future__ import annotations

from app.actions.open_package import ReadFile, ReadPackage
from app.picture import Pixels
from app.ui.verify.outcome import CheckOutcome


class FakePage:
    def __init__(self) -> None:
        self.running = ""
        self.outcome: CheckOutcome | None = None
        self.complaint = ""
        self.refusal = ""
        self.vault = False
        self.inside: ReadPackage | None = None
        self.pictures: list[tuple[str, Pixels]] = []
        self.no_pictures: list[str] = []

    def show_inside(self, package: ReadPackage | None) -> None:
        self.inside = package

    def show_picture(self, file: ReadFile, pixels: Pixels) -> None:
        self.pictures.append((file.path, pixels))

    def show_no_picture(self, file: ReadFile, sentence: str) -> None:
        self.no_pictures.append(sentence)

    def show_running(self, sentence: str) -> None:
        self.running = sentence

    def show_outcome(self, outcome: CheckOutcome | None) -> None:
        self.outcome = outcome

    def show_complaint(self, sentence: str) -> None:
        self.complaint = sentence

    def show_refusal(self, sentence: str) -> None:
        self.refusal = sentence

    def show_vault(self, *, there: bool) -> None:
        self.vault = there
