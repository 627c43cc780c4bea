"""A print is compared with the open vault or the checked package, beside the window, and shown as an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.dossier import CodeState, OtherWord, PaperPage, PaperReceipt, PaperReport, PaperState
from app.language import Language
from app.ui.verify.outcome import OutcomeTone
from app.ui.verify.paper_outcome import outcome_of_print
from app.ui.verify.presenter import VerifyPresenter
from tests.fakes.lanes import DirectLanes
from tests.ui.verify.fake_page import FakePage
from tests.unit.picture.test_printed import code_picture
from tests.worlds import Desk

ENGLISH = Language("en", Path())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A code that is none of ours."""
    code_picture("https://example.org/").image().save(tmp_path / "scan.png")
    return tmp_path / "scan.png"


def test_without_a_vault_it_is_said_what_a_print_is_compared_with(desk: Desk, scan: Path) -> None:
    page = FakePage()
    VerifyPresenter(desk.context, page).compare_print([scan])
    assert page.refusal.startswith("A print is compared with the vault")
    assert page.outcome is None


def test_reading_stands_on_the_work_lane_and_the_vault_is_asked_shortly(
    desk: Desk, scan: Path
) -> None:
    desk.open()
    page = FakePage()
    VerifyPresenter(desk.context, page).compare_print([scan])
    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs == ["work long", "store", "work long"]
    assert page.outcome is not None
    assert (page.outcome.tone, page.outcome.subject) == (OutcomeTone.UNKNOWN, "scan.png")
    assert [group.word for group in page.outcome.groups] == ["No code"]
    assert page.running == ""


def test_a_scan_that_is_no_picture_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    (tmp_path / "x.txt").write_text("ord", encoding="utf-8")
    page = FakePage()
    VerifyPresenter(desk.context, page).compare_print([tmp_path / "x.txt"])
    assert page.refusal
    assert page.outcome is None


@pytest.mark.parametrize(
    ("page", "tone", "word"),
    [
        (
            PaperPage(
                "a", 1, CodeState.FITS, 3, text=PaperState.SAME, digits=9, picture=PaperState.SAME
            ),
            OutcomeTone.HOLDS,
            "Alike",
        ),
        (
            PaperPage(
                "a",
                1,
                CodeState.FITS,
                3,
                text=PaperState.OTHER,
                words=(OtherWord("19.04", "19.09"),),
                picture=PaperState.SAME,
            ),
            OutcomeTone.CHANGED,
            "Other",
        ),
        (
            PaperPage("a", 1, CodeState.FITS, 3, text=PaperState.UNSURE, unsure=("7",)),
            OutcomeTone.UNKNOWN,
            "Not sure",
        ),
        (PaperPage("a", 1, CodeState.OTHER, 3, ("time",)), OutcomeTone.CHANGED, "Other"),
        (
            PaperPage("a", 1, CodeState.MISSING, receipt=PaperReceipt(7, "7K2F", CodeState.FITS)),
            OutcomeTone.HOLDS,
            "Alike",
        ),
        (
            PaperPage("a", 1, CodeState.MISSING, receipt=PaperReceipt(7, "7K2F", CodeState.OTHER)),
            OutcomeTone.CHANGED,
            "Other",
        ),
        (PaperPage("a", 1, CodeState.UNKNOWN, 3), OutcomeTone.UNKNOWN, "Not compared"),
    ],
)
def test_each_answer_has_its_sign_and_its_word(
    page: PaperPage, tone: OutcomeTone, word: str
) -> None:
    outcome = outcome_of_print(PaperReport((page,)), "a", ENGLISH)
    assert (outcome.tone, outcome.groups[0].word) == (tone, word)
    said = "\n".join(outcome.groups[0].lines)
    assert all(each.printed in said for each in page.words)


def test_what_was_not_compared_is_never_alike() -> None:
    alike = PaperPage("a", 1, CodeState.FITS, 3, text=PaperState.SAME)
    assert PaperReport((alike,)).state is PaperState.SAME
    assert PaperReport((alike, PaperPage("a", 2, CodeState.MISSING))).state is (
        PaperState.NOT_COMPARED
    )
    assert PaperReport(()).state is PaperState.NOT_COMPARED
