"""The exhibits of a dossier, each with what belongs to it, as far as the policy opens that."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.casework import CaseState, Exhibit, in_series, parent_of
from app.dossier.composing.exhibits import (
    DisclosedExhibit,
    disclose_exhibit,
    with_film,
    with_original,
    with_parent,
    with_series,
)
from app.dossier.composing.films import disclose_clip, must_be_included
from app.dossier.composing.gate import Gate


def showings_of(
    state: CaseState,
    included: Sequence[Exhibit],
    originals: Collection[int],
    gate: Gate,
    clips: Collection[int],
) -> tuple[DisclosedExhibit, ...]:
    """Open what the policy opens of each exhibit, with its series, parent, film, clip and original.

    Raises:
        ClipNotPossibleError: a covered clip was chosen that cannot go along.
    """
    must_be_included(clips, [exhibit.number for exhibit in included])
    made: list[DisclosedExhibit] = []
    for exhibit in included:
        showing = disclose_exhibit(exhibit, gate)
        if showing is None:
            continue
        showing = with_series(showing, in_series(state, exhibit), gate)
        parent = parent_of(exhibit)
        outer = state.exhibit_of(parent) if parent is not None else None
        showing = with_parent(showing, outer, gate)
        film = exhibit.taken_from
        showing = with_film(showing, state.exhibit_of(film) if film is not None else None, gate)
        if exhibit.number in clips:
            showing = msgspec.structs.replace(showing, clip=disclose_clip(exhibit, gate))
        if exhibit.number in originals:
            showing = with_original(showing, gate)
        made.append(showing)
    return tuple(made)
