"""The last step: one dossier, a name of its own, no half file, and what is said afterwards."""

from __future__ import annotations

import shutil
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.handover import verify_path
from app.settings import Settings
from app.ui import routes
from app.ui.report.finishing import SavingState
from app.ui.report.model import ReportStep, Target
from app.ui.session import Session
from tests.fakes.lanes import HeldLanes
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import House, case_of
from tests.unit.actions.acting import captured


def test_the_report_is_saved_under_a_name_made_for_it(bench: Bench) -> None:
    bench.build()
    bench.save()
    assert bench.files() == ["Report_Min-sag-æ-ø_2026-11-23_manager.pdf"]
    assert bench.page.saved is not None
    assert bench.page.saved.files == (bench.house.documents / bench.files()[0],)
    assert bench.page.buttons is not None
    assert bench.page.buttons.primary == "Done"
    assert not bench.page.buttons.can_go_back


def test_the_code_passed_on_with_a_report_alone_covers_it(bench: Bench) -> None:
    """The report itself can only print the code of the entry before."""
    bench.save()
    case = case_of(bench.session)
    (dossier,) = bench.session.state.of(DOSSIER)
    assert bench.page.saved is not None
    matched = case.vault.verify(expect=bench.page.saved.receipt).matched
    assert matched is not None
    assert matched.seq == dossier.entry.seq == dossier.facts.head.seq + 1


def test_a_folder_that_is_copied_is_told_before_it_is_saved_there_and_not_remembered(
    bench: Bench,
) -> None:
    bench.build()
    synced = bench.house.folder / "OneDrive - Nordby Kommune"
    synced.mkdir()
    assert bench.page.notice == ""
    bench.presenter.finish.aim(Target(synced))
    assert "OneDrive" in bench.page.notice
    bench.presenter.finish.save()
    assert list(synced.iterdir())
    settings_file = bench.house.folder / "settings.ini"
    assert Settings(settings_file).save_folder is None


def test_the_folder_of_the_last_report_is_remembered(bench: Bench) -> None:
    bench.save()
    assert Settings(bench.house.folder / "settings.ini").save_folder == bench.house.documents


def test_a_second_report_never_replaces_the_first(bench: Bench) -> None:
    bench.save()
    bench.presenter.go_on()
    bench.presenter.start()
    bench.save()
    assert bench.files() == [
        "Report_Min-sag-æ-ø_2026-11-23_manager.pdf",
        "Report_Min-sag-æ-ø_2026-11-23_manager_2.pdf",
    ]


def test_report_and_package_are_one_dossier(bench: Bench) -> None:
    bench.aim(package=True)
    bench.save()
    pdf, package = (bench.house.documents / name for name in bench.files())
    assert len(bench.session.state.of(DOSSIER)) == 1
    assert len(bench.session.state.of(DELIVERY)) == 1
    with zipfile.ZipFile(package) as zipped:
        inside = next(name for name in zipped.namelist() if name.endswith(".pdf"))
        assert zipped.read(inside) == pdf.read_bytes()


def test_a_package_is_shared_out_where_the_person_wants_it(bench: Bench) -> None:
    """What fits one file is one file, so that nobody gets parts for nothing."""
    bench.presenter.finish.aim(Target(bench.house.documents, pdf=False, package=True, part_mb=5))
    bench.save()
    assert [name[-4:] for name in bench.files()] == [".zip"]


def test_the_code_of_a_package_covers_the_dossier_in_it(bench: Bench) -> None:
    bench.aim(pdf=False, package=True)
    bench.save()
    assert bench.page.saved is not None
    package = bench.house.documents / bench.files()[0]
    report = verify_path(package, expect=bench.page.saved.receipt)
    assert report.matched is not None
    assert report.matched.seq == report.receipts[-1].seq


def test_only_a_package_leaves_only_a_package(bench: Bench) -> None:
    bench.aim(pdf=False, package=True)
    bench.save()
    assert bench.files() == ["Report_Min-sag-æ-ø_2026-11-23_manager.zip"]


def test_nothing_chosen_and_no_folder_are_said_and_save_nothing(bench: Bench) -> None:
    bench.presenter.go_to(ReportStep.SAVE)
    bench.aim(pdf=False)
    assert bench.page.complaint == "Choose what to save: the report, the package or both."
    bench.presenter.go_on()
    bench.presenter.finish.aim(Target(bench.house.folder / "no such"))
    assert bench.page.complaint == "There is no such folder. Choose another one."
    bench.presenter.go_on()
    assert bench.page.buttons is not None
    assert not bench.page.buttons.can_go_on
    assert len(bench.session.state.of(DOSSIER)) == 0


@pytest.mark.parametrize("package", [False, True])
def test_stopping_leaves_no_file_and_says_so(bench: Bench, *, package: bool) -> None:
    bench.aim(package=package)
    bench.lanes.between = bench.presenter.finish.stop
    bench.save()
    assert bench.files() == []
    assert bench.page.notice == "Stopped. No file was saved."
    assert bench.presenter.finish.stage is SavingState.ASKING
    assert len(bench.session.state.of(DOSSIER)) == 0
    bench.build()  # what is shown is made anew


def test_while_it_is_saved_nothing_else_can_be_done(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.save()
    assert bench.page.buttons is not None
    assert not bench.page.buttons.can_go_on
    assert not bench.page.buttons.can_cancel
    bench.presenter.go_to(ReportStep.CONTENT)
    bench.presenter.put_away()
    assert bench.page.step is ReportStep.SAVE
    bench.presenter.go_on()
    parts: list[float | None] = []
    lanes.between = lambda: parts.append(bench.presenter.finish.part)
    lanes.run_all()
    assert len(session.state.of(DOSSIER)) == 1
    assert parts[-1] == 1.0


def test_a_report_that_was_saved_while_away_is_told_and_shown_on_return(
    house: House, session: Session
) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.save()
    bench.presenter.leave()
    lanes.run_all()
    assert [toast.title for toast in bench.acts.toasts] == ["The report is saved"]
    seen = []
    for _ in range(2):
        bench.presenter.start()
        seen.append(bench.page.saved is not None)
        bench.presenter.leave()
    lanes.run_all()
    assert seen == [True, False]


def test_a_fault_is_told_and_the_step_stays(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "no", str(bench.house.documents))

    monkeypatch.setattr("app.ui.report.saving.make_dossier", refuse)
    bench.save()
    assert bench.page.notice
    assert bench.page.saved is None
    assert bench.page.step is ReportStep.SAVE


def test_a_dossier_that_cannot_be_written_beside_its_package_is_not_hidden(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "no", str(bench.house.documents))

    monkeypatch.setattr("app.ui.report.saving.export_original", refuse)
    bench.aim(package=True)
    bench.save()
    assert bench.page.saved is not None
    assert [file.suffix for file in bench.page.saved.files] == [".zip"]
    assert len(bench.acts.errors) == 1


def test_the_saved_report_opens_in_the_computers_own_program(bench: Bench) -> None:
    bench.save()
    assert bench.page.saved is not None
    pdf = next(file for file in bench.page.saved.files if file.suffix == ".pdf")
    bench.presenter.finish.open_report()
    assert (bench.page.opened, str(pdf) in bench.page.notice) == ([pdf], False)
    bench.page.has_reader = False
    bench.presenter.finish.open_report()
    assert str(pdf) in bench.page.notice


def test_a_mail_is_drafted_that_nobody_has_sent(bench: Bench) -> None:
    bench.presenter.finish.draft_mail()
    assert not bench.page.notice
    bench.save()
    assert bench.page.saved is not None
    pdf = next(file for file in bench.page.saved.files if file.suffix == ".pdf")
    bench.presenter.finish.draft_mail()
    draft = pdf.with_suffix(".eml")
    (along,) = message_from_bytes(draft.read_bytes(), policy=default).iter_attachments()
    assert along.get_content() == pdf.read_bytes()
    assert str(draft) in bench.page.notice
    pdf.unlink()
    bench.presenter.finish.draft_mail()
    assert str(draft) not in bench.page.notice


def test_a_folder_for_a_stick_is_made_beside_the_package_open_or_encrypted(bench: Bench) -> None:
    bench.presenter.finish.make_stick()
    assert not bench.page.stick
    bench.aim(package=True)
    bench.save()
    assert bench.page.saved is not None
    package = next(file for file in bench.page.saved.files if file.suffix == ".zip")
    folder = package.with_name(f"{package.stem}-usb")
    bench.presenter.finish.make_stick()
    assert str(folder) in bench.page.stick
    assert (folder / "index.html").is_file()
    assert (folder / "pakke" / "pakke.zip").read_bytes() == package.read_bytes()
    bench.presenter.finish.make_stick("age1 is no key")
    assert "There is something at" in bench.page.stick
    shutil.rmtree(folder)
    bench.presenter.finish.make_stick("age1 is no key")
    assert "no key of the program age" in bench.page.stick
    assert not folder.exists()
    bench.presenter.finish.make_stick("hest lampe vindue")
    assert sorted(each.name for each in folder.iterdir()) == [
        *("laes-mig.txt", "noegle.age", "politistik.zip.age")
    ]


def test_afterwards_folder_code_and_note_are_at_hand(bench: Bench) -> None:
    bench.save()
    bench.presenter.finish.open_folder()
    bench.presenter.finish.copy_receipt()
    bench.presenter.finish.note_handed_over()
    assert bench.page.saved is not None
    assert bench.page.opened == [bench.house.documents]
    assert bench.page.copied == [bench.page.saved.receipt]
    (package,) = bench.session.state.of(DELIVERY) or [None]
    (dossier,) = bench.session.state.of(DOSSIER)
    what = package.entry if package is not None else dossier.entry
    assert bench.navigator.routes == [routes.Write("handed_over", about=what)]


def test_what_is_captured_meanwhile_is_sealed_before_the_report(
    house: House, session: Session
) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    exhibits = len(session.state.exhibits)
    bench.save()
    seen: list[int] = []

    def capture() -> None:
        if not seen:
            captured(case_of(session))
            seen.append(len(session.state.of(DOSSIER)))

    lanes.between = capture
    lanes.run_all()

    assert seen == [0]
    assert len(session.state.exhibits) == exhibits + 1
    assert len(session.state.of(DOSSIER)) == 1
    assert bench.page.saved is not None


def test_a_stop_after_the_package_is_whole_tells_it_as_saved(
    house: House, session: Session
) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.aim(package=True)
    bench.save()

    def stop_late() -> None:
        if session.state.of(DELIVERY):
            bench.presenter.finish.stop()

    lanes.between = stop_late
    lanes.run_all()

    assert bench.page.saved is not None
    assert [file.suffix for file in bench.page.saved.files] == [".zip"]
    assert [Path(name).suffix for name in bench.files()] == [".zip"]
    assert bench.acts.errors == []


def test_a_tick_has_the_report_signed_by_the_key_of_the_vault(bench: Bench) -> None:
    bench.save()
    bench.presenter.go_on()
    bench.presenter.start()
    assert case_of(bench.session).vault.kept_rows("signing") == ()
    bench.presenter.finish.aim(Target(bench.house.documents, signed=True))
    bench.save()
    signed = [
        b"/ETSI.CAdES.detached" in path.read_bytes() for path in bench.house.documents.iterdir()
    ]
    assert sorted(signed) == [False, True]
    assert case_of(bench.session).vault.kept_rows("signing") != ()
