"""What a package opens, read as its reader would: every field of every open part, and the words of the pages."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

OpenedField = tuple[int, str, str, str, Any]
"""Place in the log, kind of entry, name of part, path of field, value."""


class Leaving(msgspec.Struct, frozen=True):
    """A package as far as it can be read: the log's text, what is open in it, and the pages' words."""

    ledger: str
    opened: dict[tuple[int, str], dict[str, Any]]
    pages: str


def read_package(package: Path, scratch: Path) -> Leaving:
    with zipfile.ZipFile(package) as archive:
        names = {name.split("/", 1)[1]: name for name in archive.namelist()}
        ledger = archive.read(names["data/ledger/evidence.txt"]).decode()
        pdf = scratch / "dossier.pdf"
        pdf.write_bytes(archive.read(names["data/dossier.pdf"]))
    command = ["pdftotext", str(pdf), "-"]
    pages = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return Leaving(ledger, dict(_opened(ledger)), pages)


def _opened(ledger: str) -> Iterator[tuple[tuple[int, str], dict[str, Any]]]:
    seq, name = 0, ""
    for line in ledger.splitlines():
        words = line.split(" ")
        if words[0] == "entry":
            seq = int(words[1])
        elif words[0] == "part":
            name = words[1]
        elif words[0] == "body":
            yield (seq, name), json.loads(line.removeprefix("body "))


def fields(leaving: Leaving) -> Iterator[OpenedField]:
    """Every field that is not empty."""
    for (seq, name), body in leaving.opened.items():
        for path, value in _leaves(body, ""):
            if value not in ("", None, 0, False):
                yield seq, body["kind"], name, path, value


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, path)
    else:
        yield path, value


def squeezed(text: str) -> str:
    """Without any blank: pages break lines where they must."""
    return "".join(text.split())
