"""A working copy from a whole layer: what is given is what it shows, and it is burned from the original."""

from __future__ import annotations

import pytest

from app.actions.mark_and_redact import mark_and_redact, set_layer
from app.actions.open_case import OpenCase
from app.actions.search import search_case
from app.casework import layer_of
from app.casework.kinds.working_copy import WorkingCopyFull, WorkingCopyMarks
from app.markup import Box, Frame, Layer, LayerError, Number, Redaction, Text, burn
from app.picture import Pixels, decode_own_png
from evidence_store import EntryId
from tests.fakes.screen import striped_pixels
from tests.unit.actions.acting import captured, current
from tests.worlds import FONT

PICTURE = striped_pixels(120, 80)
COVER = Redaction(Box(4, 4, 20, 9), "Barns navn")
FIRST = Layer((Number(30, 30, "et"), Number(60, 30, "to")), (COVER,))
SECOND = Layer((Number(60, 30, "to"), Frame(Box(50, 50, 30, 20))))


def pixels_of(case: OpenCase, entry: EntryId) -> Pixels:
    with case.vault.open_object(entry) as source:
        return decode_own_png(source.read())


def test_what_is_sealed_is_what_the_layer_burns(case: OpenCase) -> None:
    exhibit = captured(case)
    entry = set_layer(case, exhibit, FIRST, FONT)

    assert pixels_of(case, entry) == burn(PICTURE, FIRST, FONT)
    assert layer_of(current(case, exhibit)) == FIRST


def test_a_second_layer_stands_alone_on_the_untouched_original(case: OpenCase) -> None:
    exhibit = captured(case)
    first = set_layer(case, exhibit, FIRST, FONT)
    second = set_layer(case, current(case, exhibit), SECOND, FONT)

    copy = current(case, exhibit).copy
    assert copy is not None
    assert isinstance(copy.full, WorkingCopyFull)
    assert (copy.entry, copy.full.replaces) == (second, first)
    assert copy.facts.parent == exhibit.original
    assert pixels_of(case, second) == burn(PICTURE, SECOND, FONT)
    assert pixels_of(case, exhibit.original) == PICTURE


def test_adding_goes_on_from_a_layer_that_was_set(case: OpenCase) -> None:
    exhibit = captured(case)
    set_layer(case, exhibit, SECOND, FONT)
    mark_and_redact(case, current(case, exhibit), redactions=[COVER], font=FONT)

    assert layer_of(current(case, exhibit)) == Layer(SECOND.marks, (COVER,))


def test_a_layer_that_does_not_fit_seals_nothing(case: OpenCase) -> None:
    exhibit = captured(case)
    outside = Layer((), (Redaction(Box(500, 500, 10, 10), "Barns navn"),))

    with pytest.raises(LayerError):
        set_layer(case, exhibit, outside, FONT)

    assert current(case, exhibit).copies == ()


def test_what_is_covered_is_sealed_in_full_where_nobody_is_shown_it(case: OpenCase) -> None:
    exhibit = captured(case)
    layer = Layer(
        (Text(6, 5, "Torben", 6), Number(25, 22, "under"), Number(98, 60, "påstand")),
        (Redaction(Box(2, 2, 60, 45), "Navn"),),
    )
    set_layer(case, exhibit, layer, FONT)
    copy = current(case, exhibit).copy
    assert copy is not None
    assert copy.marks == WorkingCopyMarks(marks=(Number(98, 60, "påstand"),))
    assert layer_of(current(case, exhibit)) == layer
    assert [entry.seq for entry in search_case(case, "Torben", 9)] == [exhibit.original.seq]
