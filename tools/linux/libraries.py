"""Which Debian packages the program needs: what its files ask for by name, and what they load while they run."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.checkout import ROOT
from tools.linux.places import DATA, program

_ELF = b"\x7fELF"
PYTHON = ("python3 (>= 3.11)", "python3 (<< 3.12)")


def asks_for(path: Path) -> frozenset[str]:
    """Return the names of the libraries that a program file asks for; none for any other file."""
    with path.open("rb") as file:
        if file.read(4) != _ELF:
            return frozenset()
    words = [program("readelf"), "--dynamic", "--wide", str(path)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return needed_names(told)


def needed_names(told: str) -> frozenset[str]:
    """Return the names in what readelf tells."""
    return frozenset(re.findall(r"\(NEEDED\).*\[(.+)\]", told))


def known_packages() -> dict[str, str]:
    """Return which Debian package brings which library."""
    lists = (ROOT / "tools" / "debian" / "run.txt", DATA / "libraries.txt")
    return dict(pair for path in lists for pair in _pairs(path.read_text("utf-8")))


def run_packages() -> set[str]:
    """Return the packages with a library that tools/debian/run.txt names: some are loaded without being asked for."""
    pairs = _pairs((ROOT / "tools" / "debian" / "run.txt").read_text("utf-8"))
    return {package for _, package in pairs}


def depends(asked: Iterable[str], known: dict[str, str], run: set[str]) -> list[str]:
    """Return what the package depends on.

    Args:
        asked: the libraries that are asked for and are not in the package.
        known: which Debian package brings which library.
        run: packages that are depended on whoever asks for them.

    Raises:
        ValueError: nobody knows which package brings a library.
    """
    asked = set(asked)
    unknown = sorted(asked - set(known))
    if unknown:
        raise ValueError(f"packaging/linux/libraries.txt does not name {', '.join(unknown)}")
    return [*PYTHON, *sorted({*run, *(known[name] for name in asked)})]


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return library and package of each line that names a library, whichever of the two stands first."""
    pairs = []
    for line in text.splitlines():
        words = line.partition("#")[0].split(maxsplit=1)
        if len(words) == 2:
            first, second = words[0], words[1].strip()
            if ".so." in first:
                pairs.append((first, second))
            elif ".so." in second:
                pairs.append((second, first))
    return pairs
