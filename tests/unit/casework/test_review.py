"""What others may come to ask about: each rule planted once, mended, and silent where it does not belong."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest

from app.actions.look_over import read_review
from app.casework import Draft, Machine, Written, parts_of
from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.casework.kinds.dossier import DossierFacts, ShownExhibit
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.own_reply import OWN_REPLY, OwnReplyDraft
from app.casework.kinds.own_statement import OwnStatementDraft
from app.casework.kinds.takedown import TakedownDraft
from app.casework.kinds.witness_statement import WitnessDraft
from app.casework.review import ReviewTableError, lacking_field, read_review_rules, review_of
from app.vocabulary import (
    AccessBasis,
    Basis,
    CaptureMethod,
    IncidentKind,
    Mend,
    StatementStatus,
    Visibility,
    Weight,
)
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, FakeLedger, picture
from tests.unit.casework.sealed import added_file
from tests.unit.house.tree import ROOT

RULES = read_review(ROOT / "resources")
NOW = "2026-11-23T13:03:11.042Z"
SEEN = "2026-11-23T07:30:00.000Z"


class Case(FakeLedger):
    """A case in which all is as it should be, until something is planted."""

    def __init__(self) -> None:
        super().__init__()
        self.crop = self.capture(method=CaptureMethod.REGION, grab_id="1")
        self.whole = self.capture(context=True, grab_id="1")
        self.phone = added_file(self)
        self.post = self.give(
            IncidentDraft(
                quote="Ord",
                description="Et opslag i en gruppe.",
                name="Bo Eks",
                handle="bo",
                visibility=Visibility.GROUP,
                url="https://example.org/groups/1",
                permalink="https://example.org/groups/1/posts/2",
                published=SEEN,
                access=AccessBasis.MEMBER,
                basis_description=Basis.SEEN,
                basis_sender=Basis.SEEN,
                basis_reach=Basis.SEEN,
                exhibits=(self.crop, self.phone),
            )
        )
        self.demand = self.give(TakedownDraft(incidents=(self.post,)))
        self.witness = self.give(WitnessDraft(name="Ea Eks", about=self.post))
        self.reply = self.give(OwnReplyDraft(words="Ring til mig", about=self.post))

    def capture(self, device: str = "laptop", **facts: object) -> EntryId:
        return self.add(
            CaptureFacts(**facts),  # type: ignore[arg-type]
            window=CaptureWindow(),
            object=picture(1),
            machine=Machine(device=device),
        )

    def give(self, draft: Draft, corrects: EntryId | None = None) -> EntryId:
        parts = parts_of(self.state(), draft, corrects, NOW)
        return self.add(parts.pop("facts"), parts=parts)

    def correct(self, draft: Draft, entry: EntryId) -> None:
        self.give(draft, entry)

    def hide(self, *entries: EntryId) -> None:
        for entry in entries:
            self.add(Hidden(target=entry))

    def asked(self, shown: Collection[int] | None = None) -> list[str]:
        return [each.rule.id for each in review_of(self.state(), RULES, shown).weaknesses]

    def limits(self) -> list[str]:
        return [each.rule.id for each in review_of(self.state(), RULES).limits]


def test_the_complete_case_has_nothing_to_mend_and_still_its_limits() -> None:
    case = Case()
    assert case.asked() == []
    assert "what_a_picture_shows" in case.limits()


def test_a_case_without_anything_is_asked_about_nothing() -> None:
    found = review_of(FakeLedger().state(), RULES)
    assert (found.weaknesses, found.limits) == ((), ())


def _many(case: Case) -> None:
    for _ in range(4):
        case.capture()


def _report(case: Case) -> None:
    shown = ShownExhibit(number=1, original=case.crop, shown=case.crop)
    case.add(DossierFacts(head=case.reply, recipient="manager", exhibits=(shown,)))


def _late_picture(case: Case) -> EntryId:
    late = case.capture()
    case.correct(IncidentDraft(exhibits=(late,)), case.post)
    return late


def _tell_how(case: Case) -> None:
    state = case.state()
    numbers = [each.original for each in state.exhibits]
    case.give(OwnStatementDraft(words="Med telefonen", exhibits=tuple(numbers)))


def _no_phone(case: Case) -> None:
    case.hide(case.phone)


def _only_crop(case: Case) -> None:
    case.hide(case.whole)
    case.correct(IncidentDraft(exhibits=(case.crop,)), case.post)


def _post(**said: object) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        case.correct(IncidentDraft(**said), case.post)  # type: ignore[arg-type]

    return change


def _beside(case: Case) -> None:
    case.correct(IncidentDraft(exhibits=(case.crop, case.capture())), case.post)


PLANTED: dict[str, tuple[Callable[[Case], object], Callable[[Case], object]]] = {
    "no_absolute_time": (_post(published=""), _post(published=SEEN)),
    "no_link": (
        _post(url="", permalink=""),
        _post(url="https://example.org/1", permalink="https://example.org/1"),
    ),
    "no_permalink": (_post(permalink=""), _post(permalink="https://example.org/1")),
    "name_without_stable_id": (_post(handle=""), _post(profile_url="https://example.org/bo")),
    "no_picture": (
        _post(exhibits=()),
        lambda case: case.correct(IncidentDraft(exhibits=(case.phone, case.crop)), case.post),
    ),
    "captured_after_demand": (_late_picture, _tell_how),
    "access_unclear": (_post(access=AccessBasis.UNKNOWN), _post(access=AccessBasis.PUBLIC)),
    "statement_without_basis": (
        _post(basis_sender=Basis.UNKNOWN),
        _post(basis_sender=Basis.SHOWN),
    ),
    "crop_without_context": (_only_crop, _beside),
    "own_reply_missing": (
        lambda case: case.correct(OwnReplyDraft(words=""), case.reply),
        lambda case: case.correct(OwnReplyDraft(exhibits=(case.phone,)), case.reply),
    ),
    "no_witness": (
        lambda case: case.correct(WitnessDraft(status=StatementStatus.ASKED), case.witness),
        lambda case: case.correct(WitnessDraft(status=StatementStatus.SIGNED), case.witness),
    ),
    "one_device": (
        _no_phone,
        lambda case: case.correct(WitnessDraft(device="en telefon"), case.witness),
    ),
    "many_without_examples": (_many, _report),
}


def test_every_rule_is_planted() -> None:
    assert set(PLANTED) == {rule.id for rule in RULES.rules}


@pytest.mark.parametrize("rule", PLANTED)
def test_planted_once_exactly_that_is_said_and_mended_it_is_gone(rule: str) -> None:
    plant, mend = PLANTED[rule]
    case = Case()
    plant(case)
    assert case.asked() == [rule]
    mend(case)
    assert case.asked() == []


@pytest.mark.parametrize("rule", [rule for rule in PLANTED if rule != "many_without_examples"])
def test_what_was_put_out_of_sight_is_not_asked_about(rule: str) -> None:
    case = Case()
    PLANTED[rule][0](case)
    every = [each.original for each in case.state().exhibits]
    case.hide(*every, case.post, case.demand, case.witness, case.reply)
    found = review_of(case.state(), RULES)
    assert (found.weaknesses, found.limits) == ((), ())


@pytest.mark.parametrize(
    "form", [IncidentKind.CALL, IncidentKind.TEXT_MESSAGE, IncidentKind.MAIL, IncidentKind.OTHER]
)
def test_of_what_is_not_online_nobody_asks_for_a_link_a_picture_or_access(
    form: IncidentKind,
) -> None:
    case = Case()
    case.give(IncidentDraft(quote="Ord", form=form))
    assert case.asked() == []


def test_nothing_is_said_of_what_was_never_stated() -> None:
    case = Case()
    case.correct(
        IncidentDraft(
            name="", description="", visibility=Visibility.UNKNOWN,
            basis_description=Basis.UNKNOWN, basis_sender=Basis.UNKNOWN, basis_reach=Basis.UNKNOWN,
        ),
        case.post,
    )  # fmt: skip
    assert case.asked() == []


def test_what_was_erased_is_not_asked_for() -> None:
    case = Case()
    case.erase(case.post, "sender", "text", "circumstances")
    case.erase(case.reply, "text")
    assert case.asked() == []


def test_the_earliest_demand_counts_and_one_picture_before_it_is_enough() -> None:
    case = Case()
    late = _late_picture(case)
    assert case.asked() == ["captured_after_demand"]
    case.correct(IncidentDraft(exhibits=(case.crop, late)), case.post)
    assert case.asked() == []


def test_another_computer_is_another_device() -> None:
    case = Case()
    _no_phone(case)
    case.capture(device="en anden")
    assert case.asked() == []


def test_a_whole_screen_beside_a_crop_is_no_exhibit_too_many() -> None:
    case = Case()
    for number in range(3):
        case.capture(grab_id=str(number + 2), method=CaptureMethod.REGION)
        case.capture(grab_id=str(number + 2), context=True)
    assert case.asked() == []
    case.capture()
    assert case.asked() == ["many_without_examples"]


def test_what_was_chosen_to_be_shown_is_looked_at_alone() -> None:
    case = Case()
    _many(case)
    assert case.asked() == ["many_without_examples"]
    assert case.asked(shown=[1, 2, 3]) == []
    assert case.asked(shown=[1, 3]) == []  # the file beside the crop
    assert case.asked(shown=[1]) == ["crop_without_context", "one_device"]


def test_what_matters_most_comes_first() -> None:
    case = Case()
    case.give(IncidentDraft(name="Ib", url="https://example.org/1"))
    found = review_of(case.state(), RULES).weaknesses
    weights = [each.rule.weight for each in found]
    assert weights == sorted(weights, key=list(Weight).index)
    assert set(weights) == set(Weight)


def test_limits_are_told_of_what_they_belong_to() -> None:
    case = Case()
    late = case.give(
        IncidentDraft(quote="Ord", form=IncidentKind.CALL, first_seen="2026-11-20T08:00:00.000Z")
    )
    found = review_of(case.state(), RULES).limits
    assert [(each.rule.id, each.about) for each in found] == [
        ("what_a_picture_shows", None),
        ("clock_not_checked", case.crop),
        ("clock_not_checked", case.whole),
        ("added_file", case.phone),
        ("written_later", late),
    ]


def test_a_clock_that_was_held_against_another_is_no_limit() -> None:
    case = FakeLedger()
    case.add(CaptureFacts(clock_check="ntp"), window=CaptureWindow(), object=picture(1))
    assert [each.rule.id for each in review_of(case.state(), RULES).limits] == [
        "what_a_picture_shows"
    ]


def test_a_clock_that_was_moved_is_a_limit_and_says_of_what() -> None:
    case = FakeLedger()
    for minutes, time in ((0, "10:00"), (5, "09:00")):
        case.add(
            CaptureFacts(clock_check="ntp"),
            window=CaptureWindow(),
            object=picture(1),
            time=f"2026-11-23T{time}:00.000Z",
            machine=Machine(boot_id="1", monotonic_ms=60_000 * minutes, since_boot_ms=60_000 * minutes + 1),
        )  # fmt: skip
    moved = [
        each.about
        for each in review_of(case.state(), RULES).limits
        if each.rule.id == "clock_moved"
    ]
    assert moved == [EntryId(EVIDENCE, 2)]


RULE = """
[[rule]]
id = "x"
of = "incident"
when = ["online"]
weight = "important"
mend = "details"
title = {da = "a", en = "a"}
why = {da = "a", en = "a"}
fix = {da = "a", en = "a"}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "x"', 'id = ""'),
        ('"online"', '"on_the_moon"'),
        ('["online"]', "[]"),
        ('mend = "details"', 'mend = "prayer"'),
        ('weight = "important"', "weight = 3"),
        ('why = {da = "a", en = "a"}', 'why = {da = "", en = "a"}'),
        ('mend = "details"', 'mend = "details"\nunless = ["online"]'),
        ('mend = "details"', 'mend = "details"\nmore = 1'),
        (RULE, RULE + RULE),
    ],
)
def test_a_table_that_is_not_understood_is_an_error(old: str, new: str) -> None:
    read_review_rules([RULE.encode()])
    assert old in RULE
    with pytest.raises(ReviewTableError):
        read_review_rules([RULE.replace(old, new, 1).encode()])


def test_a_program_without_rules_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReviewTableError):
        read_review(tmp_path)


def test_each_rule_that_is_mended_in_a_form_names_a_field_of_it_and_of_several_the_one_that_lacks() -> (
    None
):
    forms: dict[Mend, Written[Any]] = {Mend.DETAILS: INCIDENT, Mend.REPLY: OWN_REPLY}
    for rule in RULES.rules:
        form = forms.get(rule.mend)
        known = {field.name for field in form.fields} if form is not None else set()
        assert known.issuperset(rule.fields)
        assert bool(rule.fields) is (form is not None)
    case = Case()
    case.give(IncidentDraft(basis_description=Basis.SEEN, basis_sender=Basis.UNKNOWN), case.post)
    (found,) = (
        each
        for each in review_of(case.state(), RULES).weaknesses
        if each.rule.id == "statement_without_basis"
    )
    assert lacking_field(found, case.state()) == "basis_sender"
