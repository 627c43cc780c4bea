"""A case of their own work that somebody keeps an eye on, by a cover name. Private; it names nobody."""

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
from app.language import Language, deferred
from app.vocabulary import WatchStatus, WorryLevel, in_words
from evidence_store import EntryId


class WatchFacts(Part, frozen=True, kw_only=True, tag="watch_case"):
    """How far it is, how worried the person is, and when to look at it again."""

    status: WatchStatus = WatchStatus.OPEN
    worry: WorryLevel = WorryLevel.UNKNOWN
    review_on: str = ""
    corrects: EntryId | None = None


class WatchAlias(Part, frozen=True, kw_only=True, tag="watch_case_alias"):
    """The cover name (part ``alias``)."""

    alias: str = ""


class WatchText(Part, frozen=True, kw_only=True, tag="watch_case_text"):
    """What was seen, and what the person does (part ``text``)."""

    signs: str = ""
    plan: str = ""


class Watch(msgspec.Struct, frozen=True):
    """A case that somebody keeps an eye on."""

    facts: WatchFacts
    alias: WatchAlias | Gap | None = None
    text: WatchText | Gap | None = None


class WatchDraft(Draft, frozen=True, kw_only=True):
    """Such a case as a person gives it."""

    alias: str | None = None
    status: WatchStatus | None = None
    worry: WorryLevel | None = None
    signs: str | None = None
    plan: str | None = None
    review: str | None = None


_FIELDS = (
    Field(
        name="alias",
        part="alias",
        no_cpr=True,
        alias=True,
        label=deferred("Cover name"),
        help=deferred("Not the person’s name, and no CPR number. Such as “the blue case”."),
        option_help=deferred("cover name; no name and no CPR number"),
        shown=deferred("Cover name"),
    ),
    Field(
        name="worry",
        kind=FieldKind.CHOICE,
        choices=WorryLevel,
        label=deferred("How worried"),
        option_help=deferred("how worried you are"),
        shown=deferred("Worry"),
    ),
    Field(
        name="signs",
        part="text",
        kind=FieldKind.AREA,
        no_cpr=True,
        alias=True,
        label=deferred("What you have seen"),
        option_help=deferred("what you have seen; no name and no CPR number"),
        shown=deferred("Seen"),
    ),
    Field(
        name="plan",
        part="text",
        kind=FieldKind.AREA,
        no_cpr=True,
        alias=True,
        label=deferred("What you do"),
        option_help=deferred("what you do; no name and no CPR number"),
        shown=deferred("Plan"),
    ),
    Field(
        name="review",
        attr="review_on",
        kind=FieldKind.DAY,
        to_come=True,
        label=deferred("Look at it again"),
        help=deferred("Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day on which you look at it again"),
        shown=deferred("Look at it again on"),
    ),
    Field(
        name="status",
        kind=FieldKind.CHOICE,
        choices=WatchStatus,
        label=deferred("How far it is"),
        option_help=deferred("how far it is"),
        shown=deferred("State"),
    ),
)


def _line(watch: Watch, _: Around, language: Language) -> tuple[str, str]:
    alias = watch.alias.alias if isinstance(watch.alias, WatchAlias) else ""
    return (
        language.text("A case I keep an eye on"),
        alias or in_words(watch.facts.status, language),
    )


WATCH_CASE = Written(
    tag="watch_case",
    name=deferred("case you keep an eye on"),
    erasing=Erasing(),
    parts={"facts": WatchFacts, "alias": WatchAlias, "text": WatchText},
    searched={"alias": ("alias",), "text": ("signs", "plan")},
    zones=PRIVATE,
    value=Watch,
    draft=WatchDraft,
    sections=(FieldSection(deferred("Which case, and what you have seen"), _FIELDS),),
    form=FormWords(
        new=deferred("A case you keep an eye on"),
        correct=deferred("Correct the case you keep an eye on"),
        lead=deferred(
            "Only you can read it. Write no names, and nothing that belongs in the record."
        ),
        saved=deferred("It is saved and locked"),
        menu=deferred("A case you keep an eye on …"),
        shelf=Shelf.PREVENTION,
    ),
    command=CommandWords(
        name="watch",
        summary=deferred("note a case you keep an eye on, by a cover name"),
        corrects=deferred("what it corrects; the old one stays readable"),
        saved=deferred("It is noted."),
    ),
    needs=("alias", "signs", "plan"),
    line=_line,
)
