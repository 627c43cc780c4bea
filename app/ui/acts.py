"""What a screen may have the window do, whichever page is in front. The frame carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from app.messages import Message


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
        route: which page, as the navigator is told it; once somebody is there by any way, the toast has no more to say.
        undoes: whether it takes back what was done: the toast stays longer then.
    """

    label: str
    act: Callable[[], None]
    primary: bool = False
    opens_page: bool = False
    route: object | None = None
    undoes: bool = False


class Toast(msgspec.Struct, frozen=True):
    """A calm message at the lower right; goes away by itself unless pointer or focus is in it.

    Attributes:
        title: what is so.
        text: what else is good to know.
        actions: what can be done; the first two stand out.
        state: what it tells about the evidence.
        count: of how many things it tells: those that are saved one after another are told together.
    """

    title: str
    text: str = ""
    actions: tuple[ToastAction, ...] = ()
    state: ToastState = ToastState.PLAIN
    count: int = 1


class ChangedSetting(StrEnum):
    """A setting that was chosen anew."""

    LANGUAGE = "language"
    LOOK = "look"
    TEXT_SIZE = "text_size"
    BLUR = "blur"
    WHOLE_SCREEN = "whole_screen"
    LOCK = "lock"
    BREAKS = "breaks"
    KIND_WORDS = "kind_words"
    TRAY = "tray"
    SHARING = "sharing"
    TIME_SERVER = "time_server"
    AUTHORITIES = "authorities"
    READING = "reading"
    PHONE = "phone"


class Acts(Protocol):
    """The acts of the window that are no way to a page."""

    def take_screenshot(self) -> None:
        """Freeze the screens and let the user select a region."""
        ...

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep files; without any, ask for them."""
        ...

    def come_forward(self) -> None:
        """Bring the window to the front, covered or not as it is."""
        ...

    def hide_now(self) -> None:
        """Cover every window at once."""
        ...

    def toast(self, toast: Toast) -> None:
        """Say something without a dialog."""
        ...

    def show_error(self, message: Message, details: str = "") -> None:
        """Show one sentence, with details to copy."""
        ...

    def show_example(self) -> None:
        """Show the made-up case in place of what is open."""
        ...

    def leave_example(self) -> None:
        """Throw the made-up case away, and show what was open before."""
        ...

    def apply(self, setting: ChangedSetting) -> None:
        """Make a setting hold at once; it is kept already."""
        ...


class Around(Protocol):
    """What there is of the program on the desktop around its window; it comes and goes, so it is asked each time."""

    def has_tray(self) -> bool:
        """Return whether the program's icon stands beside the clock."""
        ...

    def can_stay_out_of_sharing(self) -> bool:
        """Return whether this system can leave our windows out of a shared screen."""
        ...

    def tell(self, words: str) -> bool:
        """Show a notification that names nothing of the case; return whether there was a place for it."""
        ...

    def went_away(self) -> None:
        """Say once where the program is, now that its window is closed."""
        ...

    def show_covered(self, *, covered: bool) -> None:
        """Follow the cover."""
        ...
