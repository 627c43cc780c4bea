"""What consents name is offered unticked to their one recipient, and goes along in the report that it is ticked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.withdraw_consent import withdraw_consent
from app.actions.write_down import write_down, write_down_with_file
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import CONSENT, ConsentDraft
from app.casework.kinds.disclosed import DISCLOSED, DisclosedText
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.reaction import ReactionDraft
from app.ui import routes
from app.ui.report.model import Shared
from app.ui.report.view import ReportPage
from app.vocabulary import DisclosedForm, ExpenseKind, Intensity, ReactionKind, Role
from evidence_store import EntryId, ObjectBody
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import case_of

ABSENCE = "Absence from 2 November 2026 to 4 November 2026."


class Consented:
    """A report to the manager, who may read of an absence and of a reaction."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.case = case_of(bench.session)
        self.absence = self.write(
            AbsenceDraft(from_on="2026-11-02", to_on="2026-11-04", words="kanariefugl")
        )
        self.reaction = self.write(
            ReactionDraft(
                reactions=(ReactionKind.SLEEP,),
                intensity=Intensity.STRONG,
                started="2026-11-01T13:00:00.000Z",
            )
        )
        self.consent = self.write(
            ConsentDraft(recipient=Role.MANAGER, items=(self.absence, self.reaction))
        )
        bench.session.publish()

    def write(self, draft: AbsenceDraft | ReactionDraft | ConsentDraft) -> EntryId:
        return write_down(self.case, draft)

    def shown(self) -> Shared:
        return self.bench.page.shared

    def tick(self, at: int = 0, *, included: bool = True) -> None:
        self.bench.presenter.sharing.wish(self.shown().lines[at].key, included=included)

    def correct_absence(self) -> None:
        now = AbsenceDraft(from_on="2026-11-02", to_on="2026-11-06")
        write_down(self.case, now, corrects=self.absence)
        self.bench.session.publish()

    def pages(self) -> str:
        self.bench.page.pane.pages.clear()
        self.bench.build()
        return self.bench.text()


@pytest.fixture
def consented(bench: Bench) -> Consented:
    made = Consented(bench)
    bench.presenter.choose_recipient("manager")
    return made


def test_it_is_offered_unticked_with_the_words_of_the_report(consented: Consented) -> None:
    absence, reaction = consented.shown().lines
    assert (absence.text, absence.detail) == ("Absence · 2 November 2026", ABSENCE)
    assert reaction.text == "Reaction · 1 November 2026"
    assert not absence.checked
    assert not reaction.checked
    assert consented.shown().words == ()
    assert consented.shown().caution == ""
    assert ABSENCE not in consented.pages()


def test_what_is_ticked_stands_in_the_pages_and_is_sealed_directly_before_the_report(
    consented: Consented,
) -> None:
    consented.tick()
    assert [line.checked for line in consented.shown().lines] == [True, False]
    pages = consented.pages()
    assert "Health and absence, shared by the employee" in pages
    assert ABSENCE in pages
    assert "kanariefugl" not in pages
    assert not consented.case.state.of(DISCLOSED)  # looked at, and nothing more
    consented.bench.save()
    (shared,) = consented.case.state.of(DISCLOSED)
    (report,) = consented.case.state.of(DOSSIER)
    assert isinstance(shared.text, DisclosedText)
    assert shared.text.words == ABSENCE
    assert shared.entry.seq == report.entry.seq - 1


def test_a_manager_is_not_told_of_health_without_a_word_of_caution(consented: Consented) -> None:
    consented.tick()
    assert consented.shown().caution.startswith(
        "You are about to share health information with your manager. It is voluntary."
    )
    consented.pages()
    check = consented.bench.page.check
    assert check is not None
    assert [each.detail for each in check.leaves if "said yes" in each.words] == [
        "Absence from 2 November 2026 to 4 November 2026."
    ]
    consented.tick(included=False)
    assert consented.shown().caution == ""
    assert ABSENCE not in consented.pages()


def test_the_file_beside_it_goes_along_only_by_a_yes_and_a_tick_of_its_own(
    consented: Consented, tmp_path: Path
) -> None:
    sharing = consented.bench.presenter.sharing
    receipt = tmp_path / "kvittering.pdf"
    receipt.write_bytes(b"%PDF made up")
    spent = ExpenseDraft(form=ExpenseKind.PSYCHOLOGIST, amount=95000)
    expense = write_down_with_file(consented.case, spent, receipt)
    consented.write(ConsentDraft(recipient=Role.MANAGER, items=(expense,)))
    consented.bench.session.publish()
    at = next(n for n, line in enumerate(consented.shown().lines) if "Expense" in line.text)
    key = consented.shown().lines[at].key
    assert consented.shown().files == ()
    consented.tick(at)
    (line,) = consented.shown().files
    assert line.text == "The file too: kvittering.pdf"
    assert (line.checked, line.fixed, consented.shown().asks_file) == (False, True, True)

    sharing.wish_file(key, included=True)
    assert not consented.shown().files[0].checked  # no yes was said to the file
    sharing.say_yes_to_files()
    (line,) = consented.shown().files
    assert (line.checked, line.fixed, consented.shown().asks_file) == (False, False, False)
    sharing.wish_file(key, included=True)
    assert consented.shown().files[0].checked
    consented.bench.save()
    (shared,) = consented.case.state.of(DISCLOSED)
    assert shared.facts.form is DisclosedForm.AS_RECEIVED
    assert isinstance(shared.object, ObjectBody)


def test_own_words_stand_in_the_report_instead(consented: Consented) -> None:
    consented.tick()
    (words,) = consented.shown().words
    assert words.words == ABSENCE
    consented.bench.presenter.sharing.say(words.key, "Jeg var væk nogle dage.")
    assert consented.shown().lines[0].detail == "Jeg var væk nogle dage."
    pages = consented.pages()
    assert "Jeg var væk nogle dage." in pages
    assert ABSENCE not in pages
    consented.bench.presenter.sharing.say(words.key, "  ")
    assert ABSENCE in consented.pages()


def test_another_recipient_is_offered_nothing_and_comes_back_to_nothing_ticked(
    consented: Consented,
) -> None:
    consented.tick()
    consented.bench.presenter.choose_recipient("union_consultant")
    assert consented.shown().lines == ()
    assert consented.shown().may_offer
    consented.bench.presenter.choose_recipient("manager")
    assert not any(line.checked for line in consented.shown().lines)


def test_what_was_withdrawn_is_not_offered_any_more(consented: Consented) -> None:
    consented.tick()
    withdraw_consent(consented.case, consented.consent)
    consented.bench.session.publish()
    assert consented.shown().lines == ()
    assert ABSENCE not in consented.pages()
    consented.bench.save()
    assert not consented.case.state.of(DISCLOSED)


def test_what_was_corrected_goes_along_once_yes_was_said_again(consented: Consented) -> None:
    consented.tick()
    token = consented.shown().lines[0].key
    consented.correct_absence()
    line = consented.shown().lines[0]
    assert (line.checked, line.fixed) == (False, True)
    assert line.detail.startswith("Absence from 2 November 2026 to 6 November 2026.\nYou corrected")
    assert consented.shown().asks_again
    consented.tick()
    assert "Absence from" not in consented.pages()
    consented.bench.presenter.sharing.say_yes_again()
    line = consented.shown().lines[0]
    assert (line.key, line.checked, line.fixed) == (token, False, False)
    assert not consented.shown().asks_again
    assert len(consented.case.state.private_of(CONSENT)) == 1
    consented.tick()
    assert "Absence from 2 November 2026 to 6 November 2026." in consented.pages()


def test_what_two_consents_name_is_one_line_that_goes_along_by_the_one_that_holds(
    consented: Consented,
) -> None:
    consented.correct_absence()
    write_down(consented.case, ConsentDraft(recipient=Role.MANAGER, items=(consented.absence,)))
    consented.correct_absence()
    write_down(consented.case, ConsentDraft(items=(consented.absence,)), corrects=consented.consent)
    consented.bench.session.publish()
    lines = [line for line in consented.shown().lines if line.text.startswith("Absence")]
    assert [line.fixed for line in lines] == [False]
    consented.bench.presenter.sharing.wish(lines[0].key, included=True)
    assert "Absence from 2 November 2026 to 6 November 2026." in consented.pages()


@pytest.fixture
def page(consented: Consented, qtbot: QtBot, qapp: QApplication) -> Iterator[ReportPage]:
    consented.bench.house.apply_look(qapp)
    page = opened(qtbot, consented.bench.session, consented.bench.house)
    page.presenter.choose_recipient("manager")
    page.steps.chosen.emit("content")
    yield page
    page.leave()


def test_on_the_page_a_tick_brings_the_words_to_be_changed(page: ReportPage) -> None:
    card = page.content.shared
    assert card.heading.isVisible()
    assert not card.link.isVisible()
    assert not card.caution.isVisible()
    card.ticks.setFocus()
    card.ticks.setCurrentIndex(card.ticks.model().index(0, 0))
    QTest.keyClick(card.ticks, Qt.Key.Key_Space)
    assert card.caution.isVisible()
    ((key, area),) = card.areas.items()
    assert area.toPlainText() == ABSENCE
    area.setPlainText("Jeg var væk.")
    assert page.presenter.draft is not None
    assert [wish.words for wish in page.presenter.draft.shared] == ["Jeg var væk."]
    assert card.areas[key] is area


def test_without_a_consent_there_is_nothing_but_the_way_to_say_yes(
    bench: Bench, qtbot: QtBot, qapp: QApplication
) -> None:
    bench.house.apply_look(qapp)
    page = opened(qtbot, bench.session, bench.house)
    page.steps.chosen.emit("content")
    card = page.content.shared
    assert card.link.isVisible()
    assert not card.heading.isVisible()
    assert not card.card.isVisible()
    with qtbot.waitSignal(card.health_wanted):
        card.link.click()
    page.leave()


def test_the_way_to_say_yes_leads_to_health_and_the_report_waits(bench: Bench) -> None:
    assert bench.page.shared == Shared(may_offer=True)
    bench.presenter.sharing.open_health()
    assert bench.navigator.routes == [routes.Health()]
    assert bench.presenter.draft is not None
