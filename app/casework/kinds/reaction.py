"""A reaction of the person: how, since when and how strong, who noticed, and in their own words. Private."""

from __future__ import annotations

import msgspec

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
from app.casework.kind import PRIVATE, Around, Written, named_incidents
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import INCIDENTS, NAME, ONLY_BY_CONSENT, OWN_WORDS
from app.casework.wording import listed
from app.language import Language, deferred
from app.vocabulary import Intensity, NoticedBy, ReactionKind, in_words, lowered
from evidence_store import EntryId


class ReactionFacts(Part, frozen=True, kw_only=True, tag="reaction"):
    """How somebody reacted, since when, until when and how strongly, and to which incidents."""

    reactions: tuple[ReactionKind, ...] = ()
    started_at: str = ""
    ended_on: str = ""
    intensity: Intensity = Intensity.UNKNOWN
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class ReactionNoticed(Part, frozen=True, kw_only=True, tag="reaction_noticed"):
    """Who noticed it (part ``noticed``)."""

    by: NoticedBy = NoticedBy.UNKNOWN
    name: str = ""


class ReactionText(Part, frozen=True, kw_only=True, tag="reaction_text"):
    """The reaction in the person's own words (part ``text``)."""

    words: str = ""


class Reaction(msgspec.Struct, frozen=True):
    """A reaction."""

    facts: ReactionFacts
    noticed: ReactionNoticed | Gap | None = None
    text: ReactionText | Gap | None = None


class ReactionDraft(Draft, frozen=True, kw_only=True):
    """A reaction as a person gives it."""

    reactions: tuple[ReactionKind, ...] | None = None
    started: str | None = None
    ended: str | None = None
    intensity: Intensity | None = None
    by: NoticedBy | None = None
    name: str | None = None
    words: str | None = None
    incidents: tuple[EntryId, ...] | None = None


_FIELDS = (
    Field(
        name="reactions",
        kind=FieldKind.CHOICES,
        choices=ReactionKind,
        option="reaction",
        label=deferred("How you reacted"),
        option_help=deferred("how you reacted; may be given several times"),
        shown=deferred("Reaction"),
    ),
    Field(
        name="started",
        attr="started_at",
        kind=FieldKind.TIME,
        now=True,
        label=deferred("When it began"),
        help=deferred("Stands at now. Change it if it was earlier."),
        option_help=deferred("when it began; otherwise now"),
        shown=deferred("Began"),
    ),
    Field(
        name="ended",
        attr="ended_on",
        kind=FieldKind.DAY,
        after=(After("started", TimeDoubt.ENDED_BEFORE_BEGUN),),
        label=deferred("When it was over"),
        option_help=deferred("day on which it was over"),
        shown=deferred("Over"),
    ),
    Field(
        name="intensity",
        kind=FieldKind.CHOICE,
        choices=Intensity,
        label=deferred("How strong"),
        option_help=deferred("how strong it is"),
        shown=deferred("Strength"),
    ),
    OWN_WORDS,
    Field(
        name="by",
        part="noticed",
        kind=FieldKind.CHOICE,
        choices=NoticedBy,
        label=deferred("Who noticed"),
        option_help=deferred("who noticed it"),
        shown=deferred("Noticed by"),
    ),
    msgspec.structs.replace(NAME, part="noticed", beside="by"),
    INCIDENTS,
)


def _line(reaction: Reaction, _: Around, language: Language) -> tuple[str, str]:
    said = listed(*(lowered(in_words(each, language)) for each in reaction.facts.reactions))
    return language.text("Reaction"), said


REACTION = Written(
    tag="reaction",
    name=deferred("reaction"),
    erasing=Erasing(lists=("consent",)),
    parts={"facts": ReactionFacts, "noticed": ReactionNoticed, "text": ReactionText},
    searched={"noticed": ("name",), "text": ("words",)},
    zones=PRIVATE,
    value=Reaction,
    draft=ReactionDraft,
    sections=(FieldSection(deferred("What it did to you"), _FIELDS),),
    form=FormWords(
        new=deferred("Note how you reacted"),
        correct=deferred("Correct the reaction"),
        lead=ONLY_BY_CONSENT,
        saved=deferred("The reaction is saved and locked"),
        menu=deferred("Note how you reacted …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="health",
        summary=deferred("note how you reacted; it leaves only if you say yes"),
        corrects=deferred("the reaction it corrects; the old one stays readable"),
        saved=deferred("The reaction is noted."),
    ),
    needs=("reactions", "intensity", "words"),
    refers=named_incidents,
    happened="started_at",
    line=_line,
)
