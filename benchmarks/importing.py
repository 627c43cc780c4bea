"""Add a file of a gigabyte: how much memory it takes. Each round is a process of its own.

The limit is what the same process holds when the file is a single byte: the program itself, and the 64 MiB that
the passphrase's key needs by design.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row, against_peer

ROUNDS = 5
SIZE_MB = 1024
_QUICK_MB = 48
_MOST_MB = 100.0


def rows(*, quick: bool = False) -> list[Row]:
    """The highest peak of all rounds: a promise about memory is about the worst of them."""
    size = _QUICK_MB if quick else SIZE_MB
    block = os.urandom(1 << 20)
    with tempfile.TemporaryDirectory() as name:
        tiny, large = Path(name, "tiny.bin"), Path(name, "large.bin")
        tiny.write_bytes(b"\0")
        with large.open("wb") as target:
            for _ in range(size):
                target.write(block)
        least = _peak(tiny)
        most = max(_peak(large) for _ in range(1 if quick else ROUNDS))
    label = f"import of {size} MB, memory"
    return [against_peer(label, most, _MOST_MB, "promise", 1.0, limit=least, unit="MB")]


def _peak(file: Path) -> float:
    with tempfile.TemporaryDirectory(dir=file.parent) as name:
        command = [sys.executable, "-m", "benchmarks.importing", str(file), name]
        done = subprocess.run(command, check=True, capture_output=True)
    return float(json.loads(done.stdout)["mb"])


def _child(file: Path, folder: Path) -> None:
    from app.actions.add_file import add_file
    from benchmarks.memory import peak_mb
    from benchmarks.vaults import new_case

    with new_case(folder) as case:
        entry = add_file(case, file)
        part = case.vault.entry(entry).part("object")
        if part is None or json.loads(part.body or b"{}")["size"] != file.stat().st_size:
            raise RuntimeError("the file was not kept whole: nothing was measured")
    print(json.dumps({"mb": peak_mb()}))


if __name__ == "__main__":
    _child(Path(sys.argv[1]), Path(sys.argv[2]))
