"""``compare-sources``: compare what several exhibits of one post say, word by word, and seal what came of it."""

from __future__ import annotations

import argparse

import msgspec

from app.casework.kinds.compared import ComparedSpot, odd_words, result_rows, spot_words
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_exhibit
from app.inert import without_controls

NAME = "compare-sources"


class SourceSaid(msgspec.Struct, frozen=True):
    """An exhibit and what it says at a place; ``words`` is None where it was not compared there."""

    exhibit: str
    words: str | None


class SourceDifference(msgspec.Struct, frozen=True):
    """A place where sources part; ``odd`` are the exhibits that say what most do not."""

    before: str
    after: str
    sure: bool
    said: tuple[SourceSaid, ...]
    odd: tuple[str, ...]


class SourcesCompared(msgspec.Struct, frozen=True):
    """The result.

    Attributes:
        id: the entry that was sealed; "" where it was only looked at.
        outcome: ``agree``, ``unsure``, ``differ`` or ``not_compared``.
        agree: how many say the same, ``of`` how many could be compared, ``words`` how many words.
        exhibits: what was compared, and ``tools`` by what each was read: "" for the file's own words.
        differences: where they part.
    """

    id: str
    outcome: str
    agree: int
    of: int
    words: int
    exhibits: tuple[str, ...]
    tools: tuple[str, ...]
    differences: tuple[SourceDifference, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("compare what several exhibits of one post say, word by word")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which exhibits."""
    parser.add_argument(
        "exhibits",
        metavar="EXHIBIT",
        nargs="+",
        help=text("exhibit number or id; with one alone, all exhibits of the same event"),
    )
    parser.add_argument("--look", action="store_true", help=text("only look, seal nothing"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Compare, print, and seal."""
    from app.actions.compare_sources import (
        compare_sources,
        gather_sources,
        keep_read,
        seal_comparison,
        sources_beside,
    )

    language = desk.language
    text = language.text
    with desk.open_case() as case:
        exhibits = tuple(
            dict.fromkeys(read_exhibit(case, each).number for each in arguments.exhibits)
        )
        wanted = [each for each in map(case.state.exhibit, exhibits) if each is not None]
        if len(wanted) == 1:
            wanted = list(sources_beside(case, wanted[0]))
        compared = compare_sources(gather_sources(case, wanted))
        keep_read(case, compared)
        entry = None if arguments.look else seal_comparison(case, compared)
        id = name_of(case, entry) if entry is not None else ""
        ids = tuple(name_of(case, each.original) for each in compared.exhibits)
    facts = compared.facts
    names = tuple(text("Exhibit {number}", number=each.number) for each in compared.exhibits)
    lines = [f"{row.label}: {row.value}" for row in result_rows(facts, language)]
    for spot in compared.spots:
        where, said = spot_words(spot, names, language)
        label = text("Differs") if spot.sure else text("Not sure")
        odd = odd_words(spot, names, language)
        lines.append(without_controls(f"{label}: {where}"))
        lines += [f"  {without_controls(each)}" for each in (*said, odd) if each]
    if id:
        lines.append(text("Sealed: {id}", id=id))
    return Answer(
        lines=tuple(lines),
        result=SourcesCompared(
            id,
            str(facts.outcome),
            facts.agree,
            facts.comparable,
            facts.word_count,
            ids,
            compared.tools,
            tuple(_difference(each, ids) for each in compared.spots),
        ),
    )


def _difference(spot: ComparedSpot, ids: tuple[str, ...]) -> SourceDifference:
    said = zip(ids, spot.said, strict=True)
    return SourceDifference(
        spot.before,
        spot.after,
        spot.sure,
        tuple(SourceSaid(exhibit, words) for exhibit, words in said),
        tuple(ids[at] for at in spot.odd),
    )
