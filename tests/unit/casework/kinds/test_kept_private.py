"""What stands in the private chain and is shared by no consent: support that was offered, lists, cases to watch."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import (
    CprGivenError,
    Draft,
    NameGivenError,
    NothingSaidError,
    Written,
    looks_like_name,
    parts_of,
    same_of,
)
from app.casework.kinds.checklist import CHECKLIST, ChecklistDraft
from app.casework.kinds.support_offer import SUPPORT_OFFER, OfferDraft
from app.casework.kinds.watch_case import WATCH_CASE, WatchDraft
from app.vocabulary import CheckStatus, Role, SupportKind, SupportReply, WorryLevel
from tests.fakes.ledger import FakeLedger
from tests.unit.casework.kinds.test_health import NOW, sealed, tag
from tests.worlds import DANISH, ENGLISH

SAID: list[tuple[Written[Any], Draft, str, str]] = [
    (
        SUPPORT_OFFER,
        OfferDraft(form=SupportKind.CRISIS_SUPPORT, role=Role.MANAGER, reply=SupportReply.THINKING),
        "Støtte tilbudt: krisehjælp",
        "Overvejer det",
    ),
    (
        WATCH_CASE,
        WatchDraft(alias="den blå sag", worry=WorryLevel.ATTENTIVE, signs="Tonen er hård"),
        "En sag, jeg holder øje med",
        "den blå sag",
    ),
    (
        CHECKLIST,
        ChecklistDraft(list="profile", item="two_step", status=CheckStatus.DONE),
        "two_step",
        "Gjort",
    ),
]


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_what_is_given_stands_in_the_private_chain_alone(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    ledger = FakeLedger()
    sealed(ledger, draft)
    state = ledger.state()
    (thing,) = state.private_of(kind)
    assert not state.of(kind)
    assert kind.line_of(thing.current, state, DANISH) == (title, second)
    assert tuple(parts_of(state, draft, None, NOW)) == tuple(kind.parts)


@pytest.mark.parametrize("kind", [kind for kind, *_ in SAID], ids=tag)
def test_what_says_nothing_is_refused(kind: Written[Any]) -> None:
    with pytest.raises(NothingSaidError):
        parts_of(FakeLedger().state(), kind.draft(), None, NOW)


def test_an_item_of_a_list_is_one_thing_however_often_it_is_ticked() -> None:
    ledger = FakeLedger()
    first = sealed(ledger, ChecklistDraft(list="profile", item="two_step"))
    sealed(ledger, ChecklistDraft(list="profile", item="other"))
    again = ChecklistDraft(list="profile", item="two_step", status=CheckStatus.DONE)
    assert same_of(ledger.state(), again) == first
    assert same_of(ledger.state(), ChecklistDraft(list="home", item="two_step")) is None
    assert same_of(ledger.state(), WatchDraft(alias="den blå sag")) is None


@pytest.mark.parametrize("field", ["alias", "signs", "plan"])
@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("Jens Hansen", NameGivenError),
        ("ring til Anna-Lise", NameGivenError),
        ("han, Bo\nEks", NameGivenError),
        ("Åse Ørsted-Ælling", NameGivenError),
        ("nr. 010203-1234", CprGivenError),
        ("0102031234", CprGivenError),
    ],
)
def test_whoever_it_is_about_cannot_be_named(
    field: str, words: str, refused: type[Exception]
) -> None:
    named = msgspec.structs.replace(WatchDraft(), **{field: words})
    with pytest.raises(refused):
        parts_of(FakeLedger().state(), named, None, NOW)


@pytest.mark.parametrize(
    "words",
    ["den blå sag", "Hun ringer. Han svarer", "AMR og TR", "Anna, Bo", "sag 24-1234", "I dag", ""],
)
def test_what_names_nobody_is_kept(words: str) -> None:
    assert not looks_like_name(words)
    parts = parts_of(FakeLedger().state(), WatchDraft(alias="x", plan=words), None, NOW)
    assert parts["text"] == WATCH_CASE.parts["text"](plan=words)  # type: ignore[call-arg]


_NAME = st.from_regex(r"[A-ZÆØÅ][a-zæøå]{1,9}", fullmatch=True)


@given(before=st.text(alphabet="abc .,:", max_size=12), first=_NAME, last=_NAME)
def test_two_words_with_capitals_are_found_wherever_they_stand(
    before: str, first: str, last: str
) -> None:
    assert looks_like_name(f"{before} {first} {last}")
    assert not looks_like_name(f"{before} {first.lower()} {last.lower()}")


def test_an_offer_says_what_was_answered_and_names_what_it_was_shared_as() -> None:
    labels = {field.shown: field.name for field in SUPPORT_OFFER.fields}
    assert labels["Shared as"] == "shared"
    assert not SUPPORT_OFFER.field("shared").label
    ledger = FakeLedger()
    sealed(ledger, OfferDraft(what="Sparring", reply=SupportReply.ACCEPTED))
    (offer,) = ledger.state().private_of(SUPPORT_OFFER)
    rows = {row.label: row.value for row in SUPPORT_OFFER.details_of(offer.current, ENGLISH)}
    assert rows["Your answer"] == "Said yes"
