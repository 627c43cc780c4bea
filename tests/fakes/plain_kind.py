"""A kind of entry that says nothing of its own but its fields, as a new one begins: somebody stayed away from work."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.fields import CommandWords, Draft, Field, FieldKind, FieldSection, FormWords
from app.casework.kind import Written
from app.casework.part import Part
from app.vocabulary import Role
from evidence_store import EntryId


class LeaveFacts(Part, frozen=True, kw_only=True, tag="leave"):
    """From when and until when, and who was told."""

    at: str = ""
    until: str = ""
    role: Role = Role.OTHER
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class LeaveText(Part, frozen=True, kw_only=True, tag="leave_text"):
    """Why, the name of who was told, and which doctor was asked (part ``text``)."""

    why: str = ""
    name: str = ""
    doctor: str = ""


class Leave(msgspec.Struct, frozen=True):
    """Somebody stayed away from work."""

    facts: LeaveFacts
    text: LeaveText | Gap | None = None


class LeaveDraft(Draft, frozen=True, kw_only=True):
    """An absence as a person gives it."""

    why: str | None = None
    at: str | None = None
    until: str | None = None
    role: Role | None = None
    name: str | None = None
    doctor: str | None = None
    exhibits: tuple[EntryId, ...] | None = None


LEAVE = Written(
    tag="leave",
    name="leave",
    parts={"facts": LeaveFacts, "text": LeaveText},
    searched={"text": ("why", "name")},
    value=Leave,
    draft=LeaveDraft,
    sections=(
        FieldSection(
            "",
            (
                Field(
                    name="why",
                    part="text",
                    kind=FieldKind.AREA,
                    label="Why",
                    option_help="why",
                    positional=True,
                    shown="Why",
                ),
                Field(
                    name="at",
                    kind=FieldKind.TIME,
                    now=True,
                    label="From",
                    option_help="from when; otherwise now",
                    shown="From",
                ),
                Field(
                    name="until",
                    kind=FieldKind.DAY,
                    label="Until",
                    option_help="last day",
                    shown="Until",
                ),
                Field(
                    name="role",
                    kind=FieldKind.CHOICE,
                    choices=Role,
                    label="Told to",
                    option_help="who was told",
                    shown="Told to",
                ),
                Field(name="name", part="text", label="Name", option_help="name", beside="role"),
                Field(
                    name="doctor",
                    part="text",
                    label="Doctor",
                    option_help="which doctor",
                    shown="Doctor",
                ),
                Field(
                    name="exhibits",
                    kind=FieldKind.ENTRIES,
                    of=("exhibit",),
                    option="exhibit",
                    option_help="an exhibit that shows it",
                    shown="Shown by exhibit",
                ),
            ),
        ),
    ),
    form=FormWords(new="An absence", correct="Correct the absence", lead="", saved="Saved"),
    command=CommandWords(
        name="leave", summary="note an absence", corrects="which one", saved="It is noted."
    ),
    needs=("why",),
    about="exhibits",
    refers=lambda absence: absence.facts.exhibits,
    happened="at",
)
