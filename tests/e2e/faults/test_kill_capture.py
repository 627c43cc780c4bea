"""kill -9 at every system call of a capture. All acts and calls: ``python -m tests.e2e.faults``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.faults.acts import capture_with_context, note
from tests.e2e.faults.child import ACTS
from tests.e2e.faults.prepared import Place
from tests.e2e.faults.sweep import Swept, sweep


def _show(swept: Swept) -> None:
    print("\n".join(["", *(hit.line() for hit in swept.hits), swept.summary()]))  # noqa: T201 - the table


def test_a_capture_killed_at_every_system_call_loses_nothing_acknowledged(
    prepared: Place, tmp_path: Path
) -> None:
    swept = sweep(capture_with_context(), prepared, tmp_path / "sweep")
    _show(swept)
    assert not swept.problems, swept.summary()
    assert swept.killed > 150, f"too few kills hit: {swept.summary()}"
    assert {hit.acknowledged for hit in swept.hits if hit.hit} == set(range(ACTS + 1))
    names = {hit.call for hit in swept.hits if hit.hit}
    assert names >= {"pwrite64", "fdatasync", "ftruncate", "openat", "rename", "write"}


@pytest.mark.parametrize(
    ("control", "calls", "sign"),
    [
        ("ack_before_commit", {"fdatasync", "ftruncate"}, "lost: entry"),
        ("no_journal", {"pwrite64"}, ""),
    ],
)
def test_a_kill_finds_out_a_vault_that_breaks_its_promise(
    prepared: Place, tmp_path: Path, control: str, calls: set[str], sign: str
) -> None:
    swept = sweep(
        note(), prepared, tmp_path / "sweep", control=control, calls=lambda call: call in calls
    )
    _show(swept)
    assert any(hit.hit and sign in hit.problem for hit in swept.problems), swept.summary()
