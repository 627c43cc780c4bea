"""What a black box covers is in no byte that leaves, whatever was drawn on whatever picture (promises P10 to P12)."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.dossier import Choices
from app.markup import Box, Ellipse, Highlight, Layer, Mark, Number, Redaction, Text
from app.picture import Pixels, decode_own_png
from tests.fakes.screen import FakeScreen
from tests.worlds import FONT, World, order

WIDTH, HEIGHT = 64, 44
_RUN = 9
"""So many bytes of a row, three pixels: random ones stand nowhere else."""
xs, ys = st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)
boxes = st.builds(Box, xs, ys, st.integers(9, 40), st.integers(9, 30))
marks: st.SearchStrategy[Mark] = st.one_of(
    st.builds(Highlight, boxes),
    st.builds(Ellipse, boxes),
    st.builds(Number, xs, ys),
    st.builds(Text, xs, ys, st.just("Her"), st.integers(6, 20)),
)
layers = st.builds(
    Layer,
    st.lists(marks, max_size=3).map(tuple),
    st.lists(st.builds(Redaction, boxes, st.just("Navn")), min_size=1, max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("black"))


@pytest.fixture(scope="module")
def case(world: World) -> Iterator[OpenCase]:
    with world.make_vault() as vault:
        yield world.begin(vault)


def noise(seed: int) -> Pixels:
    """A picture of which no three pixels beside each other are alike."""
    return Pixels(WIDTH, HEIGHT, random.Random(seed).randbytes(3 * WIDTH * HEIGHT))


def covered_runs(pixels: Pixels, layer: Layer) -> set[bytes]:
    """Return every run of bytes of a row that lies whole under a black box."""
    found = set()
    for box in (each.box for each in layer.redactions):
        right, bottom = min(WIDTH, box.x + box.width), min(HEIGHT, box.y + box.height)
        for y in range(box.y, bottom):
            start, end = 3 * (y * WIDTH + box.x), 3 * (y * WIDTH + right)
            row = pixels.rgb[start:end]
            found |= {row[at : at + _RUN] for at in range(len(row) - _RUN + 1)}
    return found


def all_that_leaves(package: Path) -> Iterator[bytes]:
    """Yield every file of a package as it lies there, and pictures and the streams of a PDF unpacked."""
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            yield data
            if name.endswith(".png"):
                yield decode_own_png(data).rgb
            elif name.endswith(".pdf"):
                with pikepdf.open(io.BytesIO(data)) as pdf:
                    for each in pdf.objects:
                        if isinstance(each, pikepdf.Stream):
                            yield each.read_bytes()


def holds(data: bytes, runs: set[bytes]) -> bool:
    return any(data[at : at + _RUN] in runs for at in range(len(data) - _RUN + 1))


@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # to make one smaller would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), layer=layers)
def test_no_pixel_under_a_black_box_is_in_any_byte_of_a_package(
    seed: int, layer: Layer, case: OpenCase, world: World
) -> None:
    pixels = noise(seed)
    (entry,) = capture_and_seal(case, FakeScreen(world.clock, pixels), CaptureWish())
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    runs = covered_runs(pixels, layer)
    assert holds(pixels.rgb, runs)  # the search finds what is there
    set_layer(case, exhibit, layer, FONT)
    package = world.folder / f"{entry.seq}.zip"
    hand_over(case, order("manager", Choices(exhibits=(exhibit.number,))), package)
    leaving = list(all_that_leaves(package))
    assert sum(len(each) == len(pixels.rgb) for each in leaving) >= 2  # as a file, and in the PDF
    assert not any(holds(each, runs) for each in leaving)
