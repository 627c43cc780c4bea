"""Something was given away: which package or dossier, to whom by role, when, and how."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.fields import CommandWords, Draft, Field, FieldKind, FormWords, Section
from app.casework.kind import Written
from app.casework.kinds.dossier import Delivery, SealedDossier
from app.casework.part import Part
from app.language import deferred
from app.vocabulary import Channel, Role
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


class HandedOver(msgspec.Struct, frozen=True):
    """A package or dossier that was given to somebody."""

    facts: HandedOverFacts
    to: HandedOverPerson | Gap | None = None


class HandedOverDraft(Draft, frozen=True, kw_only=True):
    """That somebody got something, as a person gives it; of a new one ``what`` is always said."""

    what: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    channel: Channel | None = None


def role_of(recipient: str) -> Role:
    """Return the role that a dossier was made for; a recipient of another program's counts as somebody else."""
    return Role(recipient) if recipient in list(Role) else Role.OTHER


def _settle(draft: HandedOverDraft, target: object) -> HandedOverDraft:
    """Who got it is whom it was made for, where nobody else is said."""
    if draft.role is None and isinstance(target, SealedDossier | Delivery):
        return replace(draft, role=role_of(target.facts.recipient))
    return draft


_NO_WAY_FOR_FILES = frozenset({Channel.PACKAGE, Channel.PHONE, Channel.CONVERSATION})

HANDED_OVER = Written(
    tag="handed_over",
    name=deferred("hand-over"),
    parts={"facts": HandedOverFacts, "to": HandedOverPerson},
    searched={"to": ("name",)},
    value=HandedOver,
    draft=HandedOverDraft,
    sections=(
        Section(
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
                    label=deferred("Given to"),
                    option_help=deferred("who got it; otherwise whom it was made for"),
                ),
                Field(name="name", part="to", label=deferred("Name"), option_help=deferred("name")),
                Field(
                    name="at",
                    kind=FieldKind.TIME,
                    now=True,
                    label=deferred("When"),
                    help=deferred("Stands at now. Change it if it was earlier."),
                    option_help=deferred("when; otherwise now"),
                    shown=deferred("When"),
                ),
                Field(
                    name="channel",
                    kind=FieldKind.CHOICE,
                    choices=Channel,
                    first=Channel.MAIL,
                    without=_NO_WAY_FOR_FILES,
                    label=deferred("How"),
                    option_help=deferred("how"),
                    shown=deferred("How"),
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
)
