"""That another caseworker was proposed: to whom by role, by whom, why, and how it ended."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import (
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Shelf,
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.usual_fields import (
    ABOUT_INCIDENT,
    ANSWER_NEEDED,
    AT,
    CLOSING_FIELDS,
    FROM_CONTACTS,
    HOW,
    NAME,
    NAMES_AT_WORK,
    role_field,
)
from app.casework.wording import Badge, Tone, first_words
from app.language import Language, deferred
from app.vocabulary import Channel, DoneBy, Outcome, Role, in_words
from evidence_store import EntryId


class ChangeFacts(Part, frozen=True, kw_only=True, tag="caseworker_change"):
    """Who was asked by role, who proposed it, when, how, and by which day an answer is needed."""

    role: Role = Role.OTHER
    by: DoneBy = DoneBy.UNKNOWN
    at: str = ""
    channel: Channel = Channel.OTHER
    due_on: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class ChangePerson(Part, frozen=True, kw_only=True, tag="caseworker_change_to"):
    """The name of the one who was asked (part ``to``)."""

    name: str = ""


class ChangeClosing(Part, frozen=True, kw_only=True, tag="caseworker_change_closing"):
    """How it ended, and when (part ``closing``)."""

    outcome: Outcome = Outcome.OPEN
    closed_on: str = ""


class ChangeText(Part, frozen=True, kw_only=True, tag="caseworker_change_text"):
    """Why (part ``text``)."""

    why: str = ""


class CaseworkerChange(msgspec.Struct, frozen=True):
    """Another caseworker was proposed."""

    facts: ChangeFacts
    to: ChangePerson | Gap | None = None
    closing: ChangeClosing | Gap | None = None
    text: ChangeText | Gap | None = None


class ChangeDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    by: DoneBy | None = None
    at: str | None = None
    channel: Channel | None = None
    due: str | None = None
    about: EntryId | None = None
    why: str | None = None
    outcome: Outcome | None = None
    closed: str | None = None


_ASKED = (
    FROM_CONTACTS,
    role_field(
        label=deferred("Who was asked"),
        option_help=deferred("who was asked"),
        shown=deferred("Put to"),
    ),
    NAME,
    Field(
        name="by",
        kind=FieldKind.CHOICE,
        choices=DoneBy,
        label=deferred("Who proposed it"),
        option_help=deferred("who proposed it"),
        shown=deferred("Proposed by"),
    ),
    AT,
    HOW,
    ANSWER_NEEDED,
    ABOUT_INCIDENT,
    Field(
        name="why",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Why"),
        help=deferred("Do not write about the citizen’s case."),
        option_help=deferred("why; nothing of the citizen’s case"),
        shown=deferred("Why"),
    ),
)


def _line(change: CaseworkerChange, _: Around, language: Language) -> tuple[str, str]:
    closing = change.closing
    ended = in_words(closing.outcome, language) if isinstance(closing, ChangeClosing) else ""
    why = change.text.why if isinstance(change.text, ChangeText) else ""
    return language.text("Another caseworker proposed"), ended or first_words(why)


CASEWORKER_CHANGE = Written(
    tag="caseworker_change",
    name=deferred("proposal of another caseworker"),
    erasing=Erasing(lists=("answer",)),
    parts={
        "facts": ChangeFacts,
        "to": ChangePerson,
        "closing": ChangeClosing,
        "text": ChangeText,
    },
    searched={"to": ("name",), "text": ("why",)},
    value=CaseworkerChange,
    draft=ChangeDraft,
    sections=(
        FieldSection(deferred("Whom you asked, when and why"), _ASKED),
        FieldSection(deferred("How it ended"), CLOSING_FIELDS),
    ),
    form=FormWords(
        new=deferred("Propose another caseworker"),
        correct=deferred("Correct the proposal"),
        lead=deferred("That another caseworker was proposed, and how it ended."),
        saved=deferred("The proposal is saved and locked"),
        menu=deferred("Propose another caseworker …"),
        shelf=Shelf.ANSWERS,
    ),
    command=CommandWords(
        name="caseworker",
        summary=deferred("note that another caseworker was proposed"),
        corrects=deferred("the proposal it corrects, such as when it ended"),
        saved=deferred("The proposal is noted."),
    ),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge(deferred("Proposal"), Tone.INFO),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Another caseworker"),
        called=deferred("Another caseworker proposed: {who}"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("by"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("due"),
            RowOf("about"),
            RowOf("why"),
            RowOf("outcome"),
            RowOf("closed"),
        ),
        moments=(MomentOf("at", deferred("Another caseworker proposed: {who}")),),
        left_out={"to": NAMES_AT_WORK},
    ),
)
