"""One window, and the hands on it: by the same buttons and keys that a person has."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from app.ui import routes
from app.ui.cover.unlock import UnlockPage
from app.ui.forms.view import FormsPage
from app.ui.kit import TextArea, TextField
from app.ui.next_step.view import NextStepPage
from app.ui.overlay.view import OverlayWindow
from app.ui.report.preview_pane import PreviewPane
from app.ui.timeline.view import TimelinePage
from evidence_store import EntryId
from tools.screenshots.camera import Camera, front_dialog, pause, until
from tools.screenshots.desk import Desk

Page = TypeVar("Page", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
# The post on the desktop: from its upper left to its lower right corner.
DRAG_FROM, DRAG_TO = QPoint(394, 158), QPoint(1046, 690)
LINK = "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120"
LONG_NOTE = (
    "Sygedagpengeopfølgningsmedarbejderen og arbejdsmiljørepræsentanten har fået besked om "
    f"{LINK}?visning=kommentarer&sortering=nyeste"
)


class Tour:
    """One window and the hands on it."""

    def __init__(self, desk: Desk, camera_from: int) -> None:
        self.desk = desk
        self.built = desk.window()
        self.camera = Camera(self.built, desk.out, camera_from, desk.only)
        self.ways = self.built.context.navigator
        self.acts = self.built.context.acts

    def original(self) -> EntryId:
        """Return the entry of the first exhibit."""
        return self.built.session.state.exhibits[0].original

    def shoot(self, name: str, *, ends: bool = True) -> None:
        """A picture of the window, in front again after a dialog: messages stand in it only then."""
        self.built.window.activateWindow()
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

    def open_pane(self, page: TimelinePage) -> None:
        """Show all about the chosen row: beside the list, or over it where the window is narrow."""
        if not page.pane.isVisible():
            QTest.keyClick(page.list, Qt.Key.Key_Return)
            until(page.pane.isVisible, "the pane lies over the list")

    def close(self) -> None:
        """Close window and vault."""
        self.built.close()

    # -- what more than one way passes by ----------------------------------------------------------

    def unlock(self) -> None:
        """Open the vault; it begins with what is next, and goes on to its timeline."""
        page = self.page(UnlockPage)
        page.field.line.setText(self.desk.passphrase)
        page.open_button.click()
        self.page(NextStepPage)
        self.ways.go(routes.Timeline())
        self.page(TimelinePage)
        self.camera.settle("the timeline")

    def shoot_menu(self, name: str, menu: QMenu, button: QWidget) -> None:
        """A picture of the window with the menu of a button."""
        corner = button.mapTo(self.built.window, button.rect().bottomLeft())
        menu.popup(self.built.window.mapToGlobal(corner))
        self.camera.shoot_at(name, menu, corner)
        menu.close()

    def until_drawn(self, pane: PreviewPane) -> None:
        """Until the newest report is there and its page is drawn."""
        self.camera.settle("the preview")
        until(lambda: pane.stack.currentWidget() is pane.area, "there are pages to be seen")
        until(lambda: not pane.state.text(), "nothing newer is on its way")
        self.camera.settle("the page")

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


def _overlays() -> list[OverlayWindow]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, OverlayWindow) and each.isVisible()
    ]
