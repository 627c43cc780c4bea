"""A navigator that goes nowhere, and acts that do nothing; both remember what was asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.messages import Message
from app.ui.acts import ChangedSetting, Toast
from app.ui.routes import Route


class FakeNavigator:
    """``routes`` holds where it was sent, in order; ``backs`` how often it was sent back."""

    def __init__(self) -> None:
        self.routes: list[Route] = []
        self.backs = 0

    def go(self, route: Route) -> None:
        self.routes.append(route)

    def back(self) -> None:
        self.backs += 1


class FakeActs:
    """``names`` holds what was asked for, in order; what came along stands in lists of their own."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.files: list[Sequence[Path]] = []
        self.toasts: list[Toast] = []
        self.errors: list[Message] = []
        self.applied: list[ChangedSetting] = []

    def take_screenshot(self) -> None:
        self.names.append("take_screenshot")

    def add_files(self, paths: Sequence[Path]) -> None:
        self.names.append("add_files")
        self.files.append(paths)

    def come_forward(self) -> None:
        self.names.append("come_forward")

    def hide_now(self) -> None:
        self.names.append("hide_now")

    def toast(self, toast: Toast) -> None:
        self.names.append("toast")
        self.toasts.append(toast)

    def show_error(self, message: Message, details: str = "") -> None:
        self.names.append("show_error")
        self.errors.append(message)

    def show_example(self) -> None:
        self.names.append("show_example")

    def leave_example(self) -> None:
        self.names.append("leave_example")

    def apply(self, setting: ChangedSetting) -> None:
        self.names.append("apply")
        self.applied.append(setting)


class FakeAround:
    """A desktop with a place beside the clock, or without; ``told`` holds the notifications."""

    def __init__(self, *, tray: bool = False, sharing: bool = False) -> None:
        self.tray, self.sharing = tray, sharing
        self.told: list[str] = []
        self.away = 0
        self.covered = False

    def has_tray(self) -> bool:
        return self.tray

    def can_stay_out_of_sharing(self) -> bool:
        return self.sharing

    def tell(self, words: str) -> bool:
        if self.tray:
            self.told.append(words)
        return self.tray

    def went_away(self) -> None:
        self.away += 1

    def show_covered(self, *, covered: bool) -> None:
        self.covered = covered
