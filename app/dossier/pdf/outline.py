"""The list of contents that a reader shows beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.dossier.pdf.file import PdfFile
from app.dossier.pdf.syntax import text_string


class OutlineEntry(NamedTuple):
    """A line: its title, its level from 0, and the place it leads to."""

    title: str
    level: int
    place: str


def put_outline(file: PdfFile, entries: Sequence[OutlineEntry]) -> str:
    """Write it; return what the catalogue says of it, nothing where there is none."""
    if not entries:
        return ""
    root = file.reserve()
    numbers = [file.reserve() for _ in entries]
    above = _above(entries)
    below: dict[int, list[int]] = {}
    places: list[int] = []
    for at, parent in enumerate(above):
        places.append(len(below.setdefault(parent, [])))
        below[parent].append(at)
    for at, entry in enumerate(entries):
        siblings, place = below[above[at]], places[at]
        parts = [f"<</Title{text_string(entry.title)}/Dest{entry.place}"]
        parts.append(f"/Parent {root if above[at] < 0 else numbers[above[at]]} 0 R")
        if place:
            parts.append(f"/Prev {numbers[siblings[place - 1]]} 0 R")
        if place + 1 < len(siblings):
            parts.append(f"/Next {numbers[siblings[place + 1]]} 0 R")
        if kids := below.get(at):
            parts.append(f"/First {numbers[kids[0]]} 0 R/Last {numbers[kids[-1]]} 0 R")
            parts.append(f"/Count {_count(below, at)}")
        file.put(numbers[at], "".join(parts) + ">>")
    first, last = below[-1][0], below[-1][-1]
    file.put(
        root,
        f"<</Type/Outlines/First {numbers[first]} 0 R/Last {numbers[last]} 0 R/Count {len(entries)}>>",
    )
    return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def _above(entries: Sequence[OutlineEntry]) -> list[int]:
    """Return for each entry the one that it belongs to, -1 for none."""
    made: list[int] = []
    open_levels: list[int] = []
    for at, entry in enumerate(entries):
        del open_levels[min(entry.level, len(open_levels)) :]
        made.append(open_levels[-1] if open_levels else -1)
        open_levels.append(at)
    return made


def _count(below: dict[int, list[int]], at: int) -> int:
    return sum(1 + _count(below, kid) for kid in below.get(at, ()))
