"""A report on paper: sealed like one that is saved, and no file of it anywhere."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter  # noqa: TID251 - the other side of what is asked
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.casework.kinds.dossier import DOSSIER
from app.ui.printing.paper import Paper, paper
from app.ui.printing.printer import Printer
from app.ui.report.finishing import SavingState
from app.ui.report.model import ReportStep
from app.ui.session import Session
from tests.fakes.lanes import HeldLanes
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import FakePrinter, House, case_of


def printer_of(bench: Bench) -> FakePrinter:
    assert bench.page.printer is not None
    return bench.page.printer


def to_print(bench: Bench) -> None:
    bench.build()
    bench.presenter.go_to(ReportStep.SAVE)
    bench.presenter.print()


def test_it_is_sealed_and_printed_and_lies_in_no_file(bench: Bench) -> None:
    to_print(bench)
    (pdf,) = printer_of(bench).papers
    (dossier,) = bench.session.state.of(DOSSIER)
    with case_of(bench.session).vault.open_object(dossier.entry) as sealed:
        assert sealed.read() == pdf
    assert dossier.facts.files is None
    assert bench.files() == []
    assert bench.page.asked_to_print == [bench.page.pane.count]
    assert bench.page.notice.endswith("sent to the printer.")
    assert bench.page.saved is not None
    assert bench.page.saved.files == ()
    matched = case_of(bench.session).vault.verify(expect=bench.page.saved.receipt).matched
    assert matched is not None
    assert matched.seq == dossier.entry.seq


def test_a_report_that_is_saved_is_printed_as_it_was_sealed(bench: Bench) -> None:
    bench.build()
    bench.aim(package=True)
    bench.save()
    bench.presenter.print()
    (pdf,) = printer_of(bench).papers
    (name,) = [each for each in bench.files() if each.endswith(".pdf")]
    assert (bench.house.documents / name).read_bytes() == pdf
    assert len(bench.session.state.of(DOSSIER)) == 1
    assert bench.page.saved is not None
    assert len(bench.page.saved.files) == 2


def test_without_a_printer_one_sentence_says_so_and_nothing_is_sealed(bench: Bench) -> None:
    bench.page.printer = None
    to_print(bench)
    assert bench.page.notice.startswith("There is no printer on this computer.")
    assert bench.page.asked_to_print == []
    assert not bench.session.state.of(DOSSIER)


def test_who_thinks_better_of_it_has_sealed_nothing(bench: Bench) -> None:
    bench.page.goes_on = False
    to_print(bench)
    assert not bench.session.state.of(DOSSIER)
    assert bench.presenter.finish.stage is SavingState.ASKING


def test_a_printer_that_refuses_is_told_and_can_be_asked_again(bench: Bench) -> None:
    printer_of(bench).refuses = True
    to_print(bench)
    assert bench.page.notice == "The printer did not take it. Look at the printer, and try again."
    printer_of(bench).refuses = False
    bench.presenter.print()
    assert len(printer_of(bench).papers) == 1
    assert len(bench.session.state.of(DOSSIER)) == 1


def test_it_can_be_stopped_before_it_is_sealed(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.presenter.go_to(ReportStep.SAVE)
    bench.presenter.print()
    assert bench.presenter.finish.stage is SavingState.SAVING
    bench.presenter.finish.stop()
    lanes.run_all()
    assert bench.page.notice.startswith("Stopped. Nothing was printed.")
    assert not bench.session.state.of(DOSSIER)
    bench.presenter.leave()
    lanes.run_all()


def test_printing_is_offered_beside_saving_alone(bench: Bench) -> None:
    for step in ReportStep:
        bench.presenter.go_to(step)
        assert bench.page.buttons is not None
        assert bench.page.buttons.shows_print is (step is ReportStep.SAVE)


def test_the_window_prints_what_it_shows(
    qtbot: QtBot, session: Session, house: House, qapp: QApplication, tmp_path: Path
) -> None:
    house.apply_look(qapp)
    page = opened(qtbot, session, house)
    file = tmp_path / "on paper.pdf"

    def choose(_pages: int) -> Printer:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        chosen: Paper = paper(printer)
        return chosen

    page.is_there_a_printer = lambda: True  # type: ignore[method-assign]
    page.choose_printer = choose  # type: ignore[method-assign, assignment]
    page.presenter.go_to(ReportStep.SAVE)
    assert page.print.isVisible()
    page.print.click()
    document = pypdfium2.PdfDocument(file)
    count = len(document)
    document.close()
    assert page.saving.notice.text() == f"{count} pages were sent to the printer."
    assert page.saving.done_title.text() == "The report is made"
    assert not page.saving.open_folder.isVisible()
    assert list(house.documents.iterdir()) == []
    page.leave()
