"""The first page, and the sections that the program makes from what is told: nothing shut is counted or dated."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import structs

from app.actions.find_deadlines import find_deadlines
from app.actions.look_over import read_review
from app.actions.read_guidance import read_guidance
from app.casework.kinds.absence import AbsenceFacts
from app.casework.kinds.answer import AnswerFacts
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.incident_more import IncidentAffected, IncidentTags
from app.casework.kinds.request import RequestFacts, RequestText
from app.dossier import Choices, Dossier, DossierAround, DueNow, Policy, compose, load_policy
from app.dossier.errors import OriginalNotPossibleError
from app.dossier.model import PrintedSection
from app.vocabulary import Affected, AnswerKind, Confidence, ContentTag, IncidentKind, Role
from tests.unit.dossier.composing import CONSULTANT, ENGLISH, MANAGER, composed, labelled, words_of
from tests.unit.dossier.sample_case import (
    MADE_AT,
    PRIVATE,
    RECIPIENTS,
    ROOT,
    SampleCase,
    made_picture,
    small_case,
)

SAFETY_REP = load_policy(RECIPIENTS, "safety_rep")
POLICE = load_policy(RECIPIENTS, "police")
OWN = load_policy(RECIPIENTS, "own_copy")
FORCE = read_guidance(ROOT / "resources")
REVIEW = read_review(ROOT / "resources")


def told(case: SampleCase, policy: Policy = MANAGER, **choices: object) -> Dossier:
    """A dossier with what is due and what others may ask about."""
    now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    due = DueNow(find_deadlines(case.state, FORCE.rulebook, now).deadlines, FORCE.rulebook)
    around = DossierAround((), due, REVIEW)
    chosen = Choices(**choices)  # type: ignore[arg-type]
    return compose(case.state, policy, chosen, ENGLISH, case.receipt, MADE_AT, around=around)


def section(dossier: Dossier, name: str) -> PrintedSection | None:
    return next((each for each in dossier.derived if each.name == name), None)


def test_the_first_page_says_what_happened_by_when_and_what_to_paste() -> None:
    cover = told(small_case()).cover
    assert cover.story == "Opslag om mit arbejde."
    assert cover.exhibit == 1
    assert cover.deadline is not None
    assert cover.deadline.when == "Thursday 26 November 2026 at 10:58"
    assert (
        cover.deadline.what
        == "Post in an open group, 23 November 2026. Counts from when it was posted: 23 November 2026 at 10:58"
    )
    assert cover.paste is not None
    assert cover.paste.link == "https://facebook.example/groups/nordby/posts/88120"
    assert cover.paste.quote == "Hun er korrupt"
    assert [each.title for each in cover.facts] == ["1 post", "Public", "1 sender", "3 exhibits"]


def test_own_words_stand_before_all_others() -> None:
    assert told(small_case(), summary="Mine\n\nord").cover.story == "Mine ord"


def test_what_is_shut_is_not_on_the_first_page() -> None:
    opened = {**MANAGER.opened, "incident": ("facts",)}
    cover = told(small_case(), structs.replace(MANAGER, opened=opened)).cover
    assert cover.story == ""
    assert cover.paste is not None
    assert cover.paste.quote == ""


def test_the_exhibit_that_was_put_first_is_the_one_on_the_first_page() -> None:
    assert told(small_case(), exhibits=(2, 1)).cover.exhibit == 2
    assert told(small_case(), exhibits=(3,)).cover.exhibit == 0  # it has no picture


# -- deadlines -------------------------------------------------------------------------------------


def test_a_deadline_that_counts_from_an_absence_has_words_and_no_date() -> None:
    case = small_case()
    before = told(case).deadlines
    case.add(
        AbsenceFacts(from_on="2026-11-24", to_on="2026-11-27"),
        chain=PRIVATE,
    )
    after = told(case).deadlines
    assert before == after
    easy = [each for each in after if "EASY" in each.title]
    assert easy
    assert {each.when for each in easy} == {""}
    assert all("2026-11" not in each.what for each in easy)


def test_whose_deadlines_are_told_is_the_policys_to_say() -> None:
    nobody = structs.replace(MANAGER, deadlines=())
    assert told(small_case(), nobody).deadlines == ()
    assert told(small_case(), nobody).cover.deadline is None
    assert told(small_case(), POLICE).deadlines == ()


def test_a_deadline_of_an_event_that_is_left_out_is_not_told() -> None:
    case = small_case()
    extra = case.capture(made_picture(9, 9), "2026-11-24T08:00:00.000Z", (9, 9))
    assert told(case).cover.deadline is not None
    without = told(case, exhibits=(4,))
    assert case.state.exhibits[3].original == extra
    assert without.cover.deadline is None
    assert not [each for each in without.deadlines if each.when]


def test_each_deadline_says_where_it_stands_and_when_that_was_looked_at() -> None:
    for each in told(small_case(), CONSULTANT).deadlines:
        assert ", checked " in each.source
    unsure = [rule for rule in FORCE.rulebook.rules if rule.confidence is not Confidence.VERIFIED]
    assert unsure
    assert any(each.care for each in told(small_case(), CONSULTANT).deadlines)


# -- pattern ---------------------------------------------------------------------------------------


def two_events() -> SampleCase:
    case = small_case()
    case.add(
        IncidentFacts(platform="Sms", published_at="2026-11-24T07:00:00.000Z"),
        text=IncidentText(quote="To"),
        tags=IncidentTags(tags=(ContentTag.THREAT,)),
        affected=IncidentAffected(affected=(Affected.CHILD,)),
    )
    return case


def test_one_event_alone_makes_no_pattern() -> None:
    assert section(told(small_case()), "pattern") is None


def test_a_pattern_counts_what_is_open_to_this_reader_and_nothing_else() -> None:
    case = two_events()
    manager = section(told(case), "pattern")
    steward = section(told(case, CONSULTANT), "pattern")
    assert manager is not None
    assert steward is not None
    assert "Also hit" not in words_in(manager)
    assert "Also hit" in words_in(steward)
    assert "Threat" in words_in(manager)
    assert "Aimed at you" not in words_in(manager)


def words_in(found: PrintedSection) -> str:
    return " ".join(
        f"{thing.title} {thing.text} " + " ".join(f"{row.label}: {row.value}" for row in thing.rows)
        for thing in found.things
    )


# -- what was asked --------------------------------------------------------------------------------


def asked_case() -> SampleCase:
    case = small_case()
    first = case.add(
        RequestFacts(role=Role.MANAGER, at="2026-11-10T08:00:00.000Z"),
        text=RequestText(what="At vi mødes"),
    )
    case.add(
        RequestFacts(role=Role.MANAGER, at="2026-11-12T08:00:00.000Z"),
        text=RequestText(what="Ingen svarer"),
    )
    case.add(
        AnswerFacts(
            about=first, role=Role.MANAGER, at="2026-11-13T08:00:00.000Z", reply=AnswerKind.YES
        )
    )
    return case


def test_what_is_missing_comes_first_with_the_days_it_has_waited() -> None:
    waiting, answered, *_ = told(asked_case(), CONSULTANT).answers
    assert waiting.waits
    assert "Ingen svarer" in waiting.what
    assert waiting.asked == "Manager, 12 Nov 2026"
    assert waiting.missing == "no answer for 12 days"
    assert answered.answer.startswith("13 Nov 2026")
    assert answered.missing == ""


def test_where_answers_are_shut_nothing_is_called_missing() -> None:
    opened = {kind: parts for kind, parts in CONSULTANT.opened.items() if kind != "answer"}
    assert told(asked_case(), structs.replace(CONSULTANT, opened=opened)).answers == ()


# -- sheets ----------------------------------------------------------------------------------------


def test_a_service_is_told_what_to_keep_in_utc() -> None:
    found = section(told(small_case(), POLICE), "preservation")
    assert found is not None
    before, first, *_ = found.things
    assert (before.title, before.rows) == ("", ())
    assert before.text.endswith("Times are UTC.")
    rows = labelled(first.rows)
    assert rows["Service"] == "Facebook"
    assert rows["Exact address"] == "https://facebook.example/groups/nordby/posts/88120"
    assert rows["User name"] == "@torben.eks"
    assert rows["Posted (UTC)"] == "2026-11-23 09:58:00 UTC"


def test_what_no_service_could_find_is_not_asked_to_be_kept() -> None:
    case = SampleCase()
    case.add(IncidentFacts(platform="Telefon", form=IncidentKind.CALL), sender=IncidentSender())
    assert section(told(case, POLICE), "preservation") is None
    case.add(IncidentFacts(platform="Sms"), sender=IncidentSender(handle="bo"))
    found = section(told(case, POLICE), "preservation")
    assert found is not None
    assert [thing.title for thing in found.things] == ["", "Incident 2"]


def test_the_sheet_for_the_register_names_nobody_and_leaves_room() -> None:
    found = section(told(small_case(), SAFETY_REP), "registration")
    assert found is not None
    rows = labelled(found.things[0].rows)
    assert len(rows) == 9
    assert rows["Who is behind it"] == "Sender A"
    assert set(rows["Relation to the workplace"]) == {"_"}
    assert set(rows["Absence, yes or no"]) == {"_"}


def test_limits_are_told_of_what_is_shown_alone() -> None:
    found = section(told(small_case(), CONSULTANT, exhibits=(2,)), "doubts")
    assert found is not None
    assert "Exhibit 2" in words_in(found)
    assert "Exhibit 1" not in words_in(found)
    assert section(told(small_case()), "doubts") is None


# -- exhibits --------------------------------------------------------------------------------------


def test_the_facts_of_an_event_stand_once_with_its_first_exhibit() -> None:
    dossier = composed(small_case())
    assert labelled(dossier.exhibits[0].rows)["Where"] == "Facebook, “Borgere i Nordby”"
    second = labelled(dossier.exhibits[1].rows)
    assert "Where" not in second
    assert second["Belongs to"] == "Incident 1, told with exhibit 1"
    assert "Where" not in labelled(dossier.incidents[0].rows)


def test_examples_are_spread_and_the_events_of_the_others_are_told() -> None:
    case = SampleCase()
    for at in range(9):
        shown = case.capture(
            made_picture(9, 9, (at, 1, 1)), f"2026-11-0{at + 1}T08:00:00.000Z", (9, 9)
        )
        case.add(IncidentFacts(platform="Sms", exhibits=(shown,)), text=IncidentText(quote=str(at)))
    dossier = composed(case, SAFETY_REP)
    assert [each.number for each in dossier.exhibits] == [1, 3, 5, 7, 9]
    assert len(dossier.incidents) == 9
    assert dossier.incidents[1].exhibits == ()
    chosen = composed(case, SAFETY_REP, exhibits=(2,))
    assert len(chosen.incidents) == 1


def test_an_original_below_a_covered_copy_goes_to_the_police_alone_and_only_if_chosen() -> None:
    case = small_case()
    original = case.state.exhibits[0].original
    assert original not in composed(case, POLICE).objects
    dossier = composed(case, POLICE, originals=(1,))
    assert original in dossier.objects
    assert dossier.exhibits[0].covered
    assert dossier.exhibits[0].original_type == "image/png"
    assert "in which nothing is covered" in labelled(dossier.exhibits[0].rows)["Original"]
    assert any("Everything that you covered" in each for each in dossier.warnings)
    with pytest.raises(OriginalNotPossibleError):
        composed(case, CONSULTANT, originals=(1,))


def test_only_the_police_may_get_what_is_covered() -> None:
    unmasked = [
        each.stem
        for each in sorted(RECIPIENTS.glob("*.toml"))
        if load_policy(RECIPIENTS, each.stem).unmasked
    ]
    assert unmasked == ["police"]


def test_nothing_made_of_the_rest_holds_a_canary() -> None:
    for policy in (MANAGER, CONSULTANT, SAFETY_REP):
        assert "KANARIE" not in words_of(told(small_case(), policy))
