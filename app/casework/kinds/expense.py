"""An expense: what for, when, how much, who paid and what came back, with its receipt. Private."""

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
from app.casework.usual_fields import INCIDENTS, ONLY_BY_CONSENT
from app.language import Language, deferred
from app.vocabulary import ExpenseKind, PaidBy, in_words
from evidence_store import EntryId, ObjectBody


class ExpenseFacts(Part, frozen=True, kw_only=True, tag="expense"):
    """What for, when, how much, who paid, and what was paid back."""

    form: ExpenseKind = ExpenseKind.OTHER
    paid_on: str = ""
    amount_oere: int = 0
    paid_by: PaidBy = PaidBy.UNKNOWN
    refunded_oere: int = 0
    refunded_on: str = ""
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class ExpenseText(Part, frozen=True, kw_only=True, tag="expense_text"):
    """What it was (part ``text``)."""

    what: str = ""


class ExpenseSource(AttachedSource, frozen=True, kw_only=True, tag="expense_source"):
    """What the receipt was called."""


class Expense(msgspec.Struct, frozen=True):
    """An expense."""

    facts: ExpenseFacts
    text: ExpenseText | Gap | None = None
    attached: Attached | None = None


class ExpenseDraft(Draft, frozen=True, kw_only=True):
    """An expense as a person gives it."""

    form: ExpenseKind | None = None
    what: str | None = None
    amount: int | None = None
    paid_on: str | None = None
    paid_by: PaidBy | None = None
    refunded: int | None = None
    refunded_on: str | None = None
    incidents: tuple[EntryId, ...] | None = None


_FIELDS = (
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=ExpenseKind,
        first=ExpenseKind.OTHER,
        label=deferred("What the money went to"),
        option_help=deferred("what the money went to"),
        shown=deferred("What for"),
    ),
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What the expense was"),
        option_help=deferred("what it was"),
        shown=deferred("Description"),
    ),
    Field(
        name="amount",
        attr="amount_oere",
        kind=FieldKind.AMOUNT,
        label=deferred("Amount"),
        option_help=deferred("amount in kroner, such as 1.250,50"),
        shown=deferred("Amount"),
    ),
    Field(
        name="paid_on",
        kind=FieldKind.DAY,
        now=True,
        label=deferred("When it was paid"),
        option_help=deferred("day on which it was paid; otherwise today"),
        shown=deferred("Paid"),
    ),
    Field(
        name="paid_by",
        kind=FieldKind.CHOICE,
        choices=PaidBy,
        label=deferred("Who paid"),
        option_help=deferred("who paid"),
        shown=deferred("Paid by"),
    ),
    Field(
        name="refunded",
        attr="refunded_oere",
        kind=FieldKind.AMOUNT,
        label=deferred("Paid back"),
        option_help=deferred("what was paid back, in kroner"),
        shown=deferred("Paid back"),
    ),
    Field(
        name="refunded_on",
        kind=FieldKind.DAY,
        after=(After("paid_on", TimeDoubt.CAME_BEFORE_SENT),),
        label=deferred("When it was paid back"),
        option_help=deferred("day on which it was paid back"),
        shown=deferred("Paid back on"),
    ),
    INCIDENTS,
)


def _line(expense: Expense, _: Around, language: Language) -> tuple[str, str]:
    facts = expense.facts
    form = in_words(facts.form, language)
    if not facts.amount_oere:
        return language.text("Expense"), form
    return language.text("Expense: {amount}", amount=language.amount(facts.amount_oere)), form


EXPENSE = Written(
    tag="expense",
    name=deferred("expense"),
    erasing=Erasing(
        lists=("consent",), says=deferred("The small picture of the receipt goes too.")
    ),
    parts={
        "facts": ExpenseFacts,
        "text": ExpenseText,
        "source": ExpenseSource,
        "object": ObjectBody,
    },
    searched={"text": ("what",)},
    zones=PRIVATE,
    value=Expense,
    draft=ExpenseDraft,
    sections=(FieldSection(deferred("What it cost, and who paid"), _FIELDS),),
    form=FormWords(
        new=deferred("Note an expense"),
        correct=deferred("Correct the expense"),
        lead=ONLY_BY_CONSENT,
        saved=deferred("The expense is saved and locked"),
        menu=deferred("Note an expense …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="expense",
        summary=deferred("note an expense; it leaves only if you say yes"),
        corrects=deferred("the expense it corrects; the old one stays readable"),
        saved=deferred("The expense is noted."),
    ),
    needs=("form", "amount", "what"),
    refers=named_incidents,
    day_happened="paid_on",
    paper=deferred("The receipt"),
    line=_line,
)
