"""Cases that earlier versions sealed fold to the same state as they did then (state.json: by the version of then)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

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
    assert now == json.loads((folder / "state.json").read_text("utf-8"))
