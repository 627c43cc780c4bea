"""kill -9 while the passphrase is changed: the vault opens with the old one or the new one, and holds the same."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.faults.acts import new_passphrase
from tests.e2e.faults.child import ACTS
from tests.e2e.faults.prepared import Place
from tests.e2e.faults.sweep import DISK_CALLS, sweep


def test_a_change_of_passphrase_killed_at_every_call_leaves_a_whole_vault(
    prepared: Place, tmp_path: Path
) -> None:
    swept = sweep(new_passphrase(), prepared, tmp_path / "sweep", calls=DISK_CALLS.__contains__)

    assert not swept.problems, swept.summary()
    assert swept.killed > 100, f"too few kills hit: {swept.summary()}"
    assert {hit.acknowledged for hit in swept.hits if hit.hit} == set(range(ACTS + 1))
    names = {hit.call for hit in swept.hits if hit.hit}
    assert names >= {"pwrite64", "rename", "openat", "unlink"}
