"""Which consents hold, and what a report may open of what was shared: whatever is given, withdrawn or put away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import (
    Draft,
    NothingSaidError,
    handed_over_by,
    living_tokens,
    may_be_opened,
    may_share,
    parts_of,
    sentence_of,
)
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import (
    CONSENT,
    SHAREABLE,
    ConsentDraft,
    ConsentFacts,
    ConsentItem,
    ConsentScope,
)
from app.casework.kinds.disclosed import DisclosedFacts, DisclosedText
from app.casework.kinds.dossier import DossierFacts
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.reaction import ReactionDraft
from app.vocabulary import DisclosedTopic, Role
from evidence_store import EntryId, PartState
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger, without
from tests.unit.casework.kinds.test_health import NOW
from tests.worlds import DANISH, ENGLISH

EVERY_TOPIC = tuple(DisclosedTopic)


class Book:
    """A ledger with consents, and what is shared in reports."""

    def __init__(self) -> None:
        self.ledger = FakeLedger()
        self._tokens: Iterator[str] = (f"{each:032x}" for each in range(10_000))

    def seal(self, draft: Draft, corrects: EntryId | None = None) -> EntryId:
        parts = parts_of(
            self.ledger.state(), draft, corrects, NOW, fresh=lambda: next(self._tokens)
        )
        facts = parts.pop("facts")
        return self.ledger.add(facts, parts=parts, chain=PRIVATE)

    def consent(self, recipient: Role, *items: EntryId) -> EntryId:
        return self.seal(ConsentDraft(recipient=recipient, items=items))

    def tokens(self, consent: EntryId) -> list[str]:
        thing = next(each for each in self.ledger.state().private_of(CONSENT) if each.id == consent)
        assert isinstance(thing.current.scope, ConsentScope)
        return [item.token for item in thing.current.scope.items]

    def share(self, recipient: Role, token: str, words: str = "x") -> EntryId:
        facts = DisclosedFacts(recipient=recipient, topic=DisclosedTopic.ABSENCE, token=token)
        return self.ledger.add(facts, text=DisclosedText(words=words))

    def report(self, recipient: str = "manager") -> EntryId:
        return self.ledger.add(DossierFacts(head=EntryId(EVIDENCE, 0), recipient=recipient))

    def opened(self, recipient: Role = Role.MANAGER) -> list[EntryId]:
        return [each.entry for each in may_be_opened(self.ledger.state(), recipient, EVERY_TOPIC)]


@pytest.fixture
def book() -> Book:
    return Book()


def test_what_may_be_shared_is_what_a_living_consent_names(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    assert may_share(book.ledger.state()) == ()
    consent = book.consent(Role.MANAGER, absence)
    (may,) = may_share(book.ledger.state(), Role.MANAGER)
    assert (may.consent, may.topic, may.thing.id, may.stands) == (
        consent,
        DisclosedTopic.ABSENCE,
        absence,
        True,
    )
    assert may_share(book.ledger.state(), Role.HR) == ()


def test_a_token_stands_for_one_recipient_and_one_thing(book: Book) -> None:
    first, second = book.seal(AbsenceDraft()), book.seal(ExpenseDraft(amount=100))
    book.consent(Role.MANAGER, first, second)
    book.consent(Role.MANAGER, first)
    book.consent(Role.HR, first, second)
    tokens = living_tokens(book.ledger.state())
    assert len(tokens) == 5
    assert sorted(tokens.values()) == sorted([*[Role.MANAGER] * 3, *[Role.HR] * 2])


def test_an_addition_keeps_what_stood_and_changes_no_recipient(book: Book) -> None:
    first, second = book.seal(AbsenceDraft()), book.seal(ExpenseDraft(amount=100))
    consent = book.consent(Role.MANAGER, first)
    (token,) = book.tokens(consent)
    book.seal(ConsentDraft(recipient=Role.HR, items=(second,)), corrects=consent)
    assert book.tokens(consent)[0] == token
    assert {each.recipient for each in may_share(book.ledger.state())} == {Role.MANAGER}
    assert len(book.tokens(consent)) == 2


def test_a_consent_for_nobody_or_for_nothing_is_none(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    for draft in (ConsentDraft(recipient=Role.MANAGER), ConsentDraft(items=(absence,))):
        with pytest.raises(NothingSaidError):
            book.seal(draft)


def test_what_was_corrected_since_does_not_stand(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    consent = book.consent(Role.MANAGER, absence)
    book.seal(AbsenceDraft(words="x"), corrects=absence)
    (may,) = may_share(book.ledger.state())
    assert not may.stands
    book.seal(ConsentDraft(items=(absence,)), corrects=consent)
    (may,) = may_share(book.ledger.state())
    assert may.stands


def test_what_was_withdrawn_stays_withdrawn_whatever_is_said_later(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    consent = book.consent(Role.MANAGER, absence)
    book.seal(ConsentDraft(withdrawn=NOW), corrects=consent)
    assert living_tokens(book.ledger.state()) == {}
    book.seal(ConsentDraft(withdrawn="", items=(absence,)), corrects=consent)
    assert living_tokens(book.ledger.state()) == {}
    assert may_share(book.ledger.state()) == ()


def test_no_later_entry_brings_back_what_was_withdrawn(book: Book) -> None:
    """Whatever another program writes behind it."""
    absence = book.seal(AbsenceDraft())
    consent = book.consent(Role.MANAGER, absence)
    (token,) = book.tokens(consent)
    book.seal(ConsentDraft(withdrawn=NOW), corrects=consent)
    again = ConsentFacts(recipient=Role.MANAGER, at=NOW, corrects=consent)
    scope = ConsentScope(items=(ConsentItem(absence, token),))
    book.ledger.add(again, parts={"scope": scope}, chain=PRIVATE)
    (thing,) = book.ledger.state().private_of(CONSENT)
    assert not thing.current.facts.withdrawn_at
    assert living_tokens(book.ledger.state()) == {}


def test_what_was_hidden_or_erased_shares_nothing(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    consent = book.consent(Role.MANAGER, absence)
    (token,) = book.tokens(consent)
    shared = book.share(Role.MANAGER, token)
    assert book.opened() == [shared]
    book.ledger.add(Hidden(target=consent), chain=PRIVATE)
    assert book.opened() == []
    book.ledger.add(Hidden(target=consent, hidden=False), chain=PRIVATE)
    assert book.opened() == [shared]
    gone = [without(entry) if entry.id == consent else entry for entry in book.ledger.entries]
    book.ledger.entries = gone
    assert book.opened() == []


def test_a_withdrawal_that_cannot_be_read_shuts_all_that_it_could_have_withdrawn(
    book: Book,
) -> None:
    absence = book.seal(AbsenceDraft())
    (token,) = book.tokens(book.consent(Role.MANAGER, absence))
    shared = book.share(Role.MANAGER, token)
    assert book.opened() == [shared]
    book.ledger.add_bodies(
        {"facts": b'{"kind":"consent","version":2,"withdrawn_at":"x"}'}, chain=PRIVATE
    )
    assert book.opened() == []


@pytest.mark.parametrize("body", [b"{", b'{"kind":"consent","version":1,"recipient":7}'])
def test_a_damaged_one_shuts_too(book: Book, body: bytes) -> None:
    absence = book.seal(AbsenceDraft())
    (token,) = book.tokens(book.consent(Role.MANAGER, absence))
    book.share(Role.MANAGER, token)
    book.ledger.add_bodies({"facts": body}, chain=PRIVATE)
    assert book.opened() == []


def test_a_thing_that_is_gone_cannot_be_shared_again(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    book.consent(Role.MANAGER, absence)
    book.ledger.add(Hidden(target=absence), chain=PRIVATE)
    assert may_share(book.ledger.state()) == ()
    book.ledger.entries = [
        without(entry, state=PartState.ERASED) if entry.id == absence else entry
        for entry in book.ledger.entries
    ]
    assert may_share(book.ledger.state()) == ()


def test_only_reports_of_that_recipient_are_listed_as_handed_over(book: Book) -> None:
    absence = book.seal(AbsenceDraft())
    consent = book.consent(Role.MANAGER, absence)
    (token,) = book.tokens(consent)
    book.report()
    book.share(Role.MANAGER, token)
    made = book.report()
    book.report("union_consultant")
    book.report()
    book.seal(ConsentDraft(withdrawn=NOW), corrects=consent)
    (thing,) = book.ledger.state().private_of(CONSENT)
    assert [each.made.entry for each in handed_over_by(book.ledger.state(), thing)] == [made]


_ROLES = st.sampled_from([Role.MANAGER, Role.HR, Role.UNION_CONSULTANT])
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("consent"), _ROLES, st.integers(0, 2)),
        st.tuples(st.just("withdraw"), _ROLES, st.integers(0, 5)),
        st.tuples(st.just("share"), _ROLES, st.integers(0, 5)),
        st.tuples(st.just("report"), _ROLES, st.just(0)),
    ),
    max_size=14,
)


@given(acts=_ACTS, offered=st.sets(st.sampled_from(EVERY_TOPIC)), reader=_ROLES)
def test_a_report_opens_what_its_reader_may_read_now_and_nothing_else(
    acts: list[tuple[str, Role, int]], offered: set[DisclosedTopic], reader: Role
) -> None:
    book = Book()
    things = [book.seal(AbsenceDraft()), book.seal(ExpenseDraft(amount=1))]
    consents: list[tuple[EntryId, Role, str]] = []
    withdrawn: set[EntryId] = set()
    fresh: list[tuple[EntryId, Role, str]] = []
    for what, role, number in acts:
        if what == "consent":
            made = book.consent(role, things[number % 2])
            consents.append((made, role, book.tokens(made)[0]))
        elif what == "withdraw" and consents:
            consent, *_ = consents[number % len(consents)]
            book.seal(ConsentDraft(withdrawn=NOW), corrects=consent)
            withdrawn.add(consent)
        elif what == "share" and consents:
            # Whatever stands in the log, even with a token of another recipient's consent.
            _, _, token = consents[number % len(consents)]
            fresh.append((book.share(role, token), role, token))
        elif what == "report":
            book.report(role)
            fresh = []
    owner = {token: role for consent, role, token in consents if consent not in withdrawn}
    expected = [
        entry
        for entry, role, token in fresh
        if role is reader and owner.get(token) is reader and DisclosedTopic.ABSENCE in offered
    ]
    opened = may_be_opened(book.ledger.state(), reader, offered)
    assert [each.entry for each in opened] == expected


def test_what_the_program_says_of_a_thing_holds_nothing_that_was_typed(book: Book) -> None:
    book.seal(ReactionDraft(words="kanarie", name="kanarie"))
    book.seal(AbsenceDraft(words="kanarie", from_on="2026-11-02", to_on="2026-11-02"))
    book.seal(ExpenseDraft(what="kanarie", amount=12345, refunded=100))
    state = book.ledger.state()
    for language in (DANISH, ENGLISH):
        for kind in SHAREABLE.values():
            for thing in state.private_of(kind):
                words = sentence_of(thing.current, language)
                assert words
                assert "kanarie" not in words
                assert words[0].isupper()
                assert words.endswith(".")
    (absence,) = state.private_of(SHAREABLE[DisclosedTopic.ABSENCE])
    assert sentence_of(absence.current, ENGLISH) == "Absence on 2 November 2026."
