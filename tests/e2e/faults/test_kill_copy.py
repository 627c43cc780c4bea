"""kill -9 at calls that name and delete files of the copy. All calls: ``python -m tests.e2e.faults``."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.faults.acts import copy_elsewhere
from tests.e2e.faults.prepared import Place
from tests.e2e.faults.sweep import sweep

CALLS = frozenset({"rename", "unlink"})


def test_a_kill_loses_nothing_that_was_copied(prepared: Place, tmp_path: Path) -> None:
    swept = sweep(copy_elsewhere(), prepared, tmp_path / "sweep", calls=CALLS.__contains__)
    print("\n".join(["", *(hit.line() for hit in swept.hits), swept.summary()]))  # noqa: T201 - the table
    assert not swept.problems, swept.summary()
    assert {hit.call for hit in swept.hits if hit.hit} == CALLS
