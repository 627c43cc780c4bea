"""A kind of the private chain that uses what a kind can be made of: money, a share, several choices, days, a file."""

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
)
from app.casework.kind import Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.vocabulary import Role, Zone
from evidence_store import EntryId, ObjectBody


class SpellFacts(Part, frozen=True, kw_only=True, tag="spell"):
    """From which day to which, how much, what it cost, who was told, and what it is about."""

    from_on: str = ""
    to_on: str = ""
    percent: int = 0
    amount_oere: int = 0
    told: tuple[Role, ...] = ()
    posts: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class SpellState(Part, frozen=True, kw_only=True, tag="spell_state"):
    """How far it is (part ``state``)."""

    role: Role = Role.OTHER


class SpellSource(AttachedSource, frozen=True, kw_only=True, tag="spell_source"):
    """What its file was called."""


class Spell(msgspec.Struct, frozen=True):
    """Some days that cost something."""

    facts: SpellFacts
    state: SpellState | Gap | None = None
    attached: Attached | None = None


class SpellDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    from_on: str | None = None
    to_on: str | None = None
    percent: int | None = None
    amount: int | None = None
    told: tuple[Role, ...] | None = None
    posts: tuple[EntryId, ...] | None = None
    role: Role | None = None
    contact: EntryId | None = None


SPELL = Written(
    tag="spell",
    name="spell",
    parts={
        "facts": SpellFacts,
        "state": SpellState,
        "source": SpellSource,
        "object": ObjectBody,
    },
    searched={"source": ("name",)},
    zones=frozenset({Zone.PRIVATE}),
    erasing=Erasing(),
    value=Spell,
    draft=SpellDraft,
    sections=(
        FieldSection(
            "",
            (
                Field(
                    name="contact",
                    part="",
                    kind=FieldKind.ENTRY,
                    of=("contact",),
                    label="From your contacts",
                ),
                Field(
                    name="from_on",
                    kind=FieldKind.DAY,
                    now=True,
                    label="First day",
                    option_help="first day",
                    shown="First day",
                ),
                Field(
                    name="to_on",
                    kind=FieldKind.DAY,
                    after=(After("from_on", TimeDoubt.ENDED_BEFORE_BEGUN),),
                    label="Last day",
                    option_help="last day",
                    shown="Last day",
                ),
                Field(
                    name="percent",
                    kind=FieldKind.NUMBER,
                    lowest=1,
                    highest=100,
                    label="How much",
                    option_help="how much",
                    shown="How much",
                ),
                Field(
                    name="amount",
                    attr="amount_oere",
                    kind=FieldKind.AMOUNT,
                    label="Amount",
                    option_help="amount",
                    shown="Amount",
                ),
                Field(
                    name="told",
                    kind=FieldKind.CHOICES,
                    choices=Role,
                    label="Who knows",
                    option_help="who knows",
                    shown="Who knows",
                ),
                Field(
                    name="posts",
                    kind=FieldKind.ENTRIES,
                    of=("incident",),
                    label="Which incidents",
                    option="incident",
                    option_help="an incident",
                ),
                Field(
                    name="role",
                    part="state",
                    kind=FieldKind.CHOICE,
                    choices=Role,
                    label="Where it lies",
                    option_help="where it lies",
                    shown="Where it lies",
                ),
            ),
        ),
    ),
    form=FormWords(new="A spell", correct="Correct the spell", lead="", saved="Saved"),
    command=CommandWords(
        name="spell", summary="note a spell", corrects="which one", saved="It is noted."
    ),
    needs=("to_on", "percent", "amount", "told"),
    refers=lambda spell: spell.facts.posts,
)
