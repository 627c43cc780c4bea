"""A report to the police: how far it is, its receipt and numbers, whom one talked to, or why it is not made."""

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
    Width,
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import (
    AT,
    INCIDENTS,
    LETTER,
    LETTERS,
    STATUS_ON,
    by_field,
    status_field,
)
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import DoneBy, PoliceChannel, PolicePurpose, PoliceStatus, in_words
from evidence_store import EntryId, ObjectBody


class PoliceFacts(Part, frozen=True, kw_only=True, tag="police_report"):
    """How far it is and since when, when and how it was reported, by whom, what for, and which incidents."""

    status: PoliceStatus = PoliceStatus.UNKNOWN
    at: str = ""
    status_on: str = ""
    channel: PoliceChannel = PoliceChannel.OTHER
    by: DoneBy = DoneBy.UNKNOWN
    purpose: PolicePurpose = PolicePurpose.UNKNOWN
    incidents: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class PoliceReference(Part, frozen=True, kw_only=True, tag="police_report_reference"):
    """When the receipt came, and the numbers (part ``reference``)."""

    receipt_at: str = ""
    receipt_ref: str = ""
    journal_no: str = ""


class PoliceOfficer(Part, frozen=True, kw_only=True, tag="police_report_officer"):
    """Whom one talked to (part ``officer``)."""

    name: str = ""
    phone: str = ""
    station: str = ""


class PoliceReason(Part, frozen=True, kw_only=True, tag="police_report_reason"):
    """Why it is not reported (part ``reason``)."""

    why_not: str = ""


class PoliceLetter(Part, frozen=True, kw_only=True, tag="police_report_letter"):
    """What was handed over, in its own words (part ``letter``)."""

    words: str = ""


class PoliceText(Part, frozen=True, kw_only=True, tag="police_report_text"):
    """What was said (part ``text``)."""

    note: str = ""


class PoliceSource(AttachedSource, frozen=True, kw_only=True, tag="police_report_source"):
    """What the receipt's file was called."""


class PoliceReport(msgspec.Struct, frozen=True):
    """A report to the police, or that none is made."""

    facts: PoliceFacts
    reference: PoliceReference | Gap | None = None
    officer: PoliceOfficer | Gap | None = None
    reason: PoliceReason | Gap | None = None
    letter: PoliceLetter | Gap | None = None
    text: PoliceText | Gap | None = None
    attached: Attached | None = None


class PoliceDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    status: PoliceStatus | None = None
    at: str | None = None
    status_on: str | None = None
    channel: PoliceChannel | None = None
    by: DoneBy | None = None
    purpose: PolicePurpose | None = None
    incidents: tuple[EntryId, ...] | None = None
    why_not: str | None = None
    receipt_at: str | None = None
    receipt_ref: str | None = None
    journal_no: str | None = None
    officer: str | None = None
    phone: str | None = None
    station: str | None = None
    letter: str | None = None
    note: str | None = None


_REPORT = (
    msgspec.structs.replace(
        status_field(PoliceStatus),
        help=deferred("That the police were there is no report."),
    ),
    msgspec.structs.replace(STATUS_ON, after=(After("at", TimeDoubt.BEFORE_REPORTED),)),
    Field(
        name="why_not",
        part="reason",
        kind=FieldKind.AREA,
        lines=2,
        label=deferred("Why it is not reported"),
        help=deferred("Only where it is not."),
        option_help=deferred("why it is not reported"),
        shown=deferred("Reasons for not reporting"),
    ),
    msgspec.structs.replace(
        AT,
        label=deferred("When it was reported"),
        now_where=("status", PoliceStatus.REPORTED),
        help=deferred("Set to now once you say that it is reported. Change it if it was earlier."),
        option_help=deferred("when it was reported; otherwise now"),
    ),
    by_field(
        label=deferred("Who reported it"),
        option_help=deferred("who reported it"),
        shown=deferred("Reported by"),
    ),
    Field(
        name="channel",
        kind=FieldKind.CHOICE,
        choices=PoliceChannel,
        first=PoliceChannel.OTHER,
        silent=PoliceChannel.OTHER,
        label=deferred("How"),
        option_help=deferred("how it was reported"),
        shown=deferred("How"),
    ),
    Field(
        name="purpose",
        kind=FieldKind.CHOICE,
        choices=PolicePurpose,
        label=deferred("What the report is for"),
        option_help=deferred("what it is for"),
        shown=deferred("Purpose"),
    ),
    INCIDENTS,
)
_RECEIPT = (
    Field(
        name="receipt_at",
        part="reference",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.BEFORE_REPORTED),),
        label=deferred("When the receipt came"),
        help=deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30"),
        option_help=deferred("when the receipt came"),
        shown=deferred("Receipt came"),
    ),
    Field(
        name="receipt_ref",
        part="reference",
        width=Width.NAME,
        label=deferred("Number on the receipt"),
        option_help=deferred("number on the receipt"),
        shown=deferred("Number on the receipt"),
    ),
    Field(
        name="journal_no",
        part="reference",
        width=Width.NAME,
        label=deferred("Journal number"),
        option_help=deferred("the police’s journal number"),
        shown=deferred("Journal number"),
    ),
)
_OFFICER = (
    Field(
        name="officer",
        part="officer",
        attr="name",
        width=Width.NAME,
        label=deferred("Who you talked to"),
        option_help=deferred("name of who you talked to"),
        shown=deferred("Talked to"),
    ),
    Field(
        name="phone",
        part="officer",
        width=Width.PHONE,
        label=deferred("Phone"),
        option_help=deferred("phone number"),
        shown=deferred("Phone"),
    ),
    Field(
        name="station",
        part="officer",
        width=Width.NAME,
        label=deferred("Station"),
        option_help=deferred("police station"),
        shown=deferred("Station"),
    ),
    Field(
        name="note",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What was said"),
        option_help=deferred("what was said"),
        shown=deferred("What was said"),
    ),
    LETTER,
)


def _settle(draft: PoliceDraft, _: object) -> Draft:
    """What is not reported was reported at no time, unless somebody says one."""
    if draft.status is PoliceStatus.NOT_REPORTED and draft.at is None:
        return msgspec.structs.replace(draft, at="")
    return draft


def _line(report: PoliceReport, _: Around, language: Language) -> tuple[str, str]:
    text, facts = language.text, report.facts
    status = in_words(facts.status, language)
    why = report.reason.why_not if isinstance(report.reason, PoliceReason) else ""
    note = report.text.note if isinstance(report.text, PoliceText) else ""
    match facts.status:
        case PoliceStatus.NOT_REPORTED:
            return text("Not reported to the police, with reasons"), first_words(why or note)
        case PoliceStatus.UNKNOWN:
            return text("Report to the police"), first_words(note)
        case PoliceStatus.REPORTED:
            return text("Reported to the police"), first_words(note)
        case _:
            return text("Reported to the police"), dotted(status, first_words(note))


POLICE_REPORT = Written(
    tag="police_report",
    name=deferred("report to the police"),
    erasing=Erasing(),
    parts={
        "facts": PoliceFacts,
        "reference": PoliceReference,
        "officer": PoliceOfficer,
        "reason": PoliceReason,
        "letter": PoliceLetter,
        "text": PoliceText,
        "source": PoliceSource,
        "object": ObjectBody,
    },
    searched={
        "reference": ("receipt_ref", "journal_no"),
        "officer": ("name", "phone", "station"),
        "reason": ("why_not",),
        "text": ("note",),
    },
    value=PoliceReport,
    draft=PoliceDraft,
    sections=(
        FieldSection(deferred("The report to the police"), _REPORT),
        FieldSection(deferred("Receipt and journal number"), _RECEIPT, folded=True),
        FieldSection(deferred("Talks and letter"), _OFFICER, folded=True),
    ),
    form=FormWords(
        new=deferred("Note the report to the police"),
        correct=deferred("Correct the report to the police"),
        lead=deferred("How far it is. Receipt and numbers can be added when they come."),
        saved=deferred("The report to the police is saved and locked"),
        menu=deferred("Note the report to the police …"),
        shelf=Shelf.DEADLINES,
    ),
    command=CommandWords(
        name="police",
        summary=deferred("note a report to the police, or why there is none"),
        corrects=deferred("the report it corrects, such as when the receipt came"),
        saved=deferred("The report to the police is noted."),
    ),
    needs=(
        *("status", "why_not", "receipt_at", "receipt_ref", "journal_no", "officer", "phone"),
        *("station", "letter", "note"),
    ),
    about="incidents",
    refers=lambda report: report.facts.incidents,
    settle=_settle,
    happened="at",
    badge=Badge(deferred("Police"), Tone.INFO),
    icon=Icon.DOCUMENT,
    line=_line,
    paper=deferred("The receipt"),
    in_dossier=InDossier(
        heading=deferred("Report to the police"),
        called=deferred("Report to the police, entry {seq}"),
        rows=(
            RowOf("status"),
            RowOf("status_on"),
            RowOf("why_not"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("by"),
            RowOf("channel"),
            RowOf("purpose"),
            RowOf("incidents"),
            RowOf("receipt_at"),
            RowOf("receipt_ref"),
            RowOf("journal_no"),
            RowOf("officer"),
            RowOf("phone"),
            RowOf("station"),
            RowOf("note"),
            RowOf("letter"),
        ),
        moments=(
            MomentOf("at", deferred("Report to the police: {status}")),
            MomentOf("receipt_at", deferred("Receipt from the police")),
        ),
        left_out={
            "officer": (
                deferred("Whom the employee talked to at the police, and what was said"),
                deferred("Not needed by this recipient."),
            ),
        },
        also_left_out={"letter": LETTERS},
    ),
)
