"""A form that is opened about something that was asked, or that happened: it begins with what is known of it."""

from __future__ import annotations

import pytest

from app.actions.write_down import write_down
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.notification import NOTIFICATION, NotificationAbout
from app.casework.kinds.request import REQUEST, RequestAgain, RequestDraft
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import RequestTopic, Role
from evidence_store import EntryId
from tests.worlds import Desk


@pytest.fixture
def asked(desk: Desk) -> EntryId:
    draft = RequestDraft(
        role=Role.HR, name="Bo Eks", topic=RequestTopic.GUIDELINES, what="Hvad gælder?"
    )
    return write_down(desk.case, draft)


def test_to_ask_again_is_to_ask_the_same_of_the_same(
    form: FormPresenter, desk: Desk, asked: EntryId
) -> None:
    form.open(Write("request", about=asked))
    assert {key: form.values[key] for key in ("what", "role", "name", "topic")} == {
        "what": "Hvad gælder?",
        "role": "hr",
        "name": "Bo Eks",
        "topic": "guidelines",
    }
    form.save()
    again = desk.session.state.of(REQUEST)[-1].current
    assert isinstance(again.again, RequestAgain)
    assert again.again.asked_before == asked
    # It is the earlier one over again, and belongs to nothing else.
    assert again.facts.about is None


def test_each_of_several_that_are_asked_again_has_a_draft_of_its_own(
    form: FormPresenter, desk: Desk, asked: EntryId
) -> None:
    other = write_down(desk.case, RequestDraft(role=Role.MANAGER, what="Et møde"))
    form.open(Write("request", about=asked))
    form.change("what", "Hvad gælder for mig?")
    form.open(Write("request", about=other))
    assert form.values["what"] == "Et møde"
    form.open(Write("request", about=asked))
    assert form.values["what"] == "Hvad gælder for mig?"


def test_an_answer_begins_with_who_was_asked(
    form: FormPresenter, desk: Desk, asked: EntryId
) -> None:
    form.open(Write("answer", about=asked))
    assert (form.values["role"], form.values["name"]) == ("hr", "Bo Eks")
    form.change("said", "De ligger på intranettet")
    form.save()
    (answer,) = desk.session.state.of(ANSWER)
    assert answer.current.facts.about == asked
    assert answer.current.facts.role is Role.HR


def test_who_was_told_of_an_incident_begins_with_that_incident(
    form: FormPresenter, desk: Desk
) -> None:
    write_down(desk.case, IncidentDraft(quote="Ét"))
    post = write_down(desk.case, IncidentDraft(quote="To"))
    form.open(Write("notification", about=post))
    form.change("said", "Jeg fortalte om det")
    form.save()
    (told,) = desk.session.state.of(NOTIFICATION)
    assert isinstance(told.current.about, NotificationAbout)
    assert told.current.about.incidents == (post,)
