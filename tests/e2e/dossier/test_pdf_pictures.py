"""Pictures in the finished file: the sealed pixels, each on a page of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.dossier import Choices, PictureChangedError, compose, load_policy, render
from app.picture import decode_own_png
from tests.e2e.dossier.made import ENGLISH, images_of, made_pdf, run_tool, text_of
from tests.unit.dossier.sample_case import (
    FONTS,
    MADE_AT,
    RECIPIENTS,
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
    run_tool("pdfimages", "-png", made_pdf(case, tmp_path), tmp_path / "out")
    found = sorted(tmp_path.glob("out-*.png"))
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
    assert len(places) == 2
    for width, height, x, y in places:
        assert x >= 50
        assert x + width <= 546
        assert y >= 842 - 784
        assert y + height <= 842 - 84


def _places(pdf: pikepdf.Pdf) -> list[tuple[float, float, float, float]]:
    found = []
    for page in pdf.pages:
        matrix: list[float] = []
        for step in pikepdf.parse_content_stream(page):
            assert isinstance(step, pikepdf.ContentStreamInstruction)
            operands, operator = step.operands, step.operator
            if str(operator) == "cm":
                matrix = [float(each) for each in operands]
            elif str(operator) == "Do":
                found.append((matrix[0], matrix[3], matrix[4], matrix[5]))
    return found


def test_forty_exhibits_have_forty_pages_of_their_own(tmp_path: Path) -> None:
    case = many_pictures(40, made_picture(20, 12), (20, 12))
    target = made_pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        assert len(images_of(pdf)) == 40
