"""Everything there is, with the whole table: ``python -m tests.e2e.faults``. Takes some minutes.

Kills at every system call of every act, the controls, and power cuts. Ends with 1 when a promise was broken, when a
control was not found out, or when no kill hit.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.faults.acts import capture_with_context, every_act, note
from tests.e2e.faults.child import say
from tests.e2e.faults.loop_disk import loop_devices, pulled_plug
from tests.e2e.faults.power import Cut, power_cuts
from tests.e2e.faults.prepared import make_vault, small_scale
from tests.e2e.faults.sweep import DISK_CALLS, sweep


def main() -> int:
    """Run all of it; answers the exit code."""
    with tempfile.TemporaryDirectory() as folder, small_scale():
        good, lines = _everything(Path(folder))
    say("\n".join(["", *lines, "all as promised" if good else "A PROMISE WAS BROKEN"]))
    return 0 if good else 1


def _everything(folder: Path) -> tuple[bool, list[str]]:
    prepared = make_vault(folder / "prepared")
    good, lines = True, []
    for hurt in every_act(folder):
        say(f"-- kill -9: {hurt.name}")
        start = time.monotonic()
        swept = sweep(hurt, prepared, folder / "sweep", tell=say)
        good = good and swept.killed > 0 and not swept.problems
        lines.append(f"{swept.summary()} ({time.monotonic() - start:.0f} s)")
    for control in ("ack_before_commit", "no_journal"):
        say(f"-- control: {control}")
        swept = sweep(
            note(),
            prepared,
            folder / "sweep",
            calls=DISK_CALLS.__contains__,
            control=control,
            tell=say,
        )
        good = good and bool(swept.problems)
        lines.append(f"control {control} (must go wrong): {swept.summary()}")
    for control in ("", "sync_off", "sync_normal"):
        say(f"-- power cut, played back {control}")
        cuts = power_cuts(
            capture_with_context(), prepared, folder / f"cuts {control}", control=control, tell=say
        )
        good = good and any(cut.lost for cut in cuts) == bool(control)
        lines.append(f"power cut, played back {control}: {_told(cuts)}")
    if loop_devices(folder):
        for control in ("", "sync_off"):
            cuts = pulled_plug(
                capture_with_context(), prepared, folder / f"plug {control}", control
            )
            good = good and any(cut.lost for cut in cuts) == bool(control)
            lines.append(f"power cut, ext4 on a loop device {control}: {_told(cuts)}")
    else:
        lines.append("power cut, ext4 on a loop device: not root or no such device, not done")
    return good, lines


def _told(cuts: tuple[Cut, ...]) -> str:
    wrong, lost = sum(bool(cut.problem) for cut in cuts), sum(cut.lost for cut in cuts)
    return f"{len(cuts)} cuts, {wrong} wrong afterwards, {lost} lost acknowledged entries"


if __name__ == "__main__":
    sys.exit(main())
