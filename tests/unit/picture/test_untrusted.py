from __future__ import annotations

import io
import os
import shutil
import struct
import time
import zlib
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from app.picture import (
    DecodeLimits,
    PictureRefusedError,
    Pixels,
    Refusal,
    decode_child,
    decode_untrusted,
    encode_png,
)
from app.picture.picture_child.codes import HEAD
from tests.fakes.screen import striped_pixels
from tests.posix import RUSAGE_SELF, getrusage
from tests.unit.picture.made import SIGNATURE, chunk, png_header, png_of, saved

CHILD = Path(str(decode_child.__file__))
UPRIGHT = "            image = _upright(image, around.exif)\n"
PICTURE = striped_pixels(48, 32)
PNG = encode_png(PICTURE)


def pixels_of(
    untrusted: bytes | Path | BinaryIO, media_type: str, limits: DecodeLimits | None = None
) -> Pixels:
    return decode_untrusted(untrusted, media_type, limits or DecodeLimits()).pixels


def saying(*head: object, then: str = "b''") -> str:
    """A child that says this much: the head as given, what is left out as a good one has it."""
    numbers = (*head, *(b"BMPY", 1, 1, 1, 1, 0, 100, 0, 0, 0)[len(head) :])
    packed = HEAD.pack(*numbers)
    return f"import sys; sys.stdout.buffer.write({packed!r} + {then}); sys.stdout.flush()"


FAILS_AT_THE_END = saying(then="b'123'") + "; sys.exit(9)"


def refusal_of(
    untrusted: bytes, media_type: str = "image/png", limits: DecodeLimits | None = None
) -> Refusal:
    with pytest.raises(PictureRefusedError) as caught:
        pixels_of(untrusted, media_type, limits or DecodeLimits())
    return caught.value.reason


def test_a_png_and_a_jpeg_become_plain_pixels() -> None:
    image = Image.frombytes("RGB", (48, 32), PICTURE.rgb)
    jpeg = saved(image, "JPEG", quality=95)

    assert pixels_of(PNG, "image/png") == PICTURE
    with Image.open(io.BytesIO(jpeg)) as expected:
        assert pixels_of(jpeg, "image/jpeg").rgb == expected.convert("RGB").tobytes()


def test_a_path_and_a_stream_give_the_same_as_bytes(tmp_path: Path) -> None:
    path = tmp_path / "billede.png"
    path.write_bytes(PNG)

    assert pixels_of(path, "image/png") == PICTURE
    with path.open("rb") as stream:
        assert pixels_of(stream, "image/png") == PICTURE


def test_a_path_that_is_gone_is_the_callers_to_hear_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pixels_of(tmp_path / "væk.png", "image/png")


def test_a_stream_that_breaks_is_told_as_such() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"the disk is tired of {size} bytes")

    with pytest.raises(OSError, match="tired"):
        pixels_of(Broken(), "image/png")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_sideways_stands_upright(orientation: int) -> None:
    image = Image.new("RGB", (40, 24), "white")
    image.paste((200, 0, 0), (0, 0, 16, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = pixels_of(saved(image, "JPEG", quality=100, exif=exif), "image/jpeg")

    corner = {
        1: (4, 3), 2: (35, 3), 3: (35, 20), 4: (4, 20), 5: (3, 4), 6: (20, 4), 7: (20, 35), 8: (3, 35)
    }[orientation]  # fmt: skip
    assert (upright.width_px, upright.height_px) == ((24, 40) if orientation > 4 else (40, 24))
    red, green, _ = upright.colour_at(*corner)
    assert red > 150
    assert green < 80


def test_place_and_device_are_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "KANARIEFUGL"
    exif.get_ifd(0x8825)[2] = (55.0, 40.0, 34.0)
    image = Image.frombytes("RGB", (48, 32), PICTURE.rgb)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = saved(image, "JPEG", exif=exif, icc_profile=profile, comment=b"KANARIEFUGL")
    assert b"KANARIEFUGL" in jpeg

    again = encode_png(pixels_of(jpeg, "image/jpeg"))

    assert b"KANARIEFUGL" not in again
    with Image.open(io.BytesIO(again)) as shown:
        assert not shown.info
        assert not shown.getexif()


@pytest.mark.parametrize(
    "damage", [b"\xff" * 40, b"MM\x00*\xff\xff\xff\xff", b"II*\x00\x08\x00\x00\x00"]
)
def test_a_broken_exif_is_no_reason_to_refuse(damage: bytes) -> None:
    image = Image.frombytes("RGB", (48, 32), PICTURE.rgb)
    jpeg = saved(image, "JPEG", exif=b"Exif\x00\x00" + damage)

    assert pixels_of(jpeg, "image/jpeg").width_px == 48


def test_transparency_lies_on_white() -> None:
    image = Image.new("RGBA", (2, 1), (255, 0, 0, 255))
    image.putpixel((1, 0), (0, 0, 0, 0))
    assert pixels_of(saved(image, "PNG"), "image/png").rgb == bytes((255, 0, 0, 255, 255, 255))

    palette = Image.new("P", (2, 1))
    palette.putpalette([0, 0, 255, 9, 9, 9])
    palette.putpixel((1, 0), 1)
    shown = pixels_of(saved(palette, "PNG", transparency=1), "image/png")
    assert shown.rgb == bytes((0, 0, 255, 255, 255, 255))


def test_other_colour_models_become_rgb() -> None:
    grey = saved(Image.new("L", (1, 1), 77), "PNG")
    one_bit = saved(Image.new("1", (1, 1), 1), "PNG")
    grey_alpha = saved(Image.new("LA", (1, 1), (0, 0)), "PNG")
    assert pixels_of(grey, "image/png").rgb == bytes((77, 77, 77))
    assert pixels_of(one_bit, "image/png").rgb == bytes((255, 255, 255))
    assert pixels_of(grey_alpha, "image/png").rgb == bytes((255, 255, 255))

    cmyk = saved(Image.new("CMYK", (16, 16), (255, 0, 0, 0)), "JPEG", quality=100)
    red, green, blue = pixels_of(cmyk, "image/jpeg").colour_at(8, 8)
    assert red < 8
    assert green > 240
    assert blue > 240


def test_sixteen_bits_are_made_eight_not_white() -> None:
    grey = png_of(3, 1, zlib.compress(b"\x00" + bytes((0, 0, 0x80, 0x12, 0xFF, 0xFF))), 16, 0)
    colour = png_of(1, 1, zlib.compress(b"\x00" + bytes((0x10, 0, 0x80, 0xFF, 0xF0, 0x80))), 16, 2)

    assert pixels_of(grey, "image/png").rgb[::3] == bytes((0, 0x80, 0xFF))
    assert pixels_of(colour, "image/png").rgb == bytes((0x10, 0x80, 0xF0))


@pytest.mark.parametrize(
    "media_type", ["image/jxl", "image/svg+xml", "application/x-heic", "", "image/PNG "]
)
def test_other_types_are_not_even_tried(media_type: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.picture.child_process.subprocess.Popen", None)

    assert refusal_of(PNG, media_type) is Refusal.UNSUPPORTED


@pytest.mark.parametrize(
    ("untrusted", "media_type"),
    [
        (b"", "image/png"),
        (b"", "image/jpeg"),
        (PNG, "image/jpeg"),
        (b"GIF89a" + PNG, "image/png"),
        (PNG[:60], "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 300, "image/jpeg"),
        (SIGNATURE + png_header(10, 10) + struct.pack(">I", 2**31 - 1) + b"IDAT", "image/png"),
        (SIGNATURE + png_header(0, 10), "image/png"),
        (SIGNATURE + png_header(10, 10, 3, 9), "image/png"),
        (png_of(9, 9, b"not deflated"), "image/png"),
        (os.urandom(5000), "image/png"),
    ],
    ids=[
        "empty png", "empty jpeg", "png as jpeg", "magic", "head only", "jpeg of nothing",
        "endless chunk", "no width", "depth", "no deflate", "noise",
    ],
)  # fmt: skip
def test_damaged_pictures_are_refused(untrusted: bytes, media_type: str) -> None:
    assert refusal_of(untrusted, media_type) is Refusal.DAMAGED


def test_a_header_that_promises_too_much_is_refused_before_decoding() -> None:
    start = time.monotonic()
    assert refusal_of(png_of(100_000, 100_000, zlib.compress(b""))) is Refusal.TOO_LARGE
    assert refusal_of(png_of(2**31 - 1, 2**31 - 1, b"")) is Refusal.TOO_LARGE
    assert time.monotonic() - start < 20


def test_the_limit_on_pixels_is_exact() -> None:
    limits = DecodeLimits(max_decoded_pixels=48 * 32)
    assert pixels_of(PNG, "image/png", limits) == PICTURE
    assert refusal_of(PNG, limits=DecodeLimits(max_decoded_pixels=48 * 32 - 1)) is Refusal.TOO_LARGE


def test_the_limit_on_input_is_exact() -> None:
    assert pixels_of(PNG, "image/png", DecodeLimits(max_input_bytes=len(PNG))) == PICTURE
    short = DecodeLimits(max_input_bytes=len(PNG) - 1)
    assert refusal_of(PNG, limits=short) is Refusal.TOO_LARGE


@pytest.mark.posix("Wine takes the limit of a Job Object and does not hold to it")
def test_a_picture_that_needs_too_much_memory_is_refused() -> None:
    flat = png_of(9_000, 9_000, zlib.compress(b"".join([bytes(27_001)] * 9_000), 9))
    limits = DecodeLimits(memory_bytes=300 << 20)

    assert refusal_of(flat, limits=limits) is Refusal.OUT_OF_MEMORY


@pytest.mark.posix("the memory of a process is told another way there")
def test_a_bomb_leaves_this_process_as_small_as_it_was() -> None:
    swelling = zlib.compressobj(9)
    data = b"".join(swelling.compress(bytes(1 << 20)) for _ in range(600)) + swelling.flush()
    text = chunk(b"zTXt", b"k\x00\x00" + data)
    bombs = [
        png_of(10, 10, data),
        SIGNATURE + png_header(10, 10) + text + chunk(b"IEND", b""),
        SIGNATURE + png_header(10, 10) + chunk(b"iCCP", b"k\x00\x00" + data) + PNG[33:],
    ]
    before = getrusage(RUSAGE_SELF).ru_maxrss
    answers = [_answer(bomb) for bomb in bombs]
    after = getrusage(RUSAGE_SELF).ru_maxrss
    assert after - before < 64 * 1024
    # Too many rows are not looked at; words are passed over, and a swelling profile is stopped on the way.
    assert answers == [Pixels, Refusal.DAMAGED, Pixels]


def test_a_child_that_never_answers_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _child(tmp_path, monkeypatch, "import time; time.sleep(600)")

    assert refusal_of(PNG, limits=DecodeLimits(timeout_s=0.5)) is Refusal.TIMED_OUT


@pytest.mark.posix("Wine takes the limit of a Job Object and does not hold to it")
def test_a_child_that_computes_for_ever_is_ended_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = CHILD.read_text(encoding="utf-8")
    busy = source.replace(UPRIGHT, "            while True:\n                pass\n")
    assert busy != source
    _child(tmp_path, monkeypatch, busy)

    start = time.monotonic()
    limits = DecodeLimits(processor_s=1, timeout_s=120)
    assert refusal_of(PNG, limits=limits) is Refusal.TIMED_OUT
    # Far from the parent's own patience: it was the system that ended it.
    assert time.monotonic() - start < 60


@pytest.mark.parametrize(
    "words",
    [
        "",
        "import sys; sys.exit(1)",
        "import os; os.abort()",
        "import sys; sys.stdout.buffer.write(b'BMPY')",
        saying(b"BMPY", 2, 2),
        saying(then="b'1234'"),
        saying(b"OTHR", then="b'123'"),
        saying(b"BMPY", 0, 9),
        saying(b"BMPY", 2**31, 2**31),
        saying(b"BMPY", 65_536, 1, then="bytes(3 * 65536)"),
        saying(b"BMPY", 1, 1, 0, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 0, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 3, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 0, 0, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 0, 101, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 0, 100, 4, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 0, 100, 0, 3, then="b'123'"),
        saying(b"BMPY", 1, 1, 1, 1, 0, 100, 0, 0, 2, then="b'123'"),
        FAILS_AT_THE_END,
    ],
    ids=[
        "silent", "fails", "aborts", "half a head", "no rows", "too many rows", "other magic",
        "no width", "huge", "long side", "no pictures", "not smaller", "whole", "nothing", "more than all",
        "ground", "colours", "more", "fails at the end",
    ],
)  # fmt: skip
def test_what_a_broken_child_says_is_not_believed(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _child(tmp_path, monkeypatch, words)

    assert refusal_of(PNG) is Refusal.DAMAGED


@pytest.mark.posix("files can be opened there, see app/picture/untrusted.py")
def test_the_child_knows_nothing_of_its_user_and_can_open_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    source = CHILD.read_text(encoding="utf-8")
    spy = (
        "            import os, socket\n"
        "            said = [repr(dict(os.environ)), repr(sys.argv[1:]), repr(sys.flags.isolated)]\n"
        f"            for name in ({os.fspath(told)!r}, '/etc/passwd'):\n"
        "                try:\n"
        "                    os.open(name, os.O_RDWR | os.O_CREAT)\n"
        "                except OSError as error:\n"
        "                    said.append(type(error).__name__)\n"
        "            try:\n"
        "                socket.socket()\n"
        "            except OSError as error:\n"
        "                said.append(type(error).__name__)\n"
        "            text = ' '.join(said).encode().ljust(3 * 48 * 32)\n"
        "            out.write(codes.HEAD.pack(codes.MAGIC, 48, 32, 1, 1, 0, 100, 0, 0, 0) + text)\n"
        "            return 0\n"
    )
    changed = source.replace(UPRIGHT, spy)
    assert changed != source
    # Python itself loads nothing lazily here, so the spy's own import has to come before the limit.
    changed = changed.replace(
        "        limits.set_limits(memory, seconds)\n",
        "        import socket\n        limits.set_limits(memory, seconds)\n",
        1,
    )
    _child(tmp_path, monkeypatch, changed)
    monkeypatch.setenv("SECRET_OF_THE_USER", "adgangskode")

    said = pixels_of(PNG, "image/png").rgb.decode().strip()

    assert "SECRET" not in said
    assert "HOME" not in said
    assert "'image/png'" in said
    assert said.endswith("1 OSError OSError OSError")
    assert not told.exists()


@settings(max_examples=25)
@given(st.integers(8, len(PNG) - 1), st.binary(min_size=1, max_size=8))
def test_no_damage_gets_through_as_anything_but_pixels_or_a_refusal(at: int, junk: bytes) -> None:
    damaged = PNG[:at] + junk + PNG[at + len(junk) :]
    try:
        found = pixels_of(damaged, "image/png")
    except PictureRefusedError:
        return
    assert isinstance(found, Pixels)


def _answer(untrusted: bytes) -> object:
    try:
        return type(pixels_of(untrusted, "image/png"))
    except PictureRefusedError as refused:
        return refused.reason


def _child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Let the parent start other words than our own."""
    file = tmp_path / "child.py"
    file.write_text(source, encoding="utf-8")
    shutil.copytree(CHILD.parent / "picture_child", tmp_path / "picture_child")
    monkeypatch.setattr(decode_child, "__file__", str(file))
