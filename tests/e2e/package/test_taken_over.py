"""A package with a colleague's exhibits: every reader checks their log beside ours, and sees a change in it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.actions.hand_over import hand_over
from app.actions.take_over import take_over
from app.dossier import Choices
from evidence_store import LedgerReader
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.forge import LEDGER, EntryDraft, Forged, LedgerDraft, PartDraft
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
        hand_over(ours, order("police", Choices(originals=(2, 3))), folder / "p.zip")
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


def forged_from(root: Path) -> Forged:
    """The package with its log as a draft, so that a skilled forger can seal it anew."""
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    reader = LedgerReader(io.BytesIO(files[LEDGER]))
    entries = [
        EntryDraft(
            entry.id.seq,
            entry.time,
            [
                PartDraft(
                    part.name, part.body or b"", part.salt or "", str(part.state), part.commitment
                )
                for part in entry.parts
            ],
            entry.previous,
            entry.parts_hash,
            entry.hash,
        )
        for entry in reader
    ]
    return Forged(files, LedgerDraft(entries, reader.chain.id), form=2)


def other_hash(origin: dict[str, Any]) -> None:
    origin["hash"] = "0" * 64


def no_such_place(origin: dict[str, Any]) -> None:
    origin["entry"]["seq"] = 99


def no_hash(origin: dict[str, Any]) -> None:
    origin["hash"] = 7


@pytest.mark.parametrize("change", [other_hash, no_such_place, no_hash, None])
def test_an_exhibit_that_the_other_log_has_not_is_found_by_all_readers(
    unpacked: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None] | None
) -> None:
    forged = forged_from(unpacked)
    entries = (each for each in forged.ledger.entries[1:] if each.shows_something())
    adopted = [each for each in entries if each.facts()["kind"] == "adopt"]
    first, second = (each.part("origin") for each in adopted)
    if change is None:  # place and hash stand there, and the bytes are another exhibit's
        first.body = second.body
    else:
        origin = json.loads(first.body)
        change(origin)
        first.body = json.dumps(origin).encode()
    forged.ledger.reseal(adopted[0].seq)
    forged.write_ledger()
    forged.relist()
    root = forged.unpack(tmp_path / forged.top)
    answers = [ask_app(root), ask_py(load_verify_py(), root), ask_sh(["sh"], root)[0]]
    for answer in (*answers, ask_second(root)):
        assert answer.verdict == "ALTERED"
        assert {("adopted_entry", adopted[0].seq, 2, LEDGER)} == answer.findings
        assert answer.checks["extras"] == "failed"
