"""Writes down which fields every part of every kind of entry has: ``python -m tests.data.part_fields``.

It also writes docs/format-fields.md, which tells strangers the same with the types.
A part is shown to a recipient as a whole. A field that is added to a part which a recipient's file opens would leave
with every report that is made from then on, and nobody would have been asked. So it is refused here and by a test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.inspect import (
    CustomType,
    Field,
    ListType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from app.casework import KINDS
from app.dossier import load_policy, recipients
from tests.data import field_tables

ROOT = Path(__file__).parents[2]
FILE = ROOT / "tests/data/part_fields.json"
RECIPIENTS = ROOT / "resources/recipients"
Fields = Mapping[str, Mapping[str, list[str]]]


def part_fields() -> dict[str, dict[str, list[str]]]:
    """Return kind, part and, first its tag, then all that the part can hold, down to the last field."""
    return {
        kind.tag: {
            name: [f"kind={part.__struct_config__.tag}", *sorted(set(_leaves(part)))]
            for name, part in kind.parts.items()
        }
        for kind in KINDS
    }


def written_fields() -> Fields:
    """Return what was written down."""
    written: Fields = json.loads(FILE.read_text(encoding="utf-8"))
    return written


def opened_by(kind: str, part: str) -> tuple[str, ...]:
    """Return the recipients that are shown a part, of every entry or of those that are chosen."""
    policies = (load_policy(RECIPIENTS, name) for name in recipients(RECIPIENTS))
    return tuple(each.recipient for each in policies if each.opens_chosen(kind, part))


def faults(before: Fields, now: Fields) -> list[str]:
    """Return what was changed that must not be, each with what to do instead."""
    found: list[str] = []
    for kind, parts in before.items():
        for name, stood in parts.items():
            stands = now.get(kind, {}).get(name)
            if stands is None:
                found.append(
                    f"{kind}.{name} is gone. It stands in people's vaults: bring it back, and keep reading it."
                )
                continue
            gone = [each for each in stood if each not in stands]
            if gone:
                found.append(
                    f"{kind}.{name} lost {', '.join(gone)}. They stand in people's vaults: bring them back."
                )
            more = [each for each in stands if each not in stood]
            readers = opened_by(kind, name)
            if more and readers:
                found.append(
                    f"{kind}.{name} got {', '.join(more)}, and is shown to {', '.join(readers)} as a whole: what is "
                    f"new would leave unasked. Put it into a part of its own (docs/kinds.md, rule 4)."
                )
    return found


def _leaves(part: type) -> Iterator[str]:
    info = type_info(part)
    if isinstance(info, StructType):
        for field in info.fields:
            if field.encode_name != "version":
                yield from _of(field)


def _of(field: Field) -> Iterator[str]:
    inside = tuple(_structs(field.type))
    if not inside:
        yield field.encode_name
    for struct in inside:
        called = f"{field.encode_name}[{struct.tag or ''}]"
        for each in struct.fields:
            yield from (f"{called}.{leaf}" for leaf in _of(each))


def _structs(type_: Type) -> Iterator[StructType]:
    match type_:
        case StructType():
            yield type_
        case UnionType(types=types):
            for each in types:
                yield from _structs(each)
        case VarTupleType(item_type=item) | ListType(item_type=item):
            yield from _structs(item)
        case CustomType():
            raise TypeError(type_.cls)
        case _:
            return


def main() -> None:
    """Write the file anew, unless something was changed that must not be."""
    now = part_fields()
    wrong = faults(written_fields(), now) if FILE.exists() else []
    if wrong:
        raise SystemExit("\n".join(wrong))
    text = msgspec.json.format(msgspec.json.encode(now), indent=1).decode()
    FILE.write_text(f"{text}\n", encoding="utf-8")
    field_tables.main()


if __name__ == "__main__":
    main()
