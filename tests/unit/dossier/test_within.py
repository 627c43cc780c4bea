"""What a recipient reads of a file that lay in another, such as what was attached to a mail."""

from __future__ import annotations

import pytest

from app.casework.kinds.file import FileFacts, FileSource, FileWithin
from app.dossier import load_policy, recipients
from evidence_store import EntryId
from tests.unit.dossier.composing import composed, labelled
from tests.unit.dossier.sample_case import RECIPIENTS, SampleCase

TIME = "2026-11-23T13:03:12.000Z"


def a_mail() -> tuple[SampleCase, int, EntryId]:
    """A case with a mail and what was attached to it; the number of the mail, and the entry of the other."""
    case = SampleCase()
    number = len(case.state.exhibits) + 1
    mail = add(case, "message/rfc822", FileWithin())
    return case, number, add(case, "application/pdf", FileWithin(parent=mail))


def add(case: SampleCase, media_type: str, within: FileWithin) -> EntryId:
    return case.add(
        FileFacts(added_at=TIME, media_type=media_type),
        TIME,
        png=b"made up",
        media_type=media_type,
        source=FileSource(name="KANARIE-navn"),
        within=within,
    )


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_an_attachment_names_the_exhibit_that_it_came_with(recipient: str) -> None:
    case, mail, attached = a_mail()
    dossier = composed(case, load_policy(RECIPIENTS, recipient), exhibits=(mail, mail + 1))
    outer, inner = dossier.exhibits
    assert "Came with" not in labelled(outer.rows)
    assert outer.came_with == ""
    assert labelled(inner.rows)["Came with"] == f"Exhibit {mail}"
    assert inner.came_with == f"came with exhibit {mail}"
    # That it is opened or not must not tell anything.
    assert {(outer.original.seq, "within"), (attached.seq, "within")} <= dossier.opened


def test_it_names_it_where_the_mail_stays_behind_and_a_file_of_before_says_nothing() -> None:
    case, mail, _ = a_mail()
    old = case.add(FileFacts(added_at=TIME, media_type="text/plain"), TIME, png=b"older")
    dossier = composed(case, exhibits=(mail + 1, mail + 2))
    inner, older = dossier.exhibits
    assert labelled(inner.rows)["Came with"] == f"Exhibit {mail}"
    assert older.original == old
    assert older.came_with == ""
