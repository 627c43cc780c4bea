"""What tests of the editor share: a page that only remembers, a context over a real vault, and pictures."""

from __future__ import annotations

from pathlib import Path

from app.actions.add_file import add_file
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.markup import Layer
from app.picture import Pixels
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.film_seeing import FilmLine
from app.ui.exhibit.finding import CoverOffers
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import Drawing, Edit, drawing_of, history_of, layer_of_drawing
from app.ui.exhibit.presenter import ExhibitPresenter
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import ExhibitLook, PictureState
from app.ui.exhibit.words import ExhibitHeading
from app.ui.session import Session
from tests.fakes.screen import striped_pixels
from tests.worlds import ENGLISH, World

PICTURE = striped_pixels(120, 80)
GROUND = EditorGround(120, 80, lambda text, size_px: (len(text) * size_px, size_px))


class FakePage:
    """Remembers what it was told, and carries each step out at once as the undo stack does."""

    def __init__(self) -> None:
        self.presenter: ExhibitPresenter | None = None
        self.offers = CoverOffers()
        self.editing: Editing | None = None
        self.heading: ExhibitHeading | None = None
        self.stage = PictureState.WAITING
        self.sentence = ""
        self.look = ExhibitLook.MARKED
        self.editable = False
        self.picture: Pixels | None = None
        self.drawing = Drawing()
        self.selected = 0
        self.settled = True
        self.tool = Tool.SELECT
        self.notice = ""
        self.restored = False
        self.edits: list[Edit] = []
        self.undone: list[Edit] = []
        self.words_asked = 0
        self.ways_out = False
        self.warning = ""
        self.outside: list[Path] = []
        self.asked_where: list[str] = []
        self.copied_text = ""
        self.copied: Pixels | None = None
        self.film_line: FilmLine | None = None
        self.film_running = ""
        self.film_frame: tuple[str, Pixels | None, str] = ("", None, "")
        self.film_said: list[str] = []

    def show_heading(self, heading: ExhibitHeading) -> None:
        self.heading = heading

    def show_stage(self, stage: PictureState, sentence: str = "") -> None:
        self.stage, self.sentence = stage, sentence

    def show_look(self, look: ExhibitLook, *, editable: bool) -> None:
        self.look, self.editable = look, editable

    def show_picture(self, pixels: Pixels | None) -> None:
        self.picture = pixels

    def show_drawing(
        self, drawing: Drawing, selected: int, ground: EditorGround, *, settled: bool
    ) -> None:
        self.drawing, self.selected, self.settled = drawing, selected, settled

    def show_tool(self, tool: Tool) -> None:
        self.tool = tool

    def show_notice(self, sentence: str) -> None:
        self.notice = sentence

    def show_ways_out(self, *, shown: bool, warning: str = "") -> None:
        self.ways_out, self.warning = shown, warning

    def open_outside(self, path: Path) -> None:
        self.outside.append(path)

    def ask_where(self, name: str) -> None:
        self.asked_where.append(name)

    def show_offers(self, offers: CoverOffers) -> None:
        self.offers = offers

    def show_restored(self, *, shown: bool) -> None:
        self.restored = shown

    def show_film_line(self, line: FilmLine | None) -> None:
        self.film_line = line

    def show_film_running(self, sentence: str) -> None:
        self.film_running = sentence

    def show_film_frame(self, at: str, pixels: Pixels | None, sentence: str = "") -> None:
        self.film_frame = (at, pixels, sentence)

    def show_film_said(self, sentence: str) -> None:
        self.film_said.append(sentence)

    def push(self, edit: Edit) -> None:
        self.edits.append(edit)
        stander = self.presenter or self.editing
        assert stander is not None
        stander.apply(edit.after, edit.selected)
        self.undone.clear()
        self._tell()

    def undo(self) -> None:
        edit = self.edits.pop()
        stander = self.presenter or self.editing
        assert stander is not None
        stander.apply(edit.before, edit.selected_before)
        self.undone.insert(0, edit)
        self._tell()

    def recall_steps(self, edits: tuple[Edit, ...], done: int) -> None:
        self.edits, self.undone = list(edits[:done]), list(edits[done:])

    def copy_text(self, words: str) -> None:
        self.copied_text = words

    def copy_picture(self, pixels: Pixels) -> None:
        self.copied = pixels

    def forget_steps(self) -> None:
        self.edits.clear()
        self.undone.clear()

    def _tell(self) -> None:
        if self.presenter is not None:
            edits = [*self.edits, *self.undone]
            self.presenter.steps_changed(history_of(edits, len(self.edits)))

    def edit_words(self) -> None:
        self.words_asked += 1

    @property
    def layer(self) -> Layer:
        return layer_of_drawing(self.drawing)


class House(World):
    """A vault on disk that can be closed and opened as after a crash."""

    def __init__(self, folder: Path, picture: Pixels = PICTURE) -> None:
        super().__init__(folder, picture=picture)
        if not self.path.exists():
            self._furnish()

    def _furnish(self) -> None:
        with self.make_vault() as vault:
            case = self.begin(vault)
            capture_and_seal(case, self.open_screen(), CaptureWish())
            note = self.folder / "brev.txt"
            note.write_text("hej", encoding="utf-8")
            add_file(case, note)


def case_of(session: Session) -> OpenCase:
    assert session.case is not None
    return session.case


def exhibit_of(session: Session, number: int = 1) -> Exhibit:
    exhibit = session.state.exhibit(number)
    assert exhibit is not None
    return exhibit


def editing(page: FakePage, layer: Layer = Layer(), *, can_change: bool = True) -> Editing:
    made = Editing(
        ENGLISH,
        page,
        GROUND,
        drawing_of(layer),
        can_change=lambda: can_change,
    )
    page.editing = made
    made.show()
    return made
