"""Pictures in the finished file: the sealed pixels, each on a page of its own."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from app.dossier import Choices, PictureChangedError, compose, load_policy, render
from app.picture import Pixels, decode_own_png, decode_untrusted, encode_png
from tests.e2e.dossier.made import ENGLISH, images_of, joined, made_pdf, run_tool, steps_of, text_of
from tests.unit.dossier.sample_case import (
    FONTS,
    MADE_AT,
    RECIPIENTS,
    ROOT,
    SampleCase,
    made_picture,
    many_pictures,
    small_case,
)


def test_poppler_takes_out_exactly_the_sealed_pixels(tmp_path: Path) -> None:
    case = SampleCase()
    sizes = [(31, 17), (1, 1), (200, 90), (33, 160)]
    pictures = [made_picture(*size, (at * 40, 7, 90)) for at, size in enumerate(sizes)]
    for png, size in zip(pictures, sizes, strict=True):
        case.capture(png, "2026-11-23T13:00:00.000Z", size)
    pdf = made_pdf(case, tmp_path)
    run_tool("pdfimages", "-png", pdf, tmp_path / "out")
    # The codes of pages are drawn as stencils, which are no pictures of anything.
    listed = [line.split() for line in run_tool("pdfimages", "-list", pdf).splitlines()[2:]]
    assert {line[2] for line in listed} == {"image", "stencil"}
    files = sorted(tmp_path.glob("out-*.png"))
    first, *found = (file for file, line in zip(files, listed, strict=True) if line[2] == "image")
    assert first.read_bytes() == found[0].read_bytes()  # the first page shows one of them small
    assert len(found) == len(pictures)
    for file, png in zip(found, pictures, strict=True):
        pixels = decode_own_png(png)
        with Image.open(file) as image:
            assert image.size == (pixels.width_px, pixels.height_px)
            assert image.convert("RGB").tobytes() == pixels.rgb


def test_the_sealed_png_can_be_rebuilt_from_the_pdf_and_has_the_printed_fingerprint(
    tmp_path: Path,
) -> None:
    case = SampleCase()
    png = made_picture(120, 80)
    case.capture(png, "2026-11-23T13:00:00.000Z", (120, 80))
    target = made_pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        image = next(iter(images_of(pdf)))
        data = image.read_raw_bytes()
    rebuilt = png[:33] + len(data).to_bytes(4, "big") + b"IDAT" + data + png[-16:]
    fingerprint = hashlib.sha256(rebuilt).hexdigest()
    assert fingerprint in "".join(text_of(target).split())


def test_a_changed_picture_stops_the_dossier_and_leaves_what_was_there(tmp_path: Path) -> None:
    case = small_case()
    target = made_pdf(case, tmp_path)
    before = target.read_bytes()
    id = next(id for id, png in case.objects.items() if id.seq == 4)
    case.objects[id] = case.objects[id][:-20] + b"\x00" * 4 + case.objects[id][-16:]
    with pytest.raises(PictureChangedError) as caught:
        made_pdf(case, tmp_path)
    assert caught.value.exhibit == 2
    assert target.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_cancelling_leaves_no_half_file(tmp_path: Path) -> None:
    case = small_case()
    dossier = compose(
        case.state, load_policy(RECIPIENTS, "manager"), Choices(), ENGLISH, case.receipt, MADE_AT
    )

    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert (done, total) == (0, 2)
        raise StopError

    with pytest.raises(StopError):
        render(dossier, tmp_path / "x.pdf", case.open_object, ENGLISH, FONTS, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_tall_picture_fits_its_page(tmp_path: Path) -> None:
    case = SampleCase()
    case.capture(made_picture(27, 125), "2026-11-23T13:00:00.000Z", (27, 125))
    case.capture(made_picture(125, 3), "2026-11-23T13:00:00.000Z", (125, 3))
    with pikepdf.open(made_pdf(case, tmp_path)) as pdf:
        places = _places(pdf)
    assert len(places) == 3  # one of them is shown small on the first page too
    for width, height, x, y in places:
        assert x >= 50
        assert x + width <= 546
        assert y >= 842 - 784
        assert y + height <= 842 - 84


def _places(pdf: pikepdf.Pdf) -> list[tuple[float, float, float, float]]:
    found = []
    for page in pdf.pages:
        matrix: list[float] = []
        for operator, operands in steps_of(page):
            if operator == "cm":
                matrix = [float(each) for each in operands]
            elif operator == "Do":
                found.append((matrix[0], matrix[3], matrix[4], matrix[5]))
    return found


def test_forty_exhibits_have_forty_pages_of_their_own(tmp_path: Path) -> None:
    case = many_pictures(40, made_picture(20, 12), (20, 12))
    target = made_pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        small, *own = images_of(pdf)
        assert len(own) == len({image.objgen for image in own}) == 40
        assert (
            small.objgen == own[0].objgen
        )  # shown on the first page too, and no second time in the file


LONG = ROOT / "tests" / "data" / "cases" / "long_360x7200.png"


def long_case() -> tuple[SampleCase, Pixels]:
    case = SampleCase()
    pixels = decode_untrusted(LONG, "image/png").pixels
    case.capture(encode_png(pixels), "2026-11-23T13:00:00.000Z", (360, 7200))
    return case, pixels


def test_a_long_picture_is_split_over_pages_and_stays_one_picture_in_the_file(
    tmp_path: Path,
) -> None:
    case, pixels = long_case()
    target = made_pdf(case, tmp_path)
    text = joined(text_of(target))
    assert "Part 1 of 7. The picture is long. It is shown in 7 parts" in text
    for words in ("Parts 2 and 3 of 7", "Parts 4 and 5 of 7", "Parts 6 and 7 of 7"):
        assert words in text
    with pikepdf.open(target) as pdf:
        images = {image.objgen for image in images_of(pdf)}
        assert len(images) == 1
        data = pdf.get_object(images.pop()).read_raw_bytes()
        small, *windows = [window for page in pdf.pages for window in _windows(page)]
    (png,) = case.objects.values()
    assert data == png[41:-16]
    # The parts follow each other downwards, overlap, and leave nothing out.
    assert len(windows) == 7
    assert small[0] == pytest.approx(0, abs=0.1)  # the first page shows its upper part
    assert windows[0][0] == pytest.approx(0, abs=0.1)
    assert windows[-1][1] == pytest.approx(pixels.height_px, abs=0.1)
    for (top, end, *_), (next_top, next_end, *_) in pairwise(windows):
        assert top < next_top < end < next_end
        # Cut in the space between two lines: the row above the cut is like the one above it.
        assert _row(pixels, round(end) - 1) == _row(pixels, round(end) - 2)


def test_each_page_shows_the_rows_of_its_part_and_no_others(tmp_path: Path) -> None:
    case, pixels = long_case()
    target = made_pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        windows = [_windows(page) for page in pdf.pages]
    for number, parts in enumerate(windows, start=1):
        if not parts:
            continue
        name = tmp_path / f"page-{number}"
        run_tool(
            "pdftoppm", "-r", 150, "-f", number, "-l", number, "-singlefile", "-png", target, name
        )
        with Image.open(name.with_suffix(".png")) as page:
            drawn = page.convert("L")
        for part in parts:
            top, end, x, y, width, height = part
            left, upper, right, lower = (
                round(each * 150 / 72) for each in (x, y, x + width, y + height)
            )
            seen = drawn.crop((left, upper, right, lower))
            # The rows that it should show fit it better than those a little above or below.
            fits = [
                _difference(seen, pixels, round(top) + moved, round(end) + moved)
                for moved in (-8, 0, 8)
            ]
            assert min(fits) == fits[1]
            assert fits[1] < 0.7 * fits[0]


def _difference(seen: Image.Image, pixels: Pixels, top: int, end: int) -> float:
    """How much a piece of a page differs from rows of a picture, a value for each pixel of it."""
    whole = Image.frombytes("RGB", (pixels.width_px, pixels.height_px), pixels.rgb)
    rows = whole.crop((0, top, pixels.width_px, end)).convert("L")
    differ = ImageChops.difference(seen, rows.resize(seen.size, Image.Resampling.BOX))
    counts = differ.histogram()
    return sum(value * count for value, count in enumerate(counts)) / sum(counts)


def test_a_long_picture_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    first = made_pdf(long_case()[0], tmp_path).read_bytes()
    assert made_pdf(long_case()[0], tmp_path).read_bytes() == first


def _row(pixels: Pixels, row: int) -> bytes:
    stride = 3 * pixels.width_px
    return pixels.rgb[row * stride : (row + 1) * stride]


def _windows(page: pikepdf.Page) -> list[tuple[float, ...]]:
    """First and last row of each part on the page, and its place in points from the upper left corner."""
    found: list[tuple[float, ...]] = []
    clip: list[float] = []
    matrix: list[float] = []
    for operator, operands in steps_of(page):
        if operator == "re":
            clip = [float(each) for each in operands]
        elif operator == "cm":
            matrix = [float(each) for each in operands]
        elif operator == "Do":
            x, y, width, height = clip
            full, bottom = matrix[3], matrix[5]
            scale = full / 7_200
            top = (bottom + full - y - height) / scale
            found.append((top, top + height / scale, x, 841.89 - y - height, width, height))
    return found
