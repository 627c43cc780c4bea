"""A file that lay in another says so in its row, and the other says which lay in it."""

from __future__ import annotations

from pathlib import Path

from app.casework.kinds.file import FileFacts, FileSource, FileWithin
from app.language import Language
from app.ui.timeline.exhibits import exhibit_fields, exhibit_line
from evidence_store import EntryId
from tests.unit.dossier.sample_case import SampleCase

ENGLISH = Language("en", Path())
TIME = "2026-11-23T13:03:12.000Z"


def add(case: SampleCase, name: str, parent: EntryId | None = None) -> EntryId:
    return case.add(
        FileFacts(added_at=TIME, media_type="message/rfc822"),
        TIME,
        png=name.encode(),
        source=FileSource(name=name),
        within=FileWithin(parent=parent),
    )


def test_an_attachment_names_its_mail_and_the_mail_its_attachments() -> None:
    case = SampleCase()
    mail = add(case, "mail.eml")
    add(case, "kvittering.pdf", mail)
    add(case, "foto.heic", mail)
    state = case.state
    outer, *inner = state.exhibits[-3:]
    assert exhibit_line(state, outer, ENGLISH)[1] == "mail.eml"
    assert [exhibit_line(state, each, ENGLISH)[1] for each in inner] == [
        f"kvittering.pdf · came with exhibit {outer.number}",
        f"foto.heic · came with exhibit {outer.number}",
    ]
    told = {each.label: each.value for each in exhibit_fields(state, outer, ENGLISH)}
    numbers = [each.number for each in inner]
    assert told["What lay in it"] == f"Exhibit {numbers[0]}, Exhibit {numbers[1]}"
    told = {each.label: each.value for each in exhibit_fields(state, inner[0], ENGLISH)}
    assert told["Came with"] == f"Exhibit {outer.number}"
