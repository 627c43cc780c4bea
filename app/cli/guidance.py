"""``guidance``: texts with their source and the day on which that was looked at, and places to turn to."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.clock import DANISH_TIME
from app.guidance import GuidanceContact, GuidanceNote, certainty_of
from app.language import Language
from app.packs import InForce, Standing
from app.vocabulary import GuidanceTopic, in_words

NAME = "guidance"


class NoGuidanceError(Exception):
    """There is no text of that name.

    Attributes:
        typed: what was typed.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NoteRow(msgspec.Struct, frozen=True):
    """A text, in the language of the answer.

    Attributes:
        id: its name.
        topic: what it is about.
        title: what it is called.
        paragraphs: what it says.
        source: where it stands.
        source_url: its page.
        source_date: of when that is; None where it does not say.
        checked_on: when that was looked at.
        review_after: the last day on which it counts as looked at.
        confidence: how sure it is.
        certainty: how far it can be relied on today.
        doubt: what is not sure.
        publisher: who made the pack that it stands in; "" for what comes with the program.
    """

    id: str
    topic: str
    title: str
    paragraphs: tuple[str, ...]
    source: str
    source_url: str
    source_date: date | None
    checked_on: date
    review_after: date
    confidence: str
    certainty: str
    doubt: str
    publisher: str


class Guidance(msgspec.Struct, frozen=True):
    """The result; ``on`` is the day in Denmark that it is told for."""

    on: date
    notes: tuple[NoteRow, ...] = ()
    contacts: tuple[NoteRow, ...] = ()


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what to know and whom to turn to, with sources and the day they were checked")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which texts."""
    parser.add_argument("id", nargs="?", metavar="ID", help=text("one text, in full"))
    parser.add_argument(
        "--topic", choices=[each.value for each in GuidanceTopic], help=text("of one topic")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show guidance; needs no vault, and changes nothing."""
    from app.actions.read_guidance import read_guidance

    today = desk.clock.now().utc.astimezone(DANISH_TIME).date()
    force = read_guidance(desk.resources)
    if arguments.id is not None:
        return _one(arguments.id, force, today, desk.language)
    wanted = [GuidanceTopic(arguments.topic)] if arguments.topic else list(GuidanceTopic)
    return _listed(force, wanted, today, desk.language)


def _one(id: str, force: InForce, today: date, language: Language) -> Answer:
    from app.messages import guidance_sentence, note_words

    standing = force.note(id)
    if standing is None:
        raise NoGuidanceError(id)
    words = note_words(standing, today, language)
    lines = [words.title, *words.paragraphs, words.source]
    if words.care:
        lines.append(f"({words.care}) {words.doubt}")
    if words.publisher:
        lines.append(language.text("From the pack of {publisher}", publisher=words.publisher))
    if words.built_in:
        lines += [language.text("What the program says itself:"), *words.built_in]
    lines.append(guidance_sentence(language))
    return Answer(tuple(lines), Guidance(today, notes=(_note_row(standing, today, language),)))


def _listed(
    force: InForce, topics: Sequence[GuidanceTopic], today: date, language: Language
) -> Answer:
    from app.messages import guidance_sentence

    notes = [each for each in force.notes_on(today) if each.piece.topic in topics]
    contacts = [each for each in force.contacts_on(today) if each.piece.topic in topics]
    lines: list[str] = []
    for topic in topics:
        of_topic = [
            *_note_lines((each for each in notes if each.piece.topic is topic), today, language),
            *_contact_lines(
                (each for each in contacts if each.piece.topic is topic), today, language
            ),
        ]
        if of_topic:
            lines += [in_words(topic, language), *of_topic]
    result = Guidance(
        today,
        notes=tuple(_note_row(each, today, language) for each in notes),
        contacts=tuple(_contact_row(each, today, language) for each in contacts),
    )
    return Answer((*lines, guidance_sentence(language)), result)


def _note_lines(
    notes: Iterator[Standing[GuidanceNote]], today: date, language: Language
) -> Iterator[str]:
    from app.messages import note_words

    for each in notes:
        words = note_words(each, today, language)
        yield f"  {each.piece.id}: {words.title}"
        yield "    " + " · ".join(filter(None, (words.care, words.source, words.publisher)))


def _contact_lines(
    contacts: Iterator[Standing[GuidanceContact]], today: date, language: Language
) -> Iterator[str]:
    from app.messages import contact_words

    for each in contacts:
        words = contact_words(each, today, language)
        yield "  " + " · ".join((words.title, *words.paragraphs))
        yield "    " + " · ".join(filter(None, (words.care, words.source, words.publisher)))


def _note_row(standing: Standing[GuidanceNote], today: date, language: Language) -> NoteRow:
    note = standing.piece
    return _row(
        standing, today, language, note.title.of(language.code), note.paragraphs(language.code)
    )


def _contact_row(standing: Standing[GuidanceContact], today: date, language: Language) -> NoteRow:
    contact = standing.piece
    said = (contact.what.of(language.code), contact.phone, contact.page)
    return _row(
        standing, today, language, contact.name.of(language.code), tuple(filter(None, said))
    )


def _row(
    standing: Standing[GuidanceNote] | Standing[GuidanceContact],
    today: date,
    language: Language,
    title: str,
    paragraphs: tuple[str, ...],
) -> NoteRow:
    piece = standing.piece
    return NoteRow(
        id=piece.id,
        topic=piece.topic,
        title=title,
        paragraphs=paragraphs,
        source=piece.source,
        source_url=piece.source_url,
        source_date=piece.source_date,
        checked_on=piece.checked_on,
        review_after=piece.review_after,
        confidence=piece.confidence,
        certainty=certainty_of(piece, today, standing.origin),
        doubt=piece.doubt.of(language.code) if piece.doubt is not None else "",
        publisher=standing.origin.publisher,
    )
