"""One next step at a time, decided from the case alone."""

from __future__ import annotations

from app.casework.kinds.dossier import DossierFacts
from app.casework.kinds.hidden import Hidden
from app.timeline import link_of
from app.ui.timeline.next_step import NextStep, StepKind, next_step
from app.vocabulary import Role
from tests.fakes.ledger import FakeLedger
from tests.ui.timeline.case import capture, full_case, post, told


def test_first_a_picture() -> None:
    ledger = FakeLedger()

    assert next_step(ledger.state()) == NextStep(StepKind.CAPTURE)

    ledger.add(Hidden(target=capture(ledger)))
    assert next_step(ledger.state()) == NextStep(StepKind.CAPTURE)


def test_then_the_facts_of_the_newest_picture_without_any() -> None:
    ledger = FakeLedger()
    first = capture(ledger)
    capture(ledger)
    post(ledger, first)

    assert next_step(ledger.state()) == NextStep(StepKind.DESCRIBE, 2)


def test_the_whole_screen_needs_no_facts_of_its_own() -> None:
    ledger = FakeLedger()
    post(ledger, capture(ledger))
    capture(ledger, context=True)

    assert next_step(ledger.state()) == NextStep(StepKind.TELL)


def test_a_hidden_post_describes_nothing() -> None:
    ledger = FakeLedger()
    ledger.add(Hidden(target=post(ledger, capture(ledger))))

    assert next_step(ledger.state()) == NextStep(StepKind.DESCRIBE, 1)


def test_then_the_manager_and_nobody_else() -> None:
    ledger = FakeLedger()
    post(ledger, capture(ledger))
    told(ledger, Role.COLLEAGUE)

    assert next_step(ledger.state()) == NextStep(StepKind.TELL)


def test_then_the_report_for_the_manager() -> None:
    ledger = FakeLedger()
    exhibit = capture(ledger)
    post(ledger, exhibit)
    told(ledger)
    ledger.add(DossierFacts(head=exhibit, recipient="union_consultant"))

    assert next_step(ledger.state()) == NextStep(StepKind.REPORT)


def test_then_nothing_more() -> None:
    ledger = FakeLedger()
    exhibit = capture(ledger)
    post(ledger, exhibit)
    told(ledger)
    ledger.add(DossierFacts(head=exhibit, recipient="manager"))

    assert next_step(ledger.state()) is None


def test_the_link_of_the_post_goes_before_that_of_the_capture() -> None:
    state = full_case()
    assert link_of(state, state.exhibits[0]) == "https://nabolaget.example/88120"

    ledger = FakeLedger()
    capture(ledger, url="https://nabolaget.example/1")
    state = ledger.state()
    assert link_of(state, state.exhibits[0]) == "https://nabolaget.example/1"
