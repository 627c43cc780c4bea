"""A picture that was pasted is kept like a file, and lies nowhere but in the vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.add_file import add_bytes
from app.actions.open_case import CaseAct, OpenCase
from app.capture import EmptyFileError
from app.casework.kinds.file import FileFacts, FileSource
from app.picture import decode_own_png, encode_png
from evidence_store import DiskFullError
from tests.fakes.screen import striped_pixels
from tests.unit.actions.acting import assert_state_is_what_is_sealed

PASTED = encode_png(striped_pixels(64, 48))


def test_the_bytes_are_kept_with_where_they_came_from_and_a_view(case: OpenCase) -> None:
    entry = add_bytes(case, PASTED, origin="indsat fra udklipsholderen")
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is not None
    assert isinstance(exhibit.facts, FileFacts)
    assert (exhibit.facts.size, exhibit.facts.media_type) == (len(PASTED), "image/png")
    assert isinstance(exhibit.source, FileSource)
    assert (exhibit.source.name, exhibit.source.modified_at) == ("indsat fra udklipsholderen", "")
    with case.vault.open_object(entry) as kept:
        assert kept.read() == PASTED
    with case.vault.open_object(exhibit.view.entry) as shown:
        assert decode_own_png(shown.read()) == striped_pixels(64, 48)
    assert_state_is_what_is_sealed(case)


def test_what_is_no_picture_is_kept_all_the_same(case: OpenCase) -> None:
    entry = add_bytes(case, b"\x89PNG\r\n\x1a\n broken", origin="indsat")
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert isinstance(exhibit.facts, FileFacts)
    assert exhibit.view is None
    assert exhibit.facts.preview != "shown"


def test_nothing_is_not_kept(case: OpenCase) -> None:
    with pytest.raises(EmptyFileError):
        add_bytes(case, b"", origin="indsat")
    assert not case.state.exhibits


def test_a_full_disk_keeps_nothing_of_it(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("mappe"))

    monkeypatch.setattr(CaseAct, "seal", full)
    with pytest.raises(DiskFullError):
        add_bytes(case, PASTED, origin="indsat")
    assert not case.state.exhibits
