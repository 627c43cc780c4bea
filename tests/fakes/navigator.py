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
