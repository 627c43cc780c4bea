"""Where a screen may send the person, without knowing any other screen. The frame carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from app.messages import Message
from evidence_store import EntryId


class ToastState(StrEnum):
    """What a toast tells about the evidence, shown as a mark beside its words."""

    PLAIN = "plain"
    SAVED = "saved"
    WAITING = "waiting"


class ToastAction(msgspec.Struct, frozen=True):
    """A button of a toast.

    Attributes:
        label: its words.
        act: what it does.
        primary: whether it is what most people want.
        opens_page: whether it leads to a page: the window comes to the front, wherever the toast was seen.
    """

    label: str
    act: Callable[[], None]
    primary: bool = False
    opens_page: bool = False


class Toast(msgspec.Struct, frozen=True):
    """A calm message at the lower right; goes away by itself unless pointer or focus is in it."""

    title: str
    text: str = ""
    actions: tuple[ToastAction, ...] = ()
    state: ToastState = ToastState.PLAIN


class Navigator(Protocol):
    """The ways between screens."""

    def show_timeline(self) -> None:
        """The case from its newest day."""
        ...

    def open_exhibit(self, number: int) -> None:
        """The editor for one exhibit."""
        ...

    def take_screenshot(self) -> None:
        """Freeze the screens and let a region be chosen."""
        ...

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep files; without any, ask for them."""
        ...

    def describe_post(
        self, exhibit: int = 0, incident: EntryId | None = None, link: str = ""
    ) -> None:
        """The form for a post's facts: a new one, with a link that came along, about an exhibit, or a correction."""
        ...

    def write_note(self, about: EntryId | None = None, note: EntryId | None = None) -> None:
        """The form for a note: a new one, about something or on its own, or a correction."""
        ...

    def record_message(self, notification: EntryId | None = None) -> None:
        """The form for who was told: a new one, or a correction with the answer."""
        ...

    def note_hand_over(self, what: EntryId | None = None, given: EntryId | None = None) -> None:
        """The form for who got a report: what it was, or a correction of what was noted."""
        ...

    def keep_contact(self, contact: EntryId | None = None) -> None:
        """The form for a contact."""
        ...

    def make_report(self, recipient: str = "") -> None:
        """The report wizard."""
        ...

    def verify(self, path: Path | None = None) -> None:
        """The page that checks a package or the vault."""
        ...

    def settings(self) -> None:
        """The settings page."""
        ...

    def hide_now(self) -> None:
        """Cover everything at once."""
        ...

    def toast(self, toast: Toast) -> None:
        """Say something without a dialog."""
        ...

    def show_error(self, message: Message, details: str = "") -> None:
        """One sentence, with details to copy."""
        ...
