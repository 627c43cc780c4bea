"""Two layers that differ only under black give the same package, from the seal to the zip.

The log commits to what was typed in full, so that commitment must differ; here it is replaced by one that knows only
name and salt, which is what it looks like to somebody without the salt. Everything else is the product as it is.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import set_layer
from app.markup import Arrow, Box, Frame, Highlight, Layer, Mark, Number, Redaction, Text
from evidence_store import hashing
from tests.e2e.walk.house import MACHINE
from tests.fakes.screen import striped_pixels
from tests.store.building import counted_ids, counted_salts
from tests.worlds import FONT, World, order

WIDTH, HEIGHT = 160, 100
BLACK = Box(40, 20, 80, 50)
COVER = Redaction(BLACK, "Navn")
SEEN = (Number(20, 80, "Påstand"), Frame(Box(4, 4, 30, 20)))


def hidden(seed: int) -> tuple[tuple[Mark, ...], tuple[Redaction, ...]]:
    """Marks and a box that lie under the black box: other ones from each seed, at times none."""
    pick = Random(seed)
    words = "x" + "".join(pick.choices("abc æøå 123", k=pick.randint(0, 5)))
    marks: list[Mark] = [
        Text(45, 25, words, 8),
        Arrow(60, 40, pick.randint(70, 90), 50, words),
        Frame(Box(50, 30, pick.randint(5, 60), 12), words),
        Highlight(Box(50, 30, pick.randint(5, 60), 12), words),
        Number(pick.randint(75, 85), 45, words),
    ]
    inner = Redaction(Box(50, 30, pick.randint(1, 60), 9), words)
    count = pick.randint(0, len(marks))
    return tuple(pick.sample(marks, count)), (inner,) * pick.randint(0, 1)


def reaching(seed: int) -> tuple[Mark, ...]:
    """Marks that begin in view and end somewhere under the black box."""
    pick = Random(seed)
    return (
        Highlight(Box(5, 30, pick.randint(40, 110), 10)),
        Frame(Box(5, 45, pick.randint(50, 110), 10)),
        Arrow(5, 50, pick.randint(70, 90), 50),
    )


def package_of(folder: Path, layer: Layer) -> bytes:
    folder.mkdir()
    world = World(folder, machine=MACHINE, picture=striped_pixels(WIDTH, HEIGHT))
    vault = world.make_vault(new_id=counted_ids(), new_salt=counted_salts())
    with vault:
        case = world.begin(vault)
        capture_and_seal(case, world.open_screen(), CaptureWish(), new_grab_id=lambda: "0" * 16)
        exhibit = case.state.exhibit(1)
        assert exhibit is not None
        set_layer(case, exhibit, layer, FONT)
        hand_over(case, order(), folder / "package.zip")
    return (folder / "package.zip").read_bytes()


@pytest.fixture
def blind_commitments(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed in full, as it looks without its salt: it tells nothing of the body."""
    real = hashing.part_commitment
    monkeypatch.setattr(
        "evidence_store.act.part_commitment",
        lambda name, salt, body: real(name, salt, b"" if name == "full" else body),
    )


def layer_from(seed: int) -> Layer:
    marks, boxes = hidden(seed)
    return Layer((*SEEN, *reaching(seed), *marks), (*boxes, COVER))


@pytest.mark.usefixtures("blind_commitments")
@given(first=st.integers(0, 2**32), second=st.integers(0, 2**32))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_layers_that_differ_only_under_black_give_the_same_package(
    tmp_path_factory: pytest.TempPathFactory, first: int, second: int
) -> None:
    folder = tmp_path_factory.mktemp("layers")
    packages = [
        package_of(folder / name, layer_from(seed))
        for name, seed in (("first", first), ("second", second))
    ]
    assert packages[0] == packages[1]


def test_the_layers_do_differ() -> None:
    assert len({layer_from(seed) for seed in range(50)}) == 50
