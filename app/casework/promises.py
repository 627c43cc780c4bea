"""A promise: what was promised, by when, and whether it was kept. A part of every kind in which one can be given."""

from __future__ import annotations

from app.casework.fields import After, Field, FieldKind
from app.casework.in_dossier import RowOf
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.language import deferred
from app.vocabulary import PromiseStatus


class Promise(Part, frozen=True, kw_only=True):
    """What was promised, by when, whether it was kept and when that was clear. Each kind has its own tag."""

    what: str = ""
    due_on: str = ""
    status: PromiseStatus = PromiseStatus.OPEN
    settled_on: str = ""


PROMISE_FIELDS = (
    Field(
        name="promise",
        part="promise",
        attr="what",
        kind=FieldKind.AREA,
        lines=2,
        label=deferred("What they promised"),
        option_help=deferred("what was promised"),
        shown=deferred("The promise"),
    ),
    Field(
        name="due",
        part="promise",
        attr="due_on",
        kind=FieldKind.DAY,
        to_come=True,
        after=(After("at", TimeDoubt.BEFORE_AGREED),),
        label=deferred("By when"),
        help=deferred("Such as 30 Nov 2026 or in a week"),
        option_help=deferred("day by which it was promised"),
        shown=deferred("Promised by"),
    ),
    Field(
        name="kept",
        part="promise",
        attr="status",
        kind=FieldKind.CHOICE,
        choices=PromiseStatus,
        label=deferred("Was it kept"),
        option_help=deferred("whether the promise was kept"),
        shown=deferred("Promise kept"),
    ),
    Field(
        name="settled",
        part="promise",
        attr="settled_on",
        kind=FieldKind.DAY,
        after=(After("at", TimeDoubt.BEFORE_AGREED),),
        label=deferred("When that was clear"),
        option_help=deferred("day on which that was clear"),
        shown=deferred("Clear since"),
    ),
)
PROMISE_ROWS = tuple(RowOf(field.name) for field in PROMISE_FIELDS)
