"""The power goes: whatever was acknowledged is on the disk. With the sync switched off it is not, and that is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.faults.acts import Hurt, capture_with_context, note
from tests.e2e.faults.loop_disk import loop_devices, pulled_plug
from tests.e2e.faults.power import Cut, power_cuts
from tests.e2e.faults.prepared import Place

ACTS = pytest.mark.parametrize("hurt", [capture_with_context(), note()], ids=lambda hurt: hurt.name)


def _table(cuts: tuple[Cut, ...]) -> str:
    bad = [cut for cut in cuts if cut.problem]
    lost = sum(cut.lost for cut in cuts)
    head = f"{len(cuts)} power cuts, {len(bad)} wrong afterwards, {lost} lost acknowledged entries"
    return "\n".join([head, *(cut.line() for cut in bad[:5])])


@ACTS
def test_a_power_cut_after_any_call_loses_nothing_acknowledged(
    prepared: Place, tmp_path: Path, hurt: Hurt
) -> None:
    cuts = power_cuts(hurt, prepared, tmp_path / "cuts", tell=print)
    assert not [cut for cut in cuts if cut.problem], _table(cuts)
    assert len(cuts) > 100
    assert {cut.acknowledged for cut in cuts} == {0, 1, 2}


@pytest.mark.parametrize("control", ["sync_off", "sync_normal"])
def test_a_power_cut_finds_out_a_vault_that_syncs_too_little(
    prepared: Place, tmp_path: Path, control: str
) -> None:
    cuts = power_cuts(note(), prepared, tmp_path / "cuts", control=control)
    print(_table(cuts))  # noqa: T201 - the table
    assert any(cut.lost and cut.acknowledged for cut in cuts), _table(cuts)


def test_on_a_real_file_system_only_a_vault_that_syncs_survives(
    prepared: Place, tmp_path: Path
) -> None:
    if not loop_devices(tmp_path):
        print("not root, or no loop device: only the played-back power cuts above were made")  # noqa: T201
        return
    hurt = capture_with_context()
    kept = pulled_plug(hurt, prepared, tmp_path / "synced")
    assert not [cut for cut in kept if cut.problem], _table(kept)
    assert [cut.found for cut in kept] == [2, 4]
    lost = pulled_plug(hurt, prepared, tmp_path / "not synced", "sync_off")
    print(_table(kept), _table(lost), sep="\n")  # noqa: T201 - the table
    assert any(cut.lost for cut in lost), _table(lost)
