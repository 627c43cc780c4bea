"""The made-up year of tests/golden: its timeline, and each page of the case around the evidence."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down, write_down_with_file
from app.casework.kinds.absence import ABSENCE, AbsenceDraft
from app.casework.kinds.consent import ConsentDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.reaction import REACTION
from app.casework.kinds.support_offer import SUPPORT_OFFER
from app.timeline import NOBODY_TOLD, WantedIncidents
from app.ui import routes
from app.ui.answers.view import AnswersPage
from app.ui.case_end.view import CaseEndPage
from app.ui.contacts.view import ContactsPage
from app.ui.deadlines.view import DeadlinesPage
from app.ui.erasing.view import ErasingPage
from app.ui.health.view import HealthPage
from app.ui.incidents.view import IncidentsPage
from app.ui.look_over.view import LookOverPage
from app.ui.pattern.view import PatternPage
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.timeline.view import TimelinePage
from app.vocabulary import ExpenseKind, Role
from evidence_store import Vault
from tests.fakes.clock import FakeClock
from tests.golden.building import BEGINS, Building
from tools.screenshots.desk import Desk
from tools.screenshots.tour import Tour


class Year(Tour):
    """With a vault of forty exhibits open."""

    def __init__(self, desk: Desk, camera_from: int) -> None:
        """Seal the year, and start with it."""
        vault = desk.documents / "aar.bevismappe"
        with Vault.create(vault, desk.passphrase, heads=desk.heads) as made:
            Building(made, FakeClock(BEGINS)).all()
        desk.settings.remember_vault(vault)
        super().__init__(desk, camera_from)

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.unlock()
        self.shoot("year-timeline")
        self.ways.go(routes.Deadlines())
        page = self.page(DeadlinesPage)
        self.shoot("year-deadlines")
        if page.first is not None:
            page.first.why.ask.click()
            self.shoot("year-deadlines-why")
        self.ways.go(routes.Health())
        health = self.page(HealthPage)
        self.shoot("year-health-covered")
        self.press("Show what you noted", health)
        self.shoot("year-health")
        self._incidents()
        self._people()
        self._requests()
        self._report()
        self._support()
        self.ways.go(routes.LookOver())
        self.page(LookOverPage)
        self.shoot("year-look-over")
        self.ways.go(routes.Pattern())
        self.page(PatternPage)
        self.shoot("year-pattern")
        self.ways.go(routes.CaseEnd())
        self.page(CaseEndPage)
        self.shoot("year-case-end")
        self.ways.go(routes.Erase(self.original()))
        self.page(ErasingPage)
        self.shoot("year-erase")
        self.ways.go(routes.EraseCase())
        self.page(ErasingPage)
        self.shoot("year-erase-case")
        self.close()
        return self.camera.number

    def _incidents(self) -> None:
        self.ways.go(routes.Incidents())
        page = self.page(IncidentsPage)
        self.shoot("year-incidents")
        page.presenter.want(WantedIncidents(told=NOBODY_TOLD))
        self.shoot("year-incidents-filtered")
        page.filters.everything.click()

    def _people(self) -> None:
        self.ways.go(routes.Contacts())
        page = self.page(ContactsPage)
        self.shoot("year-who-knows")
        list(page.rows.values())[-1].click()
        self.shoot("year-who-knows-another")

    def _report(self) -> None:
        """What is shared by consent: nothing yet, then two things, one of them ticked, then corrected."""
        self.ways.go(routes.Report("manager"))
        page = self.page(ReportPage)
        page.presenter.go_to(ReportStep.CONTENT)
        self._shoot_shared(page, "year-report-nothing-shared")
        case = self.built.session.case
        if case is None:
            raise LookupError("no case is open")
        absence = case.state.private_of(ABSENCE)[0].id
        reaction = case.state.private_of(REACTION)[0].id
        write_down(case, ConsentDraft(recipient=Role.MANAGER, items=(absence, reaction)))
        self.built.session.publish()
        self._shoot_shared(page, "year-report-may-be-shared")
        page.presenter.sharing.wish(page.content.shared.ticks.lines.key(0), included=True)
        self._shoot_shared(page, "year-report-shared")
        self._with_file(page, case)
        write_down(case, AbsenceDraft(percent=50), corrects=absence)
        self.built.session.publish()
        self._shoot_shared(page, "year-report-asks-again")

    def _with_file(self, page: ReportPage, case: OpenCase) -> None:
        """An expense whose receipt may go along: first without a yes to the file, then ticked."""
        receipt = self.desk.documents / "kvittering fra psykolog.pdf"
        receipt.write_bytes(b"%PDF made up")
        spent = ExpenseDraft(form=ExpenseKind.PSYCHOLOGIST, amount=95000)
        expense = write_down_with_file(case, spent, receipt)
        write_down(case, ConsentDraft(recipient=Role.MANAGER, items=(expense,)))
        self.built.session.publish()
        sharing, ticks = page.presenter.sharing, page.content.shared.ticks.lines
        key = ticks.key(ticks.rowCount() - 1)
        sharing.wish(key, included=True)
        self._shoot_shared(page, "year-report-file-asked")
        sharing.say_yes_to_files()
        self.camera.settle("the yes")
        sharing.wish_file(key, included=True)
        self._shoot_shared(page, "year-report-file-shared")
        sharing.wish(key, included=False)

    def _support(self) -> None:
        """Support that was offered, and what is asked before it is shared."""
        case = self.built.session.case
        if case is None:
            raise LookupError("no case is open")
        offer = case.state.private_of(SUPPORT_OFFER)[0].id
        self.ways.go(routes.Timeline(show=(offer,)))
        self.open_pane(self.page(TimelinePage))
        self.shoot("year-support-offer")
        self.press("Share it …")
        dialog = self.dialog("what is shared of it")
        self.camera.shoot_over("year-support-share", dialog)
        dialog.close()

    def _shoot_shared(self, page: ReportPage, name: str) -> None:
        self.until_drawn(page.pane)
        card = page.content.shared
        area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(card))
        ground = area.widget()
        if ground is not None:
            area.verticalScrollBar().setValue(card.mapTo(ground, card.rect().topLeft()).y())
        self.shoot(name, ends=False)

    def _requests(self) -> None:
        self.ways.go(routes.Answers())
        page = self.page(AnswersPage)
        self.shoot("year-requests")
        list(page.list.rows.values())[-1].click()
        self.shoot("year-requests-settled")
