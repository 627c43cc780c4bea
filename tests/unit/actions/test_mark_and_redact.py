"""Each copy is burned from the original and carries all that earlier copies covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.casework import LayerUnreadableError, NoPictureError
from app.casework.kinds.working_copy import WorkingCopyFull
from app.markup import Box, LayerError, Number, Redaction
from app.picture import Pixels, crop, decode_own_png
from evidence_store import EntryId, EraseTarget
from tests.fakes.screen import striped_pixels
from tests.unit.actions.acting import captured, current
from tests.worlds import FONT, MACHINE

BOX = Box(30, 20, 40, 16)
COVER = Redaction(BOX, "Barns navn")
BLACK = bytes(BOX.width * BOX.height * 3)


def pixels_of(case: OpenCase, entry: EntryId) -> Pixels:
    with case.vault.open_object(entry) as source:
        return decode_own_png(source.read())


def covered(pixels: Pixels) -> bytes:
    return crop(pixels, BOX.x, BOX.y, BOX.width, BOX.height).rgb


def test_a_mark_made_after_a_redaction_keeps_the_box(case: OpenCase) -> None:
    exhibit = captured(case)
    first = mark_and_redact(case, exhibit, redactions=[COVER], font=FONT)
    second = mark_and_redact(
        case, current(case, exhibit), marks=[Number(100, 60, "her")], font=FONT
    )
    assert covered(pixels_of(case, first)) == BLACK
    assert covered(pixels_of(case, second)) == BLACK
    copy = current(case, exhibit).copy
    assert copy is not None
    assert (copy.entry, copy.facts.parent) == (second, exhibit.original)
    assert isinstance(copy.full, WorkingCopyFull)
    assert (copy.full.replaces, copy.facts.replaces) == (first, None)


def test_the_original_keeps_its_pixels(case: OpenCase) -> None:
    exhibit = captured(case)
    mark_and_redact(case, exhibit, redactions=[COVER], font=FONT)
    assert pixels_of(case, exhibit.original) == striped_pixels(120, 80)


@pytest.mark.parametrize("part", ["redactions", "marks", "full"])
def test_when_an_earlier_layer_is_gone_no_new_copy_is_made(case: OpenCase, part: str) -> None:
    exhibit = captured(case)
    first = mark_and_redact(case, exhibit, redactions=[COVER], font=FONT)
    with case.vault.act() as act:
        act.erase(
            case.chains.evidence,
            [EraseTarget(first, (part,))],
            [],
            time="2026-11-23T15:00:00.000Z",
        )
    opened = OpenCase(case.vault, case.chains, case.clock, MACHINE)
    with pytest.raises(LayerUnreadableError):
        mark_and_redact(opened, current(opened, exhibit), marks=[Number(9, 9)], font=FONT)
    assert len(current(opened, exhibit).copies) == 1


def test_a_box_outside_the_picture_makes_no_copy(case: OpenCase) -> None:
    exhibit = captured(case)
    with pytest.raises(LayerError):
        mark_and_redact(case, exhibit, redactions=[Redaction(Box(500, 0, 9, 9), "x")], font=FONT)
    assert current(case, exhibit).copies == ()


def test_a_file_without_a_view_cannot_be_marked(case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / "lyd.flac"
    path.write_bytes(b"fLaC" + bytes(40))
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    with pytest.raises(NoPictureError):
        mark_and_redact(case, exhibit, marks=[Number(9, 9)], font=FONT)
