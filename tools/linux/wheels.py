"""The wheels of requirements/run.txt for Debian 12's Python, each held to its hash, and unpacked."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.utils import parse_wheel_filename

from tools.checkout import ROOT

LOCK = ROOT / "requirements" / "run.txt"
_GLIBC = ("2_34", "2_31", "2_28", "2_27", "2_26", "2_24", "2_17", "2_12", "2_5")
_NAMED = ("manylinux2014", "manylinux2010", "manylinux1")
_PLATFORMS = (*(f"manylinux_{each}" for each in _GLIBC), *_NAMED)
_PYTHON = ("--implementation", "cp", "--python-version", "3.11")
_ABIS = ("cp311", "abi3", "none")


def fetch(folder: Path) -> list[Path]:
    """Return the wheels; those that are not in the folder yet are downloaded, and pip checks every hash."""
    mark = folder / f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]}.txt"
    if not mark.exists():
        own = folder / mark.stem
        shutil.rmtree(own, ignore_errors=True)
        platforms = [part for each in _PLATFORMS for part in ("--platform", f"{each}_x86_64")]
        abis = [part for each in _ABIS for part in ("--abi", each)]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check"),
                *("download", "--no-deps", "--only-binary=:all:", "--require-hashes"),
                *(*_PYTHON, *abis, *platforms, "--dest", str(own), "--requirement", str(LOCK)),
            ],
            check=True,
        )
        mark.write_text("".join(f"{_line(each)}\n" for each in sorted(own.glob("*.whl"))))
    return [_checked(folder / mark.stem, line) for line in mark.read_text().splitlines()]


def unpack(wheels: list[Path], folder: Path) -> dict[str, list[str]]:
    """Unpack the wheels beside each other into an empty folder; return the files of each by its package's name."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
            names = [name for name in archive.namelist() if not name.endswith("/")]
        files[str(parse_wheel_filename(wheel.name)[0])] = names
    return files


def _line(wheel: Path) -> str:
    return f"{hashlib.sha256(wheel.read_bytes()).hexdigest()}  {wheel.name}"


def _checked(folder: Path, line: str) -> Path:
    """Return a wheel that was downloaded before, if it is still what the lock names."""
    digest, name = line.split("  ")
    wheel = folder / name
    if _line(wheel) != line or f"sha256:{digest}" not in LOCK.read_text("utf-8"):
        raise SystemExit(
            f"{wheel} is not the file that requirements/run.txt names: remove {folder}"
        )
    return wheel
