"""Write a picture of every screen, with the demonstration's case: run as ``python -m tools.screenshots [FOLDER]``.

The window is the real one, drawn where no screen is needed, in both languages and both looks, and once at 200 %
text. The pages of the demonstration's reports are written beside it. The demonstration's own files are copied first
and stay as they are.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import PySide6
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.bootstrap import machine_facts
from app.clock import SystemClock
from app.language import Language
from app.messages import Message
from app.picture import Pixels, decode_own_png
from app.settings import Settings
from app.ui.application import BuiltWindow, WindowTools, build_window, make_application
from app.ui.navigator import Toast, ToastAction
from evidence_store import HeadMemory
from tests.fakes.screen import FakeScreen

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "demo-out"
SIZE = QSize(1440, 900)
SETTLE_MS = 200
QUIET_TIMES = 3
PATIENCE = 60
PAGE_SCALE = 1.4


@dataclass(frozen=True)
class Variety:
    """One set of pictures."""

    language: str
    look: str
    percent: int = 100

    @property
    def name(self) -> str:
        """The folder of the set."""
        return f"{self.language}-{self.look}-{self.percent}"


VARIETIES = (
    Variety("da", "light"),
    Variety("da", "dark"),
    Variety("en", "light"),
    Variety("en", "dark"),
    Variety("da", "light", 200),
)


class Photographer:
    """Shows one screen after the other, and writes what it sees."""

    def __init__(
        self, application: QApplication, variety: Variety, scratch: Path, out: Path
    ) -> None:
        self._application = application
        self._scratch = scratch
        self._out = out
        shutil.copy(DEMO / "demo.bevismappe", scratch / "demo.bevismappe")
        shutil.copytree(DEMO / "profile", scratch / "profile")
        self._phrase = (DEMO / "passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
        self._heads = HeadMemory(scratch / "profile" / "heads")
        self._settings = Settings(scratch / "settings.ini")
        self._settings.choose_language(variety.language)
        self._settings.choose_look(variety.look)
        self._settings.choose_text_percent(variety.percent)
        self._language = Language(variety.language, ROOT / "resources" / "locales")
        self._clock = SystemClock()
        self._picture: Pixels | None = None

    def first_run(self) -> None:
        """Before there is a vault."""
        with_window = self._window()
        self._shoot(with_window, "01-first-run")
        with_window.close()

    def opened(self) -> None:
        """Everything else."""
        self._settings.remember_vault(self._scratch / "demo.bevismappe")
        built = self._window()
        self._shoot(built, "02-closed")
        self._unlock(built)
        ways = built.context.navigator
        shots: tuple[tuple[str, Callable[[], object]], ...] = (
            ("03-timeline", ways.show_timeline),
            ("04-exhibit-covered", lambda: ways.open_exhibit(1)),
            ("05-exhibit", lambda: self._press(built, "Show picture", "Vis billede")),
            ("06-describe", lambda: ways.describe_post(1)),
            ("07-note", ways.write_note),
            ("08-message", ways.record_message),
            ("09-contact", ways.keep_contact),
            ("10-report-manager", lambda: ways.make_report("manager")),
            ("11-report-union", lambda: ways.make_report("union_consultant")),
            ("12-verify", ways.verify),
            ("13-verified", lambda: ways.verify(DEMO / "manager.zip")),
            ("14-settings", ways.settings),
            ("15-help", built.window.acts["help"].trigger),
        )
        for name, go in shots:
            go()
            self._shoot(built, name)
        self._toast(built)
        self._error(built)
        self._overlay(built)
        ways.hide_now()
        self._shoot(built, "19-hidden")
        built.close()

    # -- one at a time -----------------------------------------------------------------------------

    def _toast(self, built: BuiltWindow) -> None:
        text = self._language.text
        built.context.navigator.show_timeline()
        built.context.navigator.toast(
            Toast(
                title=text("Saved and locked"),
                text=text("Exhibit {number}", number=2),
                actions=(ToastAction(text("Help"), lambda: None),),
            )
        )
        self._shoot(built, "16-toast")

    def _error(self, built: BuiltWindow) -> None:
        sentence = self._language.text(
            "Something went wrong that we had not foreseen ({kind}). "
            "What was saved and locked before is still there. Try again, or open the program anew.",
            kind="ValueError",
        )
        built.context.navigator.show_error(Message("unforeseen", sentence, 70), "")
        self._settle(built)
        sheet = QApplication.activeModalWidget()
        if sheet is not None:
            self._write(sheet, "17-error")
            sheet.close()

    def _overlay(self, built: BuiltWindow) -> None:
        built.context.navigator.take_screenshot()
        covering: list[QWidget] = []
        for _ in range(PATIENCE):
            QTest.qWait(SETTLE_MS)
            covering = [
                window
                for window in QApplication.topLevelWidgets()
                if window.isVisible() and window is not built.window
            ]
            if covering:
                break
        for number, window in enumerate(covering, start=1):
            self._write(window, f"18-capture-{number}")
        for window in covering[:1]:
            QTest.keyClick(window, Qt.Key.Key_Escape)
        self._settle(built)

    # -- tools -------------------------------------------------------------------------------------

    def _window(self) -> BuiltWindow:
        tools = WindowTools(
            clock=self._clock,
            settings=self._settings,
            resources=ROOT / "resources",
            heads=self._heads,
            machine=machine_facts(PySide6.__version__),
            open_screen=self._screen,
        )
        built = build_window(self._application, tools)
        built.window.resize(SIZE)
        built.window.show()
        return built

    def _screen(self) -> FakeScreen:
        """A screen that shows the demonstration's first exhibit."""
        if self._picture is None:
            raise RuntimeError("the demonstration has no picture")
        return FakeScreen(self._clock, self._picture)

    def _unlock(self, built: BuiltWindow) -> None:
        self._do(
            built, lambda: built.session.unlock(self._scratch / "demo.bevismappe", self._phrase)
        )
        self._do(built, lambda: self._keep_picture(built))

    def _keep_picture(self, built: BuiltWindow) -> None:
        vault, exhibits = built.session.vault, built.session.state.exhibits
        if vault is not None:
            with vault.open_object(exhibits[0].original) as stream:
                self._picture = decode_own_png(stream.read())

    @staticmethod
    def _do(built: BuiltWindow, work: Callable[[], None]) -> None:
        done: list[None] = []
        built.tasks.store(work, done.append)
        for _ in range(PATIENCE):
            QTest.qWait(SETTLE_MS)
            if done:
                return
        raise RuntimeError("the demonstration's vault does not open")

    @staticmethod
    def _press(built: BuiltWindow, *labels: str) -> None:
        page = built.window.pages.currentWidget()
        for button in page.findChildren(QPushButton) if page is not None else []:
            if button.isVisible() and button.text() in labels:
                button.click()
                return

    def _settle(self, built: BuiltWindow) -> None:
        """Until nothing has been under way for a while: what is typed or asked for is taken up after a pause."""
        quiet = 0
        for _ in range(PATIENCE):
            QTest.qWait(SETTLE_MS)
            busy = built.tasks.storing or built.tasks.working
            quiet = 0 if busy else quiet + 1
            if quiet == QUIET_TIMES:
                return

    def _shoot(self, built: BuiltWindow, name: str) -> None:
        self._settle(built)
        self._write(built.window, name)

    def _write(self, window: QWidget, name: str) -> None:
        QTest.mouseMove(window, QPoint(1, 1))
        window.grab().save(str(self._out / f"{name}.png"))


def main(words: list[str]) -> int:
    """Write all sets, then the pages of the reports."""
    if not (DEMO / "demo.bevismappe").exists():
        sys.stderr.write("There is no demonstration yet: make demo\n")
        return 1
    target = Path(words[0]) if words else ROOT / "build" / "screenshots"
    application = make_application(["screenshots", "-platform", "offscreen"])
    application.setQuitOnLastWindowClosed(False)
    for variety in VARIETIES:
        out = target / variety.name
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            photographer = Photographer(application, variety, Path(scratch), out)
            photographer.first_run()
            photographer.opened()
        print(out, len(list(out.glob("*.png"))), flush=True)
    print(target / "reports", _pages(target / "reports"), flush=True)
    return 0


def _pages(out: Path) -> int:
    """Each page of each report; answers how many."""
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    for file in sorted(DEMO.glob("*.pdf")):
        document = pypdfium2.PdfDocument(file)
        for number in range(len(document)):
            picture = document[number].render(scale=PAGE_SCALE).to_pil()
            picture.save(out / f"{file.stem}-{number + 1:02}.png")
            written += 1
        document.close()
    return written


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
