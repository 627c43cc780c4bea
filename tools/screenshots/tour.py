"""The ways through the program on which pictures are taken: by the same buttons and keys that a person has.

``Beginning`` starts with nothing and keeps a first post; ``Demonstration`` opens the demonstration's case.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.actions.cases import rename_case
from app.messages import Message
from app.ui import routes
from app.ui.cover.cover import Cover
from app.ui.cover.unlock import UnlockPage
from app.ui.exhibit.presenter import ExhibitLook
from app.ui.exhibit.view import ExhibitPage
from app.ui.first_run.view import FirstRunPage
from app.ui.forms.view import FormsPage
from app.ui.kit import TextArea, TextField
from app.ui.overlay.view import OverlayWindow
from app.ui.report.model import ReportStep
from app.ui.report.preview_pane import PreviewPane
from app.ui.report.view import ReportPage
from app.ui.timeline.row import EXHIBIT
from app.ui.timeline.view import TimelinePage
from app.ui.verify.view import VerifyPage
from evidence_store import EntryId
from tools.screenshots.camera import Camera, front_dialog, pause, until
from tools.screenshots.desk import Desk

Page = TypeVar("Page", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
# The post on the desktop: from its upper left to its lower right corner.
DRAG_FROM, DRAG_TO = QPoint(394, 158), QPoint(1046, 690)
LINK = "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120"
LONG_TITLE = "Arbejdsmiljørepræsentantens socialforvaltningskontaktoplysninger 2026"
LONG_NOTE = (
    "Sygedagpengeopfølgningsmedarbejderen og arbejdsmiljørepræsentanten har fået besked om "
    f"{LINK}?visning=kommentarer&sortering=nyeste"
)


class Tour:
    """One window and the hands on it."""

    def __init__(self, desk: Desk, camera_from: int) -> None:
        self.desk = desk
        self.built = desk.window()
        self.camera = Camera(self.built, desk.out, camera_from)
        self.ways = self.built.context.navigator
        self.acts = self.built.context.acts

    def original(self) -> EntryId:
        """Return the entry of the first exhibit."""
        return self.built.session.state.exhibits[0].original

    def shoot(self, name: str, *, ends: bool = True) -> None:
        """A picture of the window."""
        self.camera.rest_pointer()
        self.camera.shoot(name, ends=ends)

    def page(self, kind: type[Page]) -> Page:
        """A screen, once it is in front."""
        pages = self.built.window.pages

        def front() -> Page | None:
            page = pages.currentWidget()
            return page if isinstance(page, kind) else None

        return until(front, f"{kind.__name__} is in front")

    def button(self, message: str, below: QWidget | None = None) -> QPushButton:
        """A button by its words, as they are in English."""
        words = self.desk.language.text(message)
        found = [
            each
            for each in (below or self.built.window).findChildren(QPushButton)
            if each.isVisible() and each.accessibleName() == words
        ]
        if not found:
            raise LookupError(f"no button says “{words}”")
        return found[0]

    def press(self, message: str, below: QWidget | None = None) -> None:
        """Press a button and let the window get on."""
        self.button(message, below).click()
        self.camera.settle(f"what “{message}” began")

    def write(self, key: str, words: str) -> None:
        """Write into a field of the form in front."""
        body = self.page(FormsPage).body
        field = body.fields[key] if body is not None else None
        if isinstance(field, TextField):
            field.setText(words)
        elif isinstance(field, TextArea):
            field.setPlainText(words)
        else:
            raise TypeError(f"nothing is written in {key}")

    def close(self) -> None:
        """Close window and vault."""
        self.built.close()

    # -- what both ways pass by --------------------------------------------------------------------

    def hold_selection(self) -> OverlayWindow:
        """Freeze the screen and drag a field, with the button still held."""
        self.acts.take_screenshot()
        (overlay,) = until(_overlays, "the overlay covers the screen")
        QTest.mouseMove(overlay, DRAG_FROM)
        QTest.mousePress(overlay, LEFT, PLAIN, DRAG_FROM)
        for part in range(1, 9):
            QTest.mouseMove(overlay, DRAG_FROM + (DRAG_TO - DRAG_FROM) * part / 8)
            pause(20)
        return overlay

    def let_go(self, overlay: OverlayWindow) -> None:
        """Take the field, and wait for the toast."""
        QTest.mouseRelease(overlay, LEFT, PLAIN, DRAG_TO)
        until(lambda: self.built.window.toasts.shown, "a toast tells that it is sealed")
        self.camera.settle("the capture")

    def dialog(self, what: str) -> QWidget:
        """The dialog in front."""
        return until(lambda: front_dialog(self.built), f"{what} comes up")


class Beginning(Tour):
    """The first run, the first post, and the next steps on top of the timeline."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self._cards()
        self.shoot("timeline-empty")
        self._first_capture()
        self._next_steps()
        self._long_words()
        self.close()
        return self.camera.number

    def _cards(self) -> None:
        page = self.page(FirstRunPage)
        self.shoot("first-run-what")
        page.next.click()
        self.shoot("first-run-where")
        page.next.click()
        self.shoot("first-run-passphrase")
        page.next.click()
        page.passphrase.way.choose("own")
        self.shoot("first-run-own-words")
        page.passphrase.way.choose("made")
        page.passphrase.written.click()
        page.next.click()
        until(page.ready.isVisible, "the vault is made")
        self.shoot("first-run-ready")
        page.next.click()
        self.page(TimelinePage)

    def _first_capture(self) -> None:
        overlay = self.hold_selection()
        self.camera.shoot_alone("capture-selecting", overlay)
        self.let_go(overlay)
        self.shoot("capture-toast", ends=False)
        self.built.window.toasts.clear()

    def _next_steps(self) -> None:
        self.shoot("timeline-link")
        self.ways.go(routes.Write("incident", about=self.original()))
        forms = self.page(FormsPage)
        self.write("url", LINK)
        forms.save_button.click()
        self.page(TimelinePage)
        self.built.window.toasts.clear()
        self.shoot("timeline-tell")
        self.ways.go(routes.Write("notification"))
        forms = self.page(FormsPage)
        self.write("name", "Anne Eks")
        forms.save_button.click()
        self.page(TimelinePage)
        self.shoot("timeline-report")

    def _long_words(self) -> None:
        session = self.built.session

        def rename() -> None:
            if session.case is not None:
                rename_case(session.case, LONG_TITLE, "")

        self.built.tasks.store(rename, lambda _none: None)
        self.ways.go(routes.Write("note"))
        forms = self.page(FormsPage)
        self.write("text", LONG_NOTE)
        forms.save_button.click()
        self.page(TimelinePage)
        self.shoot("timeline-long-words")


class Demonstration(Tour):
    """Everything else, with the demonstration's case."""

    def walk(self) -> None:
        """Take the pictures."""
        self._unlock()
        self._timeline()
        self._exhibit()
        self._forms()
        self._files()
        self._report()
        self._verify()
        self._rest()
        self.close()

    def _unlock(self) -> None:
        page = self.page(UnlockPage)
        self.shoot("closed")
        page.field.line.setText(self.desk.passphrase)
        page.open_button.click()
        self.page(TimelinePage)

    def _timeline(self) -> None:
        page = self.page(TimelinePage)
        self.camera.settle("the timeline")
        self.shoot("timeline")
        rows = page.model.timeline.rows
        exhibits = [place for place, row in enumerate(rows) if row.kind is EXHIBIT]
        page.list.choose(exhibits[-1])
        page.list.scrollTo(page.model.index(exhibits[0]))
        self.shoot("timeline-exhibit")
        self.press("Show picture", page.pane)
        self.shoot("timeline-picture")
        self.built.window.search.setText("Torben")
        self.shoot("timeline-found")
        self.built.window.search.clear()
        self.camera.settle("the search")

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
        menu, button = page.panel.add.menu(), page.panel.add
        corner = button.mapTo(self.built.window, button.rect().bottomLeft())
        menu.popup(self.built.window.mapToGlobal(corner))
        self.camera.shoot_at("exhibit-add-menu", menu, corner)
        menu.close()

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
            self._until_drawn(page.pane)
            self.shoot(f"report-{step.value}")
        page.pane.turn(3)
        self._until_drawn(page.pane)
        self.shoot("report-page", ends=False)
        page.presenter.go_on()
        until(lambda: page.presenter.finish.saved, "the report is saved")
        self.shoot("report-saved")
        self.ways.go(routes.Report("union_consultant"))
        self._until_drawn(page.pane)
        self.shoot("report-union")

    def _until_drawn(self, pane: PreviewPane) -> None:
        """Until the newest report is there and its page is drawn."""
        self.camera.settle("the preview")
        until(lambda: pane.stack.currentWidget() is pane.area, "there are pages to be seen")
        until(lambda: not pane.state.text(), "nothing newer is on its way")
        self.camera.settle("the page")

    def _verify(self) -> None:
        self.ways.go(routes.Verify())
        page = self.page(VerifyPage)
        self.shoot("verify")
        self.ways.go(routes.Verify(self.desk.package))
        until(lambda: page.result, "the package is checked")
        self.shoot("verified")
        broken = self.desk.documents / "ændret.zip"
        whole = bytearray(self.desk.package.read_bytes())
        whole[len(whole) // 2] ^= 1
        broken.write_bytes(whole)
        before = page.result
        self.ways.go(routes.Verify(broken))
        until(lambda: page.result is not before and page.result, "the package is checked")
        self.shoot("verified-changed")

    def _rest(self) -> None:
        self.ways.go(routes.Settings())
        self.shoot("settings")
        self.built.window.named_actions["help"].trigger()
        self.shoot("help")
        self.ways.go(routes.Timeline())
        sentence = self.desk.language.text(
            "Something went wrong that we had not foreseen ({kind}). "
            "What was saved and locked before is still there. Try again, or open the program anew.",
            kind="ValueError",
        )
        self.acts.show_error(Message("unforeseen", sentence, 70), "ValueError")
        dialog = self.dialog("the error")
        self.camera.shoot_over("error", dialog)
        dialog.close()
        self.acts.hide_now()
        self.shoot("hidden")
        cover = self.built.frame.acts.cover
        if isinstance(cover, Cover):
            cover.presenter.lock_now()
            cover.presenter.reveal()
            cover.presenter.try_passphrase("forkert")
        self.shoot("hidden-asking")


def _overlays() -> list[OverlayWindow]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, OverlayWindow) and each.isVisible()
    ]
