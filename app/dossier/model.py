"""The Dossier value: everything a dossier says, in the recipient's language, before it has pages.

Frozen and complete: what is not in here cannot be printed. Texts are raw; the pages make them inert.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from app.dossier.stamps import PrintedStamp
from app.dossier.told import LinkWithName, ToldText
from evidence_store import EntryId


class Section(StrEnum):
    """The sections of every dossier; those of what a person writes down are named by the kinds."""

    COVER = "cover"
    SUMMARY = "summary"
    ASKS = "asks"
    PARTIES = "parties"
    TIMELINE = "timeline"
    INCIDENTS = "incidents"
    EXHIBITS = "exhibits"
    EXHIBIT_LIST = "exhibit_list"
    INTEGRITY = "integrity"
    OMISSIONS = "omissions"
    GUIDANCE = "guidance"
    PATTERN = "pattern"
    DEADLINES = "deadlines"
    ANSWERS = "answers"
    PRESERVATION = "preservation"
    REGISTRATION = "registration"
    DOUBTS = "doubts"


class Manner(StrEnum):
    """How a value is set."""

    PLAIN = "plain"
    QUOTE = "quote"
    LINK = "link"
    CODE = "code"


class Standing(StrEnum):
    """How far a reader can check something without us."""

    PACKAGE = "package"
    OPENING = "opening"
    STATED = "stated"


class PrintedRow(msgspec.Struct, frozen=True):
    """A label and what stands beside it."""

    label: str
    value: str
    manner: Manner = Manner.PLAIN


class CoverFact(msgspec.Struct, frozen=True):
    """One of the few facts side by side on the first page: how much, how public, who, what is in it."""

    title: str
    lines: tuple[str, ...] = ()


class CoverDeadline(msgspec.Struct, frozen=True):
    """The deadline that ends first: what it is, what it counts from, by when and whose turn it is, each in words."""

    title: str
    what: str
    when: str
    whose: str = ""


class ToPaste(msgspec.Struct, frozen=True):
    """What somebody needs who acts at once: the link, and the words that were quoted from it; "" where not known."""

    link: str
    quote: str


class DossierCover(msgspec.Struct, frozen=True):
    """The first page, which is read in two minutes.

    Attributes:
        kicker: the line above the title.
        title: what the report is called.
        subtitle: from which day to which it is about.
        meta: who made it, where they work, who it is for, when it was made: one line.
        facts: at most four, side by side.
        story: what happened, in short: the person's own words, else those of the event that comes first.
        exhibit: the number of the exhibit that is shown small; 0 for none.
        deadline: the one that ends first; None where none runs.
        paste: what can be pasted; None where this recipient does not act on the page itself.
        contact: whose the telephone number is that can be written in by hand.
        rows: the same with labels, for the tables of a package; the page has the line instead.
    """

    kicker: str
    title: str
    subtitle: str = ""
    meta: tuple[str, ...] = ()
    facts: tuple[CoverFact, ...] = ()
    story: str = ""
    exhibit: int = 0
    deadline: CoverDeadline | None = None
    paste: ToPaste | None = None
    contact: str = ""
    rows: tuple[PrintedRow, ...] = ()


class PrintedAsk(msgspec.Struct, frozen=True):
    """Something that is asked for; ``within`` is until when, in words, and ``who`` is to do it."""

    text: str
    within: str = ""
    who: str = ""


class Summary(msgspec.Struct, frozen=True):
    """The course of events in the person's own words; ``rows`` is a plain count, for the tables of a package."""

    paragraphs: tuple[str, ...]
    rows: tuple[PrintedRow, ...] = ()


class Party(msgspec.Struct, frozen=True):
    """Somebody in the case, by the name the recipient may see."""

    name: str
    rows: tuple[PrintedRow, ...] = ()


class TimelineItem(msgspec.Struct, frozen=True):
    """One thing that happened: when, what, and the exhibits that show it.

    ``within`` says after which event it lies within the days that are marked; "" where it does not.
    """

    when: str
    what: str
    exhibits: tuple[int, ...] = ()
    within: str = ""


class PrintedIncident(msgspec.Struct, frozen=True):
    """A post or other event with all that may be told about it; ``source`` names it in the case, printed nowhere."""

    number: int
    title: str
    rows: tuple[PrintedRow, ...]
    exhibits: tuple[int, ...] = ()
    source: EntryId | None = None


class Caption(msgspec.Struct, frozen=True):
    """What is said of a numbered marker, by the number that is drawn."""

    number: int
    text: str


class PrintedExhibit(msgspec.Struct, frozen=True):
    """One exhibit.

    Attributes:
        number: the case's own number, the same in every dossier.
        original: the entry that sealed the original.
        shown: the entry whose picture is printed: the original, its view or a working copy.
        picture: whether a picture is printed; else it is a file that is kept and not shown.
        sha256: what the ledger says of the shown picture; "" without one.
        came_with: which exhibit the file lay in, in words; "" where it lay in none, or that is not told.
        media_type, original_type: of the shown picture, and of an original that goes along as a file; "" without.
        clip: the entry of a covered clip (WebM) that goes along; None where none does.
        title: what it is, in a few words.
        covered, marked: whether places of the printed picture are black, and whether marks were drawn on it.
        captions: of the numbered markers that are seen and have one, in their order.
        rows: the facts.
        standing: how far a reader can check the printed picture.
        sealed_at, sealed: when the shown entry was sealed, as printed, and as the log has it ("" where it tells none).
    """

    number: int
    original: EntryId
    shown: EntryId
    picture: bool
    sha256: str
    title: str
    covered: bool
    marked: bool
    captions: tuple[Caption, ...]
    rows: tuple[PrintedRow, ...]
    standing: Standing
    sealed_at: str
    sealed: str = ""
    came_with: str = ""
    media_type: str = ""
    original_type: str = ""
    clip: EntryId | None = None


class PrintedPaper(msgspec.Struct, frozen=True):
    """A file that is kept beside words and goes along.

    Attributes:
        number: in the package, where it travels as the file of an exhibit.
        entry: holds it.
        name: what pages call it.
        what: what it is, and what it belongs to.
        media_type: of the file.
        sha256: what the ledger says of it.
    """

    number: int
    entry: EntryId
    name: str
    what: str
    media_type: str
    sha256: str


class PrintedThing(msgspec.Struct, frozen=True):
    """Something that was written down; ``text`` stands in full above the rows, ``source`` names it in the case."""

    title: str
    rows: tuple[PrintedRow, ...]
    text: str = ""
    source: EntryId | None = None


class PrintedSection(msgspec.Struct, frozen=True):
    """All that is told of one kind, under the name that the policy has for it."""

    name: str
    heading: str
    things: tuple[PrintedThing, ...]


class PrintedGuidance(msgspec.Struct, frozen=True):
    """A text of guidance, with where it stands and when that was looked at.

    Attributes:
        title: what it is called.
        paragraphs: what it says.
        source: where it stands, when that was looked at, and whose pack it is.
        care: the mark that asks for care, in a word or two; "" where none is asked for.
        doubt: what is not sure; "" where all is well.
    """

    title: str
    paragraphs: tuple[str, ...]
    source: str
    care: str = ""
    doubt: str = ""


class PrintedDeadline(msgspec.Struct, frozen=True):
    """A deadline; ``when`` is "" for a rule of which only the words are told, ``care`` the mark that asks for care."""

    title: str
    when: str
    owner: str
    what: str
    source: str
    care: str = ""


class PrintedAnswer(msgspec.Struct, frozen=True):
    """Something that was asked: of whom and when, what was answered, and what is missing; ``waits`` where it is."""

    what: str
    asked: str
    answer: str
    missing: str
    waits: bool = False


class Statement(msgspec.Struct, frozen=True):
    """A line of the integrity annex: what it is about, its place in the log, and how far it can be checked."""

    what: str
    seq: int
    sealed_at: str
    standing: Standing


class Omission(msgspec.Struct, frozen=True):
    """Something left out, and why.

    Attributes:
        what: what it is.
        why: why it is left out.
        exhibit: the exhibit that it is about; 0 for none.
        code: the log's commitment to it, by which exactly that can be asked for; "" where that is not told.
    """

    what: str
    why: str
    exhibit: int = 0
    code: str = ""


class PrintedReceipt(msgspec.Struct, frozen=True):
    """The head of the evidence chain when the dossier was made, as a code to compare."""

    head: EntryId
    code: str


class Dossier(msgspec.Struct, frozen=True):
    """What one recipient gets.

    Attributes:
        language: the language of all its texts.
        recipient: the policy's id.
        case_title: for header and title.
        recipient_title: how the recipient is named in the header.
        made_at: the only time of making in it.
        sections: in order, by name.
        written: the sections with what the person wrote down.
        opened: exactly the parts of the evidence chain, as (seq, name), that the package opens.
        stated: parts of which something is printed and which the package does not open, since they hold more.
        objects: the entries whose objects travel with it.
        warnings: for the person who makes it, not printed.
        papers, stamps: files kept beside words, and timestamps from outside whose tokens go along too.
        example: whether it is of the made-up case; then every page says so.
        guidance: texts with their source, which say nothing of the case.
        told: the parts that are told with other names.
        links: the links that hold a name; those that are not sent are left out.
        clock: where the time of a shown entry is earlier than that of the shown one before it.
        deadlines: those that are this recipient's business.
        answers: what was asked, what was answered and what is missing; those that wait first.
        derived: sections that the program makes of what else is told, by name.
        answers_first, short: whether the first page begins with what is missing; sections told in short.
        witnesses: the entries whose signed statements go along in a package.
    """

    language: str
    recipient: str
    case_title: str
    recipient_title: str
    made_at: datetime
    receipt: PrintedReceipt
    sections: tuple[str, ...]
    cover: DossierCover
    summary: Summary
    asks: tuple[PrintedAsk, ...]
    parties: tuple[Party, ...]
    timeline: tuple[TimelineItem, ...]
    incidents: tuple[PrintedIncident, ...]
    exhibits: tuple[PrintedExhibit, ...]
    written: tuple[PrintedSection, ...]
    statements: tuple[Statement, ...]
    omissions: tuple[Omission, ...]
    opened: frozenset[tuple[int, str]]
    objects: tuple[EntryId, ...]
    warnings: tuple[str, ...] = ()
    stated: frozenset[tuple[int, str]] = frozenset()
    clock: tuple[str, ...] = ()
    papers: tuple[PrintedPaper, ...] = ()
    example: bool = False
    guidance: tuple[PrintedGuidance, ...] = ()
    told: tuple[ToldText, ...] = ()
    links: tuple[LinkWithName, ...] = ()
    deadlines: tuple[PrintedDeadline, ...] = ()
    answers: tuple[PrintedAnswer, ...] = ()
    derived: tuple[PrintedSection, ...] = ()
    answers_first: bool = False
    short: tuple[str, ...] = ()
    stamps: tuple[PrintedStamp, ...] = ()
    witnesses: tuple[EntryId, ...] = ()


def exhibit_place(number: int) -> str:
    """Return the name of the place where an exhibit begins."""
    return f"exhibit-{number}"
