"""A piece of guidance that is in force, with the pack that it stands in and what the program says in its place."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from app.guidance.notes import GuidanceContact, GuidanceNote
from app.guidance.sourced import Origin

Piece = TypeVar("Piece", GuidanceNote, GuidanceContact)


class Standing(msgspec.Struct, Generic[Piece], frozen=True):
    """A piece that is in force.

    Attributes:
        piece: what it says.
        origin: the pack that it stands in.
        built_in: what the program says in its place; None where that is the same, or nothing.
    """

    piece: Piece
    origin: Origin
    built_in: Piece | None = None
