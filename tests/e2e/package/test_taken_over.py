"""A package with a colleague's exhibits: every reader checks their log beside ours, and sees a change in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.actions.hand_over import hand_over
from app.actions.take_over import take_over
from app.dossier import Choices
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.verifiers import ask_app, ask_py, ask_sh, load_verify_py
from tests.store.building import plain_vault
from tests.unit.actions.acting import captured
from tests.worlds import begin, order


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("taken_over")
    for name in ("theirs", "ours"):
        (folder / name).mkdir()
    with plain_vault(folder / "theirs") as vault:
        theirs = begin(vault)
        captured(theirs)
        captured(theirs, seed=1)
        hand_over(theirs, order("own_copy"), folder / "samling.zip")
    with plain_vault(folder / "ours") as vault:
        ours = begin(vault)
        captured(ours, seed=2)
        take_over(ours, [folder / "samling.zip"])
        hand_over(ours, order("police", Choices(originals=(2,))), folder / "p.zip")
    with zipfile.ZipFile(folder / "p.zip") as package:
        package.extractall(folder / "unpacked")
    (root,) = (folder / "unpacked").iterdir()
    return root


def test_all_readers_find_it_in_order(unpacked: Path) -> None:
    verifier = load_verify_py()
    answers = [ask_app(unpacked), ask_py(verifier, unpacked), ask_sh(["sh"], unpacked)[0]]
    for answer in (*answers, ask_second(unpacked)):
        assert answer.verdict == "CONSISTENT"
        assert not answer.findings
        assert answer.checks["extras"] == "passed"


def test_all_readers_see_a_change_in_their_log(unpacked: Path) -> None:
    log = unpacked / "data/ledger/foreign-1.txt"
    before = log.read_bytes()
    log.write_bytes(before.replace(b"2026-", b"2025-", 1))
    try:
        verifier = load_verify_py()
        answers = [ask_app(unpacked), ask_py(verifier, unpacked), ask_sh(["sh"], unpacked)[0]]
        for answer in (*answers, ask_second(unpacked)):
            assert answer.verdict == "ALTERED"
            assert "entry_hash" in {kind for kind, *_ in answer.findings}
    finally:
        log.write_bytes(before)
