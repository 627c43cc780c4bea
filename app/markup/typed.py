"""Marks and redactions as people hand them in: a file of marks, and a box typed on the command line.

The form of the file stands in docs/shapes.md. It is read strictly: a misspelt field that was passed over would be
a mark in the wrong place, sealed for ever.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from app.markup.errors import RedactionFormError, ShapesError, ShapesFault
from app.markup.shapes import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
)

MAX_FILE_SIZE = 1_000_000
_SHAPES: Mapping[str, type[Mark]] = {
    "arrow": Arrow,
    "box": Frame,
    "highlight": Highlight,
    "number": Number,
    "text": Text,
    "line": Line,
    "ellipse": Ellipse,
    "freehand": Freehand,
}
_TAG = "shape"
_BOX_FORM = re.compile(
    r"\s*(-?[0-9]{1,6})\s*,\s*(-?[0-9]{1,6})\s*,\s*([0-9]{1,6})\s*,\s*([0-9]{1,6})\s*:(.*)",
    re.DOTALL,
)
_Mark = TypeVar("_Mark", bound=Mark)


def parse_shapes(untrusted: bytes) -> tuple[Mark, ...]:
    """Return the marks that a file of marks holds.

    Raises:
        ShapesError: which mark, and what is wrong with it.
    """
    if len(untrusted) > MAX_FILE_SIZE:
        raise ShapesError(0, ShapesFault.TOO_LARGE)
    try:
        file = json.loads(untrusted.decode("utf-8-sig"), object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise ShapesError(0, ShapesFault.NOT_JSON) from error
    if not isinstance(file, dict) or not isinstance(file.get("marks"), list) or not file["marks"]:
        raise ShapesError(0, ShapesFault.NO_MARKS)
    for field in file:
        if field != "marks":
            raise ShapesError(0, ShapesFault.UNKNOWN_FIELD, field)
    return tuple(_mark(position, value) for position, value in enumerate(file["marks"], start=1))


def parse_redaction(typed: str) -> Redaction:
    """Return the redaction typed as ``X,Y,W,H:REASON``, in pixels of the picture.

    Raises:
        RedactionFormError: not of that form, no size, or no reason given.
    """
    match = _BOX_FORM.fullmatch(typed)
    if match is None:
        raise RedactionFormError(typed)
    x, y, width, height = (int(match[group]) for group in range(1, 5))
    reason = match[5].strip()
    if not (width and height and reason):
        raise RedactionFormError(typed)
    return Redaction(Box(x, y, width, height), reason)


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field stands twice")
    return found


def _mark(position: int, value: object) -> Mark:
    if not isinstance(value, dict):
        raise ShapesError(position, ShapesFault.WRONG_VALUE)
    shape = value.get(_TAG)
    kind = _SHAPES.get(shape) if isinstance(shape, str) else None
    if kind is None:
        raise ShapesError(
            position, ShapesFault.UNKNOWN_SHAPE, shape if isinstance(shape, str) else ""
        )
    _check_fields(position, value, kind, (_TAG,))
    if "box" in value:
        if not isinstance(value["box"], dict):
            raise ShapesError(position, ShapesFault.WRONG_VALUE, "box")
        _check_fields(position, value["box"], Box, ())
    return _convert(position, value, kind)


def _check_fields(
    position: int, value: Mapping[str, object], kind: type[msgspec.Struct], extra: tuple[str, ...]
) -> None:
    fields = msgspec.structs.fields(kind)
    for name in value:
        if name not in extra and all(field.name != name for field in fields):
            raise ShapesError(position, ShapesFault.UNKNOWN_FIELD, name)
    for field in fields:
        if field.required and field.name not in value:
            raise ShapesError(position, ShapesFault.MISSING_FIELD, field.name)


def _convert(position: int, value: Mapping[str, object], kind: type[_Mark]) -> _Mark:
    try:
        mark = msgspec.convert(value, kind)
        # Half a surrogate pair passes JSON, but no ledger can keep it.
        msgspec.json.encode(mark)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise ShapesError(position, ShapesFault.WRONG_VALUE) from error
    return mark
