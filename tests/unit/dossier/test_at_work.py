"""What was asked, answered and done at work, as each reader of a report is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import Draft, Written, parts_of
from app.casework.kinds.answer import ANSWER, AnswerDraft
from app.casework.kinds.caseworker_change import CASEWORKER_CHANGE, ChangeDraft
from app.casework.kinds.complaint_guidance import COMPLAINT_GUIDANCE, GuidanceDraft
from app.casework.kinds.concern import CONCERN, ConcernDraft
from app.casework.kinds.idea import IDEA, IdeaDraft
from app.casework.kinds.journal_reference import JOURNAL_REFERENCE, JournalDraft
from app.casework.kinds.measure import MEASURE, MeasureDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.support import SUPPORT, SupportDraft
from app.dossier import Dossier
from app.vocabulary import Channel, DoneBy, Role, SupportKind
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import SampleCase

NOW = "2026-11-23T13:03:11.042Z"
TOLD: list[tuple[Written[Any], Draft]] = [
    (ANSWER, AnswerDraft(role=Role.MANAGER, name="KAnavn", said="KAord", promise="KAlovet")),
    (MEASURE, MeasureDraft(role=Role.MANAGER, name="KAnavn", what="KAord")),
    (SUPPORT, SupportDraft(role=Role.MANAGER, name="KAnavn", what="KAord")),
    (CASEWORKER_CHANGE, ChangeDraft(role=Role.MANAGER, name="KAnavn", why="KAord", by=DoneBy.ME)),
    (CONCERN, ConcernDraft(role=Role.MANAGER, name="KAnavn", what="KAord")),
    (IDEA, IdeaDraft(role=Role.MANAGER, name="KAnavn", what="KAord")),
]


def sealed(case: SampleCase, draft: Draft) -> EntryId:
    parts: Any = parts_of(case.state, draft, None, NOW)
    return case.add(parts.pop("facts"), **parts)


def opened(dossier: Dossier, entry: EntryId) -> set[str]:
    return {part for seq, part in dossier.opened if seq == entry.seq}


def tag(value: object) -> str:
    return value.tag if isinstance(value, Written) else ""


@pytest.mark.parametrize(("kind", "draft"), TOLD, ids=tag)
def test_a_manager_is_told_the_words_and_no_name_and_the_consultant_both(
    kind: Written[Any], draft: Draft
) -> None:
    case = SampleCase()
    entry = sealed(case, draft)
    for_manager, for_consultant = composed(case, MANAGER), composed(case, CONSULTANT)
    for dossier in (for_manager, for_consultant):
        assert len(written(dossier, kind.tag)) == 1
        assert "KAord" in words_of(dossier)
    assert "KAnavn" not in words_of(for_manager)
    assert "KAnavn" in words_of(for_consultant)
    assert opened(for_consultant, entry) - opened(for_manager, entry) == {"to"}
    assert opened(for_consultant, entry) == set(kind.said)


@pytest.mark.parametrize(("kind", "draft"), TOLD, ids=tag)
def test_what_a_doctor_said_or_did_is_nobodys_business_here(
    kind: Written[Any], draft: Draft
) -> None:
    given = {name: getattr(draft, name) for name in draft.__struct_fields__}
    case = SampleCase()
    entry = sealed(case, type(draft)(**{**given, "role": Role.DOCTOR}))
    for policy in (MANAGER, CONSULTANT):
        dossier = composed(case, policy)
        assert written(dossier, kind.tag) == ()
        assert "KA" not in words_of(dossier)
        assert not [part for part in dossier.opened | dossier.stated if part[0] == entry.seq]


def test_the_place_in_the_record_is_the_workplaces_and_the_union_sees_no_number_of_it() -> None:
    case = SampleCase()
    sealed(case, JournalDraft(doc_no="KAnummer", written_by="KAnavn"))
    (thing,) = written(composed(case, MANAGER), JOURNAL_REFERENCE.tag)
    assert labelled(thing.rows)["Number in the record"] == "KAnummer"
    assert "KA" not in words_of(composed(case, CONSULTANT))
    assert len(written(composed(case, CONSULTANT), JOURNAL_REFERENCE.tag)) == 1


def test_a_note_on_guidance_stays_shut() -> None:
    case = SampleCase()
    sealed(case, GuidanceDraft(channel=Channel.MEETING, note="KAnote"))
    for policy in (MANAGER, CONSULTANT):
        dossier = composed(case, policy)
        assert len(written(dossier, COMPLAINT_GUIDANCE.tag)) == 1
        assert "KAnote" not in words_of(dossier)


def test_a_reader_is_not_told_me_but_the_employee() -> None:
    case = SampleCase()
    sealed(case, ChangeDraft(role=Role.MANAGER, by=DoneBy.ME))
    (thing,) = written(composed(case), CASEWORKER_CHANGE.tag)
    assert labelled(thing.rows)["Proposed by"] == "The employee"


def test_an_answer_names_the_request_as_the_report_calls_it() -> None:
    case = SampleCase()
    asked = sealed(case, RequestDraft(what="Et møde", role=Role.MANAGER))
    entry = sealed(case, AnswerDraft(about=asked, role=Role.MANAGER, said="Ja"))
    dossier = composed(case)
    (thing,) = written(dossier, ANSWER.tag)
    assert labelled(thing.rows)["Answer to"] == "Asked: manager, 23 November 2026"
    assert "facts" in opened(dossier, entry)


def test_a_request_that_was_answered_does_not_say_that_no_answer_is_noted() -> None:
    case = SampleCase()
    asked = sealed(case, RequestDraft(what="Et møde", role=Role.MANAGER))
    (waits,) = written(composed(case), "request")
    assert labelled(waits.rows)["Answer"] == "none noted"
    sealed(case, AnswerDraft(about=asked, role=Role.MANAGER, said="Ja"))
    (answered,) = written(composed(case), "request")
    assert labelled(answered.rows)["Answer"] == "23 November 2026 at 14:03"


def test_what_names_something_a_reader_is_not_told_of_stays_shut_and_does_not_point_at_it() -> None:
    case = SampleCase()
    asked = sealed(case, RequestDraft(what="KAbedt", role=Role.SHOP_STEWARD))
    entry = sealed(case, AnswerDraft(about=asked, role=Role.MANAGER, said="Ja"))
    dossier = composed(case, MANAGER)
    (thing,) = written(dossier, ANSWER.tag)
    assert "Answer to" not in labelled(thing.rows)
    assert f"Entry {asked.seq}" not in str(thing)
    assert (entry.seq, "facts") in dossier.stated
    assert "facts" not in opened(dossier, entry)
    (told,) = written(composed(case, CONSULTANT), ANSWER.tag)
    assert "Answer to" in labelled(told.rows)


def test_a_part_of_its_own_that_names_what_is_not_told_stays_shut_alone() -> None:
    case = SampleCase()
    first = sealed(case, RequestDraft(what="KAbedt", role=Role.SHOP_STEWARD))
    again = sealed(case, RequestDraft(what="Igen", role=Role.MANAGER, asked_before=first))
    dossier = composed(case, MANAGER)
    assert opened(dossier, again) == {"facts", "text", "topic", "closing"}
    assert (again.seq, "again") in dossier.stated


def test_what_support_somebody_got_stands_in_the_course_of_events() -> None:
    case = SampleCase()
    sealed(case, SupportDraft(form=SupportKind.COMPANION, role=Role.MANAGER))
    assert "Support: companion at meetings" in [each.what for each in composed(case).timeline]
