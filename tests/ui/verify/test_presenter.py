"""One check at a time, on the lane it belongs to, and nothing is changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.open_package import ReadFile, ReadPackage
from app.picture import Pixels
from app.ui import routes
from app.ui.verify.outcome import CheckOutcome, OutcomeTone
from app.ui.verify.presenter import VerifyPresenter
from evidence_store import receipt_code
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.unit.actions.acting import captured
from tests.unit.house.tree import ROOT
from tests.worlds import Desk

SAMPLE = ROOT / "tests" / "data" / "package-v1" / "bevismappe-sample.zip"


class FakePage:
    def __init__(self) -> None:
        self.running = ""
        self.outcome: CheckOutcome | None = None
        self.complaint = ""
        self.refusal = ""
        self.vault = False
        self.inside: ReadPackage | None = None
        self.pictures: list[tuple[str, Pixels]] = []
        self.no_pictures: list[str] = []

    def show_inside(self, package: ReadPackage | None) -> None:
        self.inside = package

    def show_picture(self, file: ReadFile, pixels: Pixels) -> None:
        self.pictures.append((file.path, pixels))

    def show_no_picture(self, file: ReadFile, sentence: str) -> None:
        self.no_pictures.append(sentence)

    def show_running(self, sentence: str) -> None:
        self.running = sentence

    def show_outcome(self, outcome: CheckOutcome | None) -> None:
        self.outcome = outcome

    def show_complaint(self, sentence: str) -> None:
        self.complaint = sentence

    def show_refusal(self, sentence: str) -> None:
        self.refusal = sentence

    def show_vault(self, *, there: bool) -> None:
        self.vault = there


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(desk: Desk, page: FakePage) -> VerifyPresenter:
    presenter = VerifyPresenter(desk.context, page)
    presenter.refresh()
    return presenter


def test_without_a_vault_there_is_none_to_check(page: FakePage, presenter: VerifyPresenter) -> None:
    assert not page.vault

    presenter.check(None, "")

    assert page.refusal.startswith("There is no open vault")
    assert page.outcome is None


def test_who_came_by_a_package_has_a_way_to_their_vault(
    desk: Desk, presenter: VerifyPresenter
) -> None:
    presenter.open_vault()
    assert desk.navigator.routes == [routes.Unlock()]


def test_the_open_vault_is_checked_on_the_store_lane_and_left_as_it_is(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    desk.open()
    before = hashlib.sha256(desk.path.read_bytes()).digest()

    presenter.check(None, "")

    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs == ["store long"]
    assert page.outcome is not None
    assert (page.outcome.tone, page.outcome.subject) == (OutcomeTone.HOLDS, "My vault")
    assert page.running == ""
    assert hashlib.sha256(desk.path.read_bytes()).digest() == before


def test_the_open_vault_dropped_as_a_file_is_the_open_vault(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    desk.open()

    presenter.check(desk.path, "")

    assert page.outcome is not None
    assert page.outcome.subject == "My vault"


def test_another_vault_is_not_opened_for_a_check(
    desk: Desk, page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    desk.open()
    other = tmp_path / "anden.bevismappe"
    other.write_bytes(b"x")

    presenter.check(other, "")

    assert page.refusal.startswith("Another vault")


def test_a_receipt_code_that_fits_makes_it_sure(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    case = desk.open()
    code = receipt_code(case.vault.head(case.chains.evidence).hash)
    presenter.check(None, "")

    presenter.check_again(f" {code.lower()} ")

    assert page.outcome is not None
    assert page.outcome.tone is OutcomeTone.SURE


def test_a_slip_of_the_pen_is_told_before_anything_is_begun(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    desk.open()

    presenter.check(None, "7K2F")

    assert page.complaint
    assert page.outcome is None
    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs == []


def test_what_is_no_package_cannot_be_checked(
    desk: Desk, page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_bytes(b"hej")

    presenter.check(letter, "")

    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs == ["work long"]
    assert page.outcome is not None
    assert page.outcome.tone is OutcomeTone.UNKNOWN


def test_a_report_alone_needs_the_vault_that_it_was_made_in(
    page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    pdf = tmp_path / "rapport.pdf"
    pdf.write_bytes(b"%PDF-1.7")

    presenter.check(pdf, "")

    assert page.outcome is None
    assert page.refusal.startswith("A report alone is compared with the vault")


def test_a_report_alone_is_compared_with_the_open_vault(
    desk: Desk, page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    pdf = tmp_path / "rapport.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    desk.open()

    presenter.check(pdf, "")

    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs == ["store long"]
    assert page.outcome is not None
    assert (page.outcome.tone, page.outcome.subject) == (OutcomeTone.UNKNOWN, "rapport.pdf")
    assert page.outcome.word == "This PDF is no report of this vault"
    assert page.outcome.advice.startswith("It was saved anew or changed")


def test_a_check_that_was_stopped_says_nothing_any_more(tmp_path: Path) -> None:
    lanes, page = HeldLanes(), FakePage()
    desk = Desk(tmp_path, lanes)
    desk.open()
    presenter = VerifyPresenter(desk.context, page)

    presenter.check(None, "")
    assert page.running == "Checking My vault …"
    presenter.stop()
    lanes.run_all()

    assert page.running == ""
    assert page.outcome is None
    desk.session.close()


def test_a_second_check_takes_the_place_of_the_first(tmp_path: Path) -> None:
    lanes, page = HeldLanes(), FakePage()
    desk = Desk(tmp_path, lanes)
    presenter = VerifyPresenter(desk.context, page)
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(b"no zip")
        presenter.check(tmp_path / name, "")
    lanes.run_all()

    assert page.outcome is not None
    assert page.outcome.subject == "b.zip"


def test_what_is_captured_meanwhile_is_sealed_and_the_check_ends_well(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    case = desk.open()
    captured(case, seed=1)
    seen: list[bool] = []

    def capture() -> None:
        if len(seen) < 3:
            captured(case, seed=2 + len(seen))
            seen.append(page.outcome is None and bool(page.running))

    assert isinstance(desk.lanes, DirectLanes)
    desk.lanes.between = capture
    presenter.check(None, "")

    assert seen == [True, True, True]
    assert page.outcome is not None
    assert page.outcome.tone is OutcomeTone.HOLDS
    assert page.outcome.groups == ()
    assert len(case.state.exhibits) == 4


def test_nobody_waits_for_a_check_to_close_the_vault(tmp_path: Path) -> None:
    lanes, page = HeldLanes(), FakePage()
    desk = Desk(tmp_path, lanes)
    desk.open()
    presenter = VerifyPresenter(desk.context, page)
    slices: list[str] = []

    def close() -> None:
        slices.append(page.running)
        desk.session.will_close()

    lanes.between = close
    presenter.check(None, "")
    lanes.run_all()

    assert slices == ["Checking My vault …"]
    assert (page.running, page.outcome, page.refusal) == ("", None, "")
    desk.session.close()


@pytest.mark.parametrize("ends", ["stop", "another check", "the vault is closed"])
def test_a_check_of_a_package_ends_at_its_next_slice(tmp_path: Path, ends: str) -> None:
    lanes, page = HeldLanes(), FakePage()
    desk = Desk(tmp_path, lanes)
    desk.open()
    presenter = VerifyPresenter(desk.context, page)
    slices: list[float | None] = []

    def end() -> None:
        slices.append(presenter.part)
        match ends:
            case "stop":
                presenter.stop()
            case "another check":
                presenter.check(tmp_path / "er-her-ikke.zip", "")
            case _:
                desk.session.will_close()

    lanes.between = end
    presenter.check(SAMPLE, "")
    lanes.run_next()

    assert len(slices) == 1
    assert slices[0] is not None
    assert page.outcome is None
    desk.session.close()


def test_how_far_a_check_of_a_package_is_can_be_seen(desk: Desk, page: FakePage) -> None:
    presenter = VerifyPresenter(desk.context, page)
    parts: list[float] = []
    assert isinstance(desk.lanes, DirectLanes)
    desk.lanes.between = lambda: parts.append(presenter.part or 0.0)
    presenter.check(SAMPLE, "")

    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert page.outcome is not None
    assert page.outcome.tone is OutcomeTone.HOLDS


def test_the_result_is_saved_as_text_with_the_time_of_the_check(
    desk: Desk, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    desk.open()
    presenter.check(None, "")
    target = tmp_path / "svar.txt"
    presenter.save_result(target)

    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "My vault"
    assert lines[1].startswith("Checked ")
    assert desk.acts.toasts[-1].title == "The result is saved"


def test_a_result_that_cannot_be_saved_is_told(
    desk: Desk, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    desk.open()
    presenter.check(None, "")
    presenter.save_result(tmp_path / "er her ikke" / "svar.txt")

    assert desk.acts.errors


def test_the_name_of_the_result_says_what_was_checked(
    presenter: VerifyPresenter, tmp_path: Path
) -> None:
    presenter.check(SAMPLE, "")
    assert presenter.file_for_result(tmp_path) == tmp_path / "Check of bevismappe-sample.txt"


def test_something_else_can_be_checked_afterwards(
    desk: Desk, page: FakePage, presenter: VerifyPresenter
) -> None:
    desk.open()
    presenter.check(None, "")
    presenter.begin_anew()

    assert (page.outcome, page.refusal, page.running) == (None, "", "")


def test_parts_of_one_package_are_checked_together_and_again_with_a_code(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SAMPLE, "", [SAMPLE, SAMPLE])
    assert page.outcome is not None
    assert page.outcome.subject == "bevismappe-sample.zip and 2 more parts"
    presenter.check_again((SAMPLE.parent / "receipts.txt").read_text("ascii").splitlines()[-1])
    assert page.outcome.subject == "bevismappe-sample.zip and 2 more parts"


def test_parts_of_two_packages_are_refused_in_a_sentence(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SAMPLE, "", [SAMPLE.parents[1] / "package-v2" / SAMPLE.name])
    assert page.outcome is None
    assert page.refusal.startswith("These are not parts of one package")


SECOND = SAMPLE.parents[1] / "package-v2" / SAMPLE.name


def test_what_lies_in_a_checked_package_is_seen_without_a_vault(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SECOND, "")
    assert page.outcome is not None
    assert page.outcome.openable
    presenter.look_inside()
    assert page.inside is not None
    assert [each.number for each in page.inside.exhibits] == [1, 2, 3, 4]
    (first, *_) = [each.shown for each in page.inside.exhibits if each.shown is not None]
    presenter.picture(first)
    assert [path for path, _ in page.pictures] == ["data/exhibits/bilag-001.png"]
    presenter.picture(ReadFile("data/dossier.pdf", 1, "application/pdf"))
    presenter.picture(ReadFile("data/exhibits/bilag-077.png", 1, "image/png"))
    presenter.picture(ReadFile("../../etc/passwd", 1, "image/png"))
    assert len(page.no_pictures) >= 2
    presenter.leave_inside()
    assert page.inside is None


def test_a_package_of_format_1_or_one_that_was_changed_is_not_offered_to_be_seen(
    page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    changed = bytearray(SECOND.read_bytes())
    changed[len(changed) // 2] ^= 1
    (tmp_path / "p.zip").write_bytes(changed)
    for path in (SAMPLE, tmp_path / "p.zip"):
        presenter.check(path, "")
        assert page.outcome is not None
        assert not page.outcome.openable
    presenter.check(SAMPLE, "")
    presenter.look_inside()
    assert page.refusal.startswith("That cannot be shown")
