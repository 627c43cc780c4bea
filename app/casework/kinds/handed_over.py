"""Something was given away: which package or dossier, to whom by role, when, and how."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import CommandWords, Draft, Field, FieldKind, FieldSection, FormWords
from app.casework.kind import Around, Written
from app.casework.kinds.dossier import Delivery, SealedDossier, called
from app.casework.part import Part
from app.casework.usual_fields import AT, NAME
from app.casework.wording import (
    Badge,
    Icon,
    Labelled,
    Tone,
    dotted,
    filled,
    listed,
    unread_words,
    with_rest,
)
from app.language import Language, deferred
from app.vocabulary import Channel, Role, in_words, lowered, minute
from evidence_store import EntryId


class HandedOverFacts(Part, frozen=True, kw_only=True, tag="handed_over"):
    """Something was given away: which package or dossier, to whom by role, when, and how.

    ``what`` is the entry of the package that was saved, or of the dossier.
    """

    what: EntryId
    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    corrects: EntryId | None = None


class HandedOverPerson(Part, frozen=True, kw_only=True, tag="handed_over_person"):
    """The name of the one who got it (part ``to``)."""

    name: str = ""


class HandedOverReceipt(Part, frozen=True, kw_only=True, tag="handed_over_receipt"):
    """That the recipient said they have it: when, and in which words (part ``receipt``)."""

    at: str = ""
    text: str = ""


class HandedOver(msgspec.Struct, frozen=True):
    """A package or dossier that was given to somebody."""

    facts: HandedOverFacts
    to: HandedOverPerson | Gap | None = None
    receipt: HandedOverReceipt | Gap | None = None


class HandedOverDraft(Draft, frozen=True, kw_only=True):
    """That somebody got something, as a person gives it; of a new one ``what`` is always said."""

    what: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    channel: Channel | None = None
    received_at: str | None = None
    receipt: str | None = None


def role_of(recipient: str) -> Role:
    """Return the role that a dossier was made for; a recipient of another program's counts as somebody else."""
    return Role(recipient) if recipient in list(Role) else Role.OTHER


def _settle(draft: HandedOverDraft, target: object) -> HandedOverDraft:
    """Who got it is whom it was made for, where nobody else is said."""
    if draft.role is None and isinstance(target, SealedDossier | Delivery):
        return replace(draft, role=role_of(target.facts.recipient))
    return draft


_NO_WAY_FOR_FILES = frozenset({Channel.PACKAGE, Channel.PHONE, Channel.CONVERSATION})


def _line(given: HandedOver, _: object, language: Language) -> tuple[str, str]:
    name = given.to.name if isinstance(given.to, HandedOverPerson) else ""
    role = in_words(given.facts.role, language)
    title = dotted(language.text("Report handed over"), role, name)
    return title, in_words(given.facts.channel, language)


def _details(given: HandedOver, language: Language) -> tuple[Labelled, ...]:
    text, facts, to = language.text, given.facts, given.to
    name = to.name if isinstance(to, HandedOverPerson) else unread_words(to, language)
    return filled(
        with_rest(text("Given to"), in_words(facts.role, language), name),
        Labelled(text("When"), minute(facts.at, language)),
        Labelled(text("How"), in_words(facts.channel, language)),
        Labelled(text("Receipt from them"), _receipt(given, language)),
    )


def _receipt(given: HandedOver, language: Language) -> str:
    """When the recipient said that they have it, and what they said."""
    receipt = given.receipt
    if not isinstance(receipt, HandedOverReceipt):
        return unread_words(receipt, language)
    when = minute(receipt.at, language) if receipt.at else ""
    return dotted(when, receipt.text) if receipt.text else when


def _what(given: HandedOver, around: Around, language: Language) -> tuple[Labelled, ...]:
    """The package or report that somebody got."""
    thing = around.thing_of(given.facts.what)
    if not isinstance(thing, SealedDossier | Delivery):
        return ()
    return (Labelled(language.text("What"), called(thing, language)),)


def _brief(given: HandedOver, language: Language) -> str:
    if not isinstance(given.to, HandedOverPerson):
        return ""
    return listed(lowered(in_words(given.facts.role, language)), given.to.name)


def _received(given: HandedOver, language: Language) -> str:
    if not isinstance(given.receipt, HandedOverReceipt):
        return ""
    if not given.receipt.at:
        return language.text("they have said that they have it")
    return language.text("they had it {when}", when=minute(given.receipt.at, language))


def _there(noted: tuple[HandedOver, ...], language: Language) -> tuple[Labelled, ...]:
    """Whether it is noted that somebody got it, and who."""
    text = language.text
    label = text("Handed over")
    given = tuple(
        with_rest(
            label,
            in_words(each.facts.role, language),
            minute(each.facts.at, language),
            in_words(each.facts.channel, language),
            _received(each, language),
        )
        for each in noted
    )
    return given or (Labelled(label, text("Not noted yet")),)


HANDED_OVER = Written(
    tag="handed_over",
    name=deferred("hand-over"),
    erasing=Erasing(),
    parts={"facts": HandedOverFacts, "to": HandedOverPerson, "receipt": HandedOverReceipt},
    searched={"to": ("name",), "receipt": ("text",)},
    value=HandedOver,
    draft=HandedOverDraft,
    sections=(
        FieldSection(
            deferred("Which report, to whom, when and how"),
            (
                Field(
                    name="what",
                    kind=FieldKind.ENTRY,
                    of=("dossier", "delivery"),
                    label=deferred("Which report"),
                    option="id",
                    positional=True,
                    option_help=deferred("the package or the dossier, such as e41"),
                ),
                Field(
                    name="role",
                    kind=FieldKind.CHOICE,
                    choices=Role,
                    in_sight=True,
                    label=deferred("Given to"),
                    option_help=deferred("who got it; otherwise whom it was made for"),
                ),
                NAME,
                AT,
                Field(
                    name="channel",
                    kind=FieldKind.CHOICE,
                    choices=Channel,
                    first=Channel.MAIL,
                    without=_NO_WAY_FOR_FILES,
                    label=deferred("How"),
                    option_help=deferred("how"),
                ),
            ),
        ),
        FieldSection(
            deferred("Their receipt"),
            (
                Field(
                    name="received_at",
                    part="receipt",
                    attr="at",
                    kind=FieldKind.TIME,
                    label=deferred("When they said that they have it"),
                    help=deferred("Can be added when they answer."),
                    option_help=deferred("when they said that they have it"),
                    shown=deferred("Receipt from them"),
                ),
                Field(
                    name="receipt",
                    part="receipt",
                    attr="text",
                    kind=FieldKind.AREA,
                    label=deferred("What they said"),
                    option_help=deferred("what they said when they had it"),
                    shown=deferred("What was answered"),
                ),
            ),
        ),
    ),
    form=FormWords(
        new=deferred("Note a hand-over"),
        correct=deferred("Correct the hand-over"),
        lead=deferred(
            "That a report is saved does not mean that anybody has it. Write down who got it and when."
        ),
        saved=deferred("The hand-over is saved and locked"),
    ),
    command=CommandWords(
        name="handed-over",
        summary=deferred("note that somebody got a package or a dossier"),
        corrects=deferred("the hand-over it corrects; the old one stays readable"),
        saved=deferred("The hand-over is noted."),
    ),
    about="what",
    settle=_settle,
    refers=lambda given: (given.facts.what,),
    happened="at",
    badge=Badge(deferred("Handed over"), Tone.OK),
    icon=Icon.PLANE,
    line=_line,
    details=_details,
    more=_what,
    brief=_brief,
    there=_there,
)
