"""How words and numbers stand inside a line of a report: small letters, days and numbers gathered, nothing twice."""

from __future__ import annotations

import pytest

from app.casework import enumerated
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.witness_statement import WITNESS_STATEMENT, WitnessDraft
from app.dossier.composing.numbers import gathered, in_ranges
from app.vocabulary import Basis, ContentTag, IncidentKind, Role, Visibility
from tests.unit.dossier.composing import (
    CONSULTANT,
    ENGLISH,
    MANAGER,
    composed,
    labelled,
    words_of,
    written,
)
from tests.unit.dossier.sample_case import SampleCase, made_picture
from tests.unit.dossier.test_at_work import sealed
from tests.worlds import DANISH


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((), ""),
        ((7,), "7"),
        ((4, 3), "3, 4"),
        ((1, 2, 3), "1–3"),
        ((9, 1, 3, 2, 2, 11, 10, 5), "1–3, 5, 9–11"),
    ],
)
def test_a_row_of_numbers_is_told_by_its_ends(numbers: tuple[int, ...], said: str) -> None:
    assert in_ranges(numbers) == said


def test_things_with_numbers_are_named_once() -> None:
    names = [*(f"Bilag {number}" for number in range(1, 41)), "Hændelse 8", "Hændelse 5"]
    assert gathered(names, DANISH) == "Bilag 1–40, Hændelse 5, 8"
    both = ["Entry 8 in the case’s log", "Asked: manager", "Entry 9 in the case’s log", "Exhibit 1"]
    assert gathered(both, ENGLISH) == "Entries 8, 9 in the case’s log, Asked: manager, Exhibit 1"


def test_what_is_none_of_them_stands_as_it_is() -> None:
    odd = ["Exhibit 1a", "Exhibit ", "My Exhibit 2", "Sender A"]
    assert gathered(odd, ENGLISH) == ", ".join(odd)


def test_only_the_first_of_a_list_begins_with_its_capital() -> None:
    assert enumerated(("Link", "Citat", "HR", "")) == "Link, citat, HR"


def test_of_several_requests_it_is_told_which_one_was_answered() -> None:
    from app.casework.kinds.answer import AnswerDraft
    from app.casework.kinds.request import RequestDraft

    case = SampleCase()
    days = ("2026-11-02T09:00:00.000Z", "2026-11-09T09:00:00.000Z")
    first, _ = (sealed(case, RequestDraft(role=Role.MANAGER, what="x", at=at)) for at in days)
    sealed(case, AnswerDraft(about=first, role=Role.MANAGER, said="Ja"))
    (thing,) = written(composed(case), "answer")
    assert labelled(thing.rows)["Answer to"] == "Asked: manager, 2 November 2026"


def test_what_a_witness_saw_is_not_told_as_seen_by_the_employee() -> None:
    case = SampleCase()
    sealed(case, WitnessDraft(name="Kasper Kollega", words="Jeg så det.", basis=Basis.SEEN))
    (thing,) = written(composed(case, CONSULTANT), WITNESS_STATEMENT.tag)
    assert labelled(thing.rows)["Basis"] == "Seen myself"
    assert "Seen by the employee" not in words_of(composed(case, CONSULTANT))


@pytest.mark.parametrize(
    ("form", "label"),
    [
        (IncidentKind.POST, "Posted"),
        (IncidentKind.MAIL, "Sent"),
        (IncidentKind.TEXT_MESSAGE, "Sent"),
        (IncidentKind.CALL, "When"),
    ],
)
def test_a_call_is_not_posted(form: IncidentKind, label: str) -> None:
    case = SampleCase()
    sealed(case, IncidentDraft(platform="X", form=form, published="2026-11-20T10:00:00.000Z"))
    (incident,) = composed(case).incidents
    assert labelled(incident.rows)[label] == "20 November 2026 at 11:00"


def _public(case: SampleCase, audience: str, form: IncidentKind = IncidentKind.POST) -> None:
    day = f"2026-11-{len(case.entries) + 1:02}T10:00:00.000Z"
    draft = IncidentDraft(
        platform="Facebook",
        form=form,
        visibility=Visibility.PUBLIC,
        audience=audience,
        published=day,
        tags=(ContentTag.THREAT, ContentTag.ABUSE),
    )
    sealed(case, draft)


def test_what_one_of_several_events_had_for_readers_is_not_told_of_all() -> None:
    case = SampleCase()
    _public(case, "312 venner")
    (alone,) = (each for each in composed(case).cover.facts if each.title == "Public")
    assert alone.lines == ("312 venner",)
    _public(case, "18.200 visninger")
    (both,) = (each for each in composed(case).cover.facts if each.title == "Public")
    assert both.lines == ("2 of 2",)


def test_forms_that_are_not_named_on_the_first_page_are_counted() -> None:
    case = SampleCase()
    for form in (*IncidentKind,)[:5]:
        _public(case, "", form)
    (first, *_) = composed(case).cover.facts
    assert first.title == "5 incidents"
    assert first.lines[0].endswith(", other forms\u00a0(2)")


def test_of_many_kinds_of_content_the_threat_and_the_commonest_are_named() -> None:
    case = SampleCase()
    kinds = [each for each in ContentTag if each is not ContentTag.THREAT][:5]
    for tags in ((*kinds, ContentTag.THREAT), kinds[1:], kinds[3:4]):
        sealed(case, IncidentDraft(platform="X", handle="bo.eks", tags=tuple(tags)))
    (content,) = (each for each in composed(case).cover.facts if each.title == "Content")
    (said,) = content.lines
    assert said.startswith("Threat\u00a0(1), ")
    assert "\u00a0(3), " in said
    assert said.endswith("\u00a0(2), 3 more kinds")


def test_inside_the_story_and_a_list_words_begin_small() -> None:
    case = SampleCase()
    _public(case, "")
    _public(case, "")
    dossier = composed(case)
    assert ": post, " in dossier.cover.story
    assert ": Post, " not in dossier.cover.story
    assert labelled(dossier.incidents[0].rows)["Content"] == "Threat, abusive words"


def test_the_reader_is_addressed_as_in_the_header() -> None:
    meta = composed(SampleCase(), MANAGER).cover.meta
    assert "for the manager" in meta
    assert not [each for each in meta if " " in each and "2026" in each]


def test_where_nothing_is_covered_in_any_picture_that_is_said_once() -> None:
    case = SampleCase()
    for number in range(1, 5):
        exhibit = case.capture(made_picture(9, 9), f"2026-11-0{number}T10:00:00.000Z", (9, 9))
        if number < 4:
            sealed(case, IncidentDraft(platform="X", handle="bo.eks", exhibits=(exhibit,)))
    (said,) = (each.why for each in composed(case).omissions if "Sender A, Citizen A" in each.why)
    assert said.endswith("covered in them: exhibits 1–3 (sender A); exhibit 4.")
    assert said.count("covered") == 1


def test_a_text_with_other_names_has_one_line_and_its_reason_once() -> None:
    case = SampleCase()
    for number in (1, 2):
        exhibit = case.capture(made_picture(9, 9), f"2026-11-0{number}T10:00:00.000Z", (9, 9))
        draft = IncidentDraft(
            platform="X", name="Bo Eks", description="Bo Eks skrev det.", exhibits=(exhibit,)
        )
        sealed(case, draft)
    left = [each for each in composed(case).omissions if "holds a link that does" in each.why]
    assert [each.what for each in left] == [
        "Exhibit 1, entry 1",
        "Exhibit 2, entry 3",
        "Incident 1, entry 2",
        "Incident 2, entry 4",
    ]
    assert {each.why for each in left} == {"It names somebody, or holds a link that does."}
