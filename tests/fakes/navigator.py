"""A navigator that goes nowhere and remembers where it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.messages import Message
from app.ui.navigator import Toast
from evidence_store import EntryId


class FakeNavigator:
    """``calls`` holds ``(way, argument)`` in order; toasts and errors stand in lists of their own as well."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []
        self.toasts: list[Toast] = []
        self.errors: list[Message] = []

    @property
    def ways(self) -> list[str]:
        """The names alone."""
        return [way for way, _ in self.calls]

    def show_timeline(self) -> None:
        self.calls.append(("show_timeline", None))

    def open_exhibit(self, number: int) -> None:
        self.calls.append(("open_exhibit", number))

    def take_screenshot(self) -> None:
        self.calls.append(("take_screenshot", None))

    def add_files(self, paths: Sequence[Path] = ()) -> None:
        self.calls.append(("add_files", tuple(paths)))

    def describe_post(
        self, exhibit: int = 0, incident: EntryId | None = None, link: str = ""
    ) -> None:
        self.calls.append(("describe_post", (exhibit, incident, *([link] if link else []))))

    def write_note(self, about: EntryId | None = None, note: EntryId | None = None) -> None:
        self.calls.append(("write_note", about) if note is None else ("correct_note", note))

    def record_message(self, notification: EntryId | None = None) -> None:
        self.calls.append(("record_message", notification))

    def note_hand_over(self, what: EntryId | None = None, given: EntryId | None = None) -> None:
        self.calls.append(("note_hand_over", (what, given)))

    def keep_contact(self, contact: EntryId | None = None) -> None:
        self.calls.append(("keep_contact", contact))

    def make_report(self, recipient: str = "") -> None:
        self.calls.append(("make_report", recipient))

    def verify(self, path: Path | None = None) -> None:
        self.calls.append(("verify", path))

    def settings(self) -> None:
        self.calls.append(("settings", None))

    def hide_now(self) -> None:
        self.calls.append(("hide_now", None))

    def toast(self, toast: Toast) -> None:
        self.calls.append(("toast", toast))
        self.toasts.append(toast)

    def show_error(self, message: Message, details: str = "") -> None:
        self.calls.append(("show_error", (message, details)))
        self.errors.append(message)
