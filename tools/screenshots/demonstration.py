"""The demonstration's case: timeline, editor, forms, reports, checks."""

from __future__ import annotations

from PySide6.QtCore import QSize

from app.timeline import EXHIBIT, Filter, Group
from app.ui import routes
from app.ui.cover.unlock import UnlockPage
from app.ui.exhibit.view import ExhibitPage
from app.ui.exhibit.view_protocol import ExhibitLook
from app.ui.forms.view import FormsPage
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.timeline.view import TimelinePage
from app.ui.verify.view import VerifyPage
from tools.screenshots.camera import pause, until
from tools.screenshots.tour import LONG_NOTE, Tour

NARROW = QSize(640, 700)


class Demonstration(Tour):
    """From the closed vault to the package that is checked."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.page(UnlockPage)
        self.shoot("closed")
        self.unlock()
        self._timeline()
        self._exhibit()
        self._forms()
        self._files()
        self._report()
        self._verify()
        self.close()
        return self.camera.number

    def _timeline(self) -> None:
        page = self.page(TimelinePage)
        self.shoot("timeline")
        self.shoot_menu("timeline-filters", page.bar.filters, page.bar.filter_button)
        self.shoot_menu("timeline-view", page.bar.views, page.bar.view_button)
        page.bar.wanted.emit(Filter(group=Group.MESSAGES))
        self.shoot("timeline-filtered")
        page.bar.wanted.emit(Filter())
        rows = page.model.timeline.rows
        exhibits = [place for place, row in enumerate(rows) if row.kind is EXHIBIT]
        page.list.choose(exhibits[-1])
        page.list.scrollTo(page.model.index(exhibits[0]))
        self.open_pane(page)
        self.shoot("timeline-exhibit")
        self.press("Show picture", page.pane)
        self.shoot("timeline-picture")
        self.built.window.search.setText("Torben")
        self.shoot("timeline-found")
        self.built.window.search.setText("findes ikke")
        self.shoot("timeline-nothing-found")
        self.built.window.search.clear()
        self.camera.settle("the search")
        self._narrow(page, exhibits[-1])

    def _narrow(self, page: TimelinePage, row: int) -> None:
        """The narrowest window: the pane lies over the list."""
        window = self.built.window
        before = window.size()
        window.resize(NARROW)
        self.shoot("narrow-list", ends=False)
        page.list.choose(row)
        page.list.clicked.emit(page.model.index(row))
        until(page.pane.isVisible, "the pane lies over the list")
        self.shoot("narrow-pane", ends=False)
        page.pane.back.click()
        window.resize(before)
        self.camera.settle("the window as it was")

    def _exhibit(self) -> None:
        self.ways.go(routes.Exhibit(1))
        page = self.page(ExhibitPage)
        self.shoot("exhibit-covered")
        self.press("Show picture", page)
        self.shoot("exhibit-marked")
        page.presenter.choose_look(ExhibitLook.ORIGINAL)
        self.shoot("exhibit-original", ends=False)
        page.presenter.choose_look(ExhibitLook.RECIPIENT)
        self.shoot("exhibit-recipient", ends=False)
        page.presenter.choose_look(ExhibitLook.MARKED)
        page.panel.list.setCurrentIndex(page.panel.model.index(0))
        self.shoot("exhibit-mark-selected")
        self.shoot_menu("exhibit-add-menu", page.panel.add.menu(), page.panel.add)

    def _forms(self) -> None:
        self.ways.go(routes.Write("incident", about=self.original()))
        page = self.page(FormsPage)
        self.shoot("form-post")
        self.write("published", "i går")
        page.save_button.click()
        self.shoot("form-complaint", ends=False)
        self.write("published", "")
        self.ways.go(routes.Write("note"))
        self.write("text", LONG_NOTE)
        self.shoot("form-note")
        self.ways.go(routes.Write("notification"))
        self.shoot("form-message")
        self.ways.go(routes.Write("request"))
        self.write("what", "Et møde om retningslinjer, og at en anden tager næste samtale")
        self.shoot("form-request")
        self.ways.go(routes.Write("contact"))
        self.shoot("form-contact")

    def _files(self) -> None:
        self.ways.go(routes.Timeline())
        empty = self.desk.documents / "skærmbillede fra Mettes telefon.png"
        empty.touch()
        self.acts.add_files([empty, self.desk.documents / "findes ikke.pdf"])
        dialog = self.dialog("what was refused")
        self.camera.shoot_over("files-refused", dialog)
        dialog.close()
        self.built.frame.window.named_actions["new_case"].trigger()
        dialog = self.dialog("the new case's title")
        self.camera.shoot_over("new-case", dialog)
        dialog.close()

    def _report(self) -> None:
        self.ways.go(routes.Report("manager"))
        page = self.page(ReportPage)
        pause(60)
        self.camera.shoot_alone("report-building", self.built.window)
        for step in ReportStep:
            page.presenter.go_to(step)
            self.until_drawn(page.pane)
            self.shoot(f"report-{step.value}")
        page.pane.turn(3)
        page.halves.show_page()  # where the window is narrow, it stands behind the choices
        self.until_drawn(page.pane)
        self.shoot("report-page", ends=False)
        page.halves.show_choices()
        page.presenter.go_on()
        until(lambda: page.presenter.finish.saved, "the report is saved")
        self.shoot("report-saved")
        self.ways.go(routes.Report("union_consultant"))
        self.until_drawn(page.pane)
        self.shoot("report-union")

    def _verify(self) -> None:
        self.ways.go(routes.Verify())
        page = self.page(VerifyPage)
        self.shoot("verify")
        self.ways.go(routes.Verify(self.desk.package))
        result = until(lambda: page.result, "the package is checked")
        self.shoot("verified")
        result.all_checks.click()
        self.shoot("verified-all-checks")
        broken = self.desk.documents / "ændret.zip"
        whole = bytearray(self.desk.package.read_bytes())
        whole[len(whole) // 2] ^= 1
        broken.write_bytes(whole)
        before = page.result
        self.ways.go(routes.Verify(broken))
        until(lambda: page.result is not before and page.result, "the package is checked")
        self.shoot("verified-changed")
