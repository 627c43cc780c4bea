"""Cases that earlier versions sealed fold to the same state as they did then (state.json: by the version of then)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.actions.cases import only_case, open_case
from evidence_store import HeadMemory, Vault
from tests.e2e.walk.house import MACHINE
from tests.e2e.walk.told_state import told
from tests.fakes.clock import FakeClock

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("name", ["case-v0.1.0", "case-v0.1.1"])
def test_the_state_is_what_the_version_of_then_made_of_it(name: str, tmp_path: Path) -> None:
    folder = DATA / name
    passphrase = (folder / "passphrase.txt").read_text("utf-8")
    path = Path(shutil.copy(folder / "case.bevismappe", tmp_path / "v.bevismappe"))
    with Vault.open(path, passphrase, heads=HeadMemory(tmp_path / "heads")) as vault:
        case = open_case(vault, only_case(vault, ""), clock=FakeClock(), machine=MACHINE)
        now = json.loads(json.dumps(told(case.state)))
    assert differences(json.loads((folder / "state.json").read_text("utf-8")), now) == []


def differences(then: Any, now: Any, path: str = "") -> list[str]:
    """Where a state says something else than then; a field that there was not yet is no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        keys = [f"{path}.{key} is gone" for key in then if key not in now]
        return keys + [
            each
            for key in then
            if key in now
            for each in differences(then[key], now[key], f"{path}.{key}")
        ]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        pairs = enumerate(zip(then, now, strict=True))
        return [each for at, (a, b) in pairs for each in differences(a, b, f"{path}[{at}]")]
    return [] if then == now else [f"{path}: {then!r} was, {now!r} is"]


def test_a_difference_is_found_at_any_depth() -> None:
    then = {"a": [{"b": 1, "c": "x"}]}
    assert differences(then, {"a": [{"b": 1, "c": "x", "new": ""}]}) == []
    assert differences(then, {"a": [{"b": 2, "c": "x"}]}) == [".a[0].b: 1 was, 2 is"]
    assert differences(then, {"a": [{"b": 1}]}) == [".a[0].c is gone"]
    assert differences(then, {"a": []}) == [".a: [{'b': 1, 'c': 'x'}] was, [] is"]
