"""A window's tools around a real vault: for tests of screens that keep something in it."""

from __future__ import annotations

from pathlib import Path

from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.settings import Settings
from app.ui.lanes import Lanes
from app.ui.session import Session, SessionTools
from evidence_store import HeadMemory
from tests.fakes.clock import FakeClock
from tests.fakes.context import context_around
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.lanes import DirectLanes
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.unit.house.tree import ROOT

PHRASE = "seks danske ord helt uden prik"
RESOURCES = ROOT / "resources"


class Desk:
    """One folder, one session, English words."""

    def __init__(self, folder: Path, lanes: Lanes | None = None) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.settings = Settings(folder / "settings.ini")
        self.navigator = FakeNavigator()
        self.acts = FakeActs()
        self.session = Session(
            SessionTools(
                clock=self.clock,
                settings=self.settings,
                heads=HeadMemory(folder / "heads"),
                machine=MachineFacts(
                    device="PC", program="Bevismappe", python="3", qt="6", os="Linux"
                ),
                parameters=QUICK_KEYS,
            )
        )
        self.lanes = lanes or DirectLanes(after_store=self.session.publish)
        self.context = context_around(
            self.session,
            self.lanes,
            self.clock,
            self.settings,
            navigator=self.navigator,
            acts=self.acts,
        )

    @property
    def path(self) -> Path:
        """Where its vault lies."""
        return self.folder / "min.bevismappe"

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
