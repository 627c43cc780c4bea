"""The person's own statement on how the pictures were taken: for which of them, and how far it is."""

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
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import AT, EXHIBITS, SIGNED_ON, status_field
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import StatementStatus, in_words
from evidence_store import EntryId, ObjectBody


class OwnStatementFacts(Part, frozen=True, kw_only=True, tag="own_statement"):
    """When it was written, how far it is, when it was signed, and of which exhibits it tells."""

    at: str = ""
    status: StatementStatus = StatementStatus.DRAFT
    signed_on: str = ""
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class OwnStatementText(Part, frozen=True, kw_only=True, tag="own_statement_text"):
    """How the pictures were taken (part ``text``)."""

    words: str = ""


class OwnStatementSource(AttachedSource, frozen=True, kw_only=True, tag="own_statement_source"):
    """What the file of the signed paper was called."""


class OwnStatement(msgspec.Struct, frozen=True):
    """The person's own statement on how the pictures were taken."""

    facts: OwnStatementFacts
    text: OwnStatementText | Gap | None = None
    attached: Attached | None = None


class OwnStatementDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    words: str | None = None
    exhibits: tuple[EntryId, ...] | None = None
    at: str | None = None
    status: StatementStatus | None = None
    signed_on: str | None = None


_FIELDS = (
    Field(
        name="words",
        part="text",
        kind=FieldKind.AREA,
        lines=6,
        label=deferred("How you took them"),
        help=deferred(
            "Which computer and program, whether you were logged in, whether you scrolled or opened"
            " comments, and whether somebody sat beside you."
        ),
        option_help=deferred("how the pictures were taken"),
        shown=deferred("How the pictures were taken"),
    ),
    EXHIBITS,
    AT,
    status_field(StatementStatus),
    msgspec.structs.replace(SIGNED_ON, after=(After("at", TimeDoubt.BEFORE_WRITTEN),)),
)


def _line(statement: OwnStatement, _: Around, language: Language) -> tuple[str, str]:
    words = statement.text.words if isinstance(statement.text, OwnStatementText) else ""
    status = in_words(statement.facts.status, language)
    return language.text("How you took the pictures"), dotted(status, first_words(words))


OWN_STATEMENT = Written(
    tag="own_statement",
    name=deferred("own statement"),
    erasing=Erasing(),
    parts={
        "facts": OwnStatementFacts,
        "text": OwnStatementText,
        "source": OwnStatementSource,
        "object": ObjectBody,
    },
    searched={"text": ("words",)},
    value=OwnStatement,
    draft=OwnStatementDraft,
    sections=(FieldSection(deferred("How the pictures were taken"), _FIELDS),),
    form=FormWords(
        new=deferred("Tell how you took the pictures"),
        new_about=deferred("Tell how you took Exhibit {number}"),
        correct=deferred("Correct how you took the pictures"),
        lead=deferred("Write it while you remember it. You can print it and sign it later."),
        saved=deferred("Your statement is saved and locked"),
        menu=deferred("Tell how you took the pictures …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="statement",
        summary=deferred("tell how you took the pictures"),
        corrects=deferred("the statement it corrects, such as when it is signed"),
        saved=deferred("Your statement is noted."),
    ),
    needs=("words", "exhibits", "status"),
    about="exhibits",
    refers=lambda statement: statement.facts.exhibits,
    happened="at",
    badge=Badge(deferred("Statement"), Tone.INFO),
    icon=Icon.DOCUMENT,
    line=_line,
    paper=deferred("The signed paper"),
    in_dossier=InDossier(
        heading=deferred("How the pictures were taken"),
        called=deferred("Own statement, entry {seq}"),
        rows=(
            RowOf("words"),
            RowOf("exhibits"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("status"),
            RowOf("signed_on"),
        ),
        moments=(MomentOf("at", deferred("The employee told how the pictures were taken")),),
        also_left_out={
            "text": (
                deferred("The words on how the pictures were taken"),
                deferred("Not needed by this recipient."),
            )
        },
    ),
)
