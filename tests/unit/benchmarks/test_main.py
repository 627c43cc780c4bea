from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_one_group_at_a_smaller_size_prints_and_writes_the_same_table(tmp_path: Path) -> None:
    out = tmp_path / "new" / "bench.txt"
    command = [sys.executable, "-m", "benchmarks", "--only", "search", "--quick", "--out", str(out)]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert done.stdout == out.read_text("utf-8")
    lines = done.stdout.splitlines()
    head = next(line for line in lines if line.split()[:3] == ["ours", "peer", "limit"])
    found = [line for line in lines if line.startswith("search 2000 notes, ")]
    assert {"ratio", "goal"} <= set(head.split())
    assert found
    assert all("[smaller]" in line and ("met" in line or "MISSED" in line) for line in found)
    assert "QUICK" in done.stdout
