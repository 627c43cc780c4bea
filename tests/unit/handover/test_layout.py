from __future__ import annotations

from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.handover import layout
from app.handover.layout import (
    REQUIRED,
    exhibit_number,
    exhibit_path,
    extension,
    in_zip_order,
    is_known,
    is_package_name,
    original_path,
    package_name,
)


@given(st.text(), st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8))
def test_a_package_name_is_plain_whatever_the_recipient_is_called(who: str, code: str) -> None:
    name = package_name(who, f"{code[:4]} {code[4:]} 0000")
    assert is_package_name(name)
    assert name.isascii()


@given(st.integers(1, 999_999), st.sampled_from(["image/png", "text/html", "x/y", "../../x"]))
def test_generated_names_are_known_and_tell_their_number(number: int, media_type: str) -> None:
    for path in (exhibit_path(number, media_type), original_path(number, media_type)):
        assert is_known(path)
        assert exhibit_number(path) == number


@given(st.text(printable, max_size=40))
def test_nothing_that_somebody_typed_is_a_known_name(typed: str) -> None:
    assert is_known(typed) == (typed in REQUIRED)
    assert not is_known(f"data/exhibits/x{typed}")
    assert not is_known(f"data/exhibits/bilag-001.png{typed or '.'}")
    assert not is_known(f"data/other/{typed}")


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "application/x-sh", ""])
def test_what_could_run_on_a_double_click_gets_a_dead_extension(media_type: str) -> None:
    assert extension(media_type) in ("txt", "bin")


def test_files_stand_in_one_order_however_they_come() -> None:
    paths = [*REQUIRED, exhibit_path(2, "image/png"), exhibit_path(1, "image/png")]
    assert in_zip_order(paths) == in_zip_order(reversed(paths))
    assert in_zip_order(paths)[0] == "LAES-MIG.txt"
    assert in_zip_order(paths)[-1] == "tagmanifest-sha256.txt"


def test_a_media_type_has_the_extension_that_readers_of_packages_know() -> None:
    """A name in a package made last year is the same next year: verifiers compare it with the media type."""
    known = {
        "application/json": "json", "application/pdf": "pdf", "application/vnd.ms-outlook": "msg",
        "application/zip": "zip", "audio/mp4": "m4a", "audio/mpeg": "mp3", "audio/ogg": "ogg",
        "audio/wav": "wav", "image/gif": "gif", "image/heic": "heic", "image/jpeg": "jpg",
        "image/png": "png", "image/tiff": "tif", "image/webp": "webp", "message/rfc822": "eml",
        "multipart/related": "mhtml", "text/csv": "csv", "text/html": "txt", "text/plain": "txt",
        "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "text/markdown": "bin", "": "bin",
    }  # fmt: skip
    assert {each: layout.extension(each) for each in known} == known
    for media_type, ending in known.items():
        for path in (layout.exhibit_path(7, media_type), layout.original_path(1234, media_type)):
            assert path.endswith(f".{ending}")
            assert layout.is_known(path)


def test_what_is_shown_of_an_exhibit_stands_before_its_original() -> None:
    paths = [
        "data/originals/bilag-001.eml",
        "data/exhibits/bilag-002.png",
        "data/exhibits/bilag-001.png",
    ]
    assert sorted(paths, key=layout.path_order) == [paths[2], paths[0], paths[1]]
