"""A step of the matter of a work injury: which, when, by whom, and its numbers. Private.

That the manager was told and that it was registered internally are kinds of their own, which may leave.
"""

from __future__ import annotations

import msgspec

from app.casework.attached import Attached, AttachedSource
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
from app.casework.usual_fields import AT, INCIDENTS, ONLY_BY_CONSENT
from app.casework.wording import dotted
from app.language import Language, deferred
from app.vocabulary import DoneBy, InjuryStep, in_words
from evidence_store import EntryId, ObjectBody


class InjuryFacts(Part, frozen=True, kw_only=True, tag="injury_step"):
    """Which step, when and by whom, the day of the injury, and when the receipt came."""

    step: InjuryStep = InjuryStep.OTHER
    at: str = ""
    by: DoneBy = DoneBy.UNKNOWN
    injury_on: str = ""
    receipt_on: str = ""
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class InjuryReference(Part, frozen=True, kw_only=True, tag="injury_step_reference"):
    """The number of the matter, and the insurer (part ``reference``)."""

    ref: str = ""
    insurer: str = ""


class InjuryText(Part, frozen=True, kw_only=True, tag="injury_step_text"):
    """A few words more (part ``text``)."""

    words: str = ""


class InjurySource(AttachedSource, frozen=True, kw_only=True, tag="injury_step_source"):
    """What the receipt, letter or decision was called."""


class Injury(msgspec.Struct, frozen=True):
    """A step of the matter of a work injury."""

    facts: InjuryFacts
    reference: InjuryReference | Gap | None = None
    text: InjuryText | Gap | None = None
    attached: Attached | None = None


class InjuryDraft(Draft, frozen=True, kw_only=True):
    """Such a step as a person gives it."""

    step: InjuryStep | None = None
    at: str | None = None
    by: DoneBy | None = None
    injury_on: str | None = None
    receipt_on: str | None = None
    ref: str | None = None
    insurer: str | None = None
    words: str | None = None
    incidents: tuple[EntryId, ...] | None = None


_FIELDS = (
    Field(
        name="step",
        kind=FieldKind.CHOICE,
        choices=InjuryStep,
        first=InjuryStep.OTHER,
        label=deferred("Which step"),
        option_help=deferred("which step it is"),
        shown=deferred("Step"),
    ),
    msgspec.structs.replace(AT, after=(After("injury_on", TimeDoubt.BEFORE_INJURY),)),
    Field(
        name="by",
        kind=FieldKind.CHOICE,
        choices=DoneBy,
        label=deferred("Who did it"),
        option_help=deferred("who did it"),
        shown=deferred("Done by"),
    ),
    Field(
        name="injury_on",
        kind=FieldKind.DAY,
        label=deferred("Day of the injury"),
        option_help=deferred("day of the injury"),
        shown=deferred("Day of the injury"),
    ),
    Field(
        name="receipt_on",
        kind=FieldKind.DAY,
        after=(After("at", TimeDoubt.CAME_BEFORE_SENT),),
        label=deferred("When the receipt came"),
        option_help=deferred("day on which the receipt came"),
        shown=deferred("Receipt came"),
    ),
    Field(
        name="ref",
        part="reference",
        label=deferred("Number of the matter"),
        option_help=deferred("number of the matter"),
        shown=deferred("Number of the matter"),
    ),
    Field(
        name="insurer",
        part="reference",
        label=deferred("Insurance company"),
        option_help=deferred("insurance company"),
        shown=deferred("Insurance company"),
    ),
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Note"),
        help=deferred("Leave out CPR numbers and income."),
        option_help=deferred("a few words more; no CPR number"),
        shown=deferred("Note"),
    ),
    INCIDENTS,
)


def _line(step: Injury, _: Around, language: Language) -> tuple[str, str]:
    facts = step.facts
    title = in_words(facts.step, language)
    if facts.step is InjuryStep.OTHER:
        title = language.text("A step of the work injury")
    ref = step.reference.ref if isinstance(step.reference, InjuryReference) else ""
    return title, dotted(in_words(facts.by, language), ref)


INJURY_STEP = Written(
    tag="injury_step",
    name=deferred("step of the work injury"),
    erasing=Erasing(lists=("consent",)),
    parts={
        "facts": InjuryFacts,
        "reference": InjuryReference,
        "text": InjuryText,
        "source": InjurySource,
        "object": ObjectBody,
    },
    searched={"reference": ("ref", "insurer"), "text": ("words",)},
    zones=PRIVATE,
    value=Injury,
    draft=InjuryDraft,
    sections=(FieldSection(deferred("Which step, when and by whom"), _FIELDS),),
    form=FormWords(
        new=deferred("Note a step of the work injury"),
        correct=deferred("Correct the step"),
        lead=ONLY_BY_CONSENT,
        saved=deferred("The step is saved and locked"),
        menu=deferred("Note a step of the work injury …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="injury",
        summary=deferred("note a step of the work injury; it leaves only if you say yes"),
        corrects=deferred("the step it corrects; the old one stays readable"),
        saved=deferred("The step is noted."),
    ),
    needs=("step", "by", "injury_on", "receipt_on", "ref", "insurer", "words"),
    refers=named_incidents,
    happened="at",
    line=_line,
)
