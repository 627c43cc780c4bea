"""Ids as people type them.

``3``, ``B3`` and ``Bilag 3`` name an exhibit, ``e41`` entry 41 of the evidence chain, ``p7`` entry 7 of the private
chain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum

import msgspec

from app.casework.errors import NotAnExhibitError, UnknownReferenceError
from app.casework.exhibit import Exhibit
from app.casework.state import CaseState
from evidence_store import EntryId

_FORM = re.compile(r"(?:(bilag|exhibit|b|e|p) ?)?([0-9]{1,9})")


class ReferenceKind(StrEnum):
    """What a number counts."""

    EXHIBIT = "exhibit"
    EVIDENCE = "evidence"
    PRIVATE = "private"


_KINDS = {"e": ReferenceKind.EVIDENCE, "p": ReferenceKind.PRIVATE}


class Reference(msgspec.Struct, frozen=True):
    """An id that is well formed; whether it names anything is for ``resolve`` to say."""

    kind: ReferenceKind
    number: int
    typed: str


def parse_reference(typed: str) -> Reference:
    """Read an id.

    Raises:
        UnknownReferenceError: it is not of any of the forms.
    """
    match = _FORM.fullmatch(" ".join(typed.split()).casefold())
    if match is None:
        raise UnknownReferenceError(typed)
    kind = _KINDS.get(match[1] or "", ReferenceKind.EXHIBIT)
    return Reference(kind, int(match[2]), typed)


def resolve(state: CaseState, reference: Reference) -> EntryId:
    """The entry that an id names: an exhibit's original, or the entry itself.

    Raises:
        UnknownReferenceError: there is no such exhibit or entry in this case.
    """
    if reference.kind is ReferenceKind.EXHIBIT:
        exhibit = state.exhibit(reference.number)
        if exhibit is None:
            raise UnknownReferenceError(reference.typed)
        return exhibit.original
    private = reference.kind is ReferenceKind.PRIVATE
    steps = state.private_timeline if private else state.timeline
    index = bisect_left(steps, reference.number, key=lambda step: step.entry.seq)
    if index == len(steps) or steps[index].entry.seq != reference.number:
        raise UnknownReferenceError(reference.typed)
    return steps[index].entry


def resolve_exhibit(state: CaseState, reference: Reference) -> Exhibit:
    """The exhibit that an id names, by its number or by any of its entries.

    Raises:
        UnknownReferenceError: the id names nothing.
        NotAnExhibitError: it names something else.
    """
    exhibit = state.exhibit_of(resolve(state, reference))
    if exhibit is None:
        raise NotAnExhibitError(reference.typed)
    return exhibit
