"""The next of many files is looked into while one is sealed, and nothing is taken but for the very bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions import look_ahead
from app.actions.add_file import add_file
from app.actions.look_ahead import LookAhead
from app.actions.open_case import OpenCase
from app.actions.view_of_file import look_into
from app.capture import CaptureError
from app.picture import WarmChild, decode_own_png, encode_png
from evidence_store import EntryId
from tests.fakes.screen import striped_pixels

PICTURES = [striped_pixels(48, 32, seed) for seed in range(3)]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{at}.png" for at in range(3)]
    for path, picture in zip(paths, PICTURES, strict=True):
        path.write_bytes(encode_png(picture))
    return paths


def _shown(case: OpenCase, entry: EntryId) -> object:
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is not None
    with case.vault.open_object(exhibit.view.entry) as source:
        return decode_own_png(source.read())


def test_all_files_come_in_as_they_are_and_only_the_first_is_waited_for(
    case: OpenCase, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def looked(untrusted: bytes, media_type: str, warm: WarmChild | None = None) -> object:
        seen.append(media_type)
        return look_into(untrusted, media_type, warm)

    monkeypatch.setattr(look_ahead, "look_into", looked)
    with WarmChild() as warm, LookAhead(warm) as ahead:
        following = zip(files, [*files[1:], None], strict=True)
        made = [add_file(case, path, warm=warm, then=then, ahead=ahead) for path, then in following]

    assert [_shown(case, entry) for entry in made] == PICTURES
    assert seen == ["image/png"] * 2


def test_a_file_that_says_something_else_by_then_is_looked_into_again(
    case: OpenCase, files: list[Path]
) -> None:
    with WarmChild() as warm, LookAhead(warm) as ahead:
        add_file(case, files[0], warm=warm, then=files[1], ahead=ahead)
        seen = ahead.end()
        ahead._seen = seen
        files[1].write_bytes(encode_png(PICTURES[2]))
        entry = add_file(case, files[1], warm=warm, ahead=ahead)

    assert seen is not None
    assert _shown(case, entry) == PICTURES[2]


def test_a_file_that_is_gone_is_told_when_its_turn_comes(case: OpenCase, files: list[Path]) -> None:
    files[1].unlink()
    with WarmChild() as warm, LookAhead(warm) as ahead:
        add_file(case, files[0], warm=warm, then=files[1], ahead=ahead)
        with pytest.raises(CaptureError):
            add_file(case, files[1], warm=warm, then=files[2], ahead=ahead)
        entry = add_file(case, files[2], warm=warm, ahead=ahead)
    assert _shown(case, entry) == PICTURES[2]


def test_a_hostile_file_ahead_is_kept_without_a_view(case: OpenCase, files: list[Path]) -> None:
    files[1].write_bytes(files[1].read_bytes()[:60])
    with WarmChild() as warm, LookAhead(warm) as ahead:
        add_file(case, files[0], warm=warm, then=files[1], ahead=ahead)
        entry = add_file(case, files[1], warm=warm, ahead=ahead)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is None
