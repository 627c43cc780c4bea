"""The first minute: no vault without a passphrase, nothing replaced, and what was captured before is sealed first."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pypdfium2
import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.open_case import OpenCase
from app.folders import synced_by
from app.ui import routes
from app.ui.first_run.presenter import FirstRunPresenter, FirstRunStep
from app.ui.lanes import GiveWay
from app.ui.printing.pages import Pages
from app.ui.printing.printer import PrinterError
from tests.fakes.first_run_page import FakePage
from tests.worlds import Desk

OWN = "fire ord ingen gætter"


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def run(desk: Desk, page: FakePage) -> FirstRunPresenter:
    run = FirstRunPresenter(
        desk.context, page, desk.folder / "Mine" / "min.bevismappe", desk.folder / "hjem"
    )
    run.start()
    return run


def test_three_cards_and_a_vault_with_made_words_that_open_it(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.go_on()
    run.go_on()
    assert len(page.phrase.split()) == 6
    run.use_made_words(written_down=True)
    assert page.steps == [
        FirstRunStep.WHAT,
        FirstRunStep.WHERE,
        FirstRunStep.LOCK,
        FirstRunStep.READY,
    ]
    phrase = page.phrase
    assert desk.session.state.title == "My case"
    desk.session.close()
    desk.session.unlock(run.vault, phrase)
    assert desk.session.vault is not None


def test_the_passphrase_card_cannot_be_gone_past(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    for _ in range(5):
        run.go_on()
    assert run.step is FirstRunStep.LOCK
    run.use_made_words(written_down=False)
    assert page.complaint
    assert desk.session.vault is None
    run.go_back()
    assert (run.step, page.complaint) == (FirstRunStep.WHERE, "")


@pytest.mark.parametrize(
    ("first", "second"), [("", ""), ("  kort  ", "kort"), (OWN, OWN + "!"), (" " * 20, " " * 20)]
)
def test_own_words_that_are_short_or_mistyped_make_no_vault(
    desk: Desk, run: FirstRunPresenter, page: FakePage, first: str, second: str
) -> None:
    run.use_own_words(first, second)
    assert page.complaint
    assert desk.session.vault is None
    assert not run.vault.exists()


def test_own_words_written_twice_open_the_vault(desk: Desk, run: FirstRunPresenter) -> None:
    run.use_own_words(OWN, f"{OWN} ")
    desk.session.close()
    desk.session.unlock(run.vault, OWN)
    assert desk.session.vault is not None


def test_other_words_are_other_words(run: FirstRunPresenter, page: FakePage) -> None:
    before = page.phrase
    run.another_phrase()
    assert page.phrase != before


def test_a_capture_from_before_waits_and_is_sealed_right_after_the_vault_exists(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    def seal(case: OpenCase) -> object:
        return capture_and_seal(case, desk.context.open_screen(), CaptureWish())

    desk.context.held.keep(seal)
    assert "Not saved yet" in page.held
    run.use_made_words(written_down=True)
    assert (len(desk.session.state.exhibits), page.held) == (1, "")


def test_a_vault_that_lies_there_is_offered_and_never_replaced(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    folder = desk.folder / "taken"
    folder.mkdir()
    there = folder / run.vault.name
    there.write_bytes(b"somebody else's")
    run.go_on()
    run.choose_folder(folder)
    assert page.folder == (there, "", True)
    run.go_on()
    assert run.step is FirstRunStep.WHERE
    run.use_made_words(written_down=True)
    assert page.problem
    assert there.read_bytes() == b"somebody else's"
    run.open_existing()
    assert desk.navigator.routes == [routes.Unlock(there)]


def test_a_folder_that_takes_no_file_is_said_and_the_card_stays(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    (desk.folder / "file").write_text("no folder", "utf-8")
    run.choose_folder(desk.folder / "file")
    run.go_on()
    run.go_on()
    run.use_made_words(written_down=True)
    assert page.problem
    assert (run.step, page.making) == (FirstRunStep.LOCK, False)


def test_the_sheet_is_written_where_it_was_asked_for(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.use_made_words(written_down=True)
    target = desk.folder / "ark.pdf"
    run.save_sheet(target)
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in page.sheet
    run.save_sheet(desk.folder / "no such folder" / "ark.pdf")
    assert "ark.pdf" not in page.sheet or "no such folder" in page.sheet
    assert run.step is FirstRunStep.READY


def test_the_sheet_goes_to_a_copied_folder_only_when_it_is_chosen_twice(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.use_made_words(written_down=True)
    folder = desk.folder / "OneDrive - Nordby Kommune"
    folder.mkdir()
    run.save_sheet(folder / "ark.pdf")
    assert "OneDrive" in page.sheet
    assert not list(folder.iterdir())
    run.save_sheet(folder / "ark.pdf")
    assert (folder / "ark.pdf").exists()


def test_when_it_is_over_no_passphrase_is_held(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.use_made_words(written_down=True)
    phrase = page.phrase
    run.finish()
    assert (page.forgotten, desk.navigator.routes) == (1, [routes.NextStep()])
    assert phrase not in repr(vars(run))


@pytest.mark.parametrize(
    ("path", "program"),
    [
        (PureWindowsPath(r"C:\Users\Mette\OneDrive - Nordby Kommune\Dokumenter"), "OneDrive"),
        (PureWindowsPath(r"G:\Mit drev\Bevismappe"), "Google Drive"),
        (PurePosixPath("/hjem/m/Library/Mobile Documents/com~apple~CloudDocs/a"), "iCloud"),
        (PurePosixPath("/hjem/m/Dropbox (Privat)/Bevismappe"), "Dropbox"),
        (PurePosixPath("/hjem/m/Nextcloud/Bevismappe"), "Nextcloud"),
        (PurePosixPath("/hjem/m/Dokumenter/Bevismappe"), ""),
        (PurePosixPath("/hjem/m/Om OneDrive/Bevismappe"), ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(
    path: PurePosixPath | PureWindowsPath, program: str
) -> None:
    assert synced_by(path) == program


def test_a_folder_that_is_copied_under_another_name_is_known_too(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    (desk.folder / "OneDrive").mkdir()
    (desk.folder / "Dokumenter").symlink_to(desk.folder / "OneDrive")
    run.choose_folder(desk.folder / "Dokumenter")

    assert page.folder is not None
    assert "OneDrive" in page.folder[1]


def test_where_the_folder_is_copied_one_press_keeps_the_vault_on_this_computer(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    before = page.local
    run.choose_folder(desk.folder / "Dropbox")
    offered = page.local
    run.choose_local_folder()

    assert (before, offered, page.local) == (False, True, False)
    assert page.folder == (desk.folder / "hjem" / "Mine" / "min.bevismappe", "", False)


class FakePrinter:
    """Keeps what it was given; ``out_of_order`` takes nothing."""

    def __init__(self, *, out_of_order: bool = False) -> None:
        self.pdfs: list[bytes] = []
        self._out_of_order = out_of_order

    def print_pdf(self, pdf: bytes, give_way: GiveWay) -> int:
        if self._out_of_order:
            raise PrinterError
        give_way(1, 1)
        self.pdfs.append(pdf)
        return 1


def test_the_sheet_is_printed_without_a_file(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.use_made_words(written_down=True)
    before = {each for each in desk.folder.rglob("*") if each.is_file()}
    printer = FakePrinter()
    run.print_sheet(printer)

    (pdf,) = printer.pdfs
    pages = Pages()
    pages.open(pdf)
    picture = pages.picture(0, 600)
    pages.close()
    assert picture is not None
    assert all(word in picture.text for word in page.phrase.split())
    assert page.sheet == "1 page was sent to the printer."
    assert {each for each in desk.folder.rglob("*") if each.is_file()} == before


def test_a_printer_that_is_missing_or_takes_nothing_is_said(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.use_made_words(written_down=True)
    run.print_sheet(None)
    missing = page.sheet
    run.print_sheet(FakePrinter(out_of_order=True))

    assert "no printer" in missing
    assert "did not take it" in page.sheet


def test_a_copied_folder_is_warned_of_and_still_allowed(
    desk: Desk, run: FirstRunPresenter, page: FakePage
) -> None:
    run.go_on()
    run.choose_folder(desk.folder / "OneDrive")
    assert page.folder is not None
    assert "OneDrive" in page.folder[1]
    run.go_on()
    assert run.step is FirstRunStep.LOCK


def test_a_name_that_is_written_stands_on_the_sheet_and_in_the_case(
    desk: Desk, run: FirstRunPresenter
) -> None:
    run.use_made_words(written_down=True)
    run.name_owner("  Mette Eks ")
    run.save_sheet(desk.folder / "ark.pdf")
    pdf = pypdfium2.PdfDocument(desk.folder / "ark.pdf")
    words = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    assert "Mette Eks" in words
    author = desk.session.state.author
    assert author is not None
    assert author.name == "Mette Eks"
