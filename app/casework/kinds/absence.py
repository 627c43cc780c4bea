"""Absence from work: from which day to which, how much, whether because of this, and who was told. Private."""

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
from app.casework.usual_fields import INCIDENTS, ONLY_BY_CONSENT
from app.casework.wording import dotted
from app.language import Language, deferred
from app.vocabulary import Role, YesNo, day, short_day
from evidence_store import EntryId


class AbsenceFacts(Part, frozen=True, kw_only=True, tag="absence"):
    """From which day to which ("" while it goes on), how much (0: a whole day), and whether because of this."""

    from_on: str = ""
    to_on: str = ""
    percent: int = 0
    because: YesNo = YesNo.UNKNOWN
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class AbsenceTold(Part, frozen=True, kw_only=True, tag="absence_told"):
    """Who was told of it, by role, and when (part ``told``); OTHER says nobody."""

    role: Role = Role.OTHER
    at: str = ""


class AbsenceText(Part, frozen=True, kw_only=True, tag="absence_text"):
    """A few words more (part ``text``)."""

    words: str = ""


class Absence(msgspec.Struct, frozen=True):
    """Some days of absence."""

    facts: AbsenceFacts
    told: AbsenceTold | Gap | None = None
    text: AbsenceText | Gap | None = None


class AbsenceDraft(Draft, frozen=True, kw_only=True):
    """Absence as a person gives it."""

    from_on: str | None = None
    to_on: str | None = None
    percent: int | None = None
    because: YesNo | None = None
    role: Role | None = None
    told_at: str | None = None
    words: str | None = None
    incidents: tuple[EntryId, ...] | None = None


_FIELDS = (
    Field(
        name="from_on",
        kind=FieldKind.DAY,
        now=True,
        option="from",
        label=deferred("First day"),
        option_help=deferred("first day; otherwise today"),
        shown=deferred("First day"),
    ),
    Field(
        name="to_on",
        kind=FieldKind.DAY,
        after=(After("from_on", TimeDoubt.ENDED_BEFORE_BEGUN),),
        option="to",
        label=deferred("Last day"),
        help=deferred("Leave it empty while it goes on."),
        option_help=deferred("last day; left out while it goes on"),
        shown=deferred("Last day"),
    ),
    Field(
        name="percent",
        kind=FieldKind.NUMBER,
        highest=100,
        unit=deferred("{number} per cent"),
        label=deferred("How much, per cent"),
        help=deferred("Leave it empty where it is the whole day."),
        option_help=deferred("how much of the day, in per cent; the whole day otherwise"),
        shown=deferred("How much"),
    ),
    Field(
        name="because",
        kind=FieldKind.CHOICE,
        choices=YesNo,
        label=deferred("Because of this"),
        option_help=deferred("whether it is because of this"),
        shown=deferred("Because of the incident"),
    ),
    Field(
        name="role",
        part="told",
        kind=FieldKind.CHOICE,
        choices=Role,
        first=Role.OTHER,
        silent=Role.OTHER,
        silent_label=deferred("Not stated"),
        label=deferred("Who was told"),
        option_help=deferred("who was told"),
        shown=deferred("Person told"),
    ),
    Field(
        name="told_at",
        part="told",
        attr="at",
        kind=FieldKind.TIME,
        label=deferred("When they were told"),
        option_help=deferred("when they were told"),
        shown=deferred("Told at"),
    ),
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Note"),
        help=deferred("Write no diagnosis if you want to share it."),
        option_help=deferred("a few words more; no diagnosis, if you want to share it"),
        shown=deferred("Note"),
    ),
    INCIDENTS,
)


def _line(absence: Absence, _: Around, language: Language) -> tuple[str, str]:
    facts = absence.facts
    days = day(facts.from_on, language)
    if facts.to_on and facts.to_on != facts.from_on:
        first, last = (short_day(each, language) for each in (facts.from_on, facts.to_on))
        days = f"{first} – {last}"
    elif not facts.to_on and facts.from_on:
        days = language.text("from {day}", day=days)
    number = language.number(facts.percent)
    share = language.text("{number} per cent", number=number) if facts.percent else ""
    return language.text("Absence"), dotted(days, share)


ABSENCE = Written(
    tag="absence",
    name=deferred("absence"),
    erasing=Erasing(lists=("consent",)),
    parts={"facts": AbsenceFacts, "told": AbsenceTold, "text": AbsenceText},
    searched={"text": ("words",)},
    zones=PRIVATE,
    value=Absence,
    draft=AbsenceDraft,
    sections=(FieldSection(deferred("Which days, and how much"), _FIELDS),),
    form=FormWords(
        new=deferred("Note absence"),
        correct=deferred("Correct the absence"),
        lead=ONLY_BY_CONSENT,
        saved=deferred("The absence is saved and locked"),
        menu=deferred("Note absence …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="absence",
        summary=deferred("note absence; it leaves only if you say yes"),
        corrects=deferred("the absence it corrects; the old one stays readable"),
        saved=deferred("The absence is noted."),
    ),
    refers=named_incidents,
    day_happened="from_on",
    line=_line,
)
