"""What goes from hand to hand: a witness, a signed report with its stick, prints, a colleague's exhibits, the end."""

from __future__ import annotations

import zipfile

import pypdfium2

from app.ui import routes
from app.ui.case_end.view import CaseEndPage
from app.ui.erasing.view import ErasingPage
from app.ui.forms.view import FormsPage
from app.ui.phone_envelope.view import EnvelopePage
from app.ui.preferences.view import PreferencesPage
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.timeline.view import TimelinePage
from app.ui.verify.view import VerifyPage
from app.ui.witness.view import WitnessPage
from tests.fakes.key_files import (
    PASSWORD,
    authority,
    certificate_of,
    elliptic,
    key_file,
)
from tools.screenshots.camera import until
from tools.screenshots.desk import ROOT
from tools.screenshots.sources import Sources

_SAMPLE = ROOT / "tests" / "data" / "package-v2" / "bevismappe-sample.zip"
_REPORT, _SCAN_SCALE, _SCANNED = "data/dossier.pdf", 2.8, (1, 2, 3)
_KEY, _ISSUING = elliptic(), elliptic(number=815)
_AUTHORITY_NAME = "Tidsstempler fra Nordby Kommunes it-afdeling"


class Handing(Sources):
    """With the demonstration's vault open; what is done here stays in it."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.unlock()
        self._witness()
        self._sources()
        self._film()
        self._report()
        self._print()
        self._take_over()
        self._stamps()
        self._envelope()
        self._erased()
        self._end()
        self.close()
        return self.camera.number

    def _witness(self) -> None:
        self.ways.go(routes.Witness(self.original()))
        page = self.page(WitnessPage)
        until(page.code.text, "the code of the exhibit is known")
        self.shoot("witness")
        page.sign_button.click()
        self.camera.settle("the complaint")
        self.shoot("witness-refused", ends=False)
        page.name.setText("Kollega Eks")
        page.sign_button.click()
        until(page.copy_button.isVisible, "it is signed")
        self.shoot("witness-signed")
        self.built.window.toasts.clear()

    def _report(self) -> None:
        """The last step: in parts for mail, signed by a key of one's own, with a folder for a stick."""
        self.ways.go(routes.Report("manager"))
        page = self.page(ReportPage)
        page.presenter.go_to(ReportStep.SAVE)
        self.until_drawn(page.pane)
        saving = page.saving
        saving.package.setChecked(True)
        saving.signed.setChecked(True)
        self.shoot("report-signed-by-vault")
        saving.key.kind.choose("own")
        file = self.desk.documents / "min nøgle.p12"
        file.write_bytes(key_file(_KEY, certificate_of(_KEY, _ISSUING), (authority(_ISSUING),)))
        saving.key.file.setText(str(file))
        saving.key.password.line.setText("forkert")
        saving.key.open_key.click()
        self.camera.settle("the key that is refused")
        self.shoot("report-key-refused")
        saving.key.password.line.setText(PASSWORD)
        saving.key.open_key.click()
        until(page.primary.isEnabled, "the key is opened")
        self.shoot("report-key-opened")
        page.primary.click()
        until(lambda: page.presenter.finish.saved, "the report is saved")
        until(saving.stick.isVisible, "a stick is offered")
        saving.stick.make.click()
        until(saving.stick.told.text, "the folder for a stick is made")
        self.shoot("report-stick")
        page.presenter.go_on()
        self.ways.go(routes.Report("own_copy"))
        self.page(ReportPage).presenter.go_to(ReportStep.SAVE)
        self.until_drawn(page.pane)
        self.shoot("report-private-copy")

    def _print(self) -> None:
        """The first pages of the manager's report as scans: the first has no code, that of an exhibit has one."""
        with zipfile.ZipFile(self.desk.package) as package:
            report = next(name for name in package.namelist() if name.endswith(_REPORT))
            document = pypdfium2.PdfDocument(package.read(report))
        scans = [self.desk.documents / f"scannet side {number}.png" for number in _SCANNED]
        for number, scan in zip(_SCANNED, scans, strict=True):
            document[number - 1].render(scale=_SCAN_SCALE).to_pil().save(scan)
        document.close()
        self.ways.go(routes.Verify())
        page = self.page(VerifyPage)
        page.ways.scans.dropped.emit(scans)
        until(lambda: page.result, "the print is compared")
        self.shoot("verified-print")
        if page.result is not None:
            page.result.other.click()

    def _take_over(self) -> None:
        """A colleague's package; its exhibits become those of this case."""
        self.ways.go(routes.Verify(_SAMPLE))
        page = self.page(VerifyPage)
        result = until(lambda: page.result, "the package is checked")
        self.shoot("take-over")
        result.take_over.click()
        timeline = self.page(TimelinePage)
        self.shoot("taken-over", ends=False)
        self.built.window.toasts.clear()
        self.open_pane(timeline)
        self.shoot("taken-over-pane")
        if timeline.pane.back.isVisible():
            timeline.pane.back.click()

    def _stamps(self) -> None:
        self.ways.go(routes.Settings())
        page = self.page(PreferencesPage)
        rows = page.rows
        last = rows.rows["stamp_root"]
        self.camera.settle("the settings")
        rows.page.area.ensureWidgetVisible(last)
        self.shoot("settings-stamps", ends=False)
        rows.stamps.name.setText(_AUTHORITY_NAME)
        rows.stamps.address.setText("http://tid.eksempel.invalid/tsa")
        root = self.desk.documents / "rod.pem"
        root.write_text("intet certifikat", encoding="utf-8")
        page.stamps.add(root)
        self.camera.settle("the certificate that is refused")
        rows.page.area.ensureWidgetVisible(last)
        self.shoot("settings-stamps-refused", ends=False)
        rows.search.setText("tidsstempel" if self.desk.language.code == "da" else "timestamp")
        self.shoot("settings-found", ends=False)
        rows.search.clear()

    def _envelope(self) -> None:
        self.ways.go(routes.PhoneEnvelope())
        page = self.page(EnvelopePage)
        until(lambda: bool(page.presenter.shown.ending), "the key is known")
        page.presenter.choose_address("http://")
        self.shoot("envelope-refused", ends=False)
        page.presenter.choose_address("https://kuvert.nordby-kommune.example/telefon/")
        self.shoot("envelope-code")
        page.presenter.choose_address("")

    def _erased(self) -> None:
        """The page before, with a word typed, and after."""
        self.ways.go(routes.Erase(self.built.session.state.exhibits[-1].original))
        page = self.page(ErasingPage)
        page.reason.setText("Billedet hører ikke til sagen")
        page.word.setText(page.presenter.shown.word)
        self.shoot("erase-word")
        page.erase.click()
        until(page.back.isVisible, "it is erased")
        self.shoot("erased")

    def _end(self) -> None:
        """The copy elsewhere, tried; then the case is over."""
        stick = self.desk.home / "stik"
        stick.mkdir()
        self.ways.go(routes.CaseEnd())
        page = self.page(CaseEndPage)
        self.shoot("case-end")
        page.presenter.choose(stick)
        until(page.whole.isVisible, "a place is chosen")
        self.camera.settle("the copy")
        page.tries.click()
        self.camera.settle("the trial")
        self.shoot("case-end-tried")
        page.key.line.setText("AGE-SECRET-KEY-1")
        page.tries.click()
        self.camera.settle("the trial with a wrong key")
        self.shoot("case-end-refused", ends=False)
        page.close_case.click()
        forms = self.page(FormsPage)
        self.write("how", "Opslaget er slettet, og sagen er afsluttet hos lederen.")
        self.shoot("form-case-end")
        forms.save_button.click()
        self.camera.settle("the end of the case")
        self.built.window.toasts.clear()
        self.ways.go(routes.CaseEnd())
        self.page(CaseEndPage)
        self.shoot("case-end-over")
        self.ways.go(routes.NextStep())
        self.shoot("next-case-over")
