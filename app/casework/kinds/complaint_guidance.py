"""That a citizen was told how to complain: when, how, and with which text. Nothing of the citizen or the case."""

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
from app.casework.usual_fields import ABOUT_INCIDENT, AT, HOW
from app.casework.wording import Badge, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import Channel, in_words
from evidence_store import EntryId


class GuidanceFacts(Part, frozen=True, kw_only=True, tag="complaint_guidance"):
    """When and how it was told, the id of the text that was used ("" for own words), and the incident around it."""

    at: str = ""
    channel: Channel = Channel.OTHER
    template: str = ""
    about: EntryId | None = None
    corrects: EntryId | None = None


class GuidanceText(Part, frozen=True, kw_only=True, tag="complaint_guidance_text"):
    """A note on it (part ``text``)."""

    note: str = ""


class ComplaintGuidance(msgspec.Struct, frozen=True):
    """A citizen was told how to complain."""

    facts: GuidanceFacts
    text: GuidanceText | Gap | None = None


class GuidanceDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    at: str | None = None
    channel: Channel | None = None
    template: str | None = None
    about: EntryId | None = None
    note: str | None = None


_FIELDS = (
    AT,
    HOW,
    Field(
        name="template",
        option_help=deferred("id of the text that was used"),
        shown=deferred("Text that was used"),
    ),
    ABOUT_INCIDENT,
    Field(
        name="note",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Note"),
        help=deferred("Do not write about the citizen’s case."),
        option_help=deferred("a note; nothing of the citizen’s case"),
        shown=deferred("Note"),
    ),
)


def _line(guidance: ComplaintGuidance, _: Around, language: Language) -> tuple[str, str]:
    note = guidance.text.note if isinstance(guidance.text, GuidanceText) else ""
    how = in_words(guidance.facts.channel, language)
    return language.text("Told how to complain"), dotted(how, first_words(note))


COMPLAINT_GUIDANCE = Written(
    tag="complaint_guidance",
    name=deferred("guidance on complaining"),
    erasing=Erasing(),
    parts={"facts": GuidanceFacts, "text": GuidanceText},
    searched={"text": ("note",)},
    value=ComplaintGuidance,
    draft=GuidanceDraft,
    sections=(FieldSection(deferred("When and how"), _FIELDS),),
    form=FormWords(
        new=deferred("Note that you told how to complain"),
        correct=deferred("Correct the guidance on complaining"),
        lead=deferred("When and how you told it. Nothing about the citizen or the case."),
        saved=deferred("The guidance is saved and locked"),
        menu=deferred("Note that you told how to complain …"),
        shelf=Shelf.PREVENTION,
    ),
    command=CommandWords(
        name="complaint-guidance",
        summary=deferred("note that you told a citizen how to complain"),
        corrects=deferred("the guidance it corrects; the old one stays readable"),
        saved=deferred("The guidance is noted."),
    ),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge("", Tone.PLAIN),
    line=_line,
    in_dossier=InDossier(
        heading=deferred("Guidance on how to complain"),
        called=deferred("Told how to complain, entry {seq}"),
        rows=(
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("template"),
            RowOf("about"),
            RowOf("note"),
        ),
        moments=(MomentOf("at", deferred("Told how to complain ({channel})")),),
        also_left_out={
            "text": (
                deferred("Notes on guidance on how to complain"),
                deferred("Not needed by this recipient."),
            )
        },
    ),
)
