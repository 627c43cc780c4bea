"""Every state of every screen, one after another, in one window of this process. Yields what each is called.

The walk goes by hands where a person would, and by the ways between the screens elsewhere. Qt's own file chooser is
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.messages import Message
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.exhibit.view_protocol import ExhibitLook
from app.ui.frame.actions import Menu
from app.ui.preferences.care_model import Care
from app.ui.routes import Route
from app.ui.timeline.details import RowAction
from tests.e2e.window import hands
from tests.e2e.window.case_pages import CasePages
from tests.e2e.window.handing_pages import HandingPages
from tests.e2e.window.looking import overlay
from tests.unit.house.tree import ROOT

PHRASE = "hest lampe vindue trappe"
_PACKAGE = ROOT / "tests" / "data" / "package-v2" / "bevismappe-sample.zip"
_WORDS = {"Number in the middle": "Her står det", "Black box in the middle": "Barns navn"}


class Walk:
    """Through the whole window."""

    def __init__(self, built: BuiltWindow, folder: Path) -> None:
        self._built = built
        self._folder = folder

    def every(self) -> Iterator[str]:
        """All of it, in the order that the states need each other."""
        for part in (
            self._first_run, self._captured, self._forms, self._places, self._editor, self._rows,
            self._report, self._verified, self._handed, self._sheets, self._menus, self._hidden, self._closed,
        ):  # fmt: skip
            for name in part():
                self._bring_to_front()
                hands.come_to_rest()
                yield name

    def marks(self) -> list[str]:
        """What a screen reader is told of each mark, also of those that the list would have to scroll to."""
        told = QAccessible.queryAccessibleInterface(self.page(routes.Exhibit).panel.list)
        entries = (told.child(number) for number in range(told.childCount()))
        return [each.text(QAccessible.Text.Name) for each in entries if each is not None]

    def _bring_to_front(self) -> None:
        """The platform without a screen has no window manager that would."""
        QTest.qWait(1)
        if open_menu() is None:
            front = next((each for each in (*dialogs(), overlay()) if each), self._built.window)
            front.activateWindow()
            hands.until(front.isActiveWindow, "the window is in front")

    def page(self, kind: type[Route]) -> Any:
        return cast("Any", self._built.frame.navigation.page(kind))

    def _first_run(self) -> Iterator[str]:
        page = self.page(routes.FirstRun)
        yield "first run: what"
        self._built.context.navigator.go(routes.RestoreCopy())
        restoring = self.page(routes.RestoreCopy)
        hands.click(restoring.go)
        yield "restore from a copy: no folder"
        restoring.presenter.choose_folder(self._folder)
        for field in (restoring.key, restoring.first, restoring.again):
            hands.write(field.line, PHRASE)
        hands.click(restoring.go)
        hands.until(restoring._from_form.errors, "the copy or its key is refused")
        yield "restore from a copy: refused"
        restoring.show_made(("Noget mangler i kopien.", "2 punkter fra 2 filer."))
        yield "restore from a copy: something is lacking"
        restoring.presenter.leave()
        hands.click(page.next)
        yield "first run: where"
        hands.click(page.next)
        yield "first run: made words"
        hands.click(page.passphrase.way.button("own"))
        yield "first run: own words"
        hands.write(page.passphrase.first.line, "kort")
        hands.click(page.next)
        hands.until(page.passphrase.complaint.isVisible, "the words are too few")
        yield "first run: own words refused"
        hands.write(page.passphrase.first.line, PHRASE)
        hands.write(page.passphrase.second.line, PHRASE)
        hands.click(page.next)
        hands.until(page.ready.isVisible, "the vault is made")
        yield "first run: ready"
        hands.click(page.next)
        yield "empty timeline"
        self._built.context.navigator.go(routes.CompareSources())
        yield "compare sources: nothing yet"
        self._built.context.navigator.go(routes.Timeline())

    def _captured(self) -> Iterator[str]:
        for count in (1, 2):
            self._built.context.acts.take_screenshot()
            hands.until(lambda: overlay() is not None, "the overlay is shown")
            window = overlay()
            assert window is not None
            hands.key(window, Qt.Key.Key_Tab)
            if count == 1:
                yield "overlay with its numbers"
            hands.key(window, Qt.Key.Key_Return)
            hands.key(window, Qt.Key.Key_Return)
            hands.until(lambda: self._built.window.toasts.shown, "it is sealed")
            hands.until(self._built.window.isVisible, "the window is back")
            self._built.window.activateWindow()
            yield f"timeline with a message, {count}"
            self._built.window.toasts.clear()

    def _forms(self) -> Iterator[str]:
        ways, forms = self._built.context.navigator, self.page(routes.Write)
        original = self._built.session.state.exhibits[0].original
        openings = {
            "describe a post": routes.Write("incident", about=original),
            "note": routes.Write("note"),
            "message": routes.Write("notification"),
            "contact": routes.Write("contact"),
        }
        for name, route in openings.items():
            ways.go(route)
            yield f"form: {name}"
            for key in forms.body.fields:
                forms.body.unfold(key)
            yield f"form: {name}, unfolded"
            if name == "note":
                hands.write(forms.body.fields["text"], "Kl. 9 ringede en fremmed")
                hands.click(forms.save_button)
                hands.until(lambda: not self._built.tasks.storing, "the note is sealed")
        forms.presenter.leave()
        self._built.window.toasts.clear()

    def _places(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Settings())
        yield "settings"
        settings = self.page(routes.Settings)
        for care in Care:
            settings.care.begin(care)
            yield f"settings: {care}"
        settings.care.begin(Care.PASSPHRASE)
        settings.care.suggest()
        hands.click(settings.care_page.form.primary)
        hands.until(settings.care_page.form.form.errors, "the passphrase is refused")
        yield "settings: passphrase refused"
        settings.care.back_up(self._folder / "kopi.bevismappe")
        hands.until(lambda: settings.care_page.answer is not None, "the copy is made")
        yield "settings: backed up"
        settings.care.leave()
        self._built.context.navigator.go(routes.Deadlines())
        yield "deadlines"
        due = self.page(routes.Deadlines)
        due.presenter.show_all(everything=True)
        for row in (due.first, *due.rows.values()):
            if row is not None and row.line.why:
                row.why.ask.setChecked(True)
        yield "deadlines: all of them, with why"
        yield from CasePages(self._built, self.page).every()
        self._built.context.navigator.go(routes.PhoneEnvelope())
        envelope = self.page(routes.PhoneEnvelope)
        hands.until(lambda: bool(envelope.presenter.shown.ending), "the key is known")
        yield "envelope: as a file"
        envelope.presenter.choose_address("http://")
        yield "envelope: no such address"
        envelope.presenter.choose_address("https://kuvert.example/")
        yield "envelope: as a code"
        self._built.context.navigator.go(routes.Health())
        yield "health"
        self._built.window.named_actions["look_over"].trigger()
        yield "walk-through"
        self._built.window.named_actions["checklists"].trigger()
        yield "checklists"
        self._built.window.named_actions["watching"].trigger()
        yield "cases kept an eye on"
        self._built.window.named_actions["pattern"].trigger()
        yield "as a whole"
        self._built.window.named_actions["ending"].trigger()
        yield "copy elsewhere, and handing in the computer"
        self._built.window.named_actions["erase_case"].trigger()
        yield "what erasing the case means"
        self._built.context.navigator.go(routes.Guidance("three_days"))
        yield "guidance"
        self._built.window.named_actions["help"].trigger()
        yield "help"
        self._built.context.navigator.go(routes.Verify())
        yield "verify, nothing checked"

    def _editor(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Exhibit(1))
        editor = self.page(routes.Exhibit)
        hands.until(editor.picture.show_button.isVisible, "the picture is covered")
        yield "editor: covered"
        hands.click(editor.picture.show_button)
        hands.until(editor.canvas.isVisible, "the picture is shown")
        yield "editor: no marks"
        for action in editor.panel.add.menu().actions():
            action.trigger()
            yield f"editor: {action.text()}"
            if action.text() in _WORDS:
                # The focus stands in the field for the words, and what stood there is selected.
                QTest.keyClicks(QApplication.focusWidget() or editor, _WORDS[action.text()])
        yield "editor: marked, the last mark selected"
        editor.panel.list.setFocus()
        QTest.keyClick(editor.panel.list, Qt.Key.Key_Home)
        yield "editor: marked, the first mark selected"
        for look in (ExhibitLook.ORIGINAL, ExhibitLook.RECIPIENT):
            hands.click(editor.bar.looks.button(str(look)))
            hands.until(editor.canvas.isVisible, "the picture is shown")
            yield f"editor: {look}"
        hands.click(editor.bar.looks.button(str(ExhibitLook.MARKED)))
        self._built.context.navigator.go(routes.Timeline())

    def _rows(self) -> Iterator[str]:
        built, page = self._built, self.page(routes.Timeline)
        hands.until(lambda: not built.tasks.storing, "what the editor made is sealed and shown")
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        hands.until(lambda: page.pane.detail is not None, "a row is chosen")
        yield "timeline: a row is chosen"
        if not page.pane.isVisible():
            QTest.keyClick(page.list, Qt.Key.Key_Return)
            hands.until(page.pane.isVisible, "the pane lies over the list")
            yield "timeline: the pane over the list"
        picture = page.pane.picture
        if picture is not None:
            hands.click(picture.button)
            hands.until(lambda: not picture.covered, "the picture is shown")
        yield "timeline: its picture is shown"
        if page.pane.back.isVisible():
            hands.click(page.pane.back)
        hands.write(built.window.search, "fremmed")
        hands.until(lambda: page.model.rowCount() == 1, "one row is found")
        yield "timeline: search"
        hands.write(built.window.search, "findes ikke")
        hands.until(lambda: page.model.rowCount() == 0, "nothing was found")
        yield "timeline: nothing found"
        hands.click(page.nothing_clear)
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        hands.until(lambda: RowAction.HIDE in page._presenter.row_actions(), "it can be hidden")
        page.row_actions[RowAction.HIDE].trigger()
        hands.until(lambda: not built.tasks.storing, "it is hidden")
        page.bar.with_hidden.trigger()
        yield "timeline: hidden shown"
        built.window.toasts.clear()

    def _report(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Report())
        wizard = self.page(routes.Report)
        hands.until(wizard.facts.text, "the report is built", wizard.pane.sentence.text)
        for step in range(1, 6):
            yield f"report: step {step}"
            if step < 5:
                hands.click(wizard.primary)
        hands.write(wizard.saving.folder, str(self._folder))
        hands.key(wizard.saving.folder, Qt.Key.Key_Return)
        hands.click(wizard.saving.package)
        hands.click(wizard.saving.signed)
        wizard.saving.key.kind.choose("own")
        yield "report: a key of one's own"
        wizard.saving.key.kind.choose("vault")
        hands.click(wizard.primary)
        hands.until(lambda: wizard.presenter.finish.saved is not None, "the report is saved")
        hands.until(wizard.saving.receipt.copy.isVisible, "the code is shown")
        yield "report: saved, and a folder for a stick is offered"

    def _verified(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Verify())
        page = self.page(routes.Verify)
        hands.click(page.ways.mine)
        hands.until(lambda: page.result is not None, "the vault was checked")
        QTest.qWait(20)
        yield "verify: the vault was checked"
        hands.click(page.result.all_checks)
        yield "verify: all checks"
        package = self._folder / "brev.zip"
        package.write_text("no package at all", encoding="utf-8")
        before = page.result
        page.check(package)
        hands.until(lambda: page.result not in {None, before} or page.refusal.text(), "checked")
        yield "verify: what is no package"
        page.check(_PACKAGE)
        hands.until(
            lambda: page.result is not None and page.result.inside.isVisible(),
            "the package was checked",
        )
        yield "verify: a package whose exhibits can be taken over"
        hands.click(page.result.inside)
        hands.until(lambda: page.inside is not None, "the package is seen")
        yield "verify: what is in a package"

    def _handed(self) -> Iterator[str]:
        yield from HandingPages(self._built, self._folder, self.page).every()

    def _sheets(self) -> Iterator[str]:
        built = self._built
        opens: dict[str, Callable[[], None]] = {
            "an error": lambda: built.context.acts.show_error(
                Message("test", "What happened, and what now.", 1)
            ),
            "new case": built.window.named_actions["new_case"].trigger,
            "rename case": built.window.named_actions["rename_case"].trigger,
            "files, one refused": self._refuse,
            "close without what is held": lambda: built.frame._ask_before_losing(2),
        }
        for name, go in opens.items():
            go()
            hands.until(dialogs, f"the sheet is there: {name}")
            (sheet,) = dialogs()
            hands.until(sheet.isActiveWindow, "it is in front")
            yield f"sheet: {name}"
            hands.key(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)
            hands.until(lambda: not dialogs(), f"Esc closes the sheet: {name}")
            built.window.activateWindow()

    def _refuse(self) -> None:
        self._built.context.acts.add_files([self._folder / "er-her-ikke.png"])

    def _menus(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Exhibit(1))
        self._built.window.activateWindow()
        editor = self.page(routes.Exhibit)
        hands.until(editor.panel.add.isEnabled, "the editor is there")
        menus = {f"menu: {menu}": self._built.window.menu(menu) for menu in Menu}
        side = self._built.window.sidebar
        side.offer_cases()
        hands.until(side.menu.isVisible, "the menu of cases is open")
        yield "menu: switch case"
        hands.key(side.menu, Qt.Key.Key_Escape)
        hands.until(lambda: open_menu() is None, "Esc closes the menu of cases")
        for name, menu in {**menus, "menu: add a mark": editor.panel.add.menu()}.items():
            menu.popup(self._built.window.mapToGlobal(self._built.window.rect().center()))
            hands.until(menu.isVisible, "the menu is open")
            yield name
            hands.key(menu, Qt.Key.Key_Escape)
            hands.until(lambda: open_menu() is None, "Esc closes the menu")

    def _hidden(self) -> Iterator[str]:
        self._built.context.navigator.go(routes.Timeline())
        cover = cast("Any", self._built.frame.acts.cover)
        cover.hide_now()
        QTest.qWait(20)
        yield "hidden"
        cover.reveal()
        cover.lock_now()
        QTest.qWait(20)
        yield "locked"
        cover.reveal()
        hands.until(lambda: any(veil._panel for veil in cover._veils), "the passphrase is asked")
        yield "locked, asking"
        cover.presenter.try_passphrase(PHRASE)
        hands.until(lambda: not cover.presenter.covered, "the window is shown again")

    def _closed(self) -> Iterator[str]:
        cover = cast("Any", self._built.frame.acts.cover)
        cover.close_vault()
        hands.until(lambda: self.page(routes.Unlock).isVisible(), "the vault is closed")
        yield "closed vault"


def dialogs() -> list[QDialog]:
    """The sheets that are open."""
    every: list[QWidget] = QApplication.topLevelWidgets()
    return [each for each in every if isinstance(each, QDialog) and each.isVisible()]


def open_menu() -> QMenu | None:
    """The menu that is open."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None
