"""The made-up year of tests/golden: its timeline, and each page of the case around the evidence."""

from __future__ import annotations

from app.timeline import NOBODY_TOLD, WantedIncidents
from app.ui import routes
from app.ui.answers.view import AnswersPage
from app.ui.contacts.view import ContactsPage
from app.ui.deadlines.view import DeadlinesPage
from app.ui.health.view import HealthPage
from app.ui.incidents.view import IncidentsPage
from app.ui.look_over.view import LookOverPage
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
        self.ways.go(routes.LookOver())
        self.page(LookOverPage)
        self.shoot("year-look-over")
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
        self.shoot("year-who-knows-not-told")

    def _requests(self) -> None:
        self.ways.go(routes.Answers())
        page = self.page(AnswersPage)
        self.shoot("year-requests")
        list(page.list.rows.values())[-1].click()
        self.shoot("year-requests-settled")
