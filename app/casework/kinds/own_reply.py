"""What the person or the workplace answered online: who, when, what it says, and the pictures of it."""

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
from app.casework.usual_fields import ABOUT_INCIDENT, EXHIBITS, by_field
from app.casework.wording import Badge, Icon, Tone, first_words
from app.language import Language, deferred
from app.vocabulary import DoneBy, IncidentKind, in_words
from evidence_store import EntryId


class OwnReplyFacts(Part, frozen=True, kw_only=True, tag="own_reply"):
    """Who answered, in which form and when, to which incident, and the exhibits that show it."""

    by: DoneBy = DoneBy.UNKNOWN
    form: IncidentKind = IncidentKind.POST
    at: str = ""
    about: EntryId | None = None
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class OwnReplyText(Part, frozen=True, kw_only=True, tag="own_reply_text"):
    """What it says (part ``text``)."""

    words: str = ""


class OwnReply(msgspec.Struct, frozen=True):
    """An answer online."""

    facts: OwnReplyFacts
    text: OwnReplyText | Gap | None = None


class OwnReplyDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    by: DoneBy | None = None
    form: IncidentKind | None = None
    at: str | None = None
    about: EntryId | None = None
    exhibits: tuple[EntryId, ...] | None = None
    words: str | None = None


_FIELDS = (
    by_field(
        label=deferred("Who answered"),
        option_help=deferred("who answered"),
        shown=deferred("Answered by"),
    ),
    Field(
        name="at",
        kind=FieldKind.TIME,
        label=deferred("When"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when it was answered"),
        shown=deferred("When"),
    ),
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        lines=4,
        label=deferred("What it says"),
        help=deferred("Word for word, as much as matters."),
        option_help=deferred("the words themselves"),
        shown=deferred("The answer’s words"),
    ),
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=IncidentKind,
        first=IncidentKind.COMMENT,
        label=deferred("What it is"),
        option_help=deferred("its form"),
        shown=deferred("What"),
    ),
    ABOUT_INCIDENT,
    msgspec.structs.replace(
        EXHIBITS, label=deferred("Pictures of it"), shown=deferred("Pictures of the answer")
    ),
)


def _line(reply: OwnReply, _: Around, language: Language) -> tuple[str, str]:
    by = reply.facts.by
    words = reply.text.words if isinstance(reply.text, OwnReplyText) else ""
    match by:
        case DoneBy.UNKNOWN:
            title = language.text("Answer online")
        case DoneBy.ME:
            title = language.text("You answered online")
        case _:
            title = language.text("{who} answered online", who=in_words(by, language))
    return title, first_words(words)


OWN_REPLY = Written(
    tag="own_reply",
    name=deferred("answer online"),
    erasing=Erasing(lists=("incident",)),
    parts={"facts": OwnReplyFacts, "text": OwnReplyText},
    searched={"text": ("words",)},
    value=OwnReply,
    draft=OwnReplyDraft,
    sections=(FieldSection(deferred("Who answered, when and what"), _FIELDS),),
    form=FormWords(
        new=deferred("Note what you or the workplace answered online"),
        correct=deferred("Correct what was answered online"),
        lead=deferred(
            "Keep what was answered, too: it is part of what happened. Whether the words stand in a report,"
            " you decide each time."
        ),
        saved=deferred("The answer online is saved and locked"),
        menu=deferred("Note an answer online …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="reply",
        summary=deferred("note what you or the workplace answered online"),
        corrects=deferred("the answer online it corrects; the old one stays readable"),
        saved=deferred("The answer online is noted."),
    ),
    needs=("by", "at", "words", "about", "exhibits"),
    about="about",
    refers=lambda reply: (*named_about(reply), *reply.facts.exhibits),
    happened="at",
    badge=Badge(deferred("Own answer"), Tone.PLAIN),
    icon=Icon.BUBBLE,
    line=_line,
    in_dossier=InDossier(
        heading=deferred("What was answered online"),
        called=deferred("Answer online, entry {seq}"),
        rows=(
            RowOf("by"),
            RowOf("form"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("about"),
            RowOf("exhibits"),
            RowOf("words", quoted=True),
        ),
        moments=(MomentOf("at", deferred("Answer online: {by}")),),
        also_left_out={
            "text": (
                deferred("The words of what was answered online"),
                deferred("Not needed by this recipient."),
            )
        },
    ),
)
