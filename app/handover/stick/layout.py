"""Which files a stick holds, and under which names. Pure.

Rules:
- Names are ours, in lower case, of letters, digits, hyphen and full stop: FAT, exFAT and every PC take them.
- No file is larger than FAT32 takes.
- The package lies there as it was handed over. What stands beside it are copies to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

import msgspec

INDEX = "index.html"
LETTER = "laes-mig.txt"
SUMS = "sha256sums.txt"
REPORT = "rapport.pdf"
LOCKED, KEY = "politistik.zip.age", "noegle.age"
PICTURES, FILES, PACKAGE = "billeder", "filer", "pakke"
LARGEST_FILE = (1 << 32) - 1
LARGEST_PICTURE = 1_000_000
"""Bytes of a copy: systems that police use took no picture above 1 MB."""

_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class StickExhibit(msgspec.Struct, frozen=True):
    """An exhibit on the stick; each path is "" where there is no such file."""

    number: int
    title: str
    copy: str = ""
    file: str = ""
    original: str = ""


class StickFile(NamedTuple):
    """A file of the stick: its name, its size in bytes, and what it holds, piece by piece; asked for once."""

    name: str
    size: int
    pieces: Iterator[bytes]


def copy_path(number: int) -> str:
    """Return where the JPEG copy of an exhibit lies."""
    return f"{PICTURES}/bilag-{number:03}.jpg"


def file_path(number: int, in_package: str) -> str:
    """Return where the file lies that the package has as the exhibit."""
    return f"{FILES}/bilag-{number:03}{_ending(in_package)}"


def original_path(number: int, in_package: str) -> str:
    """Return where the original of an exhibit lies, where that goes along too."""
    return f"{FILES}/bilag-{number:03}-original{_ending(in_package)}"


def package_path(number: int, count: int) -> str:
    """Return where the package lies, or one of its parts."""
    return f"{PACKAGE}/pakke.zip" if count == 1 else f"{PACKAGE}/pakke-{number}.zip"


def _ending(path: str) -> str:
    ending = PurePosixPath(path).suffix.lower()
    return ending if _ENDING.fullmatch(ending) else ".bin"
