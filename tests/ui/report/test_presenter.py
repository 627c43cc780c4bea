"""The wizard without Qt: what is offered, what is shown beside it, and what is saved."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from app.actions.add_file import add_file
from app.actions.preview_dossier import preview_dossier
from app.actions.set_layer import set_layer
from app.markup import Layer
from app.ui.report.finishing import Stage
from app.ui.report.model import Step, Target
from app.ui.report.presenter import ReportPresenter
from app.ui.session import Session
from evidence_store import receipt_code
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.fakes.navigator import FakeNavigator
from tests.ui.report.wizard import BOX, FONT, FakePage, FakePause, House, case_of


class Bench:
    """A presenter with everything around it."""

    def __init__(
        self, house: House, session: Session, lanes: DirectLanes | HeldLanes | None = None
    ) -> None:
        self.house = house
        self.session = session
        self.lanes = lanes or DirectLanes(after_store=session.publish)
        self.context = house.context(session, self.lanes)
        self.page = FakePage()
        self.pause = FakePause()
        self.presenter = ReportPresenter(self.context, self.page, self.pause, house.documents)

    @property
    def navigator(self) -> FakeNavigator:
        return cast("FakeNavigator", self.context.navigator)

    def build(self) -> None:
        self.pause.pass_by()

    def text(self) -> str:
        """Every word of the pages as they are shown."""
        for index in range(self.page.pane.count):
            self.presenter.want_page(index, 300)
        return " ".join(picture.text for _, picture in self.page.pane.pages)

    def aim(self, *, pdf: bool = True, package: bool = False) -> None:
        self.presenter.finish.aim(Target(self.house.documents, pdf, package))

    def save(self) -> None:
        self.presenter.go_to(Step.SAVE)
        self.presenter.go_on()

    def files(self) -> list[str]:
        return sorted(path.name for path in self.house.documents.iterdir())


@pytest.fixture
def bench(house: House, session: Session) -> Iterator[Bench]:
    bench = Bench(house, session)
    bench.presenter.start()
    yield bench
    bench.presenter.leave()


def checked(bench: Bench) -> list[int]:
    return [int(line.key) for line in bench.page.exhibits if line.checked]


# -- who and what --------------------------------------------------------------------------------


def test_each_recipient_is_offered_with_what_they_get(bench: Bench) -> None:
    names = [option.name for option in bench.page.options]
    assert names[0] == "Manager"
    assert "Union consultant" in names
    manager = bench.page.options[0]
    assert "what you ask for" in manager.line.casefold()
    assert "Without senders’ names" in manager.line
    assert manager.badge == "3 exhibits"
    assert bench.page.chosen == "manager"


def test_a_wish_for_a_recipient_is_followed(house: House, session: Session) -> None:
    bench = Bench(house, session)
    bench.presenter.start("union_consultant")
    assert bench.page.chosen == "union_consultant"
    bench.presenter.leave()


def test_exhibits_stand_in_the_cases_order_and_those_left_out_say_why(bench: Bench) -> None:
    assert [line.key for line in bench.page.exhibits] == ["1", "2", "3", "4"]
    assert checked(bench) == [1, 2, 3]
    aside = bench.page.exhibits[3]
    assert aside.fixed
    assert "put aside" in aside.detail
    assert "1 place covered" in bench.page.exhibits[0].detail
    assert "Nothing covered" in bench.page.exhibits[1].detail


def test_what_is_put_aside_cannot_be_chosen(bench: Bench) -> None:
    bench.presenter.include_exhibit(4, included=True)
    assert checked(bench) == [1, 2, 3]


def test_an_exhibit_that_is_not_chosen_is_neither_shown_nor_saved(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.build()
    assert "Not chosen for this edition." in bench.text()
    bench.save()
    dossier = bench.session.state.dossiers[-1]
    assert [shown.number for shown in dossier.facts.exhibits] == [1, 3]


def test_choosing_all_again_is_the_same_as_never_having_chosen(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.presenter.include_exhibit(2, included=True)
    assert bench.presenter.draft is not None
    assert bench.presenter.draft.exhibits is None


def test_requests_follow_the_ticks_and_own_words_are_added(bench: Bench) -> None:
    first = bench.page.requests[0]
    bench.presenter.ask_for(first.key, wanted=False)
    bench.presenter.write(own_requests="En telefontid\n\nEt svar", summary="Kort.", title="Titel")
    bench.build()
    words = bench.text()
    assert first.text not in words
    for own in ("En telefontid", "Et svar", "Kort.", "Titel"):
        assert own in words


def test_another_recipient_gets_their_own_choices_and_the_same_words(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.presenter.write(own_requests="", summary="Mine ord.", title="")
    bench.presenter.choose_recipient("union_consultant")
    assert checked(bench) == [1, 2, 3]
    assert bench.page.draft is not None
    assert bench.page.draft.summary == "Mine ord."
    assert any(line.key == "legal_view" for line in bench.page.requests)


# -- steps ---------------------------------------------------------------------------------------


def test_the_steps_follow_each_other_and_back(bench: Bench) -> None:
    seen = [bench.page.step]
    for _ in range(4):
        bench.presenter.go_on()
        seen.append(bench.page.step)
    assert seen == list(Step)
    bench.presenter.go_back()
    assert bench.page.step is Step.LOOK


def test_no_step_is_barred_and_what_is_uncovered_is_named(bench: Bench) -> None:
    bench.build()
    bench.presenter.go_to(Step.COVER)
    assert bench.page.uncovered is not None
    assert bench.page.uncovered.sentence == "2 exhibits have no covered places: exhibits 2 and 3."
    assert [number for number, _ in bench.page.uncovered.exhibits] == [2, 3]
    assert bench.page.buttons is not None
    assert bench.page.buttons.can_go_on
    bench.presenter.open_exhibit(3)
    assert ("open_exhibit", 3) in bench.navigator.calls


def test_warnings_and_omissions_are_told_before_saving(bench: Bench) -> None:
    bench.build()
    assert bench.page.check is not None
    assert bench.page.check.warnings
    assert any("Exhibit 4" in what for what, _ in bench.page.check.omissions)


def test_the_choices_wait_while_an_exhibit_is_covered(bench: Bench) -> None:
    bench.presenter.include_exhibit(3, included=False)
    bench.presenter.go_to(Step.COVER)
    bench.presenter.leave()
    exhibit = bench.session.state.exhibit(2)
    assert exhibit is not None
    set_layer(case_of(bench.session), exhibit, Layer(redactions=(BOX,)), FONT)
    bench.presenter.start()
    bench.build()
    assert bench.page.step is Step.COVER
    assert checked(bench) == [1, 2]
    assert bench.page.uncovered is not None
    assert bench.page.uncovered.exhibits == ()


def test_putting_it_away_forgets_the_choices(bench: Bench) -> None:
    bench.presenter.include_exhibit(3, included=False)
    bench.presenter.put_away()
    assert bench.navigator.ways[-1] == "show_timeline"
    bench.presenter.start()
    assert checked(bench) == [1, 2, 3]


# -- the pages beside it ---------------------------------------------------------------------------


def test_the_preview_waits_for_a_pause_and_tells_length_and_size(bench: Bench) -> None:
    assert bench.pause.started == [300]
    assert bench.page.pane.count == 0
    bench.build()
    assert bench.page.pane.count > 0
    assert bench.page.facts.startswith(f"{bench.page.pane.count} pages · about ")


def test_what_is_shown_has_the_words_of_what_is_saved(bench: Bench) -> None:
    bench.context.session.case.clock = FakeClock(step_ms=0)  # type: ignore[union-attr]  # it is open
    bench.build()
    shown = bench.text()
    bench.save()
    (name,) = bench.files()
    document = pypdfium2.PdfDocument(bench.house.documents / name)
    saved = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    assert saved == shown


def test_a_newer_wish_stops_the_building_of_the_older(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.build()
    bench.presenter.include_exhibit(2, included=False)
    bench.build()
    lanes.run_all()
    assert "Not chosen for this edition." in " ".join(
        what + why for what, why in (bench.page.check.omissions if bench.page.check else ())
    )
    assert len(lanes.unhandled) == 0
    bench.presenter.leave()
    lanes.run_all()


def test_a_capture_meanwhile_builds_it_anew(bench: Bench) -> None:
    bench.build()
    bench.house.capture(case_of(bench.session), 9)
    bench.session.publish()
    bench.build()
    assert checked(bench) == [1, 2, 3, 5]


def test_its_own_jobs_do_not_build_it_anew(bench: Bench) -> None:
    bench.build()
    bench.session.publish()
    assert bench.pause.ring is None


def test_leaving_lets_go_of_the_pages(bench: Bench) -> None:
    bench.build()
    bench.presenter.want_page(0, 200)
    shown = len(bench.page.pane.pages)
    bench.presenter.leave()
    bench.presenter.want_page(0, 200)
    assert bench.page.pane.count == 0
    assert len(bench.page.pane.pages) == shown


def test_a_preview_that_fails_says_why(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise FileNotFoundError(2, "gone", str(tmp_path / "x"))

    monkeypatch.setattr("app.ui.report.previewing.preview_dossier", refuse)
    bench.build()
    assert bench.page.pane.sentence
    assert bench.page.facts == ""


def test_a_report_too_large_to_show_can_be_saved_all_the_same(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = partial(preview_dossier, most_bytes=1000)
    monkeypatch.setattr("app.ui.report.previewing.preview_dossier", small)
    bench.build()
    assert bench.page.pane.sentence.startswith("The report is too large to be shown here.")
    assert bench.page.facts == ""
    assert bench.page.check is not None
    bench.save()
    assert len(bench.files()) == 1


# -- saving --------------------------------------------------------------------------------------


def test_the_report_is_saved_under_a_name_made_for_it(bench: Bench) -> None:
    head = case_of(bench.session).vault.head(case_of(bench.session).chains.evidence)
    bench.build()
    bench.save()
    assert bench.files() == ["Report_Min-sag-æ-ø_2026-11-23_manager.pdf"]
    assert bench.page.saved is not None
    assert bench.page.saved.files == (bench.house.documents / bench.files()[0],)
    assert bench.page.saved.receipt == f"{receipt_code(head.hash)}/{head.id.seq}"
    assert bench.page.buttons is not None
    assert bench.page.buttons.primary == "Done"
    assert not bench.page.buttons.can_go_back


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
    assert len(bench.session.state.dossiers) == 1
    assert len(bench.session.state.deliveries) == 1
    with zipfile.ZipFile(package) as zipped:
        inside = next(name for name in zipped.namelist() if name.endswith(".pdf"))
        assert zipped.read(inside) == pdf.read_bytes()


def test_only_a_package_leaves_only_a_package(bench: Bench) -> None:
    bench.aim(pdf=False, package=True)
    bench.save()
    assert bench.files() == ["Report_Min-sag-æ-ø_2026-11-23_manager.zip"]


def test_nothing_chosen_and_no_folder_are_said_and_save_nothing(bench: Bench) -> None:
    bench.presenter.go_to(Step.SAVE)
    bench.aim(pdf=False)
    assert bench.page.complaint == "Choose what to save: the report, the package or both."
    bench.presenter.go_on()
    bench.presenter.finish.aim(Target(bench.house.folder / "no such"))
    assert bench.page.complaint == "There is no such folder. Choose another one."
    bench.presenter.go_on()
    assert bench.page.buttons is not None
    assert not bench.page.buttons.can_go_on
    assert len(bench.session.state.dossiers) == 0


@pytest.mark.parametrize("package", [False, True])
def test_stopping_leaves_no_file_and_says_so(bench: Bench, *, package: bool) -> None:
    bench.aim(package=package)
    bench.page.when_told = bench.presenter.finish.stop
    bench.save()
    assert bench.files() == []
    assert bench.page.notice == "Stopped. No file was saved."
    assert bench.presenter.finish.stage is Stage.ASKING
    assert len(bench.session.state.dossiers) == 0
    bench.build()  # what is shown is made anew


def test_while_it_is_saved_nothing_else_can_be_done(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.save()
    assert bench.page.buttons is not None
    assert not bench.page.buttons.can_go_on
    assert not bench.page.buttons.can_cancel
    bench.presenter.go_to(Step.CONTENT)
    bench.presenter.put_away()
    assert bench.page.step is Step.SAVE
    bench.presenter.go_on()
    lanes.run_all()
    assert len(session.state.dossiers) == 1
    assert bench.page.parts


def test_a_report_that_was_saved_while_away_is_told_and_shown_on_return(
    house: House, session: Session
) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.save()
    bench.presenter.leave()
    lanes.run_all()
    assert [toast.title for toast in bench.navigator.toasts] == ["The report is saved"]
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
    assert bench.page.step is Step.SAVE


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
    assert len(bench.navigator.errors) == 1


def test_afterwards_folder_code_and_note_are_at_hand(bench: Bench) -> None:
    bench.save()
    bench.presenter.finish.open_folder()
    bench.presenter.finish.copy_receipt()
    bench.presenter.finish.note_handed_over()
    assert bench.page.saved is not None
    assert bench.page.opened == [bench.house.documents]
    assert bench.page.copied == [bench.page.saved.receipt]
    assert bench.navigator.ways[-1] == "record_message"


def test_a_file_without_a_picture_asks_for_no_covering(bench: Bench) -> None:
    note = bench.house.folder / "brev.txt"
    note.write_text("hej", encoding="utf-8")
    add_file(case_of(bench.session), note)
    for number in (1, 2, 3):
        bench.presenter.include_exhibit(number, included=False)
    bench.session.publish()
    bench.presenter.include_exhibit(5, included=True)
    bench.build()
    assert bench.page.uncovered is not None
    assert bench.page.uncovered.sentence == "The report shows no pictures."
