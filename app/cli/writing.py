"""The commands that write something down: one for each kind that has words for it, built from the kind's fields."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.actions.open_case import OpenCase
from app.casework import (
    Field,
    FieldKind,
    Versioned,
    Written,
    doubt_in,
    may_name,
    moment_in,
    parse_amount,
    parse_number,
)
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import (
    NotThatKindError,
    done,
    read_corrected,
    read_day,
    read_exhibit,
    read_id,
    read_time,
)
from app.messages import doubt_sentence
from evidence_store import EntryId

_METAVARS = {
    FieldKind.TIME: "TIME",
    FieldKind.DAY: "DAY",
    FieldKind.ENTRY: "ID",
    FieldKind.ENTRIES: "ID",
    FieldKind.AMOUNT: "AMOUNT",
    FieldKind.NUMBER: "N",
}
_WHEN = frozenset({FieldKind.TIME, FieldKind.DAY})


class WriteCommand:
    """The command of one kind.

    Attributes:
        NAME: as it is typed.
    """

    def __init__(self, kind: Written[Any]) -> None:
        self.NAME = kind.command.name
        self._kind = kind
        self._fields = [field for field in kind.fields if field.option_help]

    def summary(self, text: Text) -> str:
        """Return one line for the list of commands."""
        return text(self._kind.command.summary)

    def configure(self, parser: argparse.ArgumentParser, text: Text) -> None:
        """Add an option for each field, in their order."""
        for field in self._fields:
            _add(parser, field, text)
        if self._kind.takes_file:
            said = text("a file that is kept with it, such as a receipt")
            parser.add_argument("--file", type=Path, metavar="FILE", help=said)
        corrects = text(self._kind.command.corrects)
        parser.add_argument("--corrects", default="", metavar="ID", help=corrects)

    def run(self, arguments: argparse.Namespace, desk: Desk) -> Answer:
        """Seal what was typed; what a correction does not name stays as it was."""
        from app.actions.write_down import write_down, write_down_with_file

        typed = {
            field: getattr(arguments, field.switch.replace("-", "_")) for field in self._fields
        }
        given = {field.name: _read(field, value, desk) for field, value in typed.items()}
        with desk.open_case() as case:
            thing = read_corrected(case, arguments.corrects, self._kind)
            for field, value in typed.items():
                if field.names_entries and (value or (field.positional and value is not None)):
                    given[field.name] = _read_entries(case, field, value)
            corrects = thing.id if thing is not None else None
            draft = self._kind.draft(**given)
            path = arguments.file if self._kind.takes_file else None
            if path is None:
                entry = write_down(case, draft, corrects=corrects)
            else:
                entry = write_down_with_file(case, draft, path, corrects=corrects)
            remarks = (*self._cautions(case, entry, desk), *self._doubts(case, entry, desk))
            return done(case, entry, desk.language.text(self._kind.command.saved), remarks)

    def _cautions(self, case: OpenCase, entry: EntryId, desk: Desk) -> Iterator[str]:
        """What a form says before a new one is sealed."""
        thing = case.state.thing_of(entry)
        if self._kind.caution is None or not isinstance(thing, Versioned) or thing.earlier:
            return
        words = self._kind.caution(self._kind.refers(thing.current), case.state)
        if words:
            yield desk.language.text(words)

    def _doubts(self, case: OpenCase, entry: EntryId, desk: Desk) -> Iterator[str]:
        """What to look at again in the times as they stand now."""
        thing = case.state.thing_of(entry)
        stands = {field.name: field for field in self._kind.fields if field.kind in _WHEN}
        if not stands or not isinstance(thing, Versioned):
            return
        at = {
            name: moment_in(field, getattr(thing.current, field.part, None))
            for name, field in stands.items()
        }
        now = desk.clock.now().utc
        days = {name for name, field in stands.items() if field.kind is FieldKind.DAY}
        for name, field in stands.items():
            doubt = doubt_in(name, field, at.get, days.__contains__, now)
            yield doubt_sentence(doubt, desk.language)


def _add(parser: argparse.ArgumentParser, field: Field, text: Text) -> None:
    """Add the argument or option of a field."""
    said = text(field.option_help)
    option = f"--{field.switch}"
    if field.positional:
        parser.add_argument(field.switch, metavar=field.switch.upper(), help=said)
    elif field.const is not None:
        parser.add_argument(option, action="store_const", const=field.const, help=said)
    elif field.kind is FieldKind.ENTRIES:
        parser.add_argument(option, action="append", metavar="ID", help=said)
    elif field.kind is FieldKind.CHOICES and field.choices is not None:
        parser.add_argument(option, action="append", choices=list(field.choices), help=said)
    elif field.choices is not None:
        parser.add_argument(option, choices=list(field.choices), help=said)
    else:
        parser.add_argument(option, metavar=_METAVARS.get(field.kind), help=said)


def _read(field: Field, typed: Any, desk: Desk) -> object:  # noqa: ANN401 - of argparse
    """What was typed, as the draft keeps it; None where nothing was. Entries are read with the case."""
    match field.kind:
        case FieldKind.TIME:
            return read_time(typed)
        case FieldKind.DAY:
            return read_day(typed)
        case FieldKind.ENTRY | FieldKind.ENTRIES:
            return None
        case FieldKind.AMOUNT | FieldKind.NUMBER:
            return _read_counted(field, typed)
        case FieldKind.CHOICES if field.choices is not None and typed is not None:
            return tuple(each for each in field.choices if each.value in typed)
        case _ if field.positional and typed == "-":
            return desk.terminal.read_all().rstrip("\n")
        case _ if field.choices is not None and typed is not None:
            return field.choices(typed)
        case _:
            return typed


def _read_counted(field: Field, typed: str | None) -> int | None:
    """An amount or a number; None where nothing was typed. Raises AmountError, NumberError."""
    if typed is None:
        return None
    if field.kind is FieldKind.AMOUNT:
        return parse_amount(typed)
    return parse_number(typed, field.lowest, field.highest)


def _read_entries(case: OpenCase, field: Field, typed: Any) -> object:  # noqa: ANN401 - of argparse
    """The entries that were named. Raises NotThatKindError: one is of no kind that the field takes."""
    if field.kind is FieldKind.ENTRIES:
        if field.names_exhibits:
            return tuple(read_exhibit(case, each).original for each in typed)
        return tuple(dict.fromkeys(_named(case, field, each) for each in typed))
    return _named(case, field, typed)


def _named(case: OpenCase, field: Field, typed: str) -> EntryId:
    entry = read_id(case, typed)
    if not may_name(case.state, field, entry):
        raise NotThatKindError(typed)
    return entry
