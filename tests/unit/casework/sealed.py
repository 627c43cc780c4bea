"""What tests of the fold seal again and again."""

from __future__ import annotations

from app.casework import CaseState, Exhibit
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, FakeLedger, picture

NOWHERE = EntryId(EVIDENCE, 999)


def capture(ledger: FakeLedger, **facts: str | bool) -> EntryId:
    return ledger.add(CaptureFacts(**facts), window=CaptureWindow(), object=picture(1))  # type: ignore[arg-type]


def added_file(ledger: FakeLedger) -> EntryId:
    return ledger.add(FileFacts(media_type="image/jpeg"), source=FileSource(), object=picture(2))


def working_copy(ledger: FakeLedger, parent: EntryId) -> EntryId:
    return ledger.add(
        WorkingCopyFacts(parent=parent),
        marks=WorkingCopyMarks(),
        redactions=WorkingCopyRedactions(),
        object=picture(3),
    )


def exhibit(state: CaseState, number: int) -> Exhibit:
    found = state.exhibit(number)
    assert found is not None
    return found
