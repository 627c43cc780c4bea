"""Writes docs/format-fields.md from the kinds: ``python -m tests.data.field_tables``. A test compares page and code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import NODEFAULT
from msgspec.inspect import (
    BoolType,
    EnumType,
    Field,
    IntType,
    ListType,
    NoneType,
    StrType,
    StructType,
    TupleType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from app.casework import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "format-fields.md"
_ENTRY = {"chain", "seq"}
_MOST_VALUES = 40
_BEFORE = """# Fields of every part

Made from the kinds (`python -m tests.data.field_tables`); a test compares. What the fields mean: [kinds.md](kinds.md),
[kinds-private.md](kinds-private.md) and [glossary.md](glossary.md). The parts `genesis` and `object`, and all rules for
bodies, stand in [format.md](format.md).

A checker needs none of this but the rows `tombstone`, `dossier`, `working_copy` and `view`: it is for whoever reads
what a log tells.

- Each body begins with `"kind"` (second column) and `"version"`, which is 1 in all that stands here. The order of the
  other keys is free, and a reader MUST pass over keys that it does not know.
- *text* is a string, *number* a whole number, *yes/no* `true` or `false`, *entry* `{"chain":ID,"seq":PLACE}`, *list of*
  an array. Of `a` · `b` one stands there as a string; a reader MUST show a value that it does not know as it stands.
- A field with a question mark MAY be missing: entries of earlier versions lack it.
- The parts of an entry stand in the order of the table. An entry of an earlier version MAY lack later parts, and
  `object` is there only where bytes were sealed with it.
"""


def page() -> str:
    """Return the text of the page."""
    return "\n".join(
        [_BEFORE, *(_section(kind.tag, kind.parts) for kind in KINDS if kind.tag != "genesis")]
    )


def _section(tag: str, parts: Mapping[str, type]) -> str:
    rows = [f"## `{tag}`\n", "| Part | `kind` | Fields |", "|---|---|---|"]
    for name, part in parts.items():
        info = type_info(part)
        assert isinstance(info, StructType)
        fields = "; ".join(_field(each) for each in info.fields if each.encode_name != "version")
        rows.append(f"| `{name}` | `{info.tag}` | {fields or 'none'} |")
    return "\n".join(rows) + "\n"


def _field(field: Field) -> str:
    free = field.default is not NODEFAULT or field.default_factory is not NODEFAULT
    return f"`{field.encode_name}`{'?' if free else ''} {_type(field.type)}"


_PLAIN = {StrType: "text", IntType: "number", BoolType: "yes/no", NoneType: "`null`"}


def _type(type_: Type) -> str:
    match type_:
        case StrType() | IntType() | BoolType() | NoneType():
            return _PLAIN[type(type_)]
        case EnumType(cls=values):
            return " · ".join(f"`{each.value}`" for each in values)
        case VarTupleType(item_type=item) | ListType(item_type=item):
            return f"list of {_type(item)}"
        case TupleType(item_types=items):
            return f"[{', '.join(_type(each) for each in items)}]"
        case UnionType(types=types):
            return " or ".join(_type(each) for each in types)
        case StructType():
            return _struct(type_)
        case _:
            raise TypeError(type_)


def _struct(struct: StructType) -> str:
    if {field.encode_name for field in struct.fields} == _ENTRY:
        return "entry"
    tag = f"`{struct.tag_field}` `{struct.tag}`, " if struct.tag else ""
    return "{" + tag + ", ".join(_field(field) for field in struct.fields) + "}"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
