"""The page of health as one meets it: what was noted, what follows from it, and who may read of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.disclose import Share as Sharing
from app.actions.disclose import disclose, plan_disclosed
from app.actions.write_down import write_down
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import CONSENT, ConsentDraft
from app.casework.kinds.dossier import DossierFacts
from app.casework.kinds.reaction import ReactionDraft
from app.dossier import load_policy
from app.ui.health import build
from app.ui.health.presenter import KINDS
from app.ui.health.view import HealthPage
from app.ui.kit import style_window
from app.ui.routes import Health, Write
from app.vocabulary import Role
from evidence_store import EntryId
from tests.worlds import RESOURCES, Desk


def opened(desk: Desk, qtbot: QtBot, qapp: QApplication) -> HealthPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Health())
    return page


@pytest.fixture
def page(desk: Desk, noted: dict[str, EntryId], qtbot: QtBot, qapp: QApplication) -> HealthPage:
    assert noted
    return opened(desk, qtbot, qapp)


def words(widget: QWidget) -> str:
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def test_an_empty_page_offers_every_form_and_says_that_it_is_for_the_person_alone(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    page = opened(desk, qtbot, qapp)
    assert page.lead.text() == "Only for you. This stands in a report only if you say yes."
    assert page.empty.isVisible()
    assert not page.consent_button.isVisible()
    for kind in KINDS:
        button = page.buttons[kind.tag]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert desk.navigator.routes == [Write(kind.tag) for kind in KINDS]


def test_what_was_noted_stands_newest_first_and_leads_to_its_correction(
    page: HealthPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    assert [row.title for row in page.presenter.shown.noted] == [
        "Reaction",
        "The workplace reported it (EASY)",
        "Expense: DKK 123.45",
        "Absence",
    ]
    row = page.rows[f"p{noted['absence'].seq}"]
    assert "2 Nov 2026 – 4 Nov 2026" in words(row)
    row.correct.setFocus()
    QTest.keyClick(row.correct, Qt.Key.Key_Space)
    assert desk.navigator.routes == [Write("absence", corrects=noted["absence"])]
    assert "Absence" in row.correct.accessibleName()


def test_what_follows_from_it_is_counted(page: HealthPage) -> None:
    facts = {each.label: (each.value, each.more) for each in page.presenter.shown.facts}
    assert facts["Days of absence"] == (
        "3 days",
        "1.5 whole days together · first day 2 November 2026",
    )
    assert facts["Expenses"] == ("DKK 123.45", "Paid back: DKK 23.45")
    value, more = facts["First reaction"]
    assert value == "after 3 hours"
    assert more.endswith("Within five days.")


def test_a_reaction_after_five_days_says_what_that_may_be(
    page: HealthPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    late = ReactionDraft(started="2026-11-25T11:00:00.000Z")
    write_down(desk.case, late, corrects=noted["reaction"])
    desk.session.publish()
    (first,) = [each for each in page.presenter.shown.facts if each.label == "First reaction"]
    assert "occupational disease" in first.more


def test_the_stages_of_the_work_injury_say_what_is_noted_and_what_is_not(page: HealthPage) -> None:
    assert [(each.label, each.value, each.noted) for each in page.presenter.shown.stages] == [
        ("The manager was told", "1 November 2026", True),
        ("Registered internally", "not noted", False),
        ("Reported as a work injury", "12 November 2026", True),
        ("Receipt came", "14 November 2026", True),
        ("Medical certificate", "not noted", False),
        ("Decision", "not noted", False),
    ]


def test_it_stands_covered_where_small_pictures_do_and_is_covered_again_next_time(
    desk: Desk, noted: dict[str, EntryId], qtbot: QtBot, qapp: QApplication
) -> None:
    assert noted
    desk.context.settings.choose_blur(blurred=True)
    page = opened(desk, qtbot, qapp)
    assert page.cover is not None
    assert "Absence" not in words(page)
    page.cover.button.click()
    qtbot.waitUntil(lambda: "Absence" in words(page))
    page.open(Health())
    assert page.cover is not None
    assert "Absence" not in words(page)


def test_a_consent_is_withdrawn_by_one_key_and_says_what_was_handed_over(
    page: HealthPage, desk: Desk, noted: dict[str, EntryId]
) -> None:
    page.consent_button.click()
    assert desk.navigator.routes == [Write("consent")]
    consent = write_down(desk.case, ConsentDraft(recipient=Role.MANAGER, items=(noted["absence"],)))
    policy = load_policy(RESOURCES / "recipients", "manager")
    state, language = desk.case.state, desk.context.language
    disclose(desk.case, plan_disclosed(state, policy, [Sharing(noted["absence"])], language))
    head = desk.case.vault.head(desk.case.chains.evidence).id
    desk.case.seal({"facts": DossierFacts(head=head, recipient="manager")})
    desk.session.publish()
    row = page.readers[f"p{consent.seq}"]
    assert "Manager" in words(row)
    assert "Absence" in words(row)
    assert "Handed over: Manager" in words(row)
    assert row.withdraw is not None
    row.withdraw.setFocus()
    QTest.keyClick(row.withdraw, Qt.Key.Key_Space)
    (stands,) = desk.session.state.private_of(CONSENT)
    assert stands.current.facts.withdrawn_at
    row = page.readers[f"p{consent.seq}"]
    assert row.withdraw is None
    assert "This was handed over before. It cannot be taken back." in words(row)
    assert "Withdrawn" in words(row)
    assert desk.acts.toasts[-1].text == "This was handed over before. It cannot be taken back."


def test_absence_with_another_cause_counts_for_nothing(page: HealthPage, desk: Desk) -> None:
    from app.vocabulary import YesNo

    other = AbsenceDraft(from_on="2026-11-16", to_on="2026-11-17", because=YesNo.NO)
    write_down(desk.case, other)
    desk.session.publish()
    facts = {each.label: each.value for each in page.presenter.shown.facts}
    assert facts["Days of absence"] == "3 days"
