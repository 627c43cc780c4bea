"""``registration-sheet``: what the workplace writes into its own register of each event, in nine fields."""

from __future__ import annotations

import argparse

import msgspec

from app.casework.kinds.incident import INCIDENT
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_corrected

NAME = "registration-sheet"


class FieldRow(msgspec.Struct, frozen=True):
    """One of the nine fields; ``value`` is "" where somebody has to fill it in."""

    field: str
    label: str
    value: str


class SheetRow(msgspec.Struct, frozen=True):
    """The sheet of one event."""

    id: str
    fields: tuple[FieldRow, ...]


class Sheets(msgspec.Struct, frozen=True):
    """The result."""

    sheets: tuple[SheetRow, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text(
        "the sheet for the workplace’s own register, in nine fields; of health only what you said yes to"
    )


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Of which events."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help=text("an incident; otherwise all of them")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Put together what was written down; nothing is changed."""
    from app.casework import sheets_of
    from app.messages import sheet_fields, sheet_lines

    language = desk.language
    with desk.open_case() as case:
        wanted = None
        if arguments.ids:
            things = (read_corrected(case, typed, INCIDENT) for typed in arguments.ids)
            wanted = {thing.id for thing in things if thing is not None}
        sheets = sheets_of(case.state, wanted)
        lines = [
            line for sheet in sheets for line in (*sheet_lines(sheet, case.state, language), "")
        ]
        rows = tuple(
            SheetRow(
                id=name_of(case, sheet.entry),
                fields=tuple(
                    FieldRow(each.field, each.label, each.value)
                    for each in sheet_fields(sheet, case.state, language)
                ),
            )
            for sheet in sheets
        )
    if not lines:
        lines = [
            language.text("Nothing is described yet. Describe a post with: bevismappe incident")
        ]
    return Answer(lines=tuple(lines), result=Sheets(rows))
