"""A file is kept as received; what is shown of it is made from the very bytes that were kept."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.open_case import CaseAct, OpenCase
from app.capture import FileChangedError
from app.casework import Exhibit, told_of_picture
from app.casework.kinds.file import FileFacts, FileFindings, FileSource
from app.casework.kinds.view import ViewShown
from app.language import Language
from app.picture import decode_own_png, decode_untrusted, encode_png
from app.vocabulary import PictureGround, PictureWhole
from evidence_store import DiskFullError
from tests.fakes.screen import striped_pixels
from tests.unit.actions.acting import ROOT_CASES as CASES
from tests.unit.actions.acting import assert_state_is_what_is_sealed, leftovers


def picture_file(folder: Path) -> Path:
    path = folder / "foto.png"
    path.write_bytes(encode_png(striped_pixels(64, 48)))
    return path


def test_a_pictures_bytes_are_kept_and_its_view_shows_the_same_pixels(
    case: OpenCase, tmp_path: Path
) -> None:
    path = picture_file(tmp_path)
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is not None
    with case.vault.open_object(entry) as kept:
        assert kept.read() == path.read_bytes()
    with case.vault.open_object(exhibit.view.entry) as shown:
        assert decode_own_png(shown.read()) == striped_pixels(64, 48)
    assert isinstance(exhibit.facts, FileFacts)
    assert (exhibit.facts.preview, exhibit.facts.width_px, exhibit.facts.height_px) == (
        "shown", 64, 48,
    )  # fmt: skip
    assert_state_is_what_is_sealed(case)


def test_the_view_is_made_of_the_bytes_that_were_kept_though_the_file_changes_right_after(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture_file(tmp_path)
    first = path.read_bytes()

    def swapped(untrusted: bytes, media_type: str, **_: object) -> object:
        path.write_bytes(encode_png(striped_pixels(64, 48, seed=9)))
        return decode_untrusted(untrusted, media_type)

    monkeypatch.setattr("app.actions.view_of_file.decode_untrusted", swapped)
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is not None
    with case.vault.open_object(entry) as kept, case.vault.open_object(exhibit.shown) as shown:
        assert kept.read() == first
        assert decode_own_png(shown.read()) == striped_pixels(64, 48)


def test_a_file_that_is_no_picture_is_kept_without_a_view(case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"Hej\r\n")
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert exhibit.view is None
    assert isinstance(exhibit.facts, FileFacts)
    assert exhibit.facts.preview == "not_a_picture"
    with case.vault.open_object(entry) as kept:
        assert kept.read() == path.read_bytes()


def test_a_file_that_changes_while_it_is_read_leaves_nothing_in_the_vault(
    case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "lyd.mp3"
    path.write_bytes(b"ID3" + b"en linje\n" * 1000)
    before = case.state

    def grow(_: int) -> None:
        with path.open("ab") as file:
            file.write(b"en til\n")

    with pytest.raises(FileChangedError):
        add_file(case, path, progress=grow)
    assert case.state is before
    assert leftovers(case.vault) == 0


def test_what_was_staged_is_dropped_when_it_cannot_be_sealed(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lyd.mp3"
    path.write_bytes(b"ID3 indhold")

    def full(self: CaseAct, *_: object, **__: object) -> None:
        raise DiskFullError(case.vault.path)

    monkeypatch.setattr(CaseAct, "seal", full)
    with pytest.raises(DiskFullError):
        add_file(case, path)
    assert leftovers(case.vault) == 0


def test_a_name_that_is_no_text_does_not_keep_the_file_out(case: OpenCase, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bl\xe5 skole.txt"))
    path.write_bytes(b"fra en gammel zip")
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert isinstance(exhibit.source, FileSource)
    assert exhibit.source.name == r"bl\xe5 skole.txt"


def added(case: OpenCase, path: Path) -> Exhibit:
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit


@pytest.mark.parametrize(
    ("name", "shown", "more"),
    [
        ("anim.gif", ViewShown(frames=3), False),
        ("anim.png", ViewShown(frames=3), False),
        ("still.webp", ViewShown(), False),
        ("foto.avif", ViewShown(), False),
        ("bigtext.png", ViewShown(), False),
        ("badcrc_text.png", ViewShown(), False),
        ("whitetext_transparent.png", ViewShown(ground=PictureGround.DARK), False),
        ("tail.png", ViewShown(), True),
    ],
)
def test_what_was_done_to_a_picture_is_sealed_with_its_view_and_what_it_hides_with_the_file(
    case: OpenCase, name: str, shown: ViewShown, more: bool
) -> None:
    exhibit = added(case, CASES / name)
    assert exhibit.view is not None
    assert exhibit.view.shown == shown
    assert exhibit.findings == FileFindings(more=more)
    assert_state_is_what_is_sealed(case)


def test_a_picture_cut_short_is_shown_as_far_as_it_goes_and_that_is_told(
    case: OpenCase, tmp_path: Path
) -> None:
    whole = (CASES / "long_360x7200.png").read_bytes()
    path = tmp_path / "klippet.png"
    path.write_bytes(whole[: len(whole) // 2])
    exhibit = added(case, path)
    assert exhibit.view is not None
    assert isinstance(exhibit.view.shown, ViewShown)
    assert exhibit.view.shown.whole is PictureWhole.CUT
    assert 10 < exhibit.view.shown.percent < 90
    assert isinstance(exhibit.facts, FileFacts)
    assert exhibit.facts.preview == "shown"
    (told,) = told_of_picture(exhibit, Language("en", Path()))
    assert told.endswith("the rest is missing.")


def test_a_file_that_holds_more_than_its_picture_is_told_of_on_import_and_nothing_of_it_is_shown(
    case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "billede.png"
    path.write_bytes(encode_png(striped_pixels(64, 48)) + b"KANARIE i halen")
    exhibit = added(case, path)
    assert told_of_picture(exhibit, Language("en", Path())) == (
        "The file holds more than the picture. What more there is, is not shown.",
    )
    with case.vault.open_object(exhibit.shown) as shown:
        assert shown.read() == encode_png(striped_pixels(64, 48))


def test_a_picture_that_cannot_be_shown_is_kept_and_said_to_be_of_such_a_kind(
    case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "tegning.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    exhibit = added(case, path)
    assert isinstance(exhibit.facts, FileFacts)
    assert (exhibit.facts.media_type, exhibit.facts.preview) == ("image/svg+xml", "unsupported")
    assert exhibit.view is None
    # It stands there all the same: that it was missing would say something, too.
    assert exhibit.findings == FileFindings()


def test_a_cameras_own_signature_is_noticed(case: OpenCase, tmp_path: Path) -> None:
    plain = encode_png(striped_pixels(8, 8))
    head = plain[:33]  # the signature and the header
    box = b"\x00\x00\x00\x04caBXjumb" + zlib.crc32(b"caBXjumb").to_bytes(4, "big")
    for name, data, there in (("a.png", plain, False), ("b.png", head + box + plain[33:], True)):
        (tmp_path / name).write_bytes(data)
        entry = add_file(case, tmp_path / name)
        exhibit = case.state.exhibit_of(entry)
        assert exhibit is not None
        assert isinstance(exhibit.findings, FileFindings)
        assert exhibit.findings.signed is there
