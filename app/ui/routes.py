"""Where a screen may send the person, as values: a screen names a route without knowing who handles it.

Each screen's door says which routes it handles (``app/ui/screens.py``); the frame leads to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeAlias

import msgspec

from evidence_store import EntryId


class Timeline(msgspec.Struct, frozen=True):
    """The open case, day by day.

    Attributes:
        search: show only what contains these words; "" ends a search, None leaves it as it is.
        show: choose the rows of these entries and bring them into sight, whatever was left out.
    """

    search: str | None = None
    show: tuple[EntryId, ...] = ()


class NextStep(msgspec.Struct, frozen=True):
    """The start page of the open case: the one next step, and those after it."""


class Letters(msgspec.Struct, frozen=True):
    """The letters of the first days.

    Attributes:
        letter: which one is shown; "" for the one that was.
    """

    letter: str = ""


class Exhibit(msgspec.Struct, frozen=True):
    """One exhibit, to look at and to mark.

    Attributes:
        number: which one.
        cover: something is to be covered: the tool for it is in hand, and the way back leads to where one was.
    """

    number: int
    cover: bool = False


class Write(msgspec.Struct, frozen=True):
    """The form of one kind of record.

    Attributes:
        kind: the tag of the record: "incident", "note", "contact", "notification" or "handed_over".
        about: what a new record is about.
        corrects: the sealed record that is corrected; None for a new one.
        link: an address that came along.
        field: the field that lacks, by its name: one begins there; "" for the first one.
        words: what is to be mended: one begins in the field that holds it.
    """

    kind: str
    about: EntryId | None = None
    corrects: EntryId | None = None
    link: str = ""
    field: str = ""
    words: str = ""


class Witness(msgspec.Struct, frozen=True):
    """A colleague looks at the post and signs what they saw.

    Attributes:
        exhibit: what is signed for, the entry of its original; None for the newest one.
    """

    exhibit: EntryId | None = None


class CompareSources(msgspec.Struct, frozen=True):
    """Compare what several exhibits of one post say.

    Attributes:
        exhibit: the one to begin with, the entry of its original; None for none.
    """

    exhibit: EntryId | None = None


class Incidents(msgspec.Struct, frozen=True):
    """What happened: every incident, in two orders, with what belongs to each."""


class Contacts(msgspec.Struct, frozen=True):
    """Who knows: told, asked and answered; and whom the person can go to."""


class People(msgspec.Struct, frozen=True):
    """Who is called by another name in what leaves, and where they are named."""


class Health(msgspec.Struct, frozen=True):
    """What was noted of health, days and money, for the person alone, and who may read of it."""


class PhoneEnvelope(msgspec.Struct, frozen=True):
    """The page for the phone, and the ways that its envelopes come."""


class Deadlines(msgspec.Struct, frozen=True):
    """What is due by when, and whose turn it is."""


class Answers(msgspec.Struct, frozen=True):
    """What was asked of the workplace, and what came of it."""


class Checklists(msgspec.Struct, frozen=True):
    """What can be done before something happens, and what of it is ticked."""


class Watching(msgspec.Struct, frozen=True):
    """Cases the person keeps an eye on, concerns, ideas, and what was told and noted."""


class Guidance(msgspec.Struct, frozen=True):
    """What to know and whom to turn to; ``show`` is the text that is opened."""

    show: str = ""


class LookOver(msgspec.Struct, frozen=True):
    """What others may come to ask about before anything is handed over."""


class Pattern(msgspec.Struct, frozen=True):
    """What the posts and events are together, without a judgement."""


class Report(msgspec.Struct, frozen=True):
    """The report wizard; goes on where it was left unless it is for another recipient."""

    recipient: str = ""


class Erase(msgspec.Struct, frozen=True):
    """What erasing a thing for ever means, and doing it.

    Attributes:
        entry: one of its entries.
    """

    entry: EntryId


class EraseCase(msgspec.Struct, frozen=True):
    """What erasing the whole open case means, and doing it."""


class CaseEnd(msgspec.Struct, frozen=True):
    """The copy elsewhere, and what to do before the computer is handed in or the case is over."""


class Verify(msgspec.Struct, frozen=True):
    """The page of checks; begins with a package where one is given."""

    path: Path | None = None


class Settings(msgspec.Struct, frozen=True):
    """The settings."""


class FirstRun(msgspec.Struct, frozen=True):
    """The cards that lead to a new vault."""


class Unlock(msgspec.Struct, frozen=True):
    """The page that opens a vault: that one, or the one that was open last."""

    vault: Path | None = None


class RestoreCopy(msgspec.Struct, frozen=True):
    """The page that makes a vault of the copy elsewhere, where none is open."""


class Help(msgspec.Struct, frozen=True):
    """How it goes, and every key."""


Route: TypeAlias = (
    NextStep
    | Timeline
    | Letters
    | Exhibit
    | Write
    | Witness
    | CompareSources
    | Incidents
    | Contacts
    | People
    | Deadlines
    | Answers
    | Health
    | Checklists
    | Watching
    | Guidance
    | LookOver
    | Pattern
    | PhoneEnvelope
    | Report
    | Erase
    | EraseCase
    | CaseEnd
    | Verify
    | Settings
    | FirstRun
    | Unlock
    | RestoreCopy
    | Help
)


class Navigator(Protocol):
    """Leads the person from one page to the next."""

    def go(self, route: Route) -> None:
        """Bring the page that handles the route to the front; does nothing where no page does."""
        ...

    def back(self) -> None:
        """Bring the page to the front where the person was before, as it was left."""
        ...
