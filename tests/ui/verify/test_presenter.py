"""One check at a time, on the lane it belongs to, and nothing is changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.ui import routes
from app.ui.verify.outcome import OutcomeTone
from app.ui.verify.presenter import VerifyPresenter
from evidence_store import receipt_code
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.ui.verify.fake_page import FakePage
from tests.unit.actions.acting import captured
from tests.unit.house.tree import ROOT
from tests.worlds import Desk

SAMPLE = ROOT / "tests" / "data" / "package-v1" / "bevismappe-sample.zip"


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
