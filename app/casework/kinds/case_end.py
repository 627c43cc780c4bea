"""That the case is over: since when, until when it is kept, and when to look again. Private; it leaves with nothing.

The newest one that is not hidden stands. Hiding it takes the case up again, and so does anything that is sealed: the
kind shuts nothing.
"""

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
from app.casework.kind import PRIVATE, Around, Written
from app.casework.part import Part
from app.casework.wording import Badge, Tone, first_words
from app.language import Language, deferred
from app.vocabulary import day
from evidence_store import EntryId


class CaseEndFacts(Part, frozen=True, kw_only=True, tag="case_end"):
    """Since when it is over, until when it is kept, and when to look again; days, or ""."""

    ended_on: str = ""
    keep_until: str = ""
    follow_up_on: str = ""
    corrects: EntryId | None = None


class CaseEndText(Part, frozen=True, kw_only=True, tag="case_end_text"):
    """How it ended (part ``text``)."""

    how: str = ""


class CaseEnd(msgspec.Struct, frozen=True):
    """That the case is over."""

    facts: CaseEndFacts
    text: CaseEndText | Gap | None = None


class CaseEndDraft(Draft, frozen=True, kw_only=True):
    """The end of the case as a person gives it."""

    ended: str | None = None
    how: str | None = None
    follow_up: str | None = None
    keep_until: str | None = None


_FIELDS = (
    Field(
        name="ended",
        attr="ended_on",
        kind=FieldKind.DAY,
        label=deferred("When did it end?"),
        option_help=deferred("day on which the case ended"),
        shown=deferred("Ended"),
    ),
    Field(
        name="how",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("How did it end?"),
        option_help=deferred("how it ended"),
        shown=deferred("The end of it"),
    ),
    Field(
        name="follow_up",
        attr="follow_up_on",
        kind=FieldKind.DAY,
        to_come=True,
        label=deferred("When will you look at how you are?"),
        help=deferred("A day some months on is good. Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day on which you look at how you are"),
        shown=deferred("Follow-up"),
    ),
    Field(
        name="keep_until",
        kind=FieldKind.DAY,
        to_come=True,
        label=deferred("Until when do you keep the case?"),
        help=deferred("You are reminded that day. Nothing is erased by itself."),
        option_help=deferred("day until which the case is kept; nothing is erased by itself"),
        shown=deferred("Kept until"),
    ),
)


def _line(end: CaseEnd, _: Around, language: Language) -> tuple[str, str]:
    how = first_words(end.text.how) if isinstance(end.text, CaseEndText) else ""
    on = end.facts.ended_on
    title = (
        language.text("The case ended {day}", day=day(on, language))
        if on
        else language.text("The case is over")
    )
    return title, how


CASE_END = Written(
    tag="case_end",
    name=deferred("end of the case"),
    erasing=Erasing(),
    parts={"facts": CaseEndFacts, "text": CaseEndText},
    searched={"text": ("how",)},
    zones=PRIVATE,
    value=CaseEnd,
    draft=CaseEndDraft,
    sections=(FieldSection(deferred("When it ended, and what comes after"), _FIELDS),),
    form=FormWords(
        new=deferred("Close the case"),
        correct=deferred("Correct the end of the case"),
        lead=deferred("Only you can read it. You can still look at the case, and add to it."),
        saved=deferred("The case is closed"),
        menu=deferred("Close the case …"),
        shelf=Shelf.DEADLINES,
    ),
    command=CommandWords(
        name="close-case",
        summary=deferred("note that the case is over, and until when it is kept"),
        corrects=deferred("what it corrects; the old one stays readable"),
        saved=deferred("The case is closed."),
    ),
    needs=("ended", "how", "follow_up", "keep_until"),
    day_happened="ended_on",
    badge=Badge(deferred("Closed"), Tone.PLAIN),
    line=_line,
)
