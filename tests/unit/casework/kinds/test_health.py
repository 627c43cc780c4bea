"""What stands in the private chain and may be shared: from what a person gives over the log to how it is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import Draft, NothingSaidError, Written, parts_of, zone_of
from app.casework.drafting import NotThatKindError
from app.casework.kinds.absence import ABSENCE, AbsenceDraft
from app.casework.kinds.care_contact import CARE_CONTACT, CareDraft
from app.casework.kinds.expense import EXPENSE, ExpenseDraft, ExpenseFacts
from app.casework.kinds.incident import IncidentFacts
from app.casework.kinds.injury_step import INJURY_STEP, InjuryDraft
from app.casework.kinds.reaction import REACTION, ReactionDraft, ReactionText
from app.vocabulary import (
    CareKind,
    CareStatus,
    DoneBy,
    ExpenseKind,
    InjuryStep,
    Intensity,
    PaidBy,
    ReactionKind,
    Role,
    YesNo,
    Zone,
)
from evidence_store import EntryId
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T23:30:11.042Z"  # past midnight in Denmark
# One of each kind, and what stands in the timeline of it.
SAID: list[tuple[Written[Any], Draft, str, str]] = [
    (
        REACTION,
        ReactionDraft(
            reactions=(ReactionKind.SLEEP, ReactionKind.WORRY),
            intensity=Intensity.STRONG,
            words="Jeg sov ikke",
        ),
        "Reaktion",
        "søvnbesvær, uro eller frygt",
    ),
    (
        CARE_CONTACT,
        CareDraft(form=CareKind.PSYCHOLOGIST, status=CareStatus.BOOKED, name="Eva Eks"),
        "Psykolog",
        "Aftalt",
    ),
    (
        ABSENCE,
        AbsenceDraft(
            from_on="2026-11-23", to_on="2026-11-27", percent=50, because=YesNo.YES, role=Role.HR
        ),
        "Fravær",
        "23.11.2026 – 27.11.2026 · 50 procent",
    ),
    (
        EXPENSE,
        ExpenseDraft(form=ExpenseKind.MEDICINE, amount=125050, paid_by=PaidBy.ME, what="Apoteket"),
        "Udgift: 1.250,50 kr.",
        "Medicin",
    ),
    (
        INJURY_STEP,
        InjuryDraft(step=InjuryStep.EMPLOYER_REPORT, by=DoneBy.EMPLOYER, ref="24/77"),
        "Arbejdspladsen har anmeldt det (EASY)",
        "Arbejdspladsen · 24/77",
    ),
]
KINDS = [kind for kind, *_ in SAID]


def sealed(ledger: FakeLedger, draft: Draft, corrects: EntryId | None = None) -> EntryId:
    """Seal what a person gives, as the act does."""
    state = ledger.state()
    assert zone_of(state, draft, corrects) is Zone.PRIVATE
    parts = parts_of(state, draft, corrects, NOW)
    facts = parts.pop("facts")
    return ledger.add(facts, parts=parts, chain=PRIVATE)


def tag(value: object) -> str:
    return value.tag if isinstance(value, Written) else ""


def _given(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__struct_fields__}


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_what_is_given_stands_in_the_private_chain_alone_and_is_told_there(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    ledger = FakeLedger()
    entry = sealed(ledger, draft)
    state = ledger.state()
    (thing,) = state.private_of(kind)
    assert thing.id == entry
    assert not state.of(kind)
    assert kind.line_of(thing.current, state, DANISH) == (title, second)
    for field in kind.fields:
        given = getattr(draft, field.name)
        if given is not None:
            assert getattr(getattr(thing.current, field.part), field.key) == given


@pytest.mark.parametrize("kind", KINDS, ids=tag)
def test_a_moment_that_is_not_said_is_now_and_a_day_is_that_of_denmark(kind: Written[Any]) -> None:
    draft = next(draft for each, draft, *_ in SAID if each is kind)
    nothing_said = type(draft)(
        **{
            **_given(draft),
            **{field.name: None for field in kind.fields if field.now},
        }
    )
    ledger = FakeLedger()
    sealed(ledger, nothing_said)
    (thing,) = ledger.state().private_of(kind)
    facts = thing.current.facts
    stands = getattr(facts, kind.happened or kind.day_happened)
    assert stands == (NOW if kind.happened else "2026-11-24")


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_every_part_is_sealed_each_time_so_that_none_tells_by_missing(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    del title, second
    parts = parts_of(FakeLedger().state(), draft, None, NOW)
    assert tuple(parts) == tuple(name for name in kind.parts if name != "object")


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_a_correction_keeps_what_it_does_not_name(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    ledger = FakeLedger()
    post = ledger.add(IncidentFacts(platform="Facebook"))
    first = sealed(ledger, draft)
    sealed(ledger, kind.draft(incidents=(post,)), corrects=first)
    state = ledger.state()
    (thing,) = state.private_of(kind)
    assert len(thing.versions) == 2
    assert thing.current.facts.incidents == (post,)
    assert kind.line_of(thing.current, state, DANISH) == (title, second)
    assert [each.id for each in state.private_about(post, kind)] == [first]
    assert state.about(post, kind) == ()
    told = [row.value for row in kind.more_of(thing.current, state, ENGLISH)]
    assert told
    assert told[0].startswith("Post")


@pytest.mark.parametrize("kind", KINDS, ids=tag)
def test_it_names_incidents_and_nothing_else(kind: Written[Any]) -> None:
    draft = next(draft for each, draft, *_ in SAID if each is kind)
    ledger = FakeLedger()
    wrong = sealed(ledger, ReactionDraft(words="Uro"))
    with pytest.raises(NotThatKindError):
        parts_of(ledger.state(), type(draft)(**{**_given(draft), "incidents": (wrong,)}), None, NOW)


@pytest.mark.parametrize(
    "draft",
    [ReactionDraft(words=" "), CareDraft(), ExpenseDraft(paid_by=PaidBy.ME), InjuryDraft()],
    ids=lambda draft: type(draft).__name__,
)
def test_what_says_nothing_is_refused(draft: Draft) -> None:
    with pytest.raises(NothingSaidError):
        parts_of(FakeLedger().state(), draft, None, NOW)


def test_absence_of_today_says_enough_and_names_nobody_who_was_told() -> None:
    ledger = FakeLedger()
    sealed(ledger, AbsenceDraft())
    (absence,) = ledger.state().private_of(ABSENCE)
    assert ABSENCE.line_of(absence.current, ledger.state(), DANISH) == (
        "Fravær",
        "fra 24. november 2026",
    )
    labels = [row.label for row in ABSENCE.details_of(absence.current, ENGLISH)]
    assert labels == ["First day"]


def test_one_day_of_absence_is_told_as_one_day() -> None:
    ledger = FakeLedger()
    sealed(ledger, AbsenceDraft(from_on="2026-11-23", to_on="2026-11-23"))
    (absence,) = ledger.state().private_of(ABSENCE)
    _, days = ABSENCE.line_of(absence.current, ledger.state(), ENGLISH)
    assert days == "23 November 2026"


def test_there_is_no_place_for_a_cpr_number_or_an_income() -> None:
    names = {field.name for kind in KINDS for field in kind.fields}
    assert not [name for name in names if "cpr" in name or "income" in name]


_TEXT = st.text(max_size=40)


@given(words=_TEXT, corrected=_TEXT, strength=st.sampled_from(Intensity))
def test_whatever_is_typed_is_kept_as_typed_and_a_correction_changes_one_thing(
    words: str, corrected: str, strength: Intensity
) -> None:
    ledger = FakeLedger()
    draft = ReactionDraft(reactions=(ReactionKind.BODY,), intensity=strength, words=words)
    first = sealed(ledger, draft)
    sealed(ledger, ReactionDraft(words=corrected), corrects=first)
    (thing,) = ledger.state().private_of(REACTION)
    before, now = (version.value for version in thing.versions)
    assert (before.text, now.text) == (ReactionText(words=words), ReactionText(words=corrected))
    assert now.facts.intensity is strength
    assert now.noticed == before.noticed


@given(amount=st.integers(0, 10**12), refunded=st.integers(0, 10**12))
def test_an_amount_is_kept_to_the_oere(amount: int, refunded: int) -> None:
    ledger = FakeLedger()
    sealed(ledger, ExpenseDraft(form=ExpenseKind.LEGAL, amount=amount, refunded=refunded))
    (expense,) = ledger.state().private_of(EXPENSE)
    facts: ExpenseFacts = expense.current.facts
    assert (facts.amount_oere, facts.refunded_oere) == (amount, refunded)
