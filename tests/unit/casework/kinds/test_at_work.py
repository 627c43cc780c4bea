"""What is asked, answered and done at work: from what a person gives over the log to how it is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import Draft, FieldKind, NothingSaidError, Written, parts_of
from app.casework.drafting import NotThatKindError
from app.casework.kinds.answer import ANSWER, AnswerDraft, AnswerText
from app.casework.kinds.caseworker_change import CASEWORKER_CHANGE, ChangeDraft
from app.casework.kinds.complaint_guidance import COMPLAINT_GUIDANCE, GuidanceDraft
from app.casework.kinds.concern import CONCERN, ConcernDraft
from app.casework.kinds.contact import CONTACT, ContactDraft
from app.casework.kinds.idea import IDEA, IdeaDraft
from app.casework.kinds.incident import IncidentFacts
from app.casework.kinds.journal_reference import JOURNAL_REFERENCE, JournalDraft
from app.casework.kinds.measure import MEASURE, MeasureDraft
from app.casework.kinds.notification import NOTIFICATION, NotificationDraft, NotificationPromise
from app.casework.kinds.request import (
    REQUEST,
    RequestClosing,
    RequestDraft,
    RequestFacts,
    RequestSubject,
    RequestText,
)
from app.casework.kinds.support import SUPPORT, SupportDraft
from app.vocabulary import (
    AnswerKind,
    DoneBy,
    IdeaEffect,
    IdeaStatus,
    MeasureKind,
    MeasureStatus,
    Outcome,
    PromiseStatus,
    RequestTopic,
    Role,
    SupportKind,
    YesNo,
)
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T13:03:11.042Z"
# One of each kind, and what stands in the timeline of it.
SAID: list[tuple[Written[Any], Draft, str, str]] = [
    (
        ANSWER,
        AnswerDraft(
            role=Role.MANAGER,
            reply=AnswerKind.PARTLY,
            said="Vi holder et møde",
            promise="Retningslinjer",
            due="2026-11-30",
        ),
        "Svar fra: leder",
        "Delvist · Vi holder et møde",
    ),
    (
        MEASURE,
        MeasureDraft(
            action=MeasureKind.GUIDELINES, what="Sendes til alle", status=MeasureStatus.UNDER_WAY
        ),
        "Retningslinjer",
        "I gang · Sendes til alle",
    ),
    (
        SUPPORT,
        SupportDraft(form=SupportKind.COMPANION, role=Role.SHOP_STEWARD, name="Per Eks"),
        "Støtte: Bisidder",
        "Tillidsrepræsentant · Per Eks",
    ),
    (
        CASEWORKER_CHANGE,
        ChangeDraft(by=DoneBy.ME, why="Det er gået i hårdknude", outcome=Outcome.MET),
        "Anden sagsbehandler foreslået",
        "Gjort",
    ),
    (
        CONCERN,
        ConcernDraft(what="Tonen bliver hårdere", role=Role.SAFETY_REP),
        "Bekymring delt med: arbejdsmiljørepræsentant",
        "Tonen bliver hårdere",
    ),
    (
        IDEA,
        IdeaDraft(what="Fast bisidder", status=IdeaStatus.TRIED, effect=IdeaEffect.SOME),
        "Idé · Fast bisidder",
        "Prøvet · Det hjalp lidt",
    ),
    (COMPLAINT_GUIDANCE, GuidanceDraft(note="På mødet"), "Vejledt om klage", "På mødet"),
    (
        JOURNAL_REFERENCE,
        JournalDraft(doc_no="24-1", written_by="Bo Eks", registered=YesNo.YES),
        "Står i journalen",
        "Registreret internt",
    ),
]
KINDS = [kind for kind, *_ in SAID]


def sealed(ledger: FakeLedger, draft: Draft, corrects: EntryId | None = None) -> EntryId:
    """Seal what a person gives, as the act does."""
    parts = parts_of(ledger.state(), draft, corrects, NOW)
    facts = parts.pop("facts")
    return ledger.add(facts, parts=parts)


def tag(value: object) -> str:
    return value.tag if isinstance(value, Written) else ""


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_what_is_given_stands_in_the_case_and_in_the_timeline(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    ledger = FakeLedger()
    entry = sealed(ledger, draft)
    state = ledger.state()
    (thing,) = state.of(kind)
    assert thing.id == entry
    assert thing.current.facts.at == NOW
    said, more = kind.line_of(thing.current, state, DANISH)
    assert said == title
    assert second in more
    for field in kind.fields:
        given = getattr(draft, field.name)
        if given is not None:
            assert getattr(getattr(thing.current, field.part), field.key) == given
    assert not state.private_of(kind)


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
    first = sealed(ledger, draft)
    sealed(ledger, kind.draft(at="2026-11-20T08:00:00.000Z"), corrects=first)
    (thing,) = ledger.state().of(kind)
    assert len(thing.versions) == 2
    assert thing.current.facts.at == "2026-11-20T08:00:00.000Z"
    before, _ = kind.line_of(thing.versions[0].value, ledger.state(), DANISH)
    after, more = kind.line_of(thing.current, ledger.state(), DANISH)
    assert (before, after) == (title, title)
    assert second in more


@pytest.mark.parametrize(
    "draft",
    [AnswerDraft(), MeasureDraft(), SupportDraft(), ConcernDraft(), IdeaDraft(what="  ")],
    ids=lambda draft: type(draft).__name__,
)
def test_what_says_nothing_is_refused(draft: Draft) -> None:
    with pytest.raises(NothingSaidError):
        parts_of(FakeLedger().state(), draft, None, NOW)


@pytest.mark.parametrize("kind", KINDS, ids=tag)
def test_what_it_belongs_to_finds_it_again(kind: Written[Any]) -> None:
    draft = next(draft for each, draft, *_ in SAID if each is kind)
    ledger = FakeLedger()
    incident = ledger.add(IncidentFacts(platform="Facebook"))
    request = ledger.add(RequestFacts(), text=RequestText(what="Et møde"))
    about = incident if "incident" in kind.targets else request
    entry = sealed(ledger, type(draft)(**{**_given(draft), "about": about}))
    state = ledger.state()
    (found,) = state.about(about, kind)
    assert found.id == entry
    (belongs,) = [row.value for row in kind.more_of(found.current, state, ENGLISH)]
    assert belongs.startswith("Post" if about is incident else "Et møde")


@pytest.mark.parametrize("kind", KINDS, ids=tag)
def test_it_cannot_belong_to_what_it_is_never_about(kind: Written[Any]) -> None:
    draft = next(draft for each, draft, *_ in SAID if each is kind)
    ledger = FakeLedger()
    wrong = sealed(ledger, ContactDraft(name="Anne Eks"))
    with pytest.raises(NotThatKindError):
        parts_of(ledger.state(), type(draft)(**{**_given(draft), "about": wrong}), None, NOW)


def _given(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__struct_fields__}


def test_a_request_has_a_topic_may_be_made_again_and_ends() -> None:
    ledger = FakeLedger()
    first = sealed(ledger, RequestDraft(what="Et møde", topic=RequestTopic.MEETING))
    again = sealed(ledger, RequestDraft(what="Et møde, igen", asked_before=first))
    sealed(ledger, RequestDraft(outcome=Outcome.MET, closed="2026-11-30"), corrects=first)
    state = ledger.state()
    one, two = state.of(REQUEST)
    assert one.current.topic == RequestSubject(topic=RequestTopic.MEETING)
    assert one.current.closing == RequestClosing(outcome=Outcome.MET, closed_on="2026-11-30")
    assert [each.id for each in state.about(first, REQUEST)] == [again]
    assert "Et møde" in [row.value for row in REQUEST.more_of(two.current, state, DANISH)]


def test_a_message_names_incidents_and_keeps_a_promise() -> None:
    ledger = FakeLedger()
    post = ledger.add(IncidentFacts(platform="Facebook"))
    sealed(
        ledger,
        NotificationDraft(incidents=(post,), promise="Et møde", due="2026-11-30"),
    )
    state = ledger.state()
    (told,) = state.about(post, NOTIFICATION)
    assert told.current.promise == NotificationPromise(what="Et møde", due_on="2026-11-30")
    assert NotificationPromise().status is PromiseStatus.OPEN


def test_a_contact_says_when_it_was_checked_and_an_older_one_does_not() -> None:
    ledger = FakeLedger()
    sealed(ledger, ContactDraft(name="Anne Eks", checked="2026-11-20"))
    (contact,) = ledger.state().of(CONTACT)
    rows = {row.label: row.value for row in CONTACT.details_of(contact.current, ENGLISH)}
    assert rows["Checked"] == "20 November 2026"


def test_a_file_alone_is_an_answer() -> None:
    from app.casework import AttachedSource

    parts = parts_of(
        FakeLedger().state(), AnswerDraft(), None, NOW, AttachedSource(name="svar.pdf")
    )
    source: Any = parts["source"]
    assert source.name == "svar.pdf"


_TEXT = st.text(max_size=40)


@given(said=_TEXT, promise=_TEXT, corrected=_TEXT)
def test_whatever_is_typed_is_kept_as_typed_and_a_correction_changes_one_thing(
    said: str, promise: str, corrected: str
) -> None:
    ledger = FakeLedger()
    first = sealed(ledger, AnswerDraft(reply=AnswerKind.NO, said=said, promise=promise))
    sealed(ledger, AnswerDraft(said=corrected), corrects=first)
    (thing,) = ledger.state().of(ANSWER)
    before, now = (version.value for version in thing.versions)
    assert (before.text, now.text) == (AnswerText(said=said), AnswerText(said=corrected))
    assert now.promise == before.promise
    assert now.facts.reply is AnswerKind.NO


def test_every_day_that_lies_ahead_may_lie_ahead() -> None:
    for kind in KINDS:
        for field in kind.fields:
            if field.kind is FieldKind.DAY and field.name in {"due", "follow_up"}:
                assert field.to_come, (kind.tag, field.name)
