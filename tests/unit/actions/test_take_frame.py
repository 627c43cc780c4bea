"""Frames of a film that become exhibits: each is as large as the film's own, so they are seen one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.actions import take_frame
from app.actions.add_file import add_file
from app.actions.open_case import OpenCase
from app.actions.take_frame import NoSuchMomentError, take_frames
from app.picture import frames_of_film
from tests.fakes.films import made_film


def test_frames_are_seen_one_at_a_time_once_all_moments_are_in_the_film(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(made_film("mp4", size=(64, 48)))
    add_file(case, path)
    film = case.state.exhibits[0]
    asked: list[tuple[int, ...]] = []
    seen = frames_of_film

    def see(source: Any, size: int, kind: str, at_us: tuple[int, ...], **more: Any) -> Any:
        asked.append(at_us)
        return seen(source, size, kind, at_us, **more)

    monkeypatch.setattr(take_frame, "frames_of_film", see)
    before = case.vault.head(case.chains.evidence)
    with pytest.raises(NoSuchMomentError):
        take_frames(case, film, (100_000, 9_000_000))
    assert case.vault.head(case.chains.evidence) == before
    taken = take_frames(case, film, (100_000, 550_000))
    assert [each.at_us for each in taken] == [100_000, 500_000]
    assert asked == [(100_000,), (550_000,)]
