"""What goes outwards, as each reader of a report is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import Draft, Written
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION, RegistrationDraft
from app.casework.kinds.notification import NotificationFacts
from app.casework.kinds.own_reply import OWN_REPLY, OwnReplyDraft
from app.casework.kinds.own_statement import OWN_STATEMENT, OwnStatementDraft
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft
from app.casework.kinds.recheck import RECHECK, RecheckDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.takedown import TAKEDOWN, TakedownDraft
from app.casework.kinds.witness_statement import WITNESS_STATEMENT, WitnessDraft
from app.dossier import Dossier
from app.vocabulary import DoneBy, OnlineStatus, PoliceStatus, Role, TakedownTo
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import SampleCase
from tests.unit.dossier.test_at_work import opened, sealed, tag

# All that can be said, each in a word of its own by the part that holds it.
EVERYTHING: list[tuple[Written[Any], Draft, set[str], set[str]]] = [
    (
        POLICE_REPORT,
        PoliceDraft(
            status=PoliceStatus.RECEIVED,
            receipt_ref="KAreference",
            journal_no="KAreference",
            officer="KAofficer",
            phone="KAofficer",
            station="KAofficer",
            why_not="KAreason",
            letter="KAletter",
            note="KAtext",
        ),
        {"facts", "reference", "reason"},
        {"facts", "reference", "reason", "officer", "text"},
    ),
    (
        TAKEDOWN,
        TakedownDraft(
            ticket="KAreference",
            complaint_ref="KAcomplaint",
            body="KAcomplaint",
            body_ref="KAcomplaint",
            letter="KAletter",
            answer="KAtext",
        ),
        {"facts", "complaint", "text"},
        {"facts", "complaint", "text", "reference"},
    ),
    (
        INTERNAL_REGISTRATION,
        RegistrationDraft(
            ref="KAreference", system="KAreference", letter="KAletter", done="KAtext"
        ),
        {"facts", "reference", "text"},
        {"facts", "reference", "text"},
    ),
    (OWN_REPLY, OwnReplyDraft(by=DoneBy.ME, words="KAtext"), {"facts"}, {"facts"}),
    (
        WITNESS_STATEMENT,
        WitnessDraft(
            name="KAwitness",
            title="KAwitness",
            phone="KAwitness_contact",
            mail="KAwitness_contact",
            device="KAdevice",
            words="KAtext",
        ),
        {"facts"},
        {"facts", "witness", "device", "text"},
    ),
    (OWN_STATEMENT, OwnStatementDraft(words="KAtext"), {"facts"}, {"facts", "text"}),
    (
        RECHECK,
        RecheckDraft(status=OnlineStatus.CHANGED, note="KAtext"),
        {"facts", "text"},
        {"facts", "text"},
    ),
]
PARTS = {name for kind, *_ in EVERYTHING for name in kind.said} - {"facts"}


def told(dossier: Dossier) -> set[str]:
    """Which parts' words are printed."""
    said = words_of(dossier)
    return {name for name in PARTS if f"KA{name}" in said.replace("KAwitness_contact", "")} | {
        name for name in ("witness_contact",) if "KAwitness_contact" in said
    }


def left_out(dossier: Dossier) -> str:
    return " ".join(each.what for each in dossier.omissions)


@pytest.mark.parametrize(("kind", "draft", "manager", "consultant"), EVERYTHING, ids=tag)
def test_each_reader_is_told_what_is_theirs_and_no_more(
    kind: Written[Any], draft: Draft, manager: set[str], consultant: set[str]
) -> None:
    case = SampleCase()
    entry = sealed(case, draft)
    for policy, parts in ((MANAGER, manager), (CONSULTANT, consultant)):
        dossier = composed(case, policy)
        assert len(written(dossier, kind.tag)) == 1
        assert opened(dossier, entry) == parts
        assert told(dossier) == parts - {"facts"}


def test_what_stays_shut_is_named_whether_there_is_any_or_not() -> None:
    for policy in (MANAGER, CONSULTANT):
        full, empty = SampleCase(), SampleCase()
        for _, draft, *_ in EVERYTHING:
            sealed(full, draft)
        assert left_out(composed(full, policy)) == left_out(composed(empty, policy))
        assert "Letters as they were handed over" in left_out(composed(full, policy))
    said = left_out(composed(SampleCase(), MANAGER))
    assert "Names of witnesses" in said
    assert "Whom the employee talked to at the police" in said
    assert "Names of witnesses" not in left_out(composed(SampleCase(), CONSULTANT))


@pytest.mark.parametrize(("kind", "draft", "manager", "consultant"), EVERYTHING, ids=tag)
def test_no_label_asks_the_reader_a_question(
    kind: Written[Any], draft: Draft, manager: set[str], consultant: set[str]
) -> None:
    from app.dossier import Choices, compose
    from tests.unit.dossier.sample_case import MADE_AT
    from tests.worlds import DANISH

    del manager, consultant
    case = SampleCase()
    sealed(case, draft)
    dossier = compose(case.state, CONSULTANT, Choices(), DANISH, case.receipt, MADE_AT)
    (thing,) = written(dossier, kind.tag)
    assert not [row.label for row in thing.rows if row.label.endswith("?")]
    (heading,) = (each.heading for each in dossier.written if each.name == kind.tag)
    assert not heading.endswith("?")


def test_a_report_names_incidents_pictures_and_who_did_it_as_it_calls_them() -> None:
    case = SampleCase()
    incident = sealed(case, IncidentDraft(platform="Facebook"))
    entry = sealed(
        case, PoliceDraft(status=PoliceStatus.REPORTED, by=DoneBy.ME, incidents=(incident,))
    )
    dossier = composed(case)
    (thing,) = written(dossier, POLICE_REPORT.tag)
    rows = labelled(thing.rows)
    assert rows["Incidents"] == "Incident 1"
    assert rows["Reported by"] == "The employee"
    assert "facts" in opened(dossier, entry)


def test_what_was_not_said_is_not_told() -> None:
    case = SampleCase()
    sealed(case, TakedownDraft(asked=TakedownTo.HOST))
    sealed(case, RegistrationDraft())
    (takedown,) = written(composed(case), TAKEDOWN.tag)
    (registration,) = written(composed(case), INTERNAL_REGISTRATION.tag)
    assert "Why" not in labelled(takedown.rows)
    assert "Taken care of by" not in labelled(registration.rows)


def test_the_course_of_events_has_what_went_outwards() -> None:
    case = SampleCase()
    sealed(case, TakedownDraft(asked=TakedownTo.HOST))
    sealed(case, PoliceDraft(status=PoliceStatus.NOT_REPORTED, why_not="Nej"))
    sealed(case, PoliceDraft(note="Ringet"))
    what = [each.what for each in composed(case).timeline]
    assert "Asked to remove it: the hosting company" in what
    assert "Report to the police: not reported, with reasons" in what
    assert "Report to the police" in what


def test_an_answer_to_a_takedown_is_told_by_its_name() -> None:
    from app.casework.kinds.answer import AnswerDraft

    case = SampleCase()
    asked = sealed(case, TakedownDraft(asked=TakedownTo.PLATFORM))
    sealed(case, AnswerDraft(about=asked, role=Role.MANAGER, said="Ja"))
    (thing,) = written(composed(case), "answer")
    assert labelled(thing.rows)["Answer to"] == "Asked to remove it: the platform, 23 November 2026"


def test_a_warning_before_a_post_is_a_takedown_too() -> None:
    case = SampleCase()
    warned = sealed(case, TakedownDraft(asked=TakedownTo.SENDER))
    entry = sealed(case, IncidentDraft(platform="Facebook", after_warning=warned))
    dossier = composed(case)
    rows = labelled(dossier.incidents[0].rows)
    assert rows["Earlier warning"] == "Asked to remove it: the sender, 23 November 2026"
    assert "relations" in opened(dossier, entry)
    sealed(case, RequestDraft(what="Et møde", role=Role.MANAGER))


def test_no_label_of_any_kind_in_a_report_is_a_question() -> None:
    from app.dossier import WRITTEN_SECTIONS
    from tests.worlds import DANISH

    labels = {
        DANISH.text(row.label or kind.field(row.field).shown or kind.field(row.field).label)
        for kind, how in WRITTEN_SECTIONS.values()
        for row in how.rows
    }
    assert len(labels) > 50
    assert [each for each in labels if each.endswith("?")] == []


def test_a_way_that_nobody_named_is_not_told_as_another_way() -> None:
    case = SampleCase()
    case.add(NotificationFacts(role=Role.MANAGER, at="2026-11-23T13:03:11.042Z"))
    sealed(case, RequestDraft(what="Et møde", role=Role.MANAGER))
    dossier = composed(case)
    said = words_of(dossier)
    assert "Another way" not in said
    assert "another way" not in said
    assert "Something else" not in said
    assert "Told: manager" in [each.what for each in dossier.timeline]
