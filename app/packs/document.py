"""What stands in a rule pack: one TOML document, read strictly into records. Pure.

Rules:
- A pack is one document and names no file: there is nothing in it that could lead out of it.
- An unknown table, key, topic, role or fact is refused, and so is a text in one language alone.
- There are limits on the document, on its lines, on each text and on how many pieces it has. What would steer the
  direction of reading, or is no text at all, is refused.
- The program's own pack is read by the same rules from several files (``builtin.py``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import msgspec

from app.casework.deadlines import RuleTable
from app.guidance import GuidanceContact, GuidanceNote, Origin
from app.language import Wording
from app.packs.errors import PackTableError

FORMAT = 1
LONGEST_BYTES = 512 * 1024
_LONGEST_LINE = 8_000
_LONGEST_TEXT = 4_000
_MOST_PIECES = 500
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_KEY = re.compile(r"[0-9a-f]{64}")


class PackHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a pack is.

    Attributes:
        id: its name among those of its publisher.
        version: counts up; a lower one is never taken.
        title: what it is called.
        issued_on: when it was made.
        expires_on: the last day on which it holds; after it all of it is shown with the mark that asks for care.
    """

    id: str
    version: int
    title: Wording
    issued_on: date
    expires_on: date


class Publisher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made a pack.

    Attributes:
        id: its name for us.
        name: what it calls itself.
        key: its public Ed25519 key, in 64 hexadecimal digits.
    """

    id: str
    name: str
    key: str


class PackRecipient(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A recipient that shows less than one that comes with the program, or says it in other words.

    Attributes:
        id: its name.
        based_on: the recipient of the program that it is made from.
        name: what it is called; the other one's words where it says none.
        header: as the policy has it.
        kicker: as the policy has it.
        opened: what is opened, where that is less; as the policy has it.
        opened_if_chosen: the same of what is chosen one by one.
        offered: what the person may share of what is private, where that is less.
        sections: which sections there are, where they are fewer.
        asks: other words of what can be asked for, by the id; what is not named stays as it is.
        asks_left_out: what cannot be asked for.
        warnings: what is said besides to the person who makes the report.
    """

    id: str
    based_on: str
    name: Wording | None = None
    header: Wording | None = None
    kicker: Wording | None = None
    opened: dict[str, tuple[str, ...]] | None = None
    opened_if_chosen: dict[str, tuple[str, ...]] | None = None
    offered: tuple[str, ...] | None = None
    sections: tuple[str, ...] | None = None
    asks: dict[str, Wording] = {}
    asks_left_out: tuple[str, ...] = ()
    warnings: tuple[Wording, ...] = ()


class PackDocument(RuleTable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A pack, or one file of the program's own."""

    format: int = FORMAT
    pack: PackHead | None = None
    publisher: Publisher | None = None
    note: tuple[GuidanceNote, ...] = ()
    contact: tuple[GuidanceContact, ...] = ()
    recipient: tuple[PackRecipient, ...] = ()

    @property
    def origin(self) -> Origin:
        """Return what each of its pieces is told to stand in."""
        if self.pack is None:
            return Origin()
        name = self.publisher.name if self.publisher is not None else ""
        return Origin(name, self.pack.title, self.pack.version, self.pack.expires_on)


def read_document(untrusted: bytes) -> PackDocument:
    """Read a document.

    Raises:
        PackTableError: it is not of the expected form, or says what cannot be.
    """
    if len(untrusted) > LONGEST_BYTES:
        raise PackTableError(f"is longer than {LONGEST_BYTES} bytes")
    if any(len(line) > _LONGEST_LINE for line in untrusted.splitlines()):
        raise PackTableError(f"has a line of more than {_LONGEST_LINE} bytes")
    try:
        document = msgspec.toml.decode(untrusted, type=PackDocument)
    except RecursionError as error:
        raise PackTableError("is nested too deeply") from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackTableError(_first_line(error)) from error
    for fault in _faults(document):
        raise PackTableError(fault)
    return document


def _first_line(error: Exception) -> str:
    """What a parser says of a stranger's file, cut to a sentence."""
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__


def _faults(document: PackDocument) -> Iterator[str]:
    if document.format != FORMAT:
        yield f"is of format {document.format}"
    rules = [each.id for each in document.rule]
    notes = [each.id for each in document.note]
    contacts = [each.id for each in document.contact]
    recipients = [each.id for each in document.recipient]
    if len(rules) + len(notes) + len(contacts) + len(recipients) > _MOST_PIECES:
        yield f"has more than {_MOST_PIECES} pieces"
    for ids in (notes, contacts, recipients):
        yield from (f"{id} stands twice" for id in ids if ids.count(id) > 1)
    for id in (*rules, *notes, *contacts, *recipients):
        if not _ID.fullmatch(id):
            yield f"{id[:60]!r} is no name of a piece"
    yield from (f"{each.id} {fault}" for each in document.note for fault in each.faults())
    yield from (f"{each.id} {fault}" for each in document.contact for fault in each.faults())
    if document.pack is not None:
        yield from _faults_of_head(document.pack)
    if document.publisher is not None:
        yield from _faults_of_publisher(document.publisher)
    for text in _texts(msgspec.to_builtins(document)):
        if len(text) > _LONGEST_TEXT:
            yield f"has a text of more than {_LONGEST_TEXT} characters"
        if any(_steers(character) for character in text):
            yield "has characters that are no text"


def _faults_of_head(head: PackHead) -> Iterator[str]:
    if not _ID.fullmatch(head.id):
        yield "names itself in a way that is no name"
    if not 1 <= head.version <= 1_000_000:
        yield "has a number that counts nothing"
    if not (head.title.da and head.title.en):
        yield "lacks a title in a language"
    if head.expires_on < head.issued_on:
        yield "ends before it begins"


def _faults_of_publisher(publisher: Publisher) -> Iterator[str]:
    if not _ID.fullmatch(publisher.id):
        yield "names its publisher in a way that is no name"
    if not publisher.name.strip() or len(publisher.name) > 80:
        yield "has a publisher without a name of at most 80 characters"
    if not _KEY.fullmatch(publisher.key):
        yield "has a key that is none"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _steers(character: str) -> bool:
    """Whether a character is a control sign, or one that turns the direction of reading; a new line is neither."""
    return character != "\n" and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}
