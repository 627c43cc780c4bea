"""The world of a test: a folder with a clock, a machine, settings and keys, and what is built from them.

Everything that a window or a command is handed is made here, so that a test only says what is different about its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from app.actions.cases import begin_case
from app.actions.machine import MachineFacts
from app.actions.make_dossier import DossierOrder
from app.actions.open_case import OpenCase
from app.capture import Screen
from app.clock import Clock
from app.dossier import Choices
from app.language import Language
from app.picture import Pixels
from app.settings import Settings
from app.ui.context import UiContext
from app.ui.held import Held
from app.ui.hotkey.keeper import HotkeyKeeper
from app.ui.kit.look import LIGHT, Look
from app.ui.lanes import Lanes
from app.ui.session import Session, SessionTools
from evidence_store import HeadMemory, Vault
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.lanes import DirectLanes
from tests.fakes.navigator import FakeActs, FakeAround, FakeNavigator
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.unit.house.tree import ROOT

if TYPE_CHECKING:  # whole rooms, Qt among them, which most tests can do without
    from PySide6.QtWidgets import QApplication

    from app.cli.desk import Tools
    from app.ui.application import WindowTools

RESOURCES = ROOT / "resources"
LOCALES = RESOURCES / "locales"
FONT = RESOURCES / "fonts" / "NotoSans-Bold.ttf"
ENGLISH = Language("en", LOCALES)
DANISH = Language("da", LOCALES)
PHRASE = "seks danske ord helt uden prik"
MACHINE = MachineFacts(
    device="laptop", program="Bevismappe 0.1.0", python="3.11.2", qt="6.11.0", os="Debian 12"
)


@cache
def _load_fonts() -> None:
    from app.ui.kit import load_fonts

    load_fonts(RESOURCES)


def order(
    recipient: str = "manager", choices: Choices | None = None, language: Language = DANISH
) -> DossierOrder:
    """An order for a dossier."""
    return DossierOrder(recipient, choices or Choices(), language, RESOURCES)


def begin(vault: Vault, title: str = "Min sag", **more: Any) -> OpenCase:
    """Begin a case at the usual time, on the usual machine."""
    usual: dict[str, Any] = {"clock": FakeClock(), "machine": MACHINE}
    return begin_case(vault, title=title, **usual | more)


class World:
    """One folder, one clock, one machine; ``picture`` is what the screen shows."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        machine: MachineFacts = MACHINE,
        picture: Pixels | None = None,
    ) -> None:
        self.folder = folder
        self.path = folder / "min.bevismappe"
        self.clock = clock or FakeClock()
        self.machine = machine
        self.picture = picture or striped_pixels(120, 80)
        self.open_screen: Callable[[], Screen] = lambda: FakeScreen(self.clock, self.picture)
        self.settings = Settings(folder / "settings.ini")
        self.heads = HeadMemory(folder / "heads")
        self.chosen_look = LIGHT

    def look(self) -> Look:
        """The look that is on."""
        return self.chosen_look

    def apply_look(
        self, application: QApplication, *, dark: bool = False, percent: int = 100
    ) -> Look:
        """Apply a look, and return it; tests/ui/conftest.py leaves the usual one to the next test."""
        from app.ui.kit import apply_style, look

        _load_fonts()
        self.chosen_look = look(dark=dark, text_percent=percent)
        apply_style(application, self.chosen_look, RESOURCES)
        return self.chosen_look

    def make_vault(self, **more: Any) -> Vault:
        """Make the vault."""
        return Vault.create(self.path, PHRASE, heads=self.heads, parameters=QUICK_KEYS, **more)

    def open_vault(self) -> Vault:
        """Open it again."""
        return Vault.open(self.path, PHRASE, heads=self.heads, parameters=QUICK_KEYS)

    def begin(self, vault: Vault, title: str = "Min sag") -> OpenCase:
        """Begin a case by this world's clock, on its machine."""
        return begin(vault, title, clock=self.clock, machine=self.machine)

    def make_session(self) -> Session:
        """A session with nothing open."""
        return Session(
            SessionTools(self.clock, self.settings, self.heads, self.machine, QUICK_KEYS)
        )

    def unlocked(self) -> Session:
        """A session with the vault open."""
        session = self.make_session()
        session.unlock(self.path, PHRASE)
        return session

    def make_context(self, session: Session, lanes: Lanes, **more: Any) -> UiContext:
        """What a screen is built with; ``more`` instead of the usual, which is in English."""
        usual: dict[str, Any] = {
            "language": ENGLISH,
            "look": self.look,
            "acts": FakeActs(),
            "navigator": FakeNavigator(),
            "around": FakeAround(),
        }
        own = usual | more
        own.setdefault("hotkey", HotkeyKeeper(self.settings))
        held = Held(session, lanes, own["language"], own["acts"], [])
        return UiContext(**self._given(own, session=session, lanes=lanes, held=held))

    def window_tools(self, **more: Any) -> WindowTools:
        """What a window is built with; ``more`` instead of the usual, which is in English."""
        from app.ui.application import WindowTools

        usual = {"heads": self.heads, "machine": self.machine, "parameters": QUICK_KEYS}
        return WindowTools(**self._given({"language": "en"} | usual | more))

    def command_tools(self, out: TextIO, err: TextIO, **more: Any) -> Tools:
        """What a command is run with; ``more`` instead of the usual. Settings are read anew, as by a new process."""
        from app.cli.desk import Tools

        usual = {
            "heads": self.heads,
            "read_machine": lambda: self.machine,
            "parameters": QUICK_KEYS,
        }
        settings = Settings(self.settings.file)
        here = {"settings": settings, "terminal": FakeTerminal()} | usual
        return Tools(**self._given(here | more, out=out, err=err))

    def _given(self, own: dict[str, Any], **parts: Any) -> dict[str, Any]:
        usual = {"clock": self.clock, "settings": self.settings, "resources": RESOURCES}
        return usual | {"open_screen": self.open_screen} | parts | own


class Desk(World):
    """A world with one session and the context of its screens."""

    def __init__(
        self, folder: Path, lanes: Lanes | None = None, language: Language = ENGLISH
    ) -> None:
        super().__init__(folder)
        self.navigator, self.acts = FakeNavigator(), FakeActs()
        self.session = self.make_session()
        self.lanes = lanes or DirectLanes(after_store=self.session.publish)
        self.context = self.make_context(
            self.session,
            self.lanes,
            language=language,
            navigator=self.navigator,
            acts=self.acts,
        )

    @property
    def case(self) -> OpenCase:
        """The open case."""
        case = self.session.case
        assert case is not None
        return case

    def open(self) -> OpenCase:
        """Open the vault, which is made when it is not there."""
        if self.path.exists():
            self.session.unlock(self.path, PHRASE)
        else:
            self.session.create(self.path, PHRASE, "Min sag")
        return self.case
