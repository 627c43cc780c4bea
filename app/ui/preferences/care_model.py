"""What the vault's care shows, and what it is asked by. No Qt."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec


class Care(StrEnum):
    """One thing that is done for the vault."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a form
    BACKUP = "backup"
    REHEARSAL = "rehearsal"
    MOVE = "move"
    SHEET = "sheet"


class CareField(StrEnum):
    """A field that can be complained of."""

    PRESENT = "present"
    NEW = "new"
    AGAIN = "again"
    COPY = "copy"
    FOLDER = "folder"
    NAME = "name"


class Facts(msgspec.Struct, frozen=True):
    """What the settings say of the vault.

    Attributes:
        path: where it lies, "" while none is open.
        backup: when it was last copied, in words.
        name: whose it is, as far as the open case says.
        old: where the file still lies that it was moved from, or "".
        fixed: the folder that the workplace has set for vaults; None where the person chooses.
    """

    path: str
    backup: str
    name: str
    old: str
    fixed: Path | None = None

    @property
    def in_place(self) -> bool:
        """Whether it lies in the folder that the workplace has set."""
        return self.fixed is not None and Path(self.path).parent == self.fixed


class CareAnswer(msgspec.Struct, frozen=True):
    """What became of it: the first line says it, the others what follows; what may be done next, in order."""

    lines: tuple[str, ...]
    good: bool = True
    next: tuple[Care, ...] = ()


class CareView(Protocol):
    """What the presenter asks of the view."""

    def show_facts(self, facts: Facts) -> None:
        """Show where the vault lies, and when it was last copied."""
        ...

    def show_care(self, care: Care | None) -> None:
        """Show what one of the things needs; None for the settings."""
        ...

    def show_phrase(self, phrase: str) -> None:
        """Put six made words into the fields for the new passphrase, to be seen."""
        ...

    def complain(self, field: CareField | None, words: str) -> None:
        """Say what is the matter with a field; None takes back all that was said."""
        ...

    def show_running(self, sentence: str) -> None:
        """That something is under way; "" when nothing is."""
        ...

    def show_answer(self, answer: CareAnswer | None) -> None:
        """What became of it."""
        ...

    def forget(self) -> None:
        """Empty every field with a passphrase."""
        ...
