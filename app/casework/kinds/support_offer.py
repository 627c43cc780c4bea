"""Support that somebody offered, and what the person said to it. Private, until the person shares that it was given.

Sharing seals a ``support`` of the evidence chain, whose words the person says; none of this leaves by itself.
"""

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
from app.casework.kind import PRIVATE, Around, Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import AT, NAME, role_field
from app.language import Language, deferred
from app.vocabulary import Role, SupportKind, SupportReply, in_words, lowered
from evidence_store import EntryId


class OfferFacts(Part, frozen=True, kw_only=True, tag="support_offer"):
    """What support was offered, by whom and when, and what the person said to it and when."""

    form: SupportKind = SupportKind.OTHER
    role: Role = Role.OTHER
    at: str = ""
    reply: SupportReply = SupportReply.OFFERED
    reply_at: str = ""
    corrects: EntryId | None = None


class OfferPerson(Part, frozen=True, kw_only=True, tag="support_offer_to"):
    """The name of the one who offered it (part ``to``)."""

    name: str = ""


class OfferText(Part, frozen=True, kw_only=True, tag="support_offer_text"):
    """What it was (part ``text``)."""

    what: str = ""


class OfferShared(Part, frozen=True, kw_only=True, tag="support_offer_shared"):
    """The support of the evidence chain that was made of it (part ``shared``)."""

    entry: EntryId | None = None


class Offer(msgspec.Struct, frozen=True):
    """Support that was offered."""

    facts: OfferFacts
    to: OfferPerson | Gap | None = None
    text: OfferText | Gap | None = None
    shared: OfferShared | Gap | None = None


class OfferDraft(Draft, frozen=True, kw_only=True):
    """Such an offer as a person gives it; ``shared`` is said by the act that shares it."""

    form: SupportKind | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    what: str | None = None
    reply: SupportReply | None = None
    reply_at: str | None = None
    shared: EntryId | None = None


_FIELDS = (
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=SupportKind,
        first=SupportKind.OTHER,
        label=deferred("What support"),
        option_help=deferred("what support it was"),
        shown=deferred("Support"),
    ),
    role_field(
        label=deferred("Who offered it"),
        option_help=deferred("who offered it"),
        shown=deferred("Offered by"),
    ),
    NAME,
    AT,
    Field(
        name="what",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What it was"),
        option_help=deferred("what it was"),
        shown=deferred("Description"),
    ),
    Field(
        name="reply",
        kind=FieldKind.CHOICE,
        choices=SupportReply,
        label=deferred("What you answered"),
        option_help=deferred("what you answered"),
        shown=deferred("Your answer"),
    ),
    Field(
        name="reply_at",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.BEFORE_OFFERED),),
        label=deferred("When you answered"),
        option_help=deferred("when you answered"),
        shown=deferred("You answered"),
    ),
    Field(
        name="shared",
        part="shared",
        attr="entry",
        kind=FieldKind.ENTRY,
        of=("support",),
        shown=deferred("Shared as"),
    ),
)


def _line(offer: Offer, _: Around, language: Language) -> tuple[str, str]:
    facts = offer.facts
    form = lowered(in_words(facts.form, language))
    return (
        language.text("Support offered: {form}", form=form),
        in_words(facts.reply, language),
    )


SUPPORT_OFFER = Written(
    tag="support_offer",
    name=deferred("support that was offered"),
    erasing=Erasing(
        lists=("support",), says=deferred("What you shared of it stays where it was shared.")
    ),
    parts={"facts": OfferFacts, "to": OfferPerson, "text": OfferText, "shared": OfferShared},
    searched={"to": ("name",), "text": ("what",)},
    zones=PRIVATE,
    value=Offer,
    draft=OfferDraft,
    sections=(FieldSection(deferred("What support, from whom and when"), _FIELDS),),
    form=FormWords(
        new=deferred("Note support you were offered"),
        correct=deferred("Correct the support you were offered"),
        lead=deferred("Only you can read it. You can share that you got support later."),
        saved=deferred("It is saved and locked"),
        menu=deferred("Note support you were offered …"),
        shelf=Shelf.ANSWERS,
    ),
    command=CommandWords(
        name="support-offer",
        summary=deferred("note support that you were offered; only you can read it"),
        corrects=deferred("what it corrects; the old one stays readable"),
        saved=deferred("It is noted."),
    ),
    needs=("form", "name", "what"),
    happened="at",
    line=_line,
)
