"""The desk on which the pictures are taken: settings, a home, the demonstration's vault, and a screen to capture."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.actions.cases import list_cases, open_case
from app.bootstrap import machine_facts
from app.clock import SystemClock
from app.language import Language
from app.picture import Pixels, decode_own_png
from app.settings import Settings
from app.ui.application import BuiltWindow, WindowTools, build_window
from evidence_store import HeadMemory, Vault
from tests.fakes.screen import FakeScreen

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "demo-out"
SIZE = QSize(1440, 900)


@dataclass(frozen=True)
class Variety:
    """One set of pictures."""

    language: str
    look: str
    percent: int = 100
    size: QSize = SIZE

    @property
    def name(self) -> str:
        """The folder of the set: the text's size and the window's stand there where they are other than usual."""
        words = [self.language, self.look]
        if self.percent != 100:
            words.append(str(self.percent))
        if self.size != SIZE:
            words.append(f"{self.size.width()}x{self.size.height()}")
        return "-".join(words)


VARIETIES = (
    Variety("da", "light"),
    Variety("en", "light"),
    Variety("da", "light", size=QSize(1366, 728)),
    Variety("da", "light", size=QSize(1024, 700)),
    Variety("da", "dark"),
    Variety("en", "dark"),
    Variety("da", "light", 200),
)
MORE = (
    Variety("en", "dark", 200),
    Variety("da", "light", size=QSize(1920, 1080)),
)
"""Taken only where they are asked for by name."""


class Desk:
    """What stays the same for all pictures of one set. Nothing of it outlives the scratch folder."""

    def __init__(
        self, application: QApplication, variety: Variety, scratch: Path, out: Path, only: str = ""
    ) -> None:
        """Lay everything out; ``only`` is what the name of a picture has to contain."""
        self.out, self.only = out, only
        self._application = application
        self._size = variety.size
        self.home = scratch / "mette"
        self.documents = self.home / ("Dokumenter" if variety.language == "da" else "Documents")
        self.documents.mkdir(parents=True)
        self._make_home()
        self.vault = self.documents / "demo.bevismappe"
        shutil.copy(DEMO / "demo.bevismappe", self.vault)
        shutil.copytree(DEMO / "profile", scratch / "profile")
        self.passphrase = (DEMO / "passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
        self.package = Path(shutil.copy(DEMO / "manager.zip", self.documents))
        self.settings = Settings(scratch / "settings.ini")
        self.settings.choose_language(variety.language)
        self.settings.choose_look(variety.look)
        self.settings.choose_text_percent(variety.percent)
        self.language = Language(variety.language, ROOT / "resources" / "locales")
        self.heads = HeadMemory(scratch / "profile" / "heads")
        self._clock = SystemClock()
        self._machine = machine_facts(PySide6.__version__)
        self._desktop = desktop(self._first_exhibit())

    def window(self) -> BuiltWindow:
        """The real window, as large as the set says."""
        tools = WindowTools(
            clock=self._clock,
            settings=self.settings,
            resources=ROOT / "resources",
            heads=self.heads,
            machine=self._machine,
            open_screen=lambda: FakeScreen(self._clock, self._desktop),
        )
        built = build_window(self._application, tools)
        built.window.resize(self._size)
        built.window.move(0, 0)
        built.window.show()
        return built

    def _make_home(self) -> None:
        """Documents lie where the system says, and the system says so in files below the home folder."""
        config = self.home / ".config"
        config.mkdir()
        place = f'XDG_DOCUMENTS_DIR="$HOME/{self.documents.name}"\n'
        (config / "user-dirs.dirs").write_text(place, encoding="utf-8")
        os.environ["HOME"] = str(self.home)
        os.environ["XDG_CONFIG_HOME"] = str(config)

    def _first_exhibit(self) -> Pixels:
        with Vault.open(self.vault, self.passphrase, heads=self.heads) as vault:
            (line,) = list_cases(vault)
            case = open_case(vault, line.case_id, clock=self._clock, machine=self._machine)
            with vault.open_object(case.state.exhibits[0].original) as stream:
                return decode_own_png(stream.read())


def desktop(post: Pixels) -> Pixels:
    """A whole screen with a window on it that shows the post."""
    image = QImage(SIZE, QImage.Format.Format_RGB888)
    image.fill(QColor("#5C6B73"))
    painter = QPainter(image)
    painter.fillRect(QRectF(120, 40, 1200, 820), QColor("#E8ECF1"))
    painter.fillRect(QRectF(120, 40, 1200, 34), QColor("#DEE1E6"))
    shown = QImage(post.rgb, post.width_px, post.height_px, 3 * post.width_px, image.format())
    painter.drawImage((SIZE.width() - shown.width()) // 2, 110, shown)
    painter.end()
    rows = bytes(image.constBits())
    wide = 3 * image.width()
    stride = image.bytesPerLine()
    rgb = b"".join(rows[y * stride : y * stride + wide] for y in range(image.height()))
    return Pixels(image.width(), image.height(), rgb)
