"""The case around the evidence: records, the fold, and one file per answer. Pure.

This file is the door; each kind's own file under ``kinds`` may be imported beside it.
"""

from app.casework.amounts import parse_amount, parse_number
from app.casework.asked import Asked, GoingOn, Promised, WhoKnows, who_knows
from app.casework.attached import Attached, AttachedSource
from app.casework.choosing import CaseLine, NoSuchCaseError, SeveralCasesError, choose_case
from app.casework.clock_jumps import ClockChange, ClockJump
from app.casework.deadlines.facts import (
    PROMISE,
    Away,
    DeadlineFacts,
    FollowUp,
    Happened,
    InjuryReported,
    NotedOn,
)
from app.casework.deadlines.ics import CalendarWords, calendar_of
from app.casework.deadlines.of_case import facts_of
from app.casework.deadlines.reckoning import Deadline, follow_up_state, reckon
from app.casework.deadlines.rules import DayEnd, Rule, Rulebook, RuleTableError, read_rules
from app.casework.decoded import (
    Decoded,
    Gap,
    GapReason,
    GenesisFacts,
    RestoredFacts,
    TombstoneFacts,
)
from app.casework.decoding import (
    KIND_PARTS,
    PART_TYPES,
    decode,
    encode,
    encode_parts,
)
from app.casework.drafting import (
    NOBODY,
    AboutPrivateError,
    NoFileTakenError,
    NotThatKindError,
    has_words,
    kind_of,
    may_name,
    parts_of,
    same_of,
    thing_of_kind,
    written_kind,
    zone_of,
)
from app.casework.erasing import Erasing
from app.casework.errors import (
    AmountError,
    CaseworkError,
    ClockMissingError,
    CprGivenError,
    DayMissingError,
    EmptyContactError,
    EmptyIncidentError,
    EmptyNoteError,
    NameGivenError,
    NotAnExhibitError,
    NothingSaidError,
    NumberError,
    OfferAlreadySharedError,
    OnlyAnExampleError,
    TimeError,
    TimeFormError,
    TimeSkippedError,
    TimeTwiceError,
    UnknownReferenceError,
    UnreadableRecordError,
    UnwritableTextError,
    WeekdayError,
)
from app.casework.exhibit import Exhibit, ExhibitKind, shown_sentences, told_of_picture
from app.casework.fields import Draft, Field, FieldKind, Section, Shelf, Width
from app.casework.folding import apply, empty, fold
from app.casework.history import StateSince, states_of
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.in_timeline import Report, reports_of, rows_in_sight, unread_apart
from app.casework.index import INDEX_VERSION, index_text
from app.casework.items import GapAt, Step, Unplaced, Unread, WhyUnplaced, WhyUnread
from app.casework.kind import Kept, Kind, Single, Written
from app.casework.kinds import KEPT, KINDS
from app.casework.kinds.by_vault import Erasure, Restoration
from app.casework.kinds.capture import told_capture
from app.casework.kinds.contact import Contact
from app.casework.kinds.dossier import Delivery, SealedDossier
from app.casework.kinds.file import told_file
from app.casework.kinds.handed_over import HandedOver
from app.casework.kinds.incident import Incident, told_incident, told_sender
from app.casework.kinds.note import Note
from app.casework.kinds.notification import Notification
from app.casework.kinds.view import View
from app.casework.kinds.working_copy import WorkingCopy
from app.casework.links import (
    Platform,
    PlatformTableError,
    cut_link,
    guess_platform,
    read_platforms,
)
from app.casework.not_read import unread, unread_in
from app.casework.part import Machine, Part, Person
from app.casework.personal import look_at_words, looks_like_cpr, looks_like_name
from app.casework.refs import (
    Reference,
    ReferenceKind,
    parse_reference,
    resolve,
    resolve_exhibit,
)
from app.casework.rows import Rows
from app.casework.senders import Sender, Senders
from app.casework.state import CaseState, Counts, Place, Thing, counted, entries_of
from app.casework.times import (
    TimeDoubt,
    danish_day,
    danish_local,
    doubt_of,
    noon_of,
    parse_day,
    parse_time,
)
from app.casework.typed_times import Reckoned, TypedDay, TypedTime, read_day, read_time
from app.casework.versions import Version, Versioned
from app.casework.wording import (
    Icon,
    Labelled,
    Tone,
    dotted,
    field_words,
    filled,
    first_words,
    listed,
    moment_in,
    unread_words,
    with_rest,
)
from app.casework.working import (
    LayerUnreadableError,
    LogMovedError,
    NoPictureError,
    layer_of,
    picture_of,
)

__all__ = [
    "INDEX_VERSION",
    "KEPT",
    "KINDS",
    "KIND_PARTS",
    "NOBODY",
    "PART_TYPES",
    "PROMISE",
    "AboutPrivateError",
    "AmountError",
    "Asked",
    "Attached",
    "AttachedSource",
    "Away",
    "CalendarWords",
    "CaseLine",
    "CaseState",
    "CaseworkError",
    "ClockChange",
    "ClockJump",
    "ClockMissingError",
    "Contact",
    "Counts",
    "CprGivenError",
    "DayEnd",
    "DayMissingError",
    "Deadline",
    "DeadlineFacts",
    "Decoded",
    "Delivery",
    "Draft",
    "EmptyContactError",
    "EmptyIncidentError",
    "EmptyNoteError",
    "Erasing",
    "Erasure",
    "Exhibit",
    "ExhibitKind",
    "Field",
    "FieldKind",
    "FollowUp",
    "Gap",
    "GapAt",
    "GapReason",
    "GenesisFacts",
    "GoingOn",
    "HandedOver",
    "Happened",
    "Icon",
    "InDossier",
    "Incident",
    "InjuryReported",
    "Kept",
    "Kind",
    "Labelled",
    "LayerUnreadableError",
    "LogMovedError",
    "Machine",
    "MomentOf",
    "NameGivenError",
    "NoFileTakenError",
    "NoPictureError",
    "NoSuchCaseError",
    "NotAnExhibitError",
    "NotThatKindError",
    "Note",
    "NotedOn",
    "NothingSaidError",
    "Notification",
    "NumberError",
    "OfferAlreadySharedError",
    "OnlyAnExampleError",
    "Part",
    "Person",
    "Place",
    "Platform",
    "PlatformTableError",
    "Promised",
    "Reckoned",
    "Reference",
    "ReferenceKind",
    "Report",
    "Restoration",
    "RestoredFacts",
    "RowOf",
    "Rows",
    "Rule",
    "RuleTableError",
    "Rulebook",
    "SealedDossier",
    "Section",
    "Sender",
    "Senders",
    "SeveralCasesError",
    "Shelf",
    "Single",
    "StateSince",
    "Step",
    "Thing",
    "TimeDoubt",
    "TimeError",
    "TimeFormError",
    "TimeSkippedError",
    "TimeTwiceError",
    "TombstoneFacts",
    "Tone",
    "TypedDay",
    "TypedTime",
    "UnknownReferenceError",
    "Unplaced",
    "Unread",
    "UnreadableRecordError",
    "UnwritableTextError",
    "Version",
    "Versioned",
    "View",
    "WeekdayError",
    "WhoKnows",
    "WhyUnplaced",
    "WhyUnread",
    "Width",
    "WorkingCopy",
    "Written",
    "apply",
    "calendar_of",
    "choose_case",
    "counted",
    "cut_link",
    "danish_day",
    "danish_local",
    "decode",
    "dotted",
    "doubt_of",
    "empty",
    "encode",
    "encode_parts",
    "entries_of",
    "facts_of",
    "field_words",
    "filled",
    "first_words",
    "fold",
    "follow_up_state",
    "guess_platform",
    "has_words",
    "index_text",
    "kind_of",
    "layer_of",
    "listed",
    "look_at_words",
    "looks_like_cpr",
    "looks_like_name",
    "may_name",
    "moment_in",
    "noon_of",
    "parse_amount",
    "parse_day",
    "parse_number",
    "parse_reference",
    "parse_time",
    "parts_of",
    "picture_of",
    "read_day",
    "read_platforms",
    "read_rules",
    "read_time",
    "reckon",
    "reports_of",
    "resolve",
    "resolve_exhibit",
    "rows_in_sight",
    "same_of",
    "shown_sentences",
    "states_of",
    "thing_of_kind",
    "told_capture",
    "told_file",
    "told_incident",
    "told_of_picture",
    "told_sender",
    "unread",
    "unread_apart",
    "unread_in",
    "unread_words",
    "who_knows",
    "with_rest",
    "written_kind",
    "zone_of",
]
