"""The letters of the first days in words: each made from its table and from what an event may tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

import msgspec

from app.casework import Ask, CaseState, SheetField, ToAsk, dotted, listed, questions_of
from app.casework.deadlines import Deadline
from app.casework.letters import (
    EventTold,
    KeptLetters,
    Letter,
    LetterFact,
    LetterTable,
    Progress,
    newest_event,
    told_of,
)
from app.casework.letters import LetterStage as Stage
from app.language import Language, deferred
from app.messages.deadlines import deadline_words
from app.messages.registration import sheet_fields
from app.messages.summary import question_words
from app.vocabulary import PolicePurpose, in_words, is_running, minute
from evidence_store import EntryId

BLANK = "____________________"
"""Stands where something is missing."""
_STAGES = {
    Stage.NONE: "",
    Stage.MADE: deferred("Made"),
    Stage.HANDED_OVER: deferred("Handed over"),
    Stage.RECEIPT: deferred("Receipt came"),
    Stage.ANSWERED: deferred("Answered"),
}
_ALWAYS = (Ask.POLICE, Ask.REMOVAL, Ask.REGISTRATION, Ask.NEXT_TIME)
_MOST = 6
_SHEET = {
    LetterFact(f"sheet_{each.value}"): each
    for each in SheetField
    if each
    is not SheetField.ABSENCE  # health: the workplace fills it in, or the sheet by itself has it by consent
}


class Missing(msgspec.Struct, frozen=True):
    """Something that a receiver asks for and that nothing fills."""

    fact: LetterFact
    label: str


class LetterWords(msgspec.Struct, frozen=True):
    """A letter, ready to be read, changed, printed or saved.

    Attributes:
        letter: which one.
        file: what its file is called, without an ending.
        title: whom it is for.
        text: the letter, its subject first.
        hint: what the person should know before it is handed over.
        filled: what is in it.
        missing: what is asked for and is not.
    """

    letter: Letter
    file: str
    title: str
    text: str
    hint: str
    filled: tuple[LetterFact, ...]
    missing: tuple[Missing, ...]


def letter_words(
    table: LetterTable, told: EventTold, kept: KeptLetters, state: CaseState, language: Language
) -> LetterWords:
    """Return a letter about an event; one that was changed by hand has the words that it was given."""
    code = language.code
    said = _said(told, kept, state, language)
    listed_asks = [ask for ask in table.asks if ask.fact not in table.inline]
    lines = [f"{ask.label.of(code)}: {said.get(ask.fact) or BLANK}" for ask in listed_asks]
    inline = {fact.value: said.get(fact) or BLANK for fact in table.inline}
    # Filled one by one and not by a format: what was typed may hold a brace.
    closing = table.closing.of(code).strip("\n")
    for name, value in inline.items():
        closing = closing.replace(f"{{{name}}}", value)
    parts = (table.subject.of(code), table.opening.of(code), "\n".join(lines), closing)
    filled = tuple(ask.fact for ask in table.asks if said.get(ask.fact))
    return LetterWords(
        letter=table.id,
        file=table.file.of(code),
        title=table.title.of(code),
        text=kept.changed.get(table.id) or "\n\n".join(parts),
        hint=table.hint.of(code),
        filled=filled,
        missing=tuple(
            Missing(ask.fact, ask.label.of(code)) for ask in table.asks if ask.fact not in filled
        ),
    )


def letters_in_words(
    tables: Sequence[LetterTable],
    kept: KeptLetters,
    state: CaseState,
    language: Language,
    event: EntryId | None = None,
) -> tuple[LetterWords, ...]:
    """Return every letter about an event, the one that was written down last where none is said."""
    told = told_of(state, event if event is not None else newest_event(state))
    return tuple(letter_words(table, told, kept, state, language) for table in tables)


def missing_in_letters(letters: Sequence[LetterWords]) -> tuple[Missing, ...]:
    """Return what is missing in any of them, each once."""
    found: dict[LetterFact, Missing] = {}
    for each in (each for letter in letters for each in letter.missing):
        found.setdefault(each.fact, each)
    return tuple(found.values())


def questions_text(state: CaseState, today: date, language: Language) -> str:
    """Return the questions for the talk: those of the case, or those that are always worth asking."""
    questions = questions_of(state, today) or tuple(map(ToAsk, _ALWAYS))
    text = language.text
    lines = (
        f"{number}. {question_words(each, language)}"
        for number, each in enumerate(questions[:_MOST], 1)
    )
    return "\n".join((text("Questions for the talk"), "", *lines))


def dates_text(deadlines: Sequence[Deadline], language: Language) -> str:
    """Return what the calendar file will say: that something is due, and when; "" where nothing is."""
    said = {
        deadline_words(row, language).act_before: None
        for row in deadlines
        if is_running(row.state) and row.act_before is not None
    }
    return "\n".join(language.text("Deadline: {when}", when=when) for when in said)


def stage_words(progress: Progress, language: Language) -> str:
    """Return how far a letter is: a word or two, when, and the number; "" where nothing was made."""
    words = _STAGES[progress.stage]
    return dotted(
        language.text(words) if words else "",
        minute(progress.at, language) if progress.at else "",
        progress.number,
    )


def _name(kept: KeptLetters, state: CaseState) -> str:
    return kept.name or (state.author.name if state.author is not None else "")


def _said(
    told: EventTold, kept: KeptLetters, state: CaseState, language: Language
) -> Mapping[LetterFact, str]:
    """What fills each fact; one that nothing fills is not in it, or is ""."""
    text, facts = language.text, told.facts
    shown = text("“{text}”", text=facts.published_at_text) if facts.published_at_text else ""
    link = facts.permalink or facts.url
    said = {
        LetterFact.WHEN: language.moment(told.posted) if told.posted else shown,
        LetterFact.SEEN: language.moment(told.seen) if told.seen else "",
        LetterFact.WHERE: listed(facts.platform or _host(link), facts.venue_name),
        LetterFact.LINK: link,
        LetterFact.QUOTE: text("“{text}”", text=told.quote) if told.quote else "",
        LetterFact.WHAT: told.what,
        LetterFact.CONTENT: listed(*(in_words(each, language) for each in told.content)),
        LetterFact.PROFILE: listed(told.display_name, told.sender.handle, told.sender.profile_url),
        LetterFact.REACHED_AT: listed(told.mail, told.phone),
        LetterFact.WITNESSES: language.plural(
            "{count} statement", "{count} statements", told.witnesses
        )
        if told.witnesses
        else "",
        LetterFact.EXHIBITS: listed(*map(str, told.exhibits)),
        LetterFact.PURPOSE: in_words(told.purpose, language)
        if told.purpose is not PolicePurpose.UNKNOWN
        else "",
        LetterFact.PRESERVE: _preserve(told, link, language),
        LetterFact.WHY_NOT: told.why_not,
        LetterFact.NAME: _name(kept, state),
        LetterFact.CONTACT: kept.contact,
    }
    if told.sheet is not None:
        values = {line.field: line.value for line in sheet_fields(told.sheet, state, language)}
        said |= {fact: values[field] for fact, field in _SHEET.items()}
    return said


def _preserve(told: EventTold, link: str, language: Language) -> str:
    """What a request to preserve data names: one line each; "" where nothing of it is known but a time."""
    text = language.text
    service = told.facts.platform or _host(link)
    if not service:
        return ""
    moment = told.posted or told.seen
    return "\n".join(
        (
            text("Service: {value}", value=service),
            text("Address: {value}", value=link or BLANK),
            text("Stable user id: {value}", value=told.sender.platform_id or BLANK),
            text("User name: {value}", value=told.sender.handle or BLANK),
            text("Time: {value}", value=language.exact(moment) if moment else BLANK),
        )
    )


def _host(link: str) -> str:
    """The name of the site that a link leads to; "" where it names none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""
