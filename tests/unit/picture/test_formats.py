"""HEIC, BMP and TIFF are seen like other pictures; what a picture says of itself comes as words of a known form."""

from __future__ import annotations

import struct

import pytest
from PIL import Image

from app.picture import (
    DecodedPicture,
    PictureRefusedError,
    Refusal,
    Said,
    decode_untrusted,
    sniff,
)
from tests.unit.house.tree import ROOT
from tests.unit.picture.made import noise, saved

CASES = ROOT / "tests" / "data" / "cases"
NOISE = noise(120, 100)


def looked(data: bytes) -> DecodedPicture:
    return decode_untrusted(data, sniff(data))


def test_a_heic_photo_is_seen_as_its_maker_encoded_it() -> None:
    heic = looked((CASES / "foto.heic").read_bytes())
    avif = looked((CASES / "foto.avif").read_bytes())
    assert (heic.pixels.width_px, heic.pixels.height_px, heic.frames) == (600, 400, 1)
    # The two were made from one picture: apart from what each encoder lost, they are the same.
    apart = [abs(one - other) for one, other in zip(heic.pixels.rgb, avif.pixels.rgb, strict=True)]
    assert sum(apart) / len(apart) < 4


@pytest.mark.parametrize("cut", [30, 400, 900])
def test_a_heic_photo_cut_short_is_refused_as_damaged(cut: int) -> None:
    with pytest.raises(PictureRefusedError) as caught:
        looked((CASES / "foto.heic").read_bytes()[:cut])
    assert caught.value.reason is Refusal.DAMAGED


def test_a_heic_photo_whose_head_promises_too_much_is_refused_before_it_is_decoded() -> None:
    data = (CASES / "foto.heic").read_bytes()
    size = struct.pack(">II", 600, 400)
    assert size in data
    with pytest.raises(PictureRefusedError) as caught:
        looked(data.replace(size, struct.pack(">II", 30_000, 30_000)))
    assert caught.value.reason in (Refusal.TOO_LARGE, Refusal.DAMAGED)


@pytest.mark.parametrize("form", ["BMP", "TIFF"])
def test_bmp_and_tiff_are_seen_pixel_for_pixel(form: str) -> None:
    data = saved(NOISE, form)
    assert looked(data).pixels.rgb == NOISE.tobytes()


def test_a_tiff_of_several_pages_shows_the_first_and_counts_them() -> None:
    second = Image.new("RGB", NOISE.size, "red")
    look = looked(saved(NOISE, "TIFF", save_all=True, append_images=[second]))
    assert (look.frames, look.pixels.rgb) == (2, NOISE.tobytes())


# -- what it says of itself ----------------------------------------------------------------------


def test_time_and_place_of_a_photo_come_as_words_of_a_known_form() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:03:14 21:05:00"
    exif.get_ifd(0x8769)[0x9011] = "+01:00"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (55.0, 40.0, 34.0), "W", (12.0, 34.0, 6.0)
    look = looked(saved(NOISE, "JPEG", exif=exif))
    assert look.said == Said(taken="2026-03-14T21:05:00+01:00", place="55.67611, -12.56833")


@pytest.mark.parametrize(
    "said", ["", "0000:00:00 00:00:00", "yesterday", "2026:03:14 21:05:00\nX", "\u202e2026"]
)
def test_a_time_of_another_form_is_not_handed_on(said: str) -> None:
    exif = Image.Exif()
    exif[0x0132] = said
    exif.get_ifd(0x8825)[2] = (0.0, 0.0)
    assert looked(saved(NOISE, "JPEG", exif=exif)).said == Said()


def test_a_picture_that_a_messenger_packed_anew_is_named_so() -> None:
    large = Image.new("RGB", (1600, 900), (90, 120, 150))
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    assert looked(saved(large, "JPEG", quality=80)).said.packed == "likely"
    assert looked(saved(large, "JPEG", quality=80, exif=exif)).said.packed == ""
    assert looked(saved(large, "JPEG", quality=97)).said.packed == ""
    assert looked(saved(large.resize((1601, 900)), "JPEG", quality=80)).said.packed == ""
    marked = saved(NOISE, "JPEG", comment=b"FBMD0a000a6d0100")
    assert looked(marked).said.packed == "marked"
