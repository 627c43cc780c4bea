"""``drafts``: the letters of the first days, made from what is saved; to read, change and hand over oneself."""

from __future__ import annotations

import argparse
import errno
from datetime import date
from pathlib import Path

import msgspec

from app.casework import danish_day, enumerated
from app.casework.kinds.incident import INCIDENT
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_corrected

NAME = "drafts"


class DraftRow(msgspec.Struct, frozen=True):
    """One draft; ``missing`` are the fields that the receiver asks for and that nothing fills."""

    draft: str
    path: str
    stage: str
    number: str
    filled: tuple[str, ...]
    missing: tuple[str, ...]


class Drafts(msgspec.Struct, frozen=True):
    """The result; ``id`` is the event that they are about, "" for none."""

    id: str
    drafts: tuple[DraftRow, ...]
    words: int


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text(
        "drafts for the first days: manager, police, platform, register, calendar, questions"
    )


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where to, about what, and what the person says of themselves."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help=text("folder to write")
    )
    parser.add_argument(
        "--incident", metavar="ID", help=text("what they are about; otherwise the newest incident")
    )
    parser.add_argument(
        "--contact", default="", metavar="TEXT", help=text("your e-mail or phone at work")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Write the drafts; nothing in the case is changed, and nothing that exists is replaced."""
    from app.actions.find_deadlines import find_deadlines, read_rulebook
    from app.actions.make_letters import kept_letters, read_letter_tables
    from app.actions.save_calendar import save_calendar
    from app.actions.save_letters import save_letters
    from app.casework.letters import KeptLetters, newest_event, progress_of
    from app.messages import (
        dates_text,
        guidance_sentence,
        leaving_lines,
        letters_in_words,
        missing_in_letters,
        questions_text,
    )

    folder: Path = arguments.out
    language, text, now = desk.language.plain(), desk.language.text, desk.clock.now().utc
    dates = folder / f"{text('Dates')}.ics"
    if dates.exists():
        raise FileExistsError(errno.EEXIST, "exists", str(dates))
    tables, book = (
        read_letter_tables(desk.resources),
        read_rulebook(desk.resources, desk.settings.packs),
    )
    with desk.open_case() as case:
        state = case.state
        thing = read_corrected(case, arguments.incident, INCIDENT)
        event = thing.id if thing is not None else newest_event(state)
        kept = kept_letters(case) or KeptLetters()
        if arguments.contact:
            kept = msgspec.structs.replace(kept, contact=arguments.contact)
        letters = letters_in_words(tables, kept, state, language, event)
        questions = questions_text(state, date.fromisoformat(danish_day(now)), language)
        due = find_deadlines(state, book, now)
        stages = [progress_of(each.letter, state, event, made=True) for each in letters]
        secret, about = state.private_chain, name_of(case, event) if event is not None else ""
    texts = {each.file: each.text for each in letters} | {text("questions"): questions}
    paths = save_letters(folder, texts)
    rows = [
        DraftRow(
            draft=each.letter.value,
            path=str(path),
            stage=stage.stage.value,
            number=stage.number,
            filled=tuple(fact.value for fact in each.filled),
            missing=tuple(missing.fact.value for missing in each.missing),
        )
        for each, path, stage in zip(letters, paths, stages, strict=False)
    ]
    rows.append(DraftRow("questions", str(paths[-1]), "made", "", (), ()))
    if dates_text(due.deadlines, language):
        save_calendar(due, dates, language, secret=secret, made_at=now)
        rows.append(DraftRow("calendar", str(dates), "made", "", (), ()))
    missing = missing_in_letters(letters)
    lines = [text("Written: {path}", path=row.path) for row in rows]
    if missing:
        lines += ["", text("Still missing: {fields}", fields=enumerated(e.label for e in missing))]
    lines += [
        "",
        text("Read each of them before you hand it over. Nothing is sent from here."),
        guidance_sentence(language),
        *leaving_lines(folder / "file", language),
    ]
    count = sum(len(words.split()) for words in texts.values())
    return Answer(lines=tuple(lines), result=Drafts(about, tuple(rows), count))
