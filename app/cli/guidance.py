"""``guidance``: texts with their source and the day on which that was looked at, and places to turn to.

With ``--add`` a rule pack is looked at: whose it is, the fingerprint of its key, and what it changes. Only ``--accept``
with that fingerprint takes it into use.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.clock import DANISH_TIME
from app.guidance import GuidanceContact, GuidanceNote, Standing, certainty_of
from app.language import Language
from app.packs import Changed, InForce, PackDocument, fingerprint, named
from app.vocabulary import GuidanceTopic, in_words

NAME = "guidance"


class AcceptAloneError(Exception):
    """``--accept`` without the pack that is meant."""


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


class PackRow(msgspec.Struct, frozen=True):
    """A rule pack of somebody else.

    Attributes:
        name: its publisher's name for us, a stroke, and its own.
        publisher: what the publisher calls itself.
        title: what the pack is called.
        version: its number.
        expires_on: the last day on which it holds.
        fingerprint: of the publisher's key.
    """

    name: str
    publisher: str
    title: str
    version: int
    expires_on: date
    fingerprint: str


class ChangeRow(msgspec.Struct, frozen=True):
    """A piece that a pack changes; ``values`` are its keys with what was and what becomes."""

    piece: str
    id: str
    change: str
    values: tuple[Changed, ...]


class Guidance(msgspec.Struct, frozen=True):
    """The result.

    Attributes:
        on: the day in Denmark that it is told for.
        notes: the texts.
        contacts: places to turn to.
        packs: those of others that are in use.
        left_out: why others that were accepted are not.
        looked_at: the pack that was looked at; None where none was.
        known: whether its key was accepted before.
        changes: what it changes.
        accepted: whether it was taken into use.
    """

    on: date
    notes: tuple[NoteRow, ...] = ()
    contacts: tuple[NoteRow, ...] = ()
    packs: tuple[PackRow, ...] = ()
    left_out: tuple[str, ...] = ()
    looked_at: PackRow | None = None
    known: bool = False
    changes: tuple[ChangeRow, ...] = ()
    accepted: bool = False


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("what to know and whom to turn to, with sources and the day they were checked")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which texts."""
    parser.add_argument("id", nargs="?", metavar="ID", help=text("one text, in full"))
    parser.add_argument(
        "--topic", choices=[each.value for each in GuidanceTopic], help=text("of one topic")
    )
    parser.add_argument(
        "--add",
        type=Path,
        metavar="FILE",
        help=text("look at a rule pack: whose it is, its key, and what it changes"),
    )
    parser.add_argument(
        "--accept",
        metavar="FINGERPRINT",
        help=text("take the pack of --add into use; the fingerprint is the one that it showed"),
    )
    parser.add_argument(
        "--remove",
        metavar="PACK",
        help=text("take a pack out of use, by publisher and name: PUBLISHER/NAME"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show guidance, or look at a pack; needs no vault, and nothing is taken into use without its fingerprint."""
    from app.actions.read_guidance import read_guidance
    from app.actions.remove_pack import remove_pack

    today = desk.clock.now().utc.astimezone(DANISH_TIME).date()
    if arguments.accept is not None and arguments.add is None:
        raise AcceptAloneError
    if arguments.add is not None:
        return _look(arguments.add, arguments.accept, today, desk)
    if arguments.remove is not None:
        remove_pack(arguments.remove, desk.settings.packs)
    force = read_guidance(desk.resources, desk.settings.packs)
    if arguments.id is not None:
        return _one(arguments.id, force, today, desk.language)
    wanted = [GuidanceTopic(arguments.topic)] if arguments.topic else list(GuidanceTopic)
    return _listed(force, wanted, today, desk.language)


def _look(file: Path, accept: str | None, today: date, desk: Desk) -> Answer:
    """Say what a pack is and changes; take it into use where its fingerprint was given."""
    from app.actions.add_pack import accept_pack, look_at_pack
    from app.messages import change_words, guidance_sentence, pack_words

    language, text = desk.language, desk.language.text
    looked = look_at_pack(file, desk.resources, desk.settings.packs, today)
    _, publisher = named(looked.document)
    lines = [
        text("Publisher: {name}", name=publisher.name),
        pack_words(looked.document, language),
        text("Fingerprint of the key: {fingerprint}", fingerprint=looked.fingerprint),
        text("You accepted this key before.")
        if looked.known
        else text("This key is new. Compare it with the one that the publisher tells."),
    ]
    for words in change_words(looked.changes, language):
        lines.append(f"{words.title} ({words.change})")
        for name, before, after in words.values:
            lines.append(f"    {name}: {before or '–'} → {after or '–'}")
    if not looked.changes:
        lines.append(text("It changes nothing."))
    if accept is not None:
        accept_pack(looked, accept, desk.settings.packs, today)
        lines.append(text("The rule pack is in use."))
    else:
        lines.append(
            text(
                "Nothing is in use yet. Take it into use with: --accept “{fingerprint}”",
                fingerprint=looked.fingerprint,
            )
        )
    changes = tuple(
        ChangeRow(each.piece, each.id, each.change, each.values) for each in looked.changes
    )
    result = Guidance(
        today,
        looked_at=_pack_row(looked.document, language),
        known=looked.known,
        changes=changes,
        accepted=accept is not None,
    )
    return Answer((*lines, guidance_sentence(language)), result)


def _pack_row(document: PackDocument, language: Language) -> PackRow:
    pack, publisher = named(document)
    return PackRow(
        name=f"{publisher.id}/{pack.id}",
        publisher=publisher.name,
        title=pack.title.of(language.code),
        version=pack.version,
        expires_on=pack.expires_on,
        fingerprint=fingerprint(publisher.key),
    )


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
    from app.messages import guidance_sentence, left_out_words, pack_words

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
    left_out = tuple(left_out_words(each, language) for each in force.left_out)
    if force.packs:
        lines.append(language.text("Rule packs in use"))
    for document in force.packs:
        row = _pack_row(document, language)
        lines += [f"  {row.name}: {row.publisher}", f"    {pack_words(document, language)}"]
    lines += left_out
    result = Guidance(
        today,
        notes=tuple(_note_row(each, today, language) for each in notes),
        contacts=tuple(_contact_row(each, today, language) for each in contacts),
        packs=tuple(_pack_row(each, language) for each in force.packs),
        left_out=left_out,
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
