from __future__ import annotations

import io
import struct
import zlib

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.picture import Pixels, crop, decode_own_png, encode_png, pixels_from_bgrx
from app.picture import png as encoder
from tests.fakes.screen import striped_pixels


@st.composite
def pictures(draw: st.DrawFn) -> Pixels:
    width_px = draw(st.one_of(st.just(1), st.integers(1, 40)))
    height_px = draw(st.one_of(st.just(1), st.integers(1, 40)))
    length = 3 * width_px * height_px
    return Pixels(width_px, height_px, draw(st.binary(min_size=length, max_size=length)))


def chunk_names(png: bytes) -> list[bytes]:
    names = []
    at = 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        names.append(name)
        at += 12 + length
    return names


@given(pictures())
def test_what_is_encoded_decodes_to_the_same_pixels(picture: Pixels) -> None:
    assert decode_own_png(encode_png(picture)) == picture


@given(pictures())
def test_pillow_reads_the_same_pixels(picture: Pixels) -> None:
    with Image.open(io.BytesIO(encode_png(picture))) as image:
        assert image.mode == "RGB"
        assert image.size == (picture.width_px, picture.height_px)
        assert image.tobytes() == picture.rgb


@given(pictures())
def test_the_form_in_which_pixels_are_held_does_not_show_in_the_file(picture: Pixels) -> None:
    size = (picture.width_px, picture.height_px)
    held_by_pillow = Pixels.from_image(Image.frombytes("RGB", size, picture.rgb))

    assert encode_png(held_by_pillow) == encode_png(picture)


@given(pictures())
def test_without_isal_the_standard_library_writes_the_same_picture(picture: Pixels) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "isal_zlib", None)
        png = encode_png(picture)

    assert decode_own_png(png) == picture
    assert png == encode_png(picture, encoder.zlib_compressor())


@pytest.mark.parametrize("strip_bytes", [1, 300, 301, 4096])
def test_the_seams_between_strips_do_not_show(
    strip_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = striped_pixels(33, 57)
    monkeypatch.setattr(encoder, "_STRIP_BYTES", strip_bytes)

    assert decode_own_png(encode_png(picture)) == picture


def test_a_pdf_shows_the_data_as_it_stands_in_the_file() -> None:
    picture = striped_pixels(61, 43)
    png = encode_png(picture)
    data = png[41:-16]
    pdf = _pdf_around(data, picture.width_px, picture.height_px)

    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = next(iter(document[0].get_objects())).get_bitmap().to_pil().convert("RGB")
        assert shown.size == (61, 43)
        assert shown.tobytes() == picture.rgb
    finally:
        document.close()


def test_the_file_holds_three_chunks_and_every_row_the_up_filter() -> None:
    png = encode_png(striped_pixels(20, 9))

    assert chunk_names(png) == [b"IHDR", b"IDAT", b"IEND"]
    assert png[24:29] == bytes((8, 2, 0, 0, 0))
    assert set(zlib.decompress(png[41:-16])[:: 1 + 3 * 20]) == {2}


def test_the_same_pixels_give_the_same_bytes() -> None:
    assert encode_png(striped_pixels(300, 200)) == encode_png(striped_pixels(300, 200))


def test_a_screen_with_its_colours_the_other_way_round_becomes_rgb() -> None:
    blue_green_red = bytes((3, 2, 1, 255, 6, 5, 4, 0))

    picture = pixels_from_bgrx(2, 1, blue_green_red)

    assert picture.rgb == bytes((1, 2, 3, 4, 5, 6))


def test_a_crop_is_a_file_of_its_own_without_the_rest() -> None:
    whole = striped_pixels(64, 64)
    piece = crop(whole, 10, 20, 5, 7)

    assert piece.colour_at(0, 0) == whole.colour_at(10, 20)
    assert piece.colour_at(4, 6) == whole.colour_at(14, 26)
    assert encode_png(piece) == encode_png(Pixels(5, 7, piece.rgb))


def _pdf_around(data: bytes, width_px: int, height_px: int) -> bytes:
    """A page of the picture's size with the picture on it, by PNG predictors."""
    size = f"{width_px} {height_px}".encode()
    content = b"q %d 0 0 %d 0 0 cm /I Do Q" % (width_px, height_px)
    parameters = b"<</Predictor 15/Colors 3/BitsPerComponent 8/Columns %d>>" % width_px
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + size + b"]/Contents 4 0 R"
        b"/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d" % (width_px, height_px)
        + b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/DecodeParms"
        + parameters
        + b"/Length %d>>stream\n" % len(data)
        + data
        + b"\nendstream",
    ]
    pdf = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(bodies) + 1,
        len(pdf),
    )
    return pdf + head + table + trailer
