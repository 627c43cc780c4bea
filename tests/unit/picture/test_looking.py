"""A picture is not all or nothing: it is shown as far as it goes, and what was done to it is told."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.picture import (
    Backdrop,
    ColourChange,
    Completeness,
    DecodedPicture,
    DecodeLimits,
    PictureRefusedError,
    Refusal,
    decode_untrusted,
    sniff,
)
from app.picture.picture_child import codes
from tests.unit.house.tree import ROOT
from tests.unit.picture.made import (
    chunk,
    noise,
    png_header,
    png_of,
    profile,
    saved,
    with_chunk,
)

CASES = ROOT / "tests" / "data" / "cases"


NOISE = noise(120, 100)
HOW = {"GIF": {"interlace": 0}}


def looked(untrusted: bytes, limits: DecodeLimits | None = None) -> DecodedPicture:
    return decode_untrusted(untrusted, sniff(untrusted), limits or DecodeLimits())


@pytest.mark.parametrize(
    ("name", "size", "frames"),
    [
        ("still.webp", (600, 400), 1),
        ("foto.avif", (600, 400), 1),
        ("bigtext.png", (300, 200), 1),
        ("badcrc_text.png", (300, 200), 1),
        ("anim.png", (300, 120), 3),
        ("anim.gif", (300, 120), 3),
        ("long_360x7200.png", (360, 7200), 1),
    ],
)
def test_it_is_shown_whole_and_pictures_of_an_animation_are_counted(
    name: str, size: tuple[int, int], frames: int
) -> None:
    look = looked((CASES / name).read_bytes())
    assert (look.pixels.width_px, look.pixels.height_px) == size
    assert (look.whole, look.frames, look.more) == (Completeness.WHOLE, frames, False)


def test_the_first_picture_of_an_animation_is_the_one_that_is_shown() -> None:
    data = (CASES / "anim.gif").read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        assert looked(data).pixels.rgb == image.convert("RGB").tobytes()


# -- as far as it goes ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_of_a_picture_cut_short_the_rows_that_are_there_are_shown(form: str) -> None:
    whole = saved(NOISE, form, **HOW.get(form, {}))
    expected = looked(whole).pixels
    look = looked(whole[: len(whole) * 2 // 3])
    shown = look.pixels
    assert look.whole is Completeness.CUT
    assert shown.width_px == 120
    assert 40 <= shown.height_px <= 70
    assert look.percent == shown.height_px
    assert shown.rgb == expected.rgb[: len(shown.rgb)]


def test_a_progressive_jpeg_cut_short_is_shown_less_sharp_and_told_as_broken() -> None:
    whole = saved(NOISE, "JPEG", progressive=True)
    look = looked(whole[: len(whole) * 2 // 3])
    assert (look.whole, look.pixels.height_px) == (Completeness.BROKEN, 100)


def adam7(image: Image.Image) -> bytes:
    """The picture as an interlaced PNG (PNG specification, 8.2)."""
    data = b""
    for x0, y0, dx, dy in ADAM7:
        for y in range(y0, image.height, dy):
            row = b"".join(bytes(_pixel(image, x, y)) for x in range(x0, image.width, dx))
            data += b"\x00" + row
    header = struct.pack(">IIBBBBB", *image.size, 8, 2, 0, 0, 1)
    return png_of(*image.size, zlib.compress(data)).replace(
        png_header(*image.size), chunk(b"IHDR", header)
    )


ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # fmt: skip


def _pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    value = image.getpixel((x, y))
    assert isinstance(value, tuple)
    return tuple(int(each) for each in value)


@pytest.mark.parametrize("form", ["PNG", "GIF"])
def test_a_woven_picture_cut_short_is_shown_whole_and_less_sharp(form: str) -> None:
    whole = adam7(NOISE) if form == "PNG" else saved(NOISE, "GIF", interlace=1)
    expected = looked(whole)
    assert expected.whole is Completeness.WHOLE
    look = looked(whole[: len(whole) * 3 // 4])
    assert (look.whole, look.percent) == (Completeness.BROKEN, 100)
    assert look.pixels.height_px == 100
    stride = 3 * 120
    rows, right = look.pixels.rgb, expected.pixels.rgb
    for row in range(0, 100, 2):
        assert rows[row * stride : (row + 1) * stride] == right[row * stride : (row + 1) * stride]
    # The last row is missing: it looks like the one above it.
    assert rows[99 * stride :] == rows[98 * stride : 99 * stride]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_a_picture_without_one_row_is_refused_as_damaged(form: str) -> None:
    whole = saved(NOISE, form)
    start = {"PNG": 50, "JPEG": whole.find(b"\xff\xda") + 20, "GIF": 13 + 768 + 30}[form]
    with pytest.raises(PictureRefusedError) as caught:
        looked(whole[:start])
    assert caught.value.reason is Refusal.DAMAGED


def test_a_png_whose_data_ends_early_without_an_error_is_told_as_cut() -> None:
    rows = b"".join(b"\x00" + bytes([row] * 30) for row in range(6))
    look = looked(png_of(10, 10, zlib.compress(rows)))
    assert (look.whole, look.percent, look.pixels.height_px) == (Completeness.CUT, 60, 6)


def test_a_wrong_checksum_over_pixels_is_told_and_what_can_be_read_is_shown() -> None:
    png = bytearray(saved(NOISE, "PNG"))
    at = png.index(b"IEND") - 5
    png[at] ^= 1
    assert looked(bytes(png)).whole is Completeness.BROKEN


def test_a_black_or_white_picture_is_not_taken_for_one_that_was_cut() -> None:
    for mode, colour in (("1", 0), ("1", 1), ("L", 0x5B), ("RGB", (0x5B,) * 3), ("P", 0)):
        look = looked(saved(Image.new(mode, (20, 20), colour), "PNG"))
        assert (look.whole, look.pixels.height_px) == (Completeness.WHOLE, 20)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_with_too_many_pixels_is_shown_smaller_and_that_is_told(form: str) -> None:
    look = looked(saved(NOISE, form), DecodeLimits(max_pixels=120 * 100 - 1))
    assert look.smaller == 2
    assert (look.pixels.width_px, look.pixels.height_px) == (60, 50)


def test_sides_are_limited_as_pixels_are() -> None:
    narrow = png_of(1, 99_000_000, zlib.compress(b""))
    words = (
        "import resource, sys, time\n"
        "from app.picture import PictureRefusedError, decode_untrusted\n"
        "start = time.monotonic()\n"
        "try:\n"
        "    decode_untrusted(sys.stdin.buffer.read(), 'image/png')\n"
        "except PictureRefusedError as error:\n"
        "    print(error.reason.value)\n"
        # The kernel lets a started process keep the peak of the one that started it: a large worker of pytest.
        "peak = open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]\n"
        "print(int(peak) // 1024, resource.getrusage(resource.RUSAGE_SELF).ru_utime)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_maxrss // 1024, used.ru_utime)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], input=narrow, capture_output=True, check=True, cwd=ROOT
    )
    reason, *used = done.stdout.decode().splitlines()
    assert reason == Refusal.TOO_LARGE
    for megabytes, seconds in map(str.split, used):
        assert int(megabytes) < 300
        assert float(seconds) < 2


def test_the_longest_side_is_exact() -> None:
    png = saved(Image.new("L", (1, 40)), "PNG")
    assert looked(png, DecodeLimits(max_side_px=40)).pixels.height_px == 40
    with pytest.raises(PictureRefusedError) as caught:
        looked(png, DecodeLimits(max_side_px=39))
    assert caught.value.reason is Refusal.TOO_LARGE


@pytest.mark.parametrize("name", ["foto.avif"])
def test_a_file_whose_decoder_knows_no_parts_is_refused_without_a_traceback(name: str) -> None:
    data = (CASES / name).read_bytes()
    half = len(data) // 2
    # Half of the data is noise: the file's frame is as it was, and its decoder finds that out.
    cut = data[:half] + bytes(range(256)) * (half // 256) + data[half + half // 256 * 256 :]
    child = ROOT / "app" / "picture" / "decode_child.py"
    limits = ("1000000", "1000000", "1000", str(1 << 30), "20", "1000000")
    done = subprocess.run(
        [sys.executable, "-I", "-B", str(child), sniff(cut), *limits],
        input=cut,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (codes.DAMAGED, b"", b"")


# -- turned by EXIF alone ------------------------------------------------------------------------

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


def test_xmp_turns_nothing() -> None:
    words = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + XMP
    png = with_chunk(saved(NOISE, "PNG"), b"iTXt", words)
    body = b"http://ns.adobe.com/xap/1.0/\x00" + XMP
    jpeg = saved(NOISE, "JPEG")
    jpeg = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(body)) + body + jpeg[2:]
    for picture in (png, jpeg, saved(NOISE, "WEBP", xmp=XMP), saved(NOISE, "AVIF", xmp=XMP)):
        pixels = looked(picture).pixels
        assert (pixels.width_px, pixels.height_px) == (120, 100)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_exif_turns(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = looked(saved(NOISE, form, exif=exif.tobytes())).pixels
    assert (pixels.width_px, pixels.height_px) == (100, 120)


# -- transparency --------------------------------------------------------------------------------


def grey_png(depth: int, samples: list[int], clear: int) -> bytes:
    """One row of grey samples, one of their values transparent."""
    bits = "".join(f"{sample:0{depth}b}" for sample in samples)
    bits += "0" * (-len(bits) % 8)
    row = b"\x00" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    return with_chunk(
        png_of(len(samples), 1, zlib.compress(row), depth, 0), b"tRNS", struct.pack(">H", clear)
    )


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_a_transparent_grey_is_transparent_at_every_depth(depth: int) -> None:
    most = (1 << depth) - 1
    samples = [0, most, most // 3, 0]
    look = looked(grey_png(depth, samples, most))
    levels = list(look.pixels.rgb[::3])
    assert look.ground is Backdrop.WHITE
    assert levels == [0, 255, round(most // 3 * 255 / most) if depth > 1 else 0, 0]
    # What is white is now a hole, and lies on white; what is black must then be the hole's other case.
    dark = looked(grey_png(depth, [most, 0, most, most], 0))
    assert dark.ground is Backdrop.DARK
    assert dark.pixels.rgb[0] == 255
    assert dark.pixels.rgb[3:6] == bytes((47, 54, 64))


def test_of_sixteen_bits_only_the_very_grey_that_is_named_is_transparent() -> None:
    look = looked(grey_png(16, [0x1234, 0x1235, 0x0000, 0x1234], 0x1234))
    assert look.pixels.rgb[::3] == bytes((255, 0x12, 0, 255))


def test_a_transparency_of_the_wrong_length_is_passed_over() -> None:
    png = with_chunk(saved(NOISE, "PNG"), b"tRNS", b"\x00")
    assert looked(png).pixels.rgb == NOISE.tobytes()


def text_picture(*inks: tuple[int, int, int]) -> bytes:
    image = Image.new("RGBA", (200, 40 * len(inks)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for line, ink in enumerate(inks):
        draw.text((10, 10 + 40 * line), "Du er en forræder", (*ink, 255))
    return saved(image, "PNG")


@pytest.mark.parametrize(
    ("inks", "ground"),
    [
        (((0, 0, 0),), Backdrop.WHITE),
        (((255, 255, 255),), Backdrop.DARK),
        (((0, 0, 0), (255, 255, 255)), Backdrop.CHECKER),
    ],
)
def test_words_on_a_transparent_ground_stay_readable(
    inks: tuple[tuple[int, int, int], ...], ground: Backdrop
) -> None:
    look = looked(text_picture(*inks))
    assert look.ground is ground
    colours = set(zip(*[iter(look.pixels.rgb)] * 3, strict=True))
    grounds = {colour for colour in colours if colour not in inks}
    for ink in inks:
        assert ink in colours
        around = [look.pixels.colour_at(x, y) for x in range(8) for y in range(8)]
        assert all(abs(sum(ink) - sum(each)) > 3 * 80 for each in around)
    assert grounds


def test_the_case_of_white_words_is_laid_on_dark() -> None:
    assert looked((CASES / "whitetext_transparent.png").read_bytes()).ground is Backdrop.DARK


def test_a_picture_that_covers_everything_needs_no_ground() -> None:
    assert looked(saved(NOISE.convert("RGBA"), "PNG")).ground is Backdrop.NONE
    assert looked(saved(NOISE, "WEBP")).ground is Backdrop.NONE


# -- colours -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_a_profile_is_used_and_that_is_told(form: str) -> None:
    red = Image.new("RGB", (32, 32), (220, 30, 30))
    look = looked(saved(red, form, icc_profile=profile(swapped=True)))
    assert look.colours is ColourChange.CONVERTED
    r, g, _ = look.pixels.colour_at(16, 16)
    assert g > 150
    assert r < 120


def test_a_profile_that_changes_nothing_is_not_worth_a_word() -> None:
    look = looked(saved(NOISE, "PNG", icc_profile=profile(swapped=False)))
    assert look.colours is ColourChange.AS_THEY_ARE
    assert look.pixels.rgb == NOISE.tobytes()


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        (b"gAMA", struct.pack(">I", 100_000), ColourChange.NOT_APPLIED),
        (b"gAMA", struct.pack(">I", 45_455), ColourChange.AS_THEY_ARE),
        (b"cHRM", struct.pack(">8I", 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000), ColourChange.NOT_APPLIED),
        (b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000), ColourChange.AS_THEY_ARE),
        (b"cICP", b"\x09\x10\x00\x01", ColourChange.NOT_APPLIED),
        (b"cICP", b"\x01\x0d\x00\x01", ColourChange.AS_THEY_ARE),
        (b"iCCP", b"x\x00\x00" + zlib.compress(b"no profile"), ColourChange.NOT_APPLIED),
        (b"iCCP", b"x\x00\x00not deflated", ColourChange.NOT_APPLIED),
        (b"iCCP", b"x\x00\x00" + zlib.compress(bytes(9 << 20)), ColourChange.NOT_APPLIED),
        (b"sRGB", b"\x00", ColourChange.AS_THEY_ARE),
    ],
)  # fmt: skip
def test_what_a_png_says_of_colours_is_told(name: bytes, body: bytes, told: ColourChange) -> None:
    look = looked(with_chunk(saved(NOISE, "PNG"), name, body))
    assert look.colours is told
    assert look.pixels.rgb == NOISE.tobytes()


# -- more than the picture -----------------------------------------------------------------------


@pytest.mark.parametrize("form", ["PNG", "GIF", "JPEG", "WEBP"])
def test_bytes_behind_the_end_are_told_of(form: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "\xff\xd9".encode("latin-1").decode("latin-1") * 4
    data = saved(NOISE, form) if form == "GIF" else saved(NOISE, form, exif=exif.tobytes())
    assert not looked(data).more
    more = looked(data + b"PK\x03\x04hemmeligt")
    assert more.more
    assert more.pixels == looked(data).pixels


def test_the_case_with_a_tail_is_told_of() -> None:
    assert looked((CASES / "tail.png").read_bytes()).more
    animated = (CASES / "anim.gif").read_bytes()
    assert not looked(animated).more
    assert looked(animated + b"x").more


def test_a_thumbnail_within_the_exif_is_not_the_end(tmp_path: Path) -> None:
    small = saved(Image.new("RGB", (16, 16)), "JPEG")
    body = b"Exif\x00\x00" + small
    jpeg = saved(NOISE, "JPEG")
    jpeg = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(body)) + body + jpeg[2:]
    assert not looked(jpeg).more
    assert chunk(b"IEND", b"")[4:8] == b"IEND"
    assert not list(tmp_path.iterdir())
