"""What tests of getting files in share: a sheet in memory, and a context around it."""

from __future__ import annotations

from pathlib import Path

from app.actions.open_case import OpenCase
from app.picture import encode_png
from app.ui.incoming.presenter import IncomingPresenter
from app.ui.incoming.standing import Standing
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.fakes.screen import striped_pixels
from tests.worlds import DANISH, World

ROOT = Path(__file__).parents[3]
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


class Bench(World):
    """A presenter with everything around it; ``held`` lanes run a job only when told."""

    def __init__(self, folder: Path, case: OpenCase | None, *, held: bool = False) -> None:
        super().__init__(folder)
        self.navigator, self.acts = FakeNavigator(), FakeActs()
        self.session = self.make_session()
        self.session.case = case
        self.held, self.lanes = HeldLanes(), DirectLanes(after_store=self.session.publish)
        self.context = self.make_context(
            self.session,
            self.held if held else self.lanes,
            language=DANISH,
            navigator=self.navigator,
            acts=self.acts,
        )
        self.sheet = FakeSheet()
        self.presenter = IncomingPresenter(self.context, self.sheet)


def picture_file(folder: Path, name: str = "foto.png") -> Path:
    path = folder / name
    path.write_bytes(PNG)
    return path
