"""What tests of getting files in share: a sheet in memory, and a context around it."""

from __future__ import annotations

from pathlib import Path

from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.picture import encode_png
from app.settings import Settings
from app.ui.incoming.presenter import IncomingPresenter, Standing
from app.ui.session import Session, SessionTools
from evidence_store import HeadMemory
from tests.fakes.clock import FakeClock
from tests.fakes.context import context_around
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.fakes.screen import striped_pixels

ROOT = Path(__file__).parents[3]
MACHINE = MachineFacts(device="pc", program="Bevismappe", python="3", qt="6", os="Debian")
PNG = encode_png(striped_pixels(32, 24))


class FakeSheet:
    """Remembers what it was told to show; ``shown`` is None while there is nothing to see."""

    def __init__(self) -> None:
        self.shown: Standing | None = None
        self.history: list[Standing] = []

    def show_standing(self, standing: Standing) -> None:
        self.shown = standing
        self.history.append(standing)

    def leave(self) -> None:
        self.shown = None


class Bench:
    """A presenter with everything around it; ``held`` lanes run a job only when told."""

    def __init__(self, folder: Path, case: OpenCase | None, *, held: bool = False) -> None:
        clock = FakeClock()
        settings = Settings(folder / "settings.ini")
        tools = SessionTools(
            clock=clock,
            settings=settings,
            heads=HeadMemory(folder / "heads"),
            machine=MACHINE,
            parameters=QUICK_KEYS,
        )
        self.session = Session(tools)
        self.session.case = case
        self.navigator = FakeNavigator()
        self.acts = FakeActs()
        self.held = HeldLanes()
        self.lanes = DirectLanes(after_store=self.session.publish)
        self.context = context_around(
            self.session,
            self.held if held else self.lanes,
            clock,
            settings,
            language="da",
            navigator=self.navigator,
            acts=self.acts,
        )
        self.sheet = FakeSheet()
        self.presenter = IncomingPresenter(self.context, self.sheet)


def picture_file(folder: Path, name: str = "foto.png") -> Path:
    path = folder / name
    path.write_bytes(PNG)
    return path
