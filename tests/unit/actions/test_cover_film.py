"""A covered clip of a film: sealed with where it is black, never the film itself, and without a trace when stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.cover_film import (
    ClipPlan,
    CoverPlaceError,
    NothingCoveredError,
    cover_film,
)
from app.actions.open_case import OpenCase
from app.actions.take_frame import NoSuchMomentError
from app.casework import Exhibit
from app.casework.kinds.working_copy import ClipCover, WorkingCopyClip
from app.picture import frames_of_film, look_at_film
from evidence_store import ObjectBody
from tests.fakes.films import made_film

COVER = ClipCover(
    left=250_000,
    top=250_000,
    width=500_000,
    height=500_000,
    from_us=300_000,
    to_us=600_000,
    reason="Barns ansigt",
)


class StoppedError(Exception):
    """The person does not want it any more."""


@pytest.fixture(scope="module")
def film_bytes() -> bytes:
    return made_film("mp4", size=(64, 48), sound=True)


@pytest.fixture(autouse=True)
def film(case: OpenCase, film_bytes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(film_bytes)
    add_file(case, path)


def film_of(case: OpenCase) -> Exhibit:
    exhibit = case.state.exhibit(1)
    assert exhibit is not None
    return exhibit


def test_a_clip_is_sealed_black_where_it_was_said_and_the_film_is_untouched(
    case: OpenCase, film_bytes: bytes
) -> None:
    entry = cover_film(case, film_of(case), ClipPlan(0, 1_000_000, (COVER,)))
    exhibit = film_of(case)
    (clip,) = exhibit.clips
    assert clip.entry == entry
    assert exhibit.copy is None
    assert clip.clip == WorkingCopyClip(
        from_us=0, to_us=1_000_000, covers=(COVER,), muted=False, frames=10, covered=3
    )
    with case.vault.open_object(exhibit.original) as original:
        assert original.read() == film_bytes
    assert isinstance(clip.object, ObjectBody)
    assert clip.object.media_type == "video/webm"
    with case.vault.open_object(entry) as made:
        seen = frames_of_film(made, clip.object.size, "video/webm", (200_000, 300_000, 500_000))
        middle = [each.pixels.colour_at(32, 24)[0] for each in seen.frames]
        look = look_at_film(made, clip.object.size, "video/webm", shots=1)
    assert middle[0] > 40
    assert max(middle[1:]) <= 24
    assert abs(look.said.said_us - 1_000_000) <= 100_000


def test_what_is_stopped_leaves_nothing(case: OpenCase) -> None:
    before = case.vault.head(case.chains.evidence)
    asked = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal asked
        asked += 1
        if asked > 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        cover_film(case, film_of(case), ClipPlan(0, 1_000_000, (COVER,)), give_way=stop)
    assert case.vault.head(case.chains.evidence) == before
    with case.vault._using() as db:
        assert db.execute("SELECT count(*) FROM staged").get == 0
        assert not film_of(case).clips


def test_a_plan_that_fits_no_clip_is_refused(case: OpenCase) -> None:
    film = film_of(case)
    for plan, error in (
        (ClipPlan(0, 9_000_000, (COVER,)), NoSuchMomentError),
        (ClipPlan(0, 1_000_000, ()), NothingCoveredError),
        (ClipPlan(700_000, 1_000_000, (COVER,)), CoverPlaceError),
    ):
        with pytest.raises(error):
            cover_film(case, film, plan)
