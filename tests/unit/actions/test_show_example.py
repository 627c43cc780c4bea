"""The example to look at: made in a folder of its own, closed to everything of the person's own, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import name_author, rename_case
from app.actions.hide import hide
from app.actions.make_dossier import make_dossier
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import compose_dossier
from app.actions.show_example import ShownExample, show_example
from app.casework import Exhibit, OnlyAnExampleError
from app.casework.kinds.case import Author
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NoteFacts
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.language import Language
from app.markup import Box, Redaction
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.worlds import DANISH, ENGLISH, FONT, MACHINE, RESOURCES, order
from tests.written import write_note


def made(language: Language = DANISH) -> ShownExample:
    return show_example(
        RESOURCES, language, clock=FakeClock(), machine=MACHINE, parameters=QUICK_KEYS
    )


@pytest.fixture
def shown() -> Iterator[ShownExample]:
    example = made()
    yield example
    example.throw_away()


def _boxes(exhibit: Exhibit) -> list[Box]:
    assert exhibit.copy is not None
    assert isinstance(exhibit.copy.redactions, WorkingCopyRedactions)
    return [each.box for each in exhibit.copy.redactions.redactions]


def test_it_holds_the_story_with_a_covered_copy_of_the_post(shown: ShownExample) -> None:
    (incident,) = shown.case.state.of(INCIDENT)
    post, around = shown.case.state.exhibits
    assert incident.current.facts.exhibits == (post.original,)
    assert around.context
    assert len(_boxes(post)) == 2  # the child's name and the number


def test_it_is_there_in_english_too() -> None:
    english = made(ENGLISH)
    title = english.case.state.title
    english.throw_away()
    danish = made()
    assert title != danish.case.state.title
    danish.throw_away()


def test_nothing_of_it_is_left_once_it_is_thrown_away(shown: ShownExample) -> None:
    assert [each.name for each in shown.folder.iterdir()]
    shown.throw_away()
    assert not shown.folder.exists()
    shown.throw_away()


def test_what_cannot_be_made_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError, match="demo"):
        show_example(
            tmp_path / "no resources",
            DANISH,
            clock=FakeClock(),
            machine=MACHINE,
            parameters=QUICK_KEYS,
        )
    assert not list(tmp_path.iterdir())


def _capture(case: OpenCase) -> object:
    screen = FakeScreen(case.clock, striped_pixels(40, 30))
    return capture_and_seal(case, screen, CaptureWish())


@pytest.mark.parametrize(
    "own",
    [
        _capture,
        lambda case: write_note(case, "Min egen note", NoteFacts()),
        lambda case: rename_case(case, "Min sag", ""),
        lambda case: name_author(case, Author(name="Rigtigt Navn")),
    ],
    ids=["capture", "note", "title", "author"],
)
def test_nothing_of_the_persons_own_is_sealed_into_it(
    shown: ShownExample, own: Callable[[OpenCase], object]
) -> None:
    before = shown.case.state
    with pytest.raises(OnlyAnExampleError):
        own(shown.case)
    assert shown.case.state is before


def test_marking_covering_and_hiding_can_be_tried(shown: ShownExample) -> None:
    exhibit = shown.case.state.exhibits[0]
    mark_and_redact(
        shown.case, exhibit, redactions=[Redaction(Box(0, 0, 9, 9), "Barns navn")], font=FONT
    )
    covered = shown.case.state.exhibits[0]
    hide(shown.case, exhibit.original)
    assert Box(0, 0, 9, 9) in _boxes(covered)
    assert shown.case.state.exhibits[0].hidden


def test_every_page_of_its_report_says_that_it_is_an_example(
    shown: ShownExample, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.pdf"
    make_dossier(shown.case, order(), target)
    assert compose_dossier(shown.case, order()).example
    pdf = pypdfium2.PdfDocument(target)
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    assert len(texts) > 2
    assert all("EKSEMPEL" in text and "FORTROLIGT" not in text for text in texts)
