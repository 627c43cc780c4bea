"""``python -m benchmarks.copy_trial [COUNT]``: captures with the stick pulled out at random, and kills; then restored.

A child seals pictures and copies each of them elsewhere; it says what was sealed and what was copied. Meanwhile the
folder of the stick is taken away and put back, and the child is killed with signal 9 and begun anew, both by dice. At
the end, with no whole copy made anew, a vault is made of the stick and compared with what was said. Then the cost of
copying one entry is measured in a vault of that size, beside that in a new one.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import begin_case, case_chains, open_case
from app.actions.copy_elsewhere import (
    choose_copy_place,
    copy_now,
    copy_place,
    recovery_key,
    restore_copy,
)
from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework.kinds.note import NoteDraft
from app.clock import SystemClock
from app.elsewhere import CopyFolderError
from evidence_store import HeadMemory, Vault
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.screen import FakeScreen, striped_pixels

_PHRASE = "seks ord der kun er til test"
_COUNT = 1000
_LONGEST_LIFE = 40
_SIZE = (320, 200)


def seal(folder: Path, count: int) -> int:
    """Seal and copy until the vault has so many entries, and say each on a line. Return the exit code."""
    case = _open(folder)
    screen = FakeScreen(case.clock, striped_pixels(*_SIZE))
    while case.vault.last_number() < count:
        (entry,) = capture_and_seal(case, screen, CaptureWish())
        _say("sealed", case.vault.last_number())
        assert entry.seq
        try:
            copy_now(case.vault, clock=case.clock)
        except CopyFolderError:
            continue
        _say("copied", copy_place_of(case))
    return 0


def copy_place_of(case: OpenCase) -> int:
    """Return the place of the last entry that is copied."""
    place = copy_place(case.vault)
    return place.copied if place is not None else 0


def main(words: list[str]) -> int:
    """Run the trial and write its figures. Return 0 where nothing was lost."""
    if words[:1] == ["child"]:
        return seal(Path(words[1]), int(words[2]))
    count = int(words[0]) if words else _COUNT
    dice = random.Random(17)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stick = folder / "stick"
        stick.mkdir()
        case = _open(folder)
        choose_copy_place(case.vault, stick, clock=case.clock)
        copy_now(case.vault, clock=case.clock)
        key = recovery_key(case.vault)
        case.vault.close()
        said, figures = _trial(folder, stick, count, dice)
        target = folder / "again.bevismappe"
        made = restore_copy(stick, key, target, _PHRASE, parameters=QUICK_KEYS)
        lost = said["copied"] - made.until
        case = _open(folder)
        sealed = case.vault.last_number() >= said["sealed"]
        copy_now(case.vault, clock=case.clock)
        whole = folder / "whole.bevismappe"
        again = restore_copy(stick, key, whole, _PHRASE, parameters=QUICK_KEYS)
        figures |= {
            "entries": case.vault.last_number(),
            "said copied": said["copied"],
            "restored until": made.until,
            "restored after": again.entries,
            "damaged": list(made.damaged),
            "unfit": made.unfit,
            "ms to copy an entry, this vault": _cost(case),
        }
        case.vault.close()
        with tempfile.TemporaryDirectory() as small:
            fresh = _open(Path(small))
            choose_copy_place(fresh.vault, Path(small), clock=fresh.clock)
            copy_now(fresh.vault, clock=fresh.clock)
            figures["ms to copy an entry, new vault"] = _cost(fresh)
            fresh.vault.close()
        good = lost <= 0 and sealed and again.entries == figures["entries"] and not made.damaged
    sys.stdout.write(json.dumps(figures | {"nothing acknowledged lost": good}, indent=1) + "\n")
    return 0 if good else 1


def _trial(
    folder: Path, stick: Path, count: int, dice: random.Random
) -> tuple[dict[str, int], dict[str, object]]:
    said = {"sealed": 0, "copied": 0}
    kills = pulls = 0
    away = stick.with_name("away")
    while said["sealed"] < count:
        child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.copy_trial", "child", str(folder), str(count)],
            stdout=subprocess.PIPE,
            text=True,
        )
        left = dice.randint(2, _LONGEST_LIFE)
        assert child.stdout is not None
        for line in child.stdout:
            word, place = line.split()
            said[word] = max(said[word], int(place))
            if away.exists():
                if dice.random() < 0.3:
                    away.rename(stick)
            elif dice.random() < 0.1:
                time.sleep(dice.random() * 0.01)
                stick.rename(away)
                pulls += 1
            left -= 1
            if not left:
                time.sleep(dice.random() * 0.02)
                child.kill()
                kills += 1
                break
        child.wait()
        child.stdout.close()
    if away.exists():
        away.rename(stick)
    return said, {"kills": kills, "times pulled out": pulls}


def _cost(case: OpenCase) -> float:
    taken = []
    for number in range(15):
        write_down(case, NoteDraft(text=f"nr. {number}"))
        begun = time.perf_counter()
        copy_now(case.vault, clock=case.clock)
        taken.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(taken), 1)


def _open(folder: Path) -> OpenCase:
    path, heads = folder / "trial.bevismappe", HeadMemory(folder / "heads")
    clock = SystemClock()
    machine = MachineFacts(device="", program="trial", python="", qt="", os="")
    if not path.exists():
        vault = Vault.create(path, _PHRASE, heads=heads, parameters=QUICK_KEYS)
        return begin_case(vault, clock=clock, machine=machine, title="Trial")
    vault = Vault.open(path, _PHRASE, heads=heads, parameters=QUICK_KEYS)
    (chains,) = case_chains(vault)
    return open_case(vault, chains.case_id, clock=clock, machine=machine)


def _say(word: str, place: int) -> None:
    sys.stdout.write(f"{word} {place}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
