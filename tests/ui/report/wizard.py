"""What tests of the wizard share: a page that only remembers, a pause that a test ends, and a small case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hide import hide
from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.markup import Box, Layer, Redaction
from app.ui.lanes import GiveWay
from app.ui.printing.pages import PagePicture
from app.ui.printing.printer import Printer, PrinterError
from app.ui.report.authoring import AuthorAsked
from app.ui.report.model import (
    Buttons,
    ChoiceLine,
    KeyShown,
    LastCheck,
    Names,
    Pictures,
    RecipientOption,
    ReportDraft,
    ReportStep,
    Saved,
    Shared,
    Target,
)
from app.ui.report.private_copying import PrivateCopyOffer
from app.ui.report.small_pictures import Small
from app.ui.session import Session
from evidence_store import EntryId
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import FONT, World


class FakePane:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.sentence = ""
        self.building = ""
        self.count = 0
        self.pages: list[tuple[int, PagePicture]] = []
        self.turned: list[int] = []

    def show_building(self, sentence: str) -> None:
        self.building = sentence

    def show_document(self, count: int) -> None:
        self.count, self.building, self.sentence = count, "", ""

    def show_page(self, picture: PagePicture, index: int) -> None:
        self.pages.append((index, picture))

    def turn_to(self, index: int) -> None:
        self.turned.append(index)

    def show_sentence(self, sentence: str) -> None:
        self.count, self.building, self.sentence = 0, "", sentence


class FakePrinter:
    """Remembers what it was given, or refuses it."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.refuses = False

    def print_pdf(self, pdf: bytes, give_way: GiveWay) -> int:
        if self.refuses:
            raise PrinterError
        give_way(1, 1)
        self.papers.append(pdf)
        return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


class FakePage:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.pane = FakePane()
        self.step: ReportStep | None = None
        self.title = ""
        self.buttons: Buttons | None = None
        self.facts = ""
        self.options: tuple[RecipientOption, ...] = ()
        self.chosen = ""
        self.exhibits: tuple[ChoiceLine, ...] = ()
        self.notes: tuple[ChoiceLine, ...] = ()
        self.words: tuple[ChoiceLine, ...] = ()
        self.files: tuple[ChoiceLine, ...] = ()
        self.shared = Shared()
        self.asks: tuple[ChoiceLine, ...] = ()
        self.draft: ReportDraft | None = None
        self.pictures: Pictures | None = None
        self.small: dict[EntryId, bytes] = {}
        self.author: AuthorAsked | None = None
        self.check: LastCheck | None = None
        self.target: Target | None = None
        self.names: Names | None = None
        self.complaint = ""
        self.saving = ""
        self.saved: Saved | None = None
        self.key = KeyShown()
        self.keys_forgotten = 0
        self.notice = ""
        self.private: PrivateCopyOffer | None = None
        self.private_answer = ("", False)
        self.stick = ""
        self.opened: list[Path] = []
        self.copied: list[str] = []
        self.has_reader = True
        self.printer: FakePrinter | None = FakePrinter()
        self.goes_on = True
        self.asked_to_print: list[int] = []

    def show_step(self, step: ReportStep, title: str, lead: str) -> None:
        self.step, self.title = step, title

    def show_buttons(self, buttons: Buttons) -> None:
        self.buttons = buttons

    def show_facts(self, text: str) -> None:
        self.facts = text

    def show_options(self, options: tuple[RecipientOption, ...], chosen: str) -> None:
        self.options, self.chosen = options, chosen

    def show_author(self, asked: AuthorAsked | None) -> None:
        self.author = asked

    def show_exhibits(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.exhibits = lines

    def show_notes(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.notes = lines

    def show_words(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.words = lines

    def show_files(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.files = lines

    def show_shared(self, shared: Shared) -> None:
        self.shared = shared

    def show_asks(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.asks = lines

    def show_texts(self, draft: ReportDraft, case_title: str) -> None:
        self.draft = draft

    def show_pictures(self, pictures: Pictures) -> None:
        self.pictures = pictures

    def show_small(self, small: Small) -> None:
        self.small = dict(small)

    def show_check(self, check: LastCheck) -> None:
        self.check = check

    def show_target(self, target: Target, names: Names, complaint: str) -> None:
        self.target, self.names, self.complaint = target, names, complaint

    def show_saving(self, sentence: str) -> None:
        self.saving = sentence

    def show_key(self, shown: KeyShown) -> None:
        self.key = shown

    def forget_key(self) -> None:
        self.keys_forgotten += 1

    def show_saved(self, saved: Saved | None) -> None:
        self.saved = saved

    def show_notice(self, sentence: str) -> None:
        self.notice = sentence

    def show_private(self, offer: PrivateCopyOffer | None) -> None:
        self.private = offer

    def show_private_answer(self, sentence: str, *, written: bool) -> None:
        self.private_answer = (sentence, written)

    def show_stick(self, sentence: str) -> None:
        self.stick = sentence

    def is_there_a_printer(self) -> bool:
        return self.printer is not None

    def choose_printer(self, pages: int) -> Printer | None:
        self.asked_to_print.append(pages)
        return self.printer if self.goes_on else None

    def open_folder(self, folder: Path) -> None:
        self.opened.append(folder)

    def open_report(self, pdf: Path) -> bool:
        self.opened.append(pdf)
        return self.has_reader

    def copy(self, text: str) -> None:
        self.copied.append(text)


class FakePause:
    """Rings when the test says so."""

    def __init__(self) -> None:
        self.ring: Callable[[], None] | None = None
        self.started: list[int] = []

    def start(self, milliseconds: int, ring: Callable[[], None]) -> None:
        self.started.append(milliseconds)
        self.ring = ring

    def stop(self) -> None:
        self.ring = None

    def pass_by(self) -> None:
        ring, self.ring = self.ring, None
        assert ring is not None, "nothing was asked for"
        ring()


class House(World):
    """A case of four exhibits: 1 with a black box, 2 and 3 without, 4 put aside."""

    def __init__(self, folder: Path) -> None:
        """Live in a folder that ``furnish`` has filled, or that a copy of it was put in."""
        super().__init__(folder)
        self.documents = folder / "Dokumenter"

    def furnish(self) -> None:
        self.documents.mkdir()
        with self.make_vault() as vault:
            case = self.begin(vault, "Min sag: æ/ø")
            for seed in range(4):
                self.capture(case, seed)
            exhibit = case.state.exhibit(1)
            assert exhibit is not None
            set_layer(case, exhibit, Layer(redactions=(BOX,)), FONT)
            fourth = case.state.exhibit(4)
            assert fourth is not None
            hide(case, fourth.original)

    def capture(self, case: OpenCase, seed: int) -> None:
        screen = FakeScreen(self.clock, striped_pixels(120, 80, seed))
        capture_and_seal(case, screen, CaptureWish())


BOX = Redaction(box=Box(10, 10, 40, 20), reason="Name")


def case_of(session: Session) -> OpenCase:
    assert session.case is not None
    return session.case
