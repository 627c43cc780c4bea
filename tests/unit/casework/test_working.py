"""What a working copy is burned from."""

from __future__ import annotations

import pytest

from app.casework import Exhibit, LayerUnreadableError, NoPictureError, layer_of, picture_of
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.markup import Box, Layer, Number, Redaction
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger, picture

MARK = Number(3, 4, "navn")
BOX = Redaction(Box(1, 2, 30, 40), "Cpr-nummer")


def first(ledger: FakeLedger) -> Exhibit:
    found = ledger.state().exhibit(1)
    assert found is not None
    return found


def captured(ledger: FakeLedger) -> EntryId:
    return ledger.add(CaptureFacts(), window=CaptureWindow(), object=picture())


def copied(ledger: FakeLedger, parent: EntryId, *boxes: Redaction) -> EntryId:
    return ledger.add(
        WorkingCopyFacts(parent=parent),
        marks=WorkingCopyMarks(marks=(MARK,)),
        redactions=WorkingCopyRedactions(redactions=boxes),
        object=picture(),
    )


def test_a_capture_is_its_own_picture_even_when_copies_exist() -> None:
    ledger = FakeLedger()
    original = captured(ledger)
    copied(ledger, original, BOX)
    assert picture_of(first(ledger)) == original


def test_a_file_is_burned_from_its_view_or_not_at_all() -> None:
    ledger = FakeLedger()
    original = ledger.add(FileFacts(), source=FileSource(), object=picture())
    with pytest.raises(NoPictureError) as caught:
        picture_of(first(ledger))
    assert caught.value.number == 1
    view = ledger.add(ViewFacts(parent=original), object=picture())
    assert picture_of(first(ledger)) == view


def test_a_new_copy_goes_on_from_the_newest_one() -> None:
    ledger = FakeLedger()
    original = captured(ledger)
    assert layer_of(first(ledger)) == Layer()
    copied(ledger, original)
    newest = copied(ledger, original, BOX)
    assert layer_of(first(ledger)) == Layer(marks=(MARK,), redactions=(BOX,))
    ledger.add(Hidden(target=newest))
    assert layer_of(first(ledger)) == Layer(marks=(MARK,))


@pytest.mark.parametrize("part", ["marks", "redactions"])
def test_a_copy_whose_boxes_or_marks_are_gone_is_not_gone_on_from(part: str) -> None:
    ledger = FakeLedger()
    copy = copied(ledger, captured(ledger), BOX)
    ledger.erase(copy, part)
    with pytest.raises(LayerUnreadableError) as caught:
        layer_of(first(ledger))
    assert caught.value.number == 1
