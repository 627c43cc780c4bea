"""What goes outwards: to the police, platforms, the workplace's records and witnesses; from a draft to the timeline."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import KINDS, AttachedSource, Draft, NothingSaidError, Written, parts_of
from app.casework.drafting import NotThatKindError
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION, RegistrationDraft
from app.casework.kinds.own_reply import OWN_REPLY, OwnReplyDraft
from app.casework.kinds.own_statement import OWN_STATEMENT, OwnStatementDraft
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft, PoliceText
from app.casework.kinds.recheck import RECHECK, RecheckDraft
from app.casework.kinds.takedown import TAKEDOWN, TakedownDraft
from app.casework.kinds.witness_statement import WITNESS_STATEMENT, WitnessDraft
from app.vocabulary import (
    Basis,
    DoneBy,
    OnlineStatus,
    PoliceChannel,
    PolicePurpose,
    PoliceStatus,
    RegistrationStatus,
    Role,
    StatementStatus,
    TakedownGround,
    TakedownStatus,
    TakedownTo,
)
from tests.fakes.ledger import FakeLedger
from tests.unit.casework.kinds.test_incident_more import NOW, sealed
from tests.unit.casework.sealed import capture
from tests.worlds import DANISH, ENGLISH

EARLIER = "2026-11-20T08:00:00.000Z"
# One of each kind with most of what can be said, and what stands in the timeline of it.
SAID: list[tuple[Written[Any], Draft, str, str]] = [
    (
        POLICE_REPORT,
        PoliceDraft(
            status=PoliceStatus.RECEIVED,
            at=EARLIER,
            status_on="2026-11-21",
            channel=PoliceChannel.WEB,
            by=DoneBy.EMPLOYER,
            purpose=PolicePurpose.BOTH,
            receipt_at=NOW,
            receipt_ref="K-1",
            journal_no="0700-1",
            officer="Bo Eks",
            phone="114",
            station="Nordby",
            letter="Anmeldelsens ord",
            note="De ringer",
        ),
        "Anmeldt til politiet",
        "Kvittering modtaget · De ringer",
    ),
    (
        TAKEDOWN,
        TakedownDraft(
            asked=TakedownTo.GROUP,
            by=DoneBy.ME,
            at=EARLIER,
            ground=TakedownGround.UNTRUE,
            status=TakedownStatus.REFUSED,
            status_on="2026-11-22",
            ticket="T-9",
            answer="De vil ikke",
            complained_at=NOW,
            complaint_ref="C-9",
            body="Klagenævnet",
            body_at=NOW,
            body_ref="N-9",
            letter="Brevets ord",
        ),
        "Bedt om fjernelse: den, der styrer gruppen eller siden",
        "Afvist · De vil ikke",
    ),
    (
        INTERNAL_REGISTRATION,
        RegistrationDraft(
            status=RegistrationStatus.REGISTERED,
            at=EARLIER,
            by=DoneBy.EMPLOYER,
            handled_by=Role.MANAGER,
            ref="R-7",
            system="Systemet",
            done="Talt med holdet",
            letter="Skemaets ord",
        ),
        "Registreret internt",
        "R-7 · Talt med holdet",
    ),
    (
        OWN_REPLY,
        OwnReplyDraft(by=DoneBy.EMPLOYER, at=EARLIER, words="Vi svarer her"),
        "Arbejdspladsen svarede på nettet",
        "Vi svarer her",
    ),
    (
        WITNESS_STATEMENT,
        WitnessDraft(
            name="Anne Eks",
            title="Socialrådgiver",
            phone="12 34",
            mail="anne@eks.dk",
            seen_at=EARLIER,
            device="telefon",
            basis=Basis.SEEN,
            words="Jeg så opslaget",
            status=StatementStatus.SIGNED,
            signed_on="2026-11-21",
        ),
        "Vidne: underskrevet",
        "Anne Eks · Jeg så opslaget",
    ),
    (
        OWN_STATEMENT,
        OwnStatementDraft(
            words="Jeg var logget ind", at=EARLIER, status=StatementStatus.SIGNED, signed_on="2026-11-21"
        ),
        "Sådan tog jeg billederne",
        "Underskrevet · Jeg var logget ind",
    ),
    (
        RECHECK,
        RecheckDraft(status=OnlineStatus.CHANGED, at=EARLIER, note="Navnet er væk"),
        "Ændret",
        "Navnet er væk",
    ),
]  # fmt: skip
OUTWARDS = [kind for kind, *_ in SAID]


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
    assert kind.line_of(thing.current, state, DANISH) == (title, second)
    for field in kind.fields:
        given = getattr(draft, field.name)
        if given is not None:
            assert getattr(getattr(thing.current, field.part), field.key) == given
    assert not state.private_of(kind)


@pytest.mark.parametrize(("kind", "draft", "title", "second"), SAID, ids=tag)
def test_every_word_is_told_in_the_pane_with_a_label(
    kind: Written[Any], draft: Draft, title: str, second: str
) -> None:
    del title, second
    ledger = FakeLedger()
    sealed(ledger, draft)
    (thing,) = ledger.state().of(kind)
    rows = kind.details_of(thing.current, DANISH)
    told = " ".join(row.value for row in rows)
    said = [getattr(draft, name) for name in draft.__struct_fields__]
    words = [each for each in said if type(each) is str and not each.startswith("2026-")]
    assert [each for each in words if each not in told] == []
    assert not [row.label for row in rows if row.label.endswith("?")]


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
    later = "2026-11-21T08:00:00.000Z"
    sealed(ledger, kind.draft(**{kind.happened: later}), corrects=first)
    (thing,) = ledger.state().of(kind)
    assert len(thing.versions) == 2
    assert getattr(thing.current.facts, kind.happened) == later
    assert kind.line_of(thing.current, ledger.state(), DANISH) == (title, second)


@pytest.mark.parametrize(
    "draft",
    [PoliceDraft(), OwnReplyDraft(), WitnessDraft(words=" "), OwnStatementDraft(), RecheckDraft()],
    ids=lambda draft: type(draft).__name__,
)
def test_what_says_nothing_is_refused(draft: Draft) -> None:
    with pytest.raises(NothingSaidError):
        parts_of(FakeLedger().state(), draft, None, NOW)


@pytest.mark.parametrize("kind", OUTWARDS, ids=tag)
def test_what_it_is_about_finds_it_again(kind: Written[Any]) -> None:
    draft = next(draft for each, draft, *_ in SAID if each is kind)
    ledger = FakeLedger()
    picture = capture(ledger)
    incident = sealed(ledger, IncidentDraft(platform="Facebook"))
    named = {field.name: field for field in kind.fields if field.names_entries and field.part}
    given: dict[str, Any] = {
        name: (picture if "exhibit" in field.of else incident) for name, field in named.items()
    }
    several = {
        name: (each,) if name in ("incidents", "exhibits") else each for name, each in given.items()
    }
    entry = sealed(ledger, type(draft)(**{**_given(draft), **several}))
    state = ledger.state()
    for each in set(given.values()):
        (found,) = state.about(each, kind)
        assert found.id == entry
        rows = [row.value for row in kind.more_of(found.current, state, ENGLISH)]
        assert ("1" if each == picture else "Post") in rows


@pytest.mark.parametrize("kind", OUTWARDS, ids=tag)
def test_it_cannot_be_about_what_it_is_never_about(kind: Written[Any]) -> None:
    ledger = FakeLedger()
    wrong = sealed(ledger, PoliceDraft(note="Ringet"))
    for field in kind.fields:
        if field.names_entries and field.part:
            several = field.name in ("incidents", "exhibits")
            with pytest.raises(NotThatKindError):
                sealed(ledger, kind.draft(**{field.name: (wrong,) if several else wrong}))


@pytest.mark.parametrize("kind", [each for each in OUTWARDS if each.takes_file], ids=tag)
def test_a_file_alone_says_something(kind: Written[Any]) -> None:
    parts = parts_of(
        FakeLedger().state(), kind.draft(), None, NOW, AttachedSource(name="kvittering.pdf")
    )
    source: Any = parts["source"]
    assert source.name == "kvittering.pdf"
    assert tuple(kind.parts)[-2:] == ("source", "object")


def test_those_that_keep_a_paper_take_a_file_and_the_others_do_not() -> None:
    assert {kind.tag for kind in OUTWARDS if kind.takes_file} == {
        *("police_report", "takedown", "internal_registration"),
        *("witness_statement", "own_statement"),
    }


def test_what_is_not_reported_was_reported_at_no_time() -> None:
    ledger = FakeLedger()
    sealed(ledger, PoliceDraft(status=PoliceStatus.NOT_REPORTED, why_not="Ikke grovt nok"))
    sealed(ledger, PoliceDraft(status=PoliceStatus.REPORTED))
    not_reported, reported = ledger.state().of(POLICE_REPORT)
    assert (not_reported.current.facts.at, reported.current.facts.at) == ("", NOW)
    assert POLICE_REPORT.line_of(not_reported.current, ledger.state(), DANISH) == (
        "Ikke anmeldt til politiet, med begrundelse",
        "Ikke grovt nok",
    )


def test_how_a_report_went_is_told_by_its_corrections() -> None:
    ledger = FakeLedger()
    first = sealed(ledger, PoliceDraft(status=PoliceStatus.REPORTED, note="Ringet"))
    sealed(ledger, PoliceDraft(status=PoliceStatus.DECIDED, status_on="2026-12-01"), corrects=first)
    (report,) = ledger.state().of(POLICE_REPORT)
    assert [each.value.facts.status for each in report.versions] == [
        PoliceStatus.REPORTED,
        PoliceStatus.DECIDED,
    ]
    assert report.current.facts.at == NOW


def test_a_registration_that_is_asked_for_is_not_called_registered() -> None:
    ledger = FakeLedger()
    sealed(ledger, RegistrationDraft(status=RegistrationStatus.ASKED))
    (asked,) = ledger.state().of(INTERNAL_REGISTRATION)
    assert INTERNAL_REGISTRATION.line_of(asked.current, ledger.state(), DANISH) == (
        "Intern registrering",
        "Bedt om",
    )


def test_a_post_is_told_what_the_last_look_found_and_the_look_names_its_platform() -> None:
    ledger = FakeLedger()
    incident = sealed(ledger, IncidentDraft(platform="Facebook"))
    sealed(ledger, RecheckDraft(about=incident, status=OnlineStatus.REMOVED, at=NOW))
    sealed(ledger, RecheckDraft(about=incident, status=OnlineStatus.ONLINE, at=EARLIER))
    state = ledger.state()
    looks = tuple(each.current for each in state.about(incident, RECHECK))
    assert INCIDENT.tag in RECHECK.targets
    assert RECHECK.there is not None
    (row,) = RECHECK.there(looks, DANISH)
    assert (row.label, row.value) == ("Set efter", "Fjernet 23. november 2026")
    assert RECHECK.line_of(looks[0], state, DANISH) == ("Fjernet", "Facebook")
    assert RECHECK.there((), DANISH) == ()


@pytest.mark.parametrize(
    "kind", [each for each in KINDS if each.erasing], ids=lambda each: each.tag
)
def test_what_names_a_thing_is_listed_before_it_is_erased(kind: Any) -> None:
    called = "exhibit" if kind.tag in ("capture", "file") else kind.tag
    naming = {
        each.tag
        for each in KINDS
        if isinstance(each, Written)
        for field in each.fields
        if field.part and called in field.of
    }
    assert naming <= set(kind.erasing.lists)


_TEXT = st.text(max_size=40)


@given(note=_TEXT, letter=_TEXT, corrected=_TEXT)
def test_whatever_is_typed_is_kept_as_typed_and_a_correction_changes_one_thing(
    note: str, letter: str, corrected: str
) -> None:
    ledger = FakeLedger()
    first = sealed(
        ledger, PoliceDraft(status=PoliceStatus.REPORTED, note=note, letter=letter, journal_no="1")
    )
    sealed(ledger, PoliceDraft(note=corrected), corrects=first)
    (thing,) = ledger.state().of(POLICE_REPORT)
    before, now = (version.value for version in thing.versions)
    assert (before.text, now.text) == (PoliceText(note=note), PoliceText(note=corrected))
    assert (now.letter, now.reference) == (before.letter, before.reference)


def _given(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__struct_fields__}
