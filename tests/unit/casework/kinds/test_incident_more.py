"""What else is said of a post: circumstances, tags, what it belongs together with, whom it hits, what went before."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import CaseState, index_text, parts_of
from app.casework.drafting import NotThatKindError
from app.casework.errors import EmptyIncidentError
from app.casework.kinds.incident import INCIDENT, IncidentFacts
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import (
    MORE_FIELDS,
    MORE_PARTS,
    IncidentAffected,
    IncidentCircumstances,
    IncidentRelations,
    IncidentRunUp,
    IncidentTags,
)
from app.casework.kinds.request import RequestDraft
from app.vocabulary import (
    Affected,
    Basis,
    ContentTag,
    Direction,
    Role,
    Severity,
    SpringsFrom,
    YesNo,
)
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T13:03:11.042Z"
# Each field, and what the pane of the timeline says of it.
SAID: dict[str, tuple[Any, str]] = {
    "tags": (
        (ContentTag.THREAT, ContentTag.LEGITIMATE_CRITICISM),
        "Indhold: Trussel, saglig kritik",
    ),
    "directed_at": (Direction.NAMED_REACHING, "Omtale: Nævnt med navn og sikkert at nå mig"),
    "springs_from": (SpringsFrom.DECISION, "Udspringer af: En afgørelse"),
    "outside_work": (YesNo.YES, "Uden for arbejdet: Ja"),
    "affected": ((Affected.CHILD, Affected.COLLEAGUE), "Går også ud over: Barn, kollega"),
    "severity": (Severity.MUCH, "Hvor slemt (egen vurdering): Meget hårdt"),
    "before": ("kanariefugl", "Optakt: kanariefugl"),
    "ends": ("2026-11-24T09:00:00.000Z", "Til: 24. november 2026 kl. 10.00"),
    "going_on": (YesNo.NO, "Stadig i gang: Nej"),
    "basis_description": (Basis.SEEN, "Grundlag for beskrivelsen: Jeg har selv set det"),
    "basis_sender": (Basis.TOLD, "Grundlag for, hvem der skrev: Fortalt af en anden"),
    "basis_reach": (Basis.OWN_VIEW, "Grundlag for, hvem der så det: Min egen vurdering"),
    "told_by": (Role.COLLEAGUE, "Fortalt af: Kollega"),
    "sender_mail": ("bo@eks.dk", "Afsenderens mail: bo@eks.dk"),
    "sender_phone": ("12 34 56 78", "Afsenderens telefon: 12 34 56 78"),
}
RELATIONS = ("series", "repost_of", "reply_to", "after_warning")


def sealed(ledger: FakeLedger, draft: Any, corrects: EntryId | None = None) -> EntryId:
    """Seal what a person gives, as the act does."""
    parts = parts_of(ledger.state(), draft, corrects, NOW)
    return ledger.add(parts.pop("facts"), parts=parts)


def rows(state: CaseState) -> set[str]:
    (incident,) = state.of(INCIDENT)
    return {f"{row.label}: {row.value}" for row in INCIDENT.details_of(incident.current, DANISH)}


def test_every_new_field_is_tried_here() -> None:
    assert {field.name for field in MORE_FIELDS} == {*SAID, *RELATIONS}


@pytest.mark.parametrize("name", SAID)
def test_each_field_alone_is_enough_stands_in_the_case_and_is_told(name: str) -> None:
    value, said = SAID[name]
    ledger = FakeLedger()
    sealed(ledger, IncidentDraft(**{name: value}))
    assert said in rows(ledger.state())


def test_nothing_said_is_told_of_what_was_not_said() -> None:
    with pytest.raises(EmptyIncidentError):
        sealed(FakeLedger(), IncidentDraft(told_by=Role.OTHER, tags=(), before=" "))
    ledger = FakeLedger()
    sealed(ledger, IncidentDraft(platform="Facebook"))
    said = " ".join(rows(ledger.state()))
    assert not [field.name for field in MORE_FIELDS if DANISH.text(field.shown) in said]


def test_every_part_is_sealed_each_time_so_that_none_tells_by_missing() -> None:
    parts = parts_of(FakeLedger().state(), IncidentDraft(platform="Facebook"), None, NOW)
    assert tuple(parts)[-len(MORE_PARTS) :] == tuple(MORE_PARTS)


def test_a_correction_keeps_what_it_does_not_name() -> None:
    ledger = FakeLedger()
    first = sealed(
        ledger, IncidentDraft(tags=(ContentTag.ABUSE,), affected=(Affected.PARTNER,), before="før")
    )
    sealed(ledger, IncidentDraft(before="nu"), corrects=first)
    (incident,) = ledger.state().of(INCIDENT)
    assert incident.current.tags == IncidentTags(tags=(ContentTag.ABUSE,))
    assert incident.current.affected == IncidentAffected(affected=(Affected.PARTNER,))
    assert incident.current.run_up == IncidentRunUp(before="nu")


def test_a_post_that_was_sealed_before_gets_the_new_parts_by_its_correction() -> None:
    ledger = FakeLedger()
    first = ledger.add(IncidentFacts(platform="Facebook"))
    (incident,) = ledger.state().of(INCIDENT)
    assert incident.current.circumstances is None
    sealed(ledger, IncidentDraft(directed_at=Direction.TAGGED), corrects=first)
    (incident,) = ledger.state().of(INCIDENT)
    assert incident.current.circumstances == IncidentCircumstances(directed_at=Direction.TAGGED)
    assert incident.current.facts.platform == "Facebook"


def test_posts_are_joined_to_each_other_and_to_what_was_asked_before() -> None:
    ledger = FakeLedger()
    first = sealed(ledger, IncidentDraft(platform="Facebook"))
    warned = sealed(ledger, RequestDraft(what="Bed ham fjerne det"))
    again = sealed(
        ledger,
        IncidentDraft(series=(first,), repost_of=first, reply_to=first, after_warning=warned),
    )
    state = ledger.state()
    for named in (first, warned):
        assert [each.id for each in state.about(named, INCIDENT)] == [again]
    value = state.of(INCIDENT)[1].current
    assert isinstance(value.relations, IncidentRelations)
    told = {row.label: row.value for row in INCIDENT.more_of(value, state, ENGLISH)}
    assert told["Same series"] == "Post"
    assert told["Earlier warning"] == "Bed ham fjerne det"


def test_a_post_cannot_come_after_a_warning_that_is_none() -> None:
    ledger = FakeLedger()
    other = sealed(ledger, IncidentDraft(platform="Facebook"))
    with pytest.raises(NotThatKindError):
        sealed(ledger, IncidentDraft(platform="X", after_warning=other))


def test_what_is_found_again_is_what_was_typed_and_no_choice() -> None:
    parts = parts_of(
        FakeLedger().state(), IncidentDraft(before="optakten", sender_mail="bo@eks.dk"), None, NOW
    )
    assert index_text(parts).splitlines() == ["optakten", "bo@eks.dk"]


def test_what_names_a_post_is_listed_before_it_is_erased() -> None:
    from app.casework import KINDS, Written

    naming = {
        kind.tag
        for kind in KINDS
        if isinstance(kind, Written)
        for field in kind.fields
        if field.part and field.names_entries and (not field.of or INCIDENT.tag in field.of)
    }
    assert INCIDENT.erasing is not None
    assert naming <= set(INCIDENT.erasing.lists)
