"""One item of one list of things that can be done, and how far it is. Private; the items themselves are data.

Rules:
- A day on which it was done says that it is done, where nobody says otherwise.
- What is not done any more has no day: neither that on which it was done, nor those that follow from it.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import (
    After,
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Shelf,
)
from app.casework.kind import PRIVATE, Around, Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.language import Language, deferred
from app.vocabulary import CheckStatus, in_words
from evidence_store import EntryId


class ChecklistFacts(Part, frozen=True, kw_only=True, tag="checklist"):
    """Which item of which list by their ids, how far it is, and its days."""

    list: str = ""
    item: str = ""
    status: CheckStatus = CheckStatus.OPEN
    done_on: str = ""
    expires_on: str = ""
    remind_on: str = ""
    corrects: EntryId | None = None


class ChecklistText(Part, frozen=True, kw_only=True, tag="checklist_text"):
    """A few words to it (part ``text``)."""

    note: str = ""


class Checked(msgspec.Struct, frozen=True):
    """One item of one list."""

    facts: ChecklistFacts
    text: ChecklistText | Gap | None = None


class ChecklistDraft(Draft, frozen=True, kw_only=True):
    """A tick, or its undoing."""

    list: str | None = None
    item: str | None = None
    status: CheckStatus | None = None
    done: str | None = None
    expires: str | None = None
    remind: str | None = None
    note: str | None = None


_FIELDS = (
    Field(name="list", option_help=deferred("id of the list"), shown=deferred("List")),
    Field(name="item", option_help=deferred("id of the item"), shown=deferred("Item")),
    Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=CheckStatus,
        label=deferred("How far it is"),
        option_help=deferred("how far it is"),
        shown=deferred("State"),
    ),
    Field(
        name="done",
        attr="done_on",
        kind=FieldKind.DAY,
        label=deferred("Carried out"),
        option_help=deferred("day on which it was done"),
        shown=deferred("Carried out"),
    ),
    Field(
        name="expires",
        attr="expires_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("done", TimeDoubt.BEFORE_DONE),),
        label=deferred("Runs out"),
        option_help=deferred("day on which it runs out"),
        shown=deferred("Runs out"),
    ),
    Field(
        name="remind",
        attr="remind_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("done", TimeDoubt.BEFORE_DONE),),
        label=deferred("Remind me of it"),
        option_help=deferred("day on which to be reminded"),
        shown=deferred("Remind me of it"),
    ),
    Field(
        name="note",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Note"),
        option_help=deferred("a few words to it"),
        shown=deferred("Note"),
    ),
)


def _line(checked: Checked, _: Around, language: Language) -> tuple[str, str]:
    return checked.facts.item, in_words(checked.facts.status, language)


def _settle(draft: ChecklistDraft, _: object) -> ChecklistDraft:
    """The draft with what follows from what it says."""
    if draft.status is None and draft.done:
        return replace(draft, status=CheckStatus.DONE)
    if draft.status not in {None, CheckStatus.DONE} and draft.done is None:
        return replace(draft, done="", expires="", remind=draft.remind or "")
    return draft


CHECKLIST = Written(
    tag="checklist",
    name=deferred("item of a list"),
    erasing=Erasing(),
    parts={"facts": ChecklistFacts, "text": ChecklistText},
    searched={"text": ("note",)},
    zones=PRIVATE,
    value=Checked,
    draft=ChecklistDraft,
    sections=(FieldSection("", _FIELDS),),
    form=FormWords(
        new=deferred("Tick an item"),
        correct=deferred("Correct the item"),
        lead=deferred("Only you can read it."),
        saved=deferred("It is saved and locked"),
        shelf=Shelf.PREVENTION,
    ),
    command=CommandWords(
        name="checklist",
        summary=deferred("tick an item of a list, or undo it"),
        corrects=deferred("what it corrects; the old one stays readable"),
        saved=deferred("It is noted."),
    ),
    needs=("list", "item"),
    settle=_settle,
    one_for=("list", "item"),
    in_timeline=False,
    line=_line,
)
