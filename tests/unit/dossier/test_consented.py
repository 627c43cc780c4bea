"""The one door out of the private chain: what a dossier opens of what was shared, whatever it is handed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.casework.kinds.absence import AbsenceFacts
from app.casework.kinds.consent import ConsentFacts, ConsentItem, ConsentScope
from app.casework.kinds.disclosed import DISCLOSED, Disclosed, DisclosedFacts, DisclosedText
from app.casework.kinds.dossier import DossierFacts
from app.casework.kinds.expense import ExpenseFacts
from app.dossier import Choices, Dossier, compose
from app.dossier.policy import Policy
from app.vocabulary import DisclosedForm, DisclosedTopic, Role
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, ENGLISH, MANAGER, words_of
from tests.unit.dossier.sample_case import EVIDENCE, MADE_AT, PRIVATE, SampleCase

TOKEN = "ab" * 16
WORDS = "KANARIE-delt"


def shared_case(
    *, consented: Role = Role.MANAGER, shared_with: Role = Role.MANAGER, withdrawn: str = ""
) -> SampleCase:
    """A case with absence, a consent to share it, and what was shared of it for a report."""
    case = SampleCase()
    absence = case.add(AbsenceFacts(from_on="2026-11-02"), chain=PRIVATE)
    case.add(
        ConsentFacts(recipient=consented, at="2026-11-03T08:00:00.000Z", withdrawn_at=withdrawn),
        chain=PRIVATE,
        scope=ConsentScope(items=(ConsentItem(absence, TOKEN),)),
    )
    case.add(
        DisclosedFacts(recipient=shared_with, topic=DisclosedTopic.ABSENCE, token=TOKEN),
        text=DisclosedText(words=WORDS, language="en"),
    )
    return case


def with_all_shared(case: SampleCase, policy: Policy = MANAGER) -> Dossier:
    """The dossier of a careless act, which hands over everything that was ever shared."""
    every = tuple(case.state.of(DISCLOSED))
    return compose(case.state, policy, Choices(), ENGLISH, case.receipt, MADE_AT, shared=every)


def opened(case: SampleCase, dossier: Dossier) -> set[str]:
    seqs = {each.entry.seq for each in case.state.of(DISCLOSED)}
    return {part for seq, part in dossier.opened | dossier.stated if seq in seqs}


def test_with_a_living_consent_it_is_printed_and_opened_for_that_recipient() -> None:
    case = shared_case()
    dossier = with_all_shared(case)
    assert opened(case, dossier) == {"facts", "text"}
    assert WORDS in words_of(dossier)
    (section,) = [each for each in dossier.written if each.name == DISCLOSED.tag]
    assert [thing.title for thing in section.things] == ["Absence"]


@pytest.mark.parametrize(
    ("case", "policy"),
    [
        (shared_case(withdrawn="2026-11-04T08:00:00.000Z"), MANAGER),
        (shared_case(consented=Role.UNION_CONSULTANT), MANAGER),
        (shared_case(shared_with=Role.UNION_CONSULTANT), MANAGER),
        (shared_case(shared_with=Role.UNION_CONSULTANT), CONSULTANT),
        (shared_case(), CONSULTANT),
        (shared_case(), replace(MANAGER, offered=())),
        (shared_case(), replace(MANAGER, offered=(DisclosedTopic.REACTION,))),
    ],
    ids=["withdrawn", "other consent", "shared with another", "its consent is another's",
         "another reader", "nothing offered", "another topic offered"],
)  # fmt: skip
def test_in_every_other_case_it_stays_shut(case: SampleCase, policy: Policy) -> None:
    dossier = with_all_shared(case, policy)
    assert opened(case, dossier) == set()
    assert WORDS not in words_of(dossier)


def test_what_an_earlier_report_opened_is_not_opened_again() -> None:
    case = shared_case()
    case.add(DossierFacts(head=EntryId(EVIDENCE, 0), recipient="manager"))
    assert opened(case, with_all_shared(case)) == set()


def test_without_being_handed_over_it_stays_shut_even_with_a_consent() -> None:
    case = shared_case()
    dossier = compose(case.state, MANAGER, Choices(), ENGLISH, case.receipt, MADE_AT)
    assert opened(case, dossier) == set()
    assert WORDS not in words_of(dossier)


def test_a_policy_that_names_it_opens_nothing_by_that() -> None:
    case = shared_case(withdrawn="2026-11-04T08:00:00.000Z")
    wide = {**MANAGER.opened, DISCLOSED.tag: ("facts", "text", "object")}
    dossier = with_all_shared(case, replace(MANAGER, opened=wide))
    assert opened(case, dossier) == set()


def test_what_is_only_planned_is_printed_by_the_same_rules_and_opens_nothing() -> None:
    for case, printed in ((shared_case(), True), (shared_case(withdrawn="x"), False)):
        (sealed,) = case.state.of(DISCLOSED)
        planned = replace(sealed, entry=EntryId("", 0))
        dossier = compose(
            case.state, MANAGER, Choices(), ENGLISH, case.receipt, MADE_AT, shared=(planned,)
        )
        assert opened(case, dossier) == set()
        assert (WORDS in words_of(dossier)) is printed


@pytest.mark.parametrize("file", [True, False], ids=["with its file", "without"])
@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "planned"])
def test_a_file_goes_along_only_where_the_consent_says_so(*, file: bool, sealed: bool) -> None:
    case = SampleCase()
    expense = case.add(ExpenseFacts(amount_oere=500), chain=PRIVATE)
    case.add(
        ConsentFacts(recipient=Role.MANAGER, at="2026-11-03T08:00:00.000Z"),
        chain=PRIVATE,
        scope=ConsentScope(items=(ConsentItem(expense, TOKEN, file),)),
    )
    case.add(
        DisclosedFacts(
            recipient=Role.MANAGER,
            topic=DisclosedTopic.EXPENSE,
            token=TOKEN,
            form=DisclosedForm.AS_RECEIVED,
        ),
        text=DisclosedText(words=WORDS, language="en"),
        png=b"KANARIE-fil",
        media_type="application/pdf",
    )
    (shared,) = case.state.of(DISCLOSED)
    shown = shared if sealed else replace(shared, entry=EntryId("", 0))
    dossier = compose(
        case.state, MANAGER, Choices(), ENGLISH, case.receipt, MADE_AT, shared=(shown,)
    )
    assert WORDS in words_of(dossier)
    assert [paper.number for paper in dossier.papers] == [100_001] * file
    assert ("Receipt 1" in words_of(dossier)) is file
    assert ((shared.entry.seq, "object") in dossier.opened) is (file and sealed)
    assert dossier.objects.count(shared.entry) == (file and sealed)


_ROLES = st.sampled_from([Role.MANAGER, Role.UNION_CONSULTANT, Role.HR])


@given(
    consented=_ROLES,
    shared_with=_ROLES,
    withdrawn=st.booleans(),
    policy=st.sampled_from([MANAGER, CONSULTANT]),
    offered=st.sets(st.sampled_from(DisclosedTopic)),
    token=st.sampled_from([TOKEN, "cd" * 16]),
)
@settings(max_examples=80)
def test_it_is_open_where_all_agree_and_only_there(
    consented: Role,
    shared_with: Role,
    withdrawn: bool,
    policy: Policy,
    offered: set[Any],
    token: str,
) -> None:
    case = shared_case(consented=consented, withdrawn="2026-11-04T08:00:00.000Z" * withdrawn)
    facts = DisclosedFacts(recipient=shared_with, topic=DisclosedTopic.ABSENCE, token=token)
    entry = case.add(facts, text=DisclosedText(words="KANARIE-to"))
    shared = Disclosed(entry, "", facts, DisclosedText(words="KANARIE-to"))
    narrowed = replace(policy, offered=tuple(offered))
    dossier = compose(
        case.state, narrowed, Choices(), ENGLISH, case.receipt, MADE_AT, shared=(shared,)
    )
    agree = (
        consented is shared_with is policy.role
        and not withdrawn
        and DisclosedTopic.ABSENCE in offered
        and token == TOKEN
    )
    found = {part for seq, part in dossier.opened if seq == entry.seq}
    assert found == ({"facts", "text"} if agree else set())
    assert ("KANARIE-to" in words_of(dossier)) is agree
