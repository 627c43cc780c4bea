"""What can be wrong with marks and redactions."""

from __future__ import annotations

from enum import StrEnum


class MarkupError(Exception):
    """Base of every error of this room."""


class LayerPart(StrEnum):
    """Which half of a layer a shape belongs to."""

    MARK = "mark"
    REDACTION = "redaction"


class LayerFault(StrEnum):
    """Why a shape cannot lie over a picture."""

    OUTSIDE = "outside"
    NO_SIZE = "no_size"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    TEXT_SIZE = "text_size"
    NO_TEXT = "no_text"
    NO_REASON = "no_reason"
    POINTS = "points"


class LayerError(MarkupError):
    """A shape does not fit the picture.

    Attributes:
        part: a mark or a redaction.
        position: its place among those of its kind, counted from 1.
        reason: what is wrong with it.
    """

    def __init__(self, part: LayerPart, position: int, reason: LayerFault) -> None:
        super().__init__(f"{part} {position}: {reason}")
        self.part = part
        self.position = position
        self.reason = reason


class ShapesFault(StrEnum):
    """Why a file of marks is refused."""

    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    NO_MARKS = "no_marks"
    UNKNOWN_SHAPE = "unknown_shape"
    UNKNOWN_FIELD = "unknown_field"
    MISSING_FIELD = "missing_field"
    WRONG_VALUE = "wrong_value"


class ShapesError(MarkupError):
    """A file of marks is not of the form in docs/shapes.md.

    Attributes:
        position: which mark, counted from 1; 0 means the file as a whole.
        reason: what is wrong.
        field: the name of the field, where it is one.
    """

    def __init__(self, position: int, reason: ShapesFault, field: str = "") -> None:
        super().__init__(f"mark {position}: {reason} {field}".rstrip())
        self.position = position
        self.reason = reason
        self.field = field


class RedactionFormError(MarkupError):
    """A place to cover was not typed as ``X,Y,W,H:REASON``; the reason is needed.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(f"no redaction: {typed!r}")
        self.typed = typed
