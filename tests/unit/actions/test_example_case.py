"""The example fills a case with one of everything, from the story that is shipped."""

from __future__ import annotations

import tomllib

import pytest

from app.actions.example_case import Example, fill_example_case, read_example
from app.actions.open_case import OpenCase
from app.capture import Region
from app.casework import picture_of
from app.casework.kinds.contact import CONTACT, ContactPerson
from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentSenderName, IncidentText
from app.casework.kinds.note import NOTE, NoteText
from app.casework.kinds.notification import NOTIFICATION, NotificationText
from app.casework.kinds.working_copy import WorkingCopyMarks, WorkingCopyRedactions
from app.markup import Box, Frame, Highlight, Number, Redaction
from evidence_store import Vault
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.unit.actions.acting import assert_state_is_what_is_sealed
from tests.worlds import FONT, RESOURCES

PLACES = {
    "child_name": Box(60, 20, 40, 12),
    "cpr": Box(60, 40, 50, 12),
    "accusation": Box(30, 60, 90, 12),
    "call_privately": Box(70, 90, 60, 12),
}
REGION = Region(10, 5, 200, 140)


@pytest.fixture(params=["da", "en"])
def example(request: pytest.FixtureRequest) -> Example:
    return read_example(RESOURCES, request.param)


@pytest.fixture
def filled(case: OpenCase, example: Example) -> OpenCase:
    screen = FakeScreen(case.clock, striped_pixels(240, 180))
    fill_example_case(case, example, screen, REGION, PLACES, font=FONT)
    return case


def test_the_case_is_named_and_has_its_owner(filled: OpenCase, example: Example) -> None:
    state = filled.state
    assert (state.title, state.local_ref) == (example.case.title, example.case.local_ref)
    assert state.author == example.author
    assert_state_is_what_is_sealed(filled)


def test_the_post_is_an_exhibit_with_the_whole_screen_beside_it(
    filled: OpenCase, vault: Vault
) -> None:
    post, whole = filled.state.exhibits
    sizes = []
    for each in (post, whole):
        with vault.open_object(picture_of(each)) as stream:
            head = stream.read(24)
        sizes.append((int.from_bytes(head[16:20]), int.from_bytes(head[20:24])))
    assert sizes == [(200, 140), (240, 180)]


def test_the_incident_tells_of_the_post_and_of_times_before_now(
    filled: OpenCase, example: Example
) -> None:
    (incident,) = filled.state.of(INCIDENT)
    facts = incident.current.facts
    assert isinstance(facts, IncidentFacts)
    assert facts.exhibits == (filled.state.exhibits[0].original,)
    assert facts.platform == example.incident.platform
    assert "" < facts.published_at < facts.first_seen_at < "2026-11-23T12:54"
    told = example.incident
    assert isinstance(incident.current.text, IncidentText)
    assert (incident.current.text.quote, incident.current.text.description) == (
        told.quote,
        told.description,
    )
    assert incident.current.sender_name == IncidentSenderName(
        display_name=told.name or "", relation=told.relation or ""
    )


def test_marks_and_boxes_are_on_one_copy_and_boxes_are_wider_than_the_words(
    filled: OpenCase, example: Example
) -> None:
    copy = filled.state.exhibits[0].copy
    assert copy is not None
    captions = [each.caption for each in example.marks]
    assert copy.marks == WorkingCopyMarks(
        marks=(
            Frame(PLACES["accusation"]),
            Number(22, 66, captions[0]),
            Highlight(PLACES["call_privately"]),
            Number(48, 96, captions[1]),
        )
    )
    reasons = [each.reason for each in example.redactions]
    assert copy.redactions == WorkingCopyRedactions(
        redactions=(
            Redaction(Box(54, 20, 52, 12), reasons[0]),
            Redaction(Box(54, 40, 62, 12), reasons[1]),
        )
    )


def test_notes_contacts_and_messages_are_those_of_the_story(
    filled: OpenCase, example: Example
) -> None:
    state = filled.state
    (note,), (private,) = state.of(NOTE), state.private_of(NOTE)
    assert note.current.text == NoteText(text=example.note.text or "")
    assert note.current.facts.about == state.exhibits[0].original
    assert private.current.text == NoteText(text=example.private_note.text or "")
    people = [each.current.contact for each in state.of(CONTACT)]
    assert people == [
        ContactPerson(name=each.name or "", phone=each.phone or "", mail=each.mail or "")
        for each in example.contacts
    ]
    told = [each.current.text for each in state.of(NOTIFICATION)]
    assert told == [
        NotificationText(said=each.said or "", reply=each.reply or "")
        for each in example.notifications
    ]


def test_the_canary_is_in_the_private_log_alone(filled: OpenCase, vault: Vault) -> None:
    told = tomllib.loads((RESOURCES / "demo" / "demo.toml").read_text("utf-8"))
    canary = told["canary"].encode()
    singing = {
        chain
        for chain in (filled.chains.evidence, filled.chains.private)
        for entry in vault.entries(chain)
        for part in entry.parts
        if canary in (part.body or b"")
    }
    assert singing == {filled.chains.private}
