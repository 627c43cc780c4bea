"""Several processes want one vault: one at a time gets it, and nothing that was acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.casework.kinds.file import FileSource
from evidence_store import VaultLockedError, Verdict
from tests.e2e.faults.acts import note
from tests.e2e.faults.prepared import Place, open_only_case
from tests.e2e.faults.tracing import children

ROOT = Path(__file__).resolve().parents[3]
PROCESSES = 4
IMPORTS = 20
KILLED_AFTER = 5


def test_a_second_process_is_told_that_the_vault_is_open_elsewhere(
    prepared: Place, tmp_path: Path
) -> None:
    place = prepared.copy(tmp_path)
    with children() as program:
        program.start(note().job(place))
        with pytest.raises(VaultLockedError):
            place.open(wait_s=0.2)
        program.go()
        exit_code, acknowledged, _ = program.ending()
    assert exit_code == 0
    with place.open() as vault:
        assert vault.head(open_only_case(vault).chains.evidence).id.seq == acknowledged[-1]


def test_four_writers_one_of_them_killed_lose_nothing_acknowledged(
    prepared: Place, tmp_path: Path
) -> None:
    place = prepared.copy(tmp_path)
    writers = [_writer(place, tmp_path, number) for number in range(PROCESSES)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdin is not None
        assert writer.stdout.readline() == "READY\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("GO\n")
        writer.stdin.close()
    assert writers[0].stdout is not None
    acknowledged = {writers[0].stdout.readline().split()[1] for _ in range(KILLED_AFTER)}
    writers[0].kill()
    for writer in writers:
        assert writer.stdout is not None
        acknowledged |= {line.split()[1] for line in writer.stdout}
        writer.stdout.close()
        writer.wait()
    assert [writer.returncode for writer in writers] == [-9, 0, 0, 0]
    assert len(acknowledged) >= (PROCESSES - 1) * IMPORTS + KILLED_AFTER
    with place.open() as vault:
        assert vault.verify().verdict is Verdict.CONSISTENT
        names = [
            exhibit.source.name
            for exhibit in open_only_case(vault).state.exhibits
            if isinstance(exhibit.source, FileSource)
        ]
    assert len(set(names)) == len(names), "an import was sealed twice"
    assert acknowledged <= set(names)
    assert len(set(names) - acknowledged) <= 1, "only the killed one may have sealed unheard"


def _writer(place: Place, folder: Path, number: int) -> subprocess.Popen[str]:
    files = []
    for n in range(IMPORTS):
        path = folder / f"{number}-{n}.txt"
        path.write_text(f"{number} {n}\n" * 50, encoding="utf-8")
        files.append(str(path))
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.e2e.faults.writer",
            str(place.vault),
            str(place.heads),
            *files,
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
