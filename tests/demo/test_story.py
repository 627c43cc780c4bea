"""What the demonstration types comes to the same case as the act that the product has for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.actions.cases import begin_case, list_cases, open_case
from app.actions.example_case import fill_example_case, read_example
from app.actions.open_case import OpenCase
from app.capture import Region
from app.markup import parse_shapes
from demo.folder import MARKS, VAULT
from demo.post_window import PostWindow
from demo.story import fill_vault
from evidence_store import HeadMemory, Vault
from tests.demo.demonstration import PHRASE, Demo
from tests.fakes.clock import FakeClock
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.store.building import plain_vault
from tests.worlds import FONT, MACHINE, RESOURCES

WINDOW = PostWindow(
    10,
    5,
    200,
    140,
    {
        "child_name": (60, 20, 40, 12),
        "cpr": (60, 40, 50, 12),
        "accusation": (30, 60, 90, 12),
        "call_privately": (70, 90, 60, 12),
    },
)
# What differs between any two cases: when, in which grab, and by which random name.
OWN = re.compile(
    rb'"(?:\w+_at(?:_local)?|at|grab_id|vault|case|chain|monotonic_ms|since_boot_ms)":(?:"[^"]*"|\d+)'
)


def told(vault: Vault, case: OpenCase) -> list[tuple[str, bytes]]:
    """Every part of every entry, without what differs between any two cases."""
    return [
        (part.name, OWN.sub(b"", part.body or b""))
        for chain in (case.chains.evidence, case.chains.private)
        for entry in vault.entries(chain)
        for part in entry.parts
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_typed_or_done_the_case_is_the_same(tmp_path: Path, language: str) -> None:
    demo = Demo(tmp_path)
    example = read_example(RESOURCES, language)
    fill_vault(demo.steps, example, WINDOW)
    clock = FakeClock()
    with Vault.open(
        tmp_path / VAULT, PHRASE, heads=HeadMemory(tmp_path / "looked"), parameters=QUICK_KEYS
    ) as vault:
        (line,) = list_cases(vault)
        typed = told(vault, open_case(vault, line.case_id, clock=clock, machine=MACHINE))
    (tmp_path / "done").mkdir()
    with plain_vault(tmp_path / "done") as vault:
        case = begin_case(vault, clock=clock, machine=MACHINE, title=example.case.title)
        screen = FakeScreen(clock, striped_pixels(240, 180))
        region = Region(WINDOW.x, WINDOW.y, WINDOW.width, WINDOW.height)
        fill_example_case(case, example, screen, region, WINDOW.boxes, font=FONT)
        done = told(vault, case)
    assert typed == done
    assert len(done) > 40
    assert parse_shapes((tmp_path / MARKS).read_bytes()) == example.marks_at(WINDOW.boxes)
