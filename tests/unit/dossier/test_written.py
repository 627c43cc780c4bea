"""A kind says as data how its things stand in a dossier: nothing of a kind, or of a part, leaves otherwise."""

from __future__ import annotations

import pytest
from msgspec import structs

from app.casework import InDossier, RowOf
from app.casework.kinds.incident import INCIDENT, IncidentFacts
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.request import REQUEST, RequestFacts, RequestPerson, RequestText
from app.dossier import Dossier
from app.dossier.composing import written as composing
from app.dossier.policy import WRITTEN_SECTIONS, Policy
from app.vocabulary import Role
from evidence_store import EntryId
from tests.fakes.ledger import without
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import PRIVATE, SampleCase, made_picture

FACTS = RequestFacts(
    role=Role.HR,
    at="2026-11-23T13:40:00.000Z",
    due_on="2026-11-30",
    reply_at="2026-11-24T07:00:00.000Z",
)
TEXT = RequestText(what="KANARIE-bedt-om", reply="KANARIE-svaret")


def asked(facts: RequestFacts = FACTS, text: RequestText = TEXT) -> tuple[SampleCase, EntryId]:
    case = SampleCase()
    return case, case.add(facts, to=RequestPerson(name="KANARIE-navn"), text=text)


def told(dossier: Dossier) -> list[tuple[str, str]]:
    (thing,) = written(dossier, "request")
    return [(row.label, row.value) for row in thing.rows]


def with_way(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Let requests stand in a dossier in another way."""
    way = InDossier(heading="Requests", called="Asked: {who}", concerns="role")
    way = structs.replace(way, **changes)
    monkeypatch.setattr(composing, "WRITTEN_SECTIONS", {"request": (REQUEST, way)})


def test_a_request_stands_in_its_section_in_the_course_of_events_and_in_the_annex() -> None:
    case, entry = asked()
    dossier = composed(case, CONSULTANT)
    (section,) = [each for each in dossier.written if each.name == "request"]
    assert section.heading == "What the workplace was asked for"
    assert [thing.title for thing in section.things] == ["HR, KANARIE-navn"]
    assert told(dossier) == [
        ("What was asked for", "KANARIE-bedt-om"),
        ("When", "23 November 2026 at 14:40"),
        ("Answer needed by", "30 November 2026"),
        ("Answer", "24 November 2026 at 08:00"),
        ("What was answered", "KANARIE-svaret"),
    ]
    assert [(each.when, each.what) for each in dossier.timeline] == [
        ("23 Nov 2026 14:40", "Asked: HR, KANARIE-navn"),
        ("24 Nov 2026 08:00", "Answer from: HR, KANARIE-navn"),
    ]
    assert [(each.what, each.seq) for each in dossier.statements] == [("Asked: HR", entry.seq)]
    assert {part for seq, part in dossier.opened if seq == entry.seq} == {"facts", "to", "text"}


def test_a_request_that_waits_says_so_and_one_of_unknown_time_stands_last_in_the_course() -> None:
    case, _ = asked(RequestFacts(role=Role.HR), RequestText(what="Et møde"))
    case.add(RequestFacts(role=Role.MANAGER, at=FACTS.at), text=RequestText(what="Et svar"))
    dossier = composed(case)
    waits, later = (labelled(each.rows) for each in written(dossier, "request"))
    assert (waits["When"], waits["Answer"]) == ("not stated", "none noted")
    assert later["What was asked for"] == "Et svar"
    assert [each.what for each in dossier.timeline] == ["Asked: manager", "Asked: HR"]


@pytest.mark.parametrize(
    "policy",
    [
        structs.replace(
            CONSULTANT, opened={**CONSULTANT.opened, "request": ()}, opened_if_chosen={}
        ),
        structs.replace(
            CONSULTANT, sections=tuple(each for each in CONSULTANT.sections if each != "request")
        ),
    ],
    ids=["shut", "no section"],
)
def test_where_a_policy_does_not_open_a_kind_it_says_so_and_nothing_of_it_leaves(
    policy: Policy,
) -> None:
    case, entry = asked()
    dossier = composed(case, policy)
    assert written(dossier, "request") == ()
    assert not [part for part in dossier.opened | dossier.stated if part[0] == entry.seq]
    assert "KANARIE" not in words_of(dossier)
    omissions = {each.what: each.why for each in dossier.omissions}
    assert omissions["What the workplace was asked for"] == "Not needed by this recipient."
    assert dossier == structs.replace(
        composed(SampleCase(), policy), receipt=dossier.receipt, opened=dossier.opened
    )


@pytest.mark.parametrize("part", ["to", "text"])
def test_a_part_that_stays_shut_is_not_told(part: str) -> None:
    case, entry = asked()
    parts = tuple(each for each in ("facts", "to", "text") if each != part)
    opened = {**CONSULTANT.opened, "request": parts}
    dossier = composed(case, structs.replace(CONSULTANT, opened=opened))
    assert {name for seq, name in dossier.opened if seq == entry.seq} == set(parts)
    assert ("KANARIE-navn" in words_of(dossier)) is (part != "to")
    assert ("KANARIE-svaret" in words_of(dossier)) is (part != "text")
    left_out = {each.what for each in dossier.omissions}
    assert ("Names of those who were asked" in left_out) is (part == "to")


def test_what_others_were_asked_is_not_the_recipients_business() -> None:
    case, entry = asked(structs.replace(FACTS, role=Role.UNION_CONSULTANT))
    assert "KANARIE" not in words_of(composed(case, MANAGER))
    assert "KANARIE" in words_of(composed(case, CONSULTANT))
    case.entries = [without(each, "text") if each.id == entry else each for each in case.entries]
    place = f"Entry {entry.seq} in the case’s log"
    assert place not in {each.what for each in composed(case, MANAGER).omissions}
    assert place in {each.what for each in composed(case, CONSULTANT).omissions}


def test_what_it_is_about_is_named_by_the_exhibit_that_is_shown_and_else_by_its_place() -> None:
    case = SampleCase()
    picture = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    case.add(structs.replace(FACTS, about=picture), text=TEXT)
    assert ("Belongs to", "Exhibit 1") in told(composed(case))
    assert ("Belongs to", f"Entry {picture.seq} in the case’s log") in told(
        composed(case, exhibits=())
    )


def test_a_private_entry_is_not_pointed_at_and_what_names_it_stays_shut() -> None:
    case = SampleCase()
    private = case.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="KANARIE"))
    entry = case.add(structs.replace(FACTS, about=private), text=TEXT)
    dossier = composed(case)
    assert "Belongs to" not in dict(told(dossier))
    assert (entry.seq, "facts") in dossier.stated
    assert f"Asked: HR, as entry {entry.seq} of the log has it" in {
        each.what for each in dossier.omissions
    }


def test_of_several_entries_that_are_named_the_private_ones_are_not_pointed_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = SampleCase()
    picture = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    private = case.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="KANARIE"))
    case.add(IncidentFacts(exhibits=(picture, private)))
    way = InDossier(heading="Events", called="Event", rows=(RowOf("exhibits"),))
    monkeypatch.setattr(composing, "WRITTEN_SECTIONS", {"request": (INCIDENT, way)})
    assert told(composed(case, CONSULTANT))[-1][1] == "Exhibit 1"


def test_without_rows_of_its_own_a_kind_is_told_field_by_field(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = SampleCase()
    picture = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    entry = case.add(
        structs.replace(FACTS, about=picture), to=RequestPerson(name="Bo Eks"), text=TEXT
    )
    with_way(monkeypatch)
    dossier = composed(case, CONSULTANT)
    assert told(dossier) == [
        ("What was asked for", "KANARIE-bedt-om"),
        ("Who", "HR"),
        ("Name", "Bo Eks"),
        ("When", "23 November 2026 at 14:40"),
        ("Answer needed by", "30 November 2026"),
        ("Belongs to", "Exhibit 1"),
        ("What was answered", "KANARIE-svaret"),
        ("Answered", "24 November 2026 at 08:00"),
    ]
    assert {part for seq, part in dossier.opened if seq == entry.seq} == {"facts", "to", "text"}
    assert [thing.title for thing in written(dossier, "request")] == ["Asked: HR"]


def test_a_part_of_which_not_all_is_printed_stays_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    case, entry = asked()
    with_way(monkeypatch, title=("role",), rows=(RowOf("what"),))
    dossier = composed(case, CONSULTANT)
    assert told(dossier) == [("What was asked for", "KANARIE-bedt-om")]
    assert not [part for seq, part in dossier.opened if seq == entry.seq]
    assert {part for seq, part in dossier.stated if seq == entry.seq} == {"facts", "to", "text"}
    assert "KANARIE-svaret" not in words_of(dossier)
    shut = f"Asked: HR, as entry {entry.seq} of the log has it"
    assert [each.what for each in dossier.omissions].count(shut) == 1


def test_every_field_that_a_kind_names_for_a_dossier_is_one_of_its_own() -> None:
    for kind, how in WRITTEN_SECTIONS.values():
        named = {
            *how.title,
            *(row.field for row in how.rows),
            *(each.field for each in how.moments),
        }
        assert named | ({how.text} - {""}) <= {field.name for field in kind.fields}
        assert not how.concerns or how.concerns in kind.parts["facts"].__struct_fields__
        assert set(how.left_out) <= set(kind.parts)
