"""What is shown before saving is what will be saved, and nothing of it is left anywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import PreviewedDossier, preview_dossier
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.dossier import Choices, UnknownExhibitError
from tests.fakes.clock import FakeClock
from tests.unit.actions.acting import captured, leftovers
from tests.worlds import order


class StoppedError(Exception):
    """What a person who stops it raises through the progress."""


def previewed(case: OpenCase, choices: Choices | None = None, **more: object) -> PreviewedDossier:
    return preview_dossier(
        case,
        order(choices=choices),
        **more,  # type: ignore[arg-type]  # the progress, where a test has one
    )


def test_at_the_same_moment_the_preview_is_the_saved_file_byte_for_byte(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    captured(case, seed=3)
    choices = Choices(exhibits=(2,), own_asks=("En telefontid",), summary="Kort fortalt.")
    case.clock = FakeClock(step_ms=0)
    shown = previewed(case, choices)
    target = tmp_path / "d.pdf"
    made = make_dossier(case, order(choices=choices), target)
    assert shown.dossier == made.dossier
    assert shown.pages == made.pages
    assert shown.pdf == target.read_bytes()


def test_a_preview_seals_nothing_and_writes_no_file(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    head = case.vault.head(case.chains.evidence)
    before = set(os.listdir(tmp_path))  # noqa: PTH208 - names alone
    shown = previewed(case)
    assert shown.pdf.startswith(b"%PDF-")
    assert case.vault.head(case.chains.evidence) == head
    assert set(os.listdir(tmp_path)) == before  # noqa: PTH208 - names alone
    assert list(scratch.iterdir()) == []


def test_what_the_progress_raises_stops_the_preview(case: OpenCase) -> None:
    captured(case)
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        raise StoppedError

    with pytest.raises(StoppedError):
        previewed(case, progress=stop)
    assert told == [(0, 1)]


def test_a_choice_that_is_not_there_is_named(case: OpenCase) -> None:
    with pytest.raises(UnknownExhibitError):
        previewed(case, Choices(exhibits=(9,)))


@pytest.mark.parametrize("ending", ["pdf", "zip"])
def test_stopping_while_it_is_made_seals_nothing_and_leaves_no_file(
    case: OpenCase, tmp_path: Path, ending: str
) -> None:
    captured(case)
    head = case.vault.head(case.chains.evidence)
    before = {path.name for path in tmp_path.iterdir()}

    def stop(done: int, of: int) -> None:
        raise StoppedError

    act = make_dossier if ending == "pdf" else hand_over
    with pytest.raises(StoppedError):
        act(case, order(), tmp_path / f"r.{ending}", progress=stop)
    assert case.vault.head(case.chains.evidence) == head
    assert {path.name for path in tmp_path.iterdir()} == before
    assert leftovers(case.vault) == 0


def test_a_dossier_without_pictures_can_be_stopped_too(case: OpenCase, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}

    def stop(done: int, of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        make_dossier(case, order(), tmp_path / "r.pdf", progress=stop)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert len(case.state.of(DOSSIER)) == 0


def test_stopping_while_the_package_is_written_keeps_the_sealed_dossier_and_no_file(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    before = {path.name for path in tmp_path.iterdir()}

    def stop(done: int, of: int) -> None:
        if of > 1:  # bytes of the package, no longer pictures of the dossier
            raise StoppedError

    with pytest.raises(StoppedError):
        hand_over(case, order(), tmp_path / "r.zip", progress=stop)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert len(case.state.of(DOSSIER)) == 1
    assert len(case.state.of(DELIVERY)) == 0


def test_what_is_too_large_to_hold_is_told_without_its_pages(case: OpenCase) -> None:
    captured(case)
    whole = previewed(case)
    size = len(whole.pdf)
    assert previewed(case, most_bytes=size + 100).pages == whole.pages
    for most in (size // 2, 10):
        shown = previewed(case, most_bytes=most)
        assert (shown.pages, shown.pdf) == (0, b"")
        assert shown.dossier.exhibits == whole.dossier.exhibits
