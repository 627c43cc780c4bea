"""What the forms ask of the case they are about: the thing to correct, and where drafts are named. No Qt."""

from __future__ import annotations

from typing import TypeVar

from app.actions.open_case import OpenCase
from app.casework import Versioned
from app.casework.records import Part
from evidence_store import EntryId

T = TypeVar("T")
SomePart = TypeVar("SomePart", bound=Part)


def thing_to_correct(
    case: OpenCase, entry: EntryId | None, kind: type[T]
) -> tuple[EntryId | None, T | None]:
    """The first entry of the thing and what stands there now; (None, None) where the entry made no such thing."""
    thing = case.state.thing_of(entry) if entry is not None else None
    if isinstance(thing, Versioned) and isinstance(thing.current, kind):
        return thing.id, thing.current
    return None, None


def as_it_stands(part: object, kind: type[SomePart]) -> SomePart:
    """A part as it stands; an empty one where there is none, or it was erased."""
    return part if isinstance(part, kind) else kind()


def draft_key(case: OpenCase, form: str, about: EntryId | None, *, correction: bool) -> str:
    """Names a draft: one for each form and target, and apart for each case of the vault."""
    target = f"{about.chain}/{about.seq}" if about is not None else "-"
    return f"form/{case.chains.case_id}/{form}/{'correct' if correction else 'new'}/{target}"
