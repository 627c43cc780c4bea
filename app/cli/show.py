"""``show``: one item with all its parts, corrections included."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.field_words import field_words, part_words, value_words
from app.cli.sealed import name_of, read_id
from app.language import Language
from app.vocabulary import exact
from evidence_store import PartState, StoredEntry

NAME = "show"
_OUT_OF_SIGHT = frozenset({"kind", "version"})


class ShownPart(msgspec.Struct, frozen=True):
    """One part: its name, whether it can be read, and its body as it was sealed."""

    name: str
    state: str
    body: dict[str, Any] | None


class ShownEntry(msgspec.Struct, frozen=True):
    """The result: one entry of the log."""

    id: str
    chain: str
    seq: int
    time: str
    hash: str
    parts: tuple[ShownPart, ...]
    versions: tuple[str, ...] = ()


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("show one item with all that was written down about it")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which item."""
    parser.add_argument("id", metavar="ID", help=text("such as 3 (exhibit 3), e41 or p7"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Show the entry as it is sealed."""
    language = desk.language
    text = language.text
    with desk.open_case() as case:
        id = read_id(case, arguments.id)
        entry = case.vault.entry(id)
        exhibit = case.state.exhibit_of(id)
        others = tuple(name_of(case, copy.entry) for copy in exhibit.copies) if exhibit else ()
        shown = _shown(entry, name_of(case, id), others)
        letters = {case.chains.evidence: "e", case.chains.private: "p"}
    lines = [
        text("{id}: sealed {time}", id=shown.id, time=exact(shown.time, language)),
        text("Entry {seq} of the log, fingerprint {hash}", seq=shown.seq, hash=shown.hash),
    ]
    tag = str((shown.parts[0].body or {}).get("kind", "")) if shown.parts else ""
    for part in shown.parts:
        lines.extend(_part_lines(part, tag, language, letters))
    if others:
        lines.append(text("Copies with marks: {ids}", ids=", ".join(others)))
    return Answer(lines=tuple(lines), result=shown)


def _shown(entry: StoredEntry, name: str, versions: tuple[str, ...]) -> ShownEntry:
    return ShownEntry(
        id=name,
        chain=entry.id.chain,
        seq=entry.id.seq,
        time=entry.time,
        hash=entry.hash,
        parts=tuple(
            ShownPart(part.name, str(part.state), json.loads(part.body) if part.body else None)
            for part in entry.parts
        ),
        versions=versions,
    )


def _part_lines(
    part: ShownPart, tag: str, language: Language, letters: Mapping[str, str]
) -> list[str]:
    text = language.text
    name = part_words(part.name, text)
    if part.body is None:
        gone = text("erased") if part.state == PartState.ERASED else text("withheld")
        return [f"  {name}: {gone}"]
    return [f"  {name}"] + [
        f"    {field_words(tag, part.name, key, text)}: "
        f"{_readable(value_words(tag, part.name, key, value, language), letters)}"
        for key, value in part.body.items()
        if key not in _OUT_OF_SIGHT and value not in ("", None, [], 0)
    ]


def _readable(value: object, letters: Mapping[str, str]) -> str:
    """A value of a body as one line: entries by their ids, lists and groups without signs of a language."""
    match value:
        case {"chain": str(chain), "seq": int(seq)}:
            return f"{letters.get(chain, chain + ' ')}{seq}"
        case dict():
            return ", ".join(f"{key} {_readable(each, letters)}" for key, each in value.items())
        case list():
            return "; ".join(_readable(each, letters) for each in value)
        case _:
            return str(value)
