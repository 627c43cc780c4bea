"""From the first run to the verified package, by pointer and keys, in the window as it is put together for real."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.casework import CaseState, Exhibit
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.picture import Pixels, crop, decode_own_png
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.exhibit.tools import Tool
from app.ui.first_run.view import FirstRunPage
from app.ui.overlay.view import OverlayWindow
from app.ui.routes import Route
from tests.e2e.package.verifiers import ask_py, load_verify_py
from tests.e2e.window.hands import Pulse, click, drag, drop, key, until, write

CORNER, OTHER = QPoint(100, 60), QPoint(459, 299)
MARK = (40, 30, 120, 80)
BOX = (150, 100, 260, 160)
MOST_CLICKS = 8  # the budget for a report and its package
LINK = "https://www.facebook.com/groups/eksempel/posts/1"
HANDLE = "Torben Eksempel"


def test_a_person_walks_from_the_first_run_to_the_verified_package(
    built: BuiltWindow, shown: Pixels, tmp_path: Path
) -> None:
    built.window.resize(1366, 728)
    walk = Walk(built, shown)
    walk.first_run(tmp_path / "Dokumenter")
    walk.capture()
    walk.describe()
    walk.mark_and_cover()
    package = walk.report(tmp_path / "ud")
    walk.verify(package)
    stalls = walk.pulse.stop()
    sys.stdout.write("\nlongest stalls of the window's thread (goal 100 ms):\n")
    sys.stdout.writelines(f"  {pause:5d} ms  {doing}\n" for pause, doing in stalls)

    answer = ask_py(load_verify_py(), package, walk.receipt)
    assert (answer.verdict, answer.matched, answer.findings) == ("CONSISTENT", True, frozenset())


class Walk:
    """One person at one window."""

    def __init__(self, built: BuiltWindow, shown: Pixels) -> None:
        self.built = built
        self.shown = shown
        self.pulse = Pulse()
        self.receipt = ""

    @property
    def state(self) -> CaseState:
        return self.built.session.state

    @property
    def exhibit(self) -> Exhibit:
        found = self.state.exhibit(1)
        assert found is not None
        return found

    def page(self, kind: type[Route]) -> Any:
        """A screen as the frame has built it."""
        until(
            lambda: isinstance(self.built.frame.navigation.current, kind),
            f"{kind.__name__} is in front",
        )
        return self.built.frame.navigation.page(kind)

    def stored(self, entry: Any) -> bytes:
        """The bytes of an object, read where the vault may be read."""
        read: list[bytes] = []
        vault = self.built.session.vault
        assert vault is not None

        def work() -> bytes:
            with vault.open_object(entry) as source:
                return source.read()

        self.built.tasks.store(work, read.append)
        until(lambda: read, "the object is read")
        return read[0]

    def first_run(self, documents: Path) -> None:
        self.pulse.now("first run")
        page: FirstRunPage = self.page(routes.FirstRun)
        click(page.next)
        assert Path(page.where.path.words()) == documents / "Bevismappe" / "min.bevismappe"
        click(page.next)
        phrase = page.passphrase.phrase.text()
        assert len(phrase.split()) == 6
        click(page.passphrase.written)
        self.pulse.now("making the vault")
        click(page.next)
        until(page.ready.isVisible, "the vault is made")
        self.pulse.now("the start page")
        click(page.next)
        self.page(routes.NextStep)
        self.pulse.now("the empty timeline")
        self.built.window.named_actions["timeline"].trigger()
        self.page(routes.Timeline)
        self.pulse.now("")
        vault = self.built.session.vault
        assert vault is not None
        assert vault.path == (documents / "Bevismappe" / "min.bevismappe").resolve()
        assert vault.accepts(phrase)
        assert not self.state.exhibits

    def capture(self) -> None:
        self.pulse.now("freezing the screen")
        click(self.button("Take screenshot"))
        until(overlays, "the overlay covers the screen")
        assert not self.built.window.isVisible()
        (overlay,) = overlays()
        self.pulse.now("dragging a field")
        drag(overlay, CORNER, OTHER)
        self.pulse.now("sealing")
        until(lambda: self.built.window.toasts.shown, "a toast tells that it is sealed")
        self.pulse.now("")
        assert "Exhibit 1" in self.built.window.toasts.shown[0].accessibleName()
        assert [each.number for each in self.state.exhibits] == [1]
        size = (OTHER.x() - CORNER.x() + 1, OTHER.y() - CORNER.y() + 1)
        expected = crop(self.shown, CORNER.x(), CORNER.y(), *size)
        assert decode_own_png(self.stored(self.exhibit.original)) == expected

    def describe(self) -> None:
        self.pulse.now("opening the form")
        (toast,) = self.built.window.toasts.shown
        click(
            next(
                each
                for each in toast.findChildren(QPushButton)
                if each.text() == "Add link and note"
            )
        )
        forms = self.page(routes.Write)
        self.pulse.now("writing in the form")
        write(forms.body.fields["url"], LINK)
        write(forms.body.fields["name"], HANDLE)
        key(forms.body.fields["name"], Qt.Key.Key_Tab)
        self.pulse.now("sealing the post")
        click(forms.save_button)
        until(lambda: self.state.of(INCIDENT), "the post is sealed")
        self.page(routes.Timeline)
        self.pulse.now("")
        incident = self.state.of(INCIDENT)[0].current
        assert (incident.facts.url, incident.facts.platform) == (LINK, "Facebook")
        assert incident.facts.exhibits == (self.exhibit.original,)
        assert getattr(incident.sender_name, "display_name", "") == HANDLE

    def mark_and_cover(self) -> None:
        self.pulse.now("opening the exhibit")
        self.built.context.navigator.go(routes.Exhibit(1))
        page = self.page(routes.Exhibit)
        click(page.picture.show_button)
        until(page.canvas.isVisible, "the picture is shown")
        self.pulse.now("marking")
        for tool, place in ((Tool.HIGHLIGHT, MARK), (Tool.REDACT, BOX)):
            click(page.tools.button(tool))
            left, top, right, bottom = place
            drag(
                page.canvas,
                page.canvas.mapFromScene(QPointF(left, top)),
                page.canvas.mapFromScene(QPointF(right, bottom)),
            )
        assert page.panel.model.rowCount() == 2
        if not page.panel.isVisible():
            click(page.bar.marks)
        write(page.panel.fields.reason.lineEdit(), "Barns navn")
        self.pulse.now("sealing the marks")
        click(page.bar.back)
        until(lambda: self.exhibit.copies, "the working copy is sealed")
        self.pulse.now("")
        sealed = self.exhibit.copies[-1]
        assert isinstance(sealed.redactions, WorkingCopyRedactions)
        assert [each.reason for each in sealed.redactions.redactions] == ["Barns navn"]
        copy = decode_own_png(self.stored(sealed.entry))
        middle = crop(copy, (BOX[0] + BOX[2]) // 2, (BOX[1] + BOX[3]) // 2, 1, 1)
        assert middle.rgb == bytes(3)

    def report(self, folder: Path) -> Path:
        folder.mkdir()
        clicks = 0

        def press(widget: QWidget) -> None:
            nonlocal clicks
            clicks += 1
            click(widget)

        self.pulse.now("opening the report wizard")
        press(self.button("Make report"))
        page = self.page(routes.Report)
        until(page.facts.text, "the report was built")
        self.pulse.now("the steps of the report wizard")
        for _ in range(4):
            press(page.primary)
        press(page.saving.package)
        # Only for this test: whoever keeps the folder that is offered writes nothing.
        write(page.saving.folder, str(folder))
        key(page.saving.folder, Qt.Key.Key_Return)
        self.pulse.now("saving the report")
        press(page.primary)
        sys.stdout.write(f"\nreport and package: {clicks} clicks from the timeline\n")
        assert clicks <= MOST_CLICKS
        until(lambda: page.presenter.finish.saved is not None, "the report is saved")
        self.pulse.now("")
        self.receipt = page.presenter.finish.saved.receipt
        assert len(self.state.of(DOSSIER)) == 1
        assert sorted(each.suffix for each in folder.iterdir()) == [".pdf", ".zip"]
        click(page.primary)
        self.page(routes.Timeline)
        return next(folder.glob("*.zip"))

    def verify(self, package: Path) -> None:
        self.pulse.now("verifying")
        self.built.window.named_actions["verify"].trigger()
        page = self.page(routes.Verify)
        drop(page.ways.drop, str(package))
        until(lambda: page.result is not None, "the package was checked")
        without = page.result
        assert without.word.text() == "Holds together, but is not confirmed from outside"
        write(page.result.code, self.receipt)
        click(page.result.compare)
        until(lambda: page.result not in {None, without}, "it was checked with the code")
        assert page.result.word.text().startswith("Unchanged")

    def button(self, words: str) -> QPushButton:
        """A button of the bar on top, by what it says."""
        return next(
            each
            for each in self.built.window.toolbar.findChildren(QPushButton)
            if each.accessibleName() == words
        )


def overlays() -> list[OverlayWindow]:
    """The windows that cover the screens."""
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, OverlayWindow) and each.isVisible()
    ]
