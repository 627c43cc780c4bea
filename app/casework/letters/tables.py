"""What each receiver asks for, read from resources/letters/*.toml: one table a receiver, with the words around it.

Rules:
- The files are read strictly: an unknown key, fact or placeholder is an error, not a shrug.
- A table can name only facts of the closed set ``LetterFact``. None of them is of health, of the run-up, of the
  person's own view or of the private chain, so no table can ask for that.
- A fact that stands in the words as ``{fact}`` is not listed as a line as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from app.casework.errors import CaseworkError
from app.language import Wording
from app.vocabulary import Confidence


class LetterTableError(CaseworkError):
    """The tables of the letters cannot be read.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Letter(StrEnum):
    """The letters with a table of their own, in the order in which they are shown; frozen with ``drafts --json``."""

    MANAGER = "manager"
    POLICE = "police"
    NOT_REPORTING = "not_reporting"
    REMOVAL = "removal"
    REGISTRATION = "registration"


class LetterFact(StrEnum):
    """What a receiver may ask for; frozen with ``drafts --json``.

    Attributes:
        WHEN: when it was posted, or as the page shows it.
        SEEN: when the person first saw it.
        WHERE: platform and place.
        LINK: the address, as reports have it.
        QUOTE: the words, as they were typed.
        WHAT: the neutral description.
        CONTENT: what is in it, in the words of the closed set.
        PROFILE: the sender's name, handle and profile.
        REACHED_AT: the sender's e-mail and phone.
        WITNESSES: how many statements there are.
        EXHIBITS: the numbers of the exhibits.
        PURPOSE: what a report to the police is for.
        PRESERVE: what a request to preserve data needs: service, address, stable id, handle, times in UTC.
        WHY_NOT: why it is not reported, where that was written down.
        NAME: the person's own name.
        CONTACT: how the person can be reached.
        BEFORE: what went before; nothing that is kept fills it.
        DECIDED_BY: who decided; nothing that is kept fills it.
        SHEET_WHEN: as the sheet of the internal registration has it; so with the eight others.
    """

    WHEN = "when"
    SEEN = "seen"
    WHERE = "where"
    LINK = "link"
    QUOTE = "quote"
    WHAT = "what"
    CONTENT = "content"
    PROFILE = "profile"
    REACHED_AT = "reached_at"
    WITNESSES = "witnesses"
    EXHIBITS = "exhibits"
    PURPOSE = "purpose"
    PRESERVE = "preserve"
    WHY_NOT = "why_not"
    NAME = "name"
    CONTACT = "contact"
    BEFORE = "before"
    DECIDED_BY = "decided_by"
    SHEET_WHEN = "sheet_when"
    SHEET_WHERE = "sheet_where"
    SHEET_SENDER = "sheet_sender"
    SHEET_RELATION = "sheet_relation"
    SHEET_FORM = "sheet_form"
    SHEET_WHAT = "sheet_what"
    SHEET_ABSENCE = "sheet_absence"
    SHEET_HANDLED_BY = "sheet_handled_by"
    SHEET_DONE = "sheet_done"


BY_HAND = frozenset({LetterFact.BEFORE, LetterFact.DECIDED_BY, LetterFact.SHEET_ABSENCE})
"""What nothing that is kept fills."""


class LetterAsk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a receiver asks for, and what it is called."""

    fact: LetterFact
    label: Wording


class LetterTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One receiver.

    Attributes:
        id: which letter.
        file: what its file is called, without an ending.
        title: whom it is for, as the person reads it.
        subject: its first line.
        opening: before what is asked for.
        closing: after it.
        hint: what the person should know before it is handed over; no part of the letter.
        asks: what the receiver asks for, in order.
        source: where that stands.
        source_url: its address, "" for none.
        source_date: its date, where it has one.
        checked_on: when it was looked at.
        review_after: when it is to be looked at again.
        confidence: how sure it is.
    """

    id: Letter
    file: Wording
    title: Wording
    subject: Wording
    opening: Wording
    closing: Wording
    hint: Wording
    asks: tuple[LetterAsk, ...]
    source: str
    checked_on: date
    review_after: date
    confidence: Confidence
    source_url: str = ""
    source_date: date | None = None

    @property
    def inline(self) -> frozenset[LetterFact]:
        """The facts that stand in its words."""
        return frozenset(LetterFact(name) for name in _placeholders(self.closing))


def read_letters(tables: Iterable[bytes]) -> tuple[LetterTable, ...]:
    """Read the files, each of them a receiver; they come back in the order of ``Letter``.

    Raises:
        LetterTableError: one is not of the expected form, stands twice, is missing, or says what cannot be.
    """
    read = []
    for table in tables:
        try:
            read.append(msgspec.toml.decode(table, type=LetterTable))
        except (msgspec.MsgspecError, ValueError) as error:
            raise LetterTableError(str(error)) from error
    for fault in _faults(read):
        raise LetterTableError(fault)
    return tuple(sorted(read, key=lambda each: list(Letter).index(each.id)))


def _faults(tables: list[LetterTable]) -> Iterator[str]:
    names = [table.id for table in tables]
    yield from (f"{id} stands {names.count(id)} times" for id in Letter if names.count(id) != 1)
    for table in tables:
        asked = [ask.fact for ask in table.asks]
        said = [table.file, table.title, table.subject, table.opening, table.closing, table.hint]
        if not all(each.da and each.en for each in [*said, *(ask.label for ask in table.asks)]):
            yield f"{table.id} lacks words in a language"
        if len(set(asked)) != len(asked):
            yield f"{table.id} asks twice"
        if not _placeholders(table.closing) <= set(asked):
            yield f"{table.id} names what it does not ask for"
        if _placeholders(table.opening) | _placeholders(table.subject):
            yield f"{table.id} has a placeholder where none is filled"


def _placeholders(words: Wording) -> set[str]:
    return set(re.findall(r"{(.*?)}", words.da)) | set(re.findall(r"{(.*?)}", words.en))
