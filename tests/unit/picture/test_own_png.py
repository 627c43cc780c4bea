from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.picture import (
    OwnPngError,
    Pixels,
    decode_own_png,
    encode_png,
    own_png_stream,
    read_own_png_header,
    rows_like_above,
)
from tests.fakes.screen import striped_pixels

PICTURE = striped_pixels(23, 17)
PNG = encode_png(PICTURE)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(rows: bytes, width_px: int = 23, height_px: int = 17, after: bytes = b"") -> bytes:
    header = struct.pack(">II", width_px, height_px) + bytes((8, 2, 0, 0, 0))
    data = zlib.compress(rows) + after
    return PNG[:8] + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def by_pillow(**how: object) -> bytes:
    target = io.BytesIO()
    Image.frombytes("RGB", (23, 17), PICTURE.rgb).save(target, "PNG", **how)
    return target.getvalue()


ROWS = zlib.decompress(PNG[41:-16])
TEXT = PngInfo()
TEXT.add_text("Author", "somebody")


def test_the_place_of_the_rows_is_told_without_inflating() -> None:
    place = own_png_stream(io.BytesIO(PNG))

    assert (place.width_px, place.height_px) == (23, 17)
    data = PNG[place.data_offset : place.data_offset + place.data_length]
    assert zlib.decompress(data) == ROWS
    assert place.data_offset + place.data_length + 16 == len(PNG)


def test_the_size_is_told_by_the_first_bytes() -> None:
    assert read_own_png_header(PNG[:60]) == (23, 17)


def test_a_picture_is_checked_in_pieces_and_not_held() -> None:
    data = b"\x78\x01" + bytes(24 << 20)
    header = struct.pack(">II", 4000, 2000) + bytes((8, 2, 0, 0, 0))
    file = io.BytesIO(PNG[:8] + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
    tracemalloc.start()
    try:
        own_png_stream(file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 << 20


@pytest.mark.parametrize("change", [0x01, 0x20, 0x80, 0xFF])
def test_any_changed_byte_is_refused(change: int) -> None:
    for at in range(len(PNG)):
        changed = bytearray(PNG)
        changed[at] ^= change
        assert refused(bytes(changed)), at


def test_a_file_cut_short_is_refused() -> None:
    for length in range(len(PNG)):
        assert refused(PNG[:length]), length


def refused(data: bytes) -> bool:
    """Whether both the reader and the look at the stream refuse it; one alone fails the test."""
    with pytest.raises(OwnPngError):
        decode_own_png(data)
    with pytest.raises(OwnPngError):
        own_png_stream(io.BytesIO(data))
    return True


@given(st.binary(min_size=1, max_size=40))
def test_bytes_after_the_end_are_refused(tail: bytes) -> None:
    with pytest.raises(OwnPngError, match="after the end"):
        decode_own_png(PNG + tail)


@pytest.mark.parametrize(
    "other",
    [
        by_pillow(),
        by_pillow(pnginfo=TEXT),
        by_pillow(dpi=(96, 96)),
        png_of(ROWS[:-1]),
        png_of(ROWS + b"\x00"),
        png_of(b"\x00" + ROWS[1:]),
        png_of(ROWS, after=b"remains"),
        png_of(ROWS, width_px=17, height_px=23),
    ],
    ids=["pillow", "text", "dpi", "short", "long", "filter", "remains", "turned"],
)
def test_what_the_encoder_would_not_write_is_refused(other: bytes) -> None:
    with pytest.raises(OwnPngError):
        decode_own_png(other)


@pytest.mark.parametrize(("width_px", "height_px"), [(0, 17), (23, 0), (2**31, 2**31)])
def test_an_impossible_size_is_refused(width_px: int, height_px: int) -> None:
    with pytest.raises(OwnPngError, match="size"):
        decode_own_png(png_of(ROWS, width_px, height_px))


def test_rows_that_swell_are_inflated_no_further_than_promised() -> None:
    bomb = png_of(bytes(64 << 20), 23, 17)
    tracemalloc.start()
    try:
        with pytest.raises(OwnPngError, match="promised rows"):
            decode_own_png(bomb)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 1 << 20


def test_rows_that_equal_the_one_above_are_found_without_holding_the_picture() -> None:
    width_px, height_px = 700, 6_000
    changes = {row for row in range(height_px) if row % 97 in (0, 3, 50)}
    rows, value = bytearray(), 0
    for row in range(height_px):
        value += row in changes
        rows += bytes((value % 251, row % 2 if row in changes else 0, 7)) * width_px
        if row in changes:
            continue
        rows[-3 * width_px :] = rows[-6 * width_px : -3 * width_px]
    png = encode_png(Pixels(width_px, height_px, bytes(rows)))
    told = []

    tracemalloc.start()
    found = rows_like_above(io.BytesIO(png), lambda: told.append(1))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert list(found) == [row not in changes for row in range(height_px)]
    assert peak < 5 << 20
    assert len(told) > 5


def test_the_first_row_is_like_the_nothing_above_it_only_where_it_is_black() -> None:
    assert rows_like_above(io.BytesIO(encode_png(Pixels(2, 2, bytes(12))))) == b"\x01\x01"
    assert rows_like_above(io.BytesIO(PNG))[0] == 0


@pytest.mark.parametrize("png", [b"", PNG[:50], PNG[:44] + b"\xff" * 30 + PNG[74:]])
def test_quiet_rows_are_asked_of_our_own_files_only(png: bytes) -> None:
    with pytest.raises(OwnPngError):
        rows_like_above(io.BytesIO(png))
