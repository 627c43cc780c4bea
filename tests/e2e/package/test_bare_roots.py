"""verify.sh needs no Python: in a root without it, it answers as verify.py does."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data.make_package import NAME
from tests.e2e.package.bare_root import COMMANDS, BareRoot, make_root
from tests.e2e.package.verifiers import ROOT, VERIFY_PY

SAMPLE = ROOT / "tests" / "data" / "package-v1" / NAME
CODES = (SAMPLE.parent / "receipts.txt").read_text("ascii").splitlines()
PICTURE = "data/exhibits/bilag-001.png"
LEDGER = "data/ledger/evidence.txt"


@pytest.fixture(params=COMMANDS)
def root(request: pytest.FixtureRequest, tmp_path: Path) -> BareRoot:
    """A root with the frozen package in it."""
    made = make_root(tmp_path, COMMANDS[request.param])
    if not made.chrooted:
        print("not root: the commands were the whole PATH instead")  # noqa: T201
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(made.folder)
    return made


def ask_by_python(verifier: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(verifier), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def told(text: str) -> list[str]:
    """Return the lines, without how many were checked and why others were not."""
    lines = [each for each in text.splitlines() if not each.startswith("  [sizes] ")]
    return [re.sub(r" \([^)]*\)$", "", each) if each.startswith("  [") else each for each in lines]


def package(root: BareRoot) -> Path:
    (found,) = root.folder.glob("bevismappe-*")
    return found


def flip(folder: Path) -> None:
    data = bytearray((folder / PICTURE).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / PICTURE).write_bytes(data)


def cut(path: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        data = (folder / path).read_bytes()
        (folder / path).write_bytes(data[: len(data) // 2])

    return damage


def take_out(folder: Path) -> None:
    (folder / PICTURE).unlink()


def leave_nothing_of_ours(folder: Path) -> None:
    for path in (LEDGER, "data/dossier.pdf", "bag-info.txt"):
        (folder / path).unlink()


def leave(folder: Path) -> None:
    """Leave it as it is."""


@pytest.mark.parametrize(
    ("damage", "language", "code", "verdict", "exit_code"),
    [
        (leave, "da", "", "CONSISTENT", 0),
        (leave, "en", CODES[0], "CONSISTENT", 0),
        (leave, "da", CODES[0].replace("W", "V", 1), "NOT CONFIRMED", 1),
        (flip, "en", CODES[1], "ALTERED", 1),
        (cut(PICTURE), "en", "", "ALTERED", 1),
        (cut(LEDGER), "da", "", "ALTERED", 1),
        (take_out, "en", "", "INCOMPLETE", 1),
        (leave_nothing_of_ours, "da", "", "UNREADABLE", 3),
    ],
)
def test_it_says_what_verify_py_says(
    root: BareRoot,
    damage: Callable[[Path], None],
    language: str,
    code: str,
    verdict: str,
    exit_code: int,
) -> None:
    """Line by line, but for the sizes of files, which it cannot check, and the words in brackets behind a check."""
    folder = package(root)
    damage(folder)
    options = ["--lang", language, *(["--expect", code] if code else [])]
    by_sh = root.run("/verify.sh", f"/{folder.name}", *options)
    by_py = ask_by_python(VERIFY_PY, str(folder), *options)
    assert (by_sh.returncode, by_py.returncode) == (exit_code, exit_code)
    assert f"({verdict})\n" in by_sh.stdout
    assert (by_sh.stderr, by_py.stderr) == ("", "")
    assert told(by_sh.stdout) == told(by_py.stdout)


def test_a_code_that_was_misread_is_refused_alike(root: BareRoot) -> None:
    folder = package(root)
    options = ["--lang", "en", "--expect", f"{CODES[0]} XX"]
    by_sh = root.run("/verify.sh", f"/{folder.name}", *options)
    by_py = ask_by_python(VERIFY_PY, str(folder), *options)
    assert (by_sh.returncode, by_py.returncode) == (2, 2)
    assert by_sh.stderr == "--expect: misread: the two letters at its end do not fit\n"
    assert by_sh.stdout == ""


def test_the_one_that_travels_in_the_frozen_package_still_answers(root: BareRoot) -> None:
    """It is older than some of today's checks, so its words are its own."""
    folder = package(root)
    by_sh = root.run(f"/{folder.name}/verify.sh", f"/{folder.name}", "--expect", CODES[1])
    assert (by_sh.returncode, by_sh.stderr) == (0, "")
    assert "RESULTAT: CONSISTENT\n" in by_sh.stdout
    flip(folder)
    assert root.run(f"/{folder.name}/verify.sh", f"/{folder.name}").returncode == 1


def test_there_is_no_python_and_nothing_else_to_lean_on(root: BareRoot) -> None:
    """What the root holds, by name, and what its shell finds of other languages and tools."""
    commands = {path.name for path in (root.folder / "bin").iterdir()}
    assert commands <= {"sh", "awk", "sed", "sha256sum", "busybox", "dash", "mawk"}
    assert not [path for path in root.folder.rglob("*python*") if path.is_file()]
    looked_for = ["python3", "python", "perl", "bash", "gawk", "openssl", "cat", "find"]
    asked = root.folder / "asked.sh"
    asked.write_text('for each; do command -v "$each"; done; command -v awk\n', "utf-8")
    found = root.run("/asked.sh", *looked_for).stdout.splitlines()
    inside = "" if root.chrooted else str(root.folder)
    assert found == [f"{inside}/bin/awk"]
