"""Add a file of a gigabyte, by the act alone and by the command: how much memory it takes.

Each round is a process of its own. The limit is what the same process holds when the file is a single byte: the program
itself, and the 64 MiB that the passphrase's key needs by design.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.rows import Row, against_peer

ROUNDS = 5
SIZE_MB = 1024
_QUICK_MB = 48
_MOST_MB = 100.0
_PHRASE = "seks ord som kun denne tabel kender"  # benchmarks.vaults has one, and would be counted


def rows(*, quick: bool = False) -> list[Row]:
    """The highest peak of all rounds: a promise about memory is about the worst of them."""
    size = _QUICK_MB if quick else SIZE_MB
    block = os.urandom(1 << 20)
    found = []
    with tempfile.TemporaryDirectory() as name:
        tiny, large = Path(name, "tiny.bin"), Path(name, "large.bin")
        tiny.write_bytes(b"\0")
        with large.open("wb") as target:
            for _ in range(size):
                target.write(block)
        for way, words in (("act", "import"), ("command", "the command add")):
            least = _peak(way, tiny)
            most = max(_peak(way, large) for _ in range(1 if quick else ROUNDS))
            label = f"{words}, {size} MB, memory"
            found.append(
                against_peer(label, most, _MOST_MB, "promise", 1.0, limit=least, unit="MB")
            )
    return found


def _peak(way: str, file: Path) -> float:
    with tempfile.TemporaryDirectory(dir=file.parent) as name:
        command = [sys.executable, "-m", "benchmarks.importing", way, str(file), name]
        done = subprocess.run(command, check=True, capture_output=True)
    return float(json.loads(done.stdout)["mb"])


def _act(file: Path, folder: Path) -> None:
    from app.actions.add_file import add_file
    from benchmarks.vaults import new_case

    with new_case(folder) as case:
        entry = add_file(case, file)
        part = case.vault.entry(entry).part("object")
        if part is None or json.loads(part.body or b"{}")["size"] != file.stat().st_size:
            raise RuntimeError("the file was not kept whole: nothing was measured")


def _command(file: Path, folder: Path) -> None:
    """Run the command as it is typed, in this process, in a profile of its own."""
    from app.bootstrap import run

    for each in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{each}_HOME"] = str(folder / each)
    phrase = folder / "phrase"
    phrase.write_text(f"{_PHRASE}\n", encoding="utf-8")
    start = ["--vault", str(folder / "v.vault"), "--passphrase-file", str(phrase), "--json"]
    # The vault is made by a process of its own: what that held is not counted.
    subprocess.run([sys.executable, "main.py", *start, "init"], check=True, capture_output=True)
    said = io.StringIO()
    with redirect_stdout(said):
        code = run([*start, "add", str(file)])
    kept = json.loads(said.getvalue())["result"]["added"]
    if code or [each["size"] for each in kept] != [file.stat().st_size]:
        raise RuntimeError("the file was not kept whole: nothing was measured")


def _child(way: str, file: Path, folder: Path) -> None:
    from benchmarks.memory import peak_mb

    {"act": _act, "command": _command}[way](file, folder)
    print(json.dumps({"mb": peak_mb()}))


if __name__ == "__main__":
    _child(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
