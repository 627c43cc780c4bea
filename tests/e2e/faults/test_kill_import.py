"""kill -9 at every system call of an import and of a note that changes anything on the disk.

Between two of them the disk is the same, so the rest adds no new state; ``python -m tests.e2e.faults`` does all calls.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.faults.acts import every_act
from tests.e2e.faults.prepared import Place
from tests.e2e.faults.sweep import DISK_CALLS, sweep


@pytest.mark.parametrize("name", ["note", "import, small", "import, staged"])
def test_a_kill_loses_nothing_acknowledged(prepared: Place, tmp_path: Path, name: str) -> None:
    (hurt,) = (each for each in every_act(tmp_path) if each.name == name)
    swept = sweep(hurt, prepared, tmp_path / "sweep", calls=DISK_CALLS.__contains__)
    print("\n".join(["", *(hit.line() for hit in swept.hits), swept.summary()]))  # noqa: T201 - the table
    assert not swept.problems, swept.summary()
    assert swept.killed > 60, f"too few kills hit: {swept.summary()}"
