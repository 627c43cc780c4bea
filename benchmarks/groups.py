"""The groups of figures by name. Each is imported only in the process that measures it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.rows import Row

WINDOW = ("start", "overlay", "timeline", "editor", "hide")
NAMES = (
    "picture",
    "sealing",
    "dossier",
    "verify",
    "case",
    "copy",
    "fold",
    "deadlines",
    "next",
    "search",
    "import",
    "strangers",
    "film",
    "ocr",
    *WINDOW,
)
# What can be asked for: one group, or several by one word.
TOGETHER = {"window": WINDOW}
_NOT_QUICK = frozenset({"dossier"})
SMALLER = " [smaller]"


def has_quick_size(name: str) -> bool:
    """Whether the group can be measured at a smaller size."""
    return name not in _NOT_QUICK


def those_of(words: Sequence[str]) -> tuple[str, ...]:
    """The groups that are meant by some words, each once; all of them by none."""
    found = [name for word in words for name in TOGETHER.get(word, (word,))]
    return tuple(dict.fromkeys(found)) or NAMES


def measured(name: str, *, quick: bool) -> list[Row]:
    """The rows of a group; smaller ones say so in their name."""
    found = _rows(name, quick=quick)
    return [replace(row, name=row.name + SMALLER) for row in found] if quick else found


def _rows(name: str, *, quick: bool) -> list[Row]:
    match name:
        case "picture":
            return _picture(quick=quick)
        case "sealing":
            from benchmarks import sealing

            return sealing.rows(quick=quick)
        case "dossier":
            from benchmarks import dossier

            return dossier.rows()
        case "verify":
            from benchmarks import verifying

            return verifying.rows(quick=quick)
        case "case" | "copy" | "search" | "deadlines" | "fold" | "next":
            return _asked_of_a_case(name, quick=quick)
        case "import" | "strangers" | "ocr" | "film":
            return _coming_in(name, quick=quick)
        case _:
            return _window(name, quick=quick)


def _coming_in(name: str, *, quick: bool) -> list[Row]:
    if name == "strangers":
        from benchmarks import strangers

        return strangers.rows(quick=quick)
    if name == "film":
        from benchmarks import filming

        return filming.rows(quick=quick)
    if name == "ocr":
        from benchmarks import reading

        return reading.rows(quick=quick)
    from benchmarks import importing

    return importing.rows(quick=quick)


def _asked_of_a_case(name: str, *, quick: bool) -> list[Row]:
    if name == "case":
        from benchmarks import cases

        return cases.rows(quick=quick)
    if name == "copy":
        from benchmarks import copying

        return copying.rows(quick=quick)
    if name == "search":
        from benchmarks import searching

        return searching.rows(quick=quick)
    if name == "fold":
        from benchmarks import folding

        return folding.rows(quick=quick)
    if name == "next":
        from benchmarks import next_step

        return next_step.rows(quick=quick)
    from benchmarks import deadlines

    return deadlines.rows(quick=quick)


def _window(name: str, *, quick: bool) -> list[Row]:
    match name:
        case "start":
            from benchmarks import window

            return window.start_rows(quick=quick)
        case "hide":
            from benchmarks import window

            return window.hide_rows(quick=quick)
        case "overlay":
            from benchmarks import overlay

            return overlay.rows(quick=quick)
        case "timeline":
            from benchmarks import timeline, window

            return [*window.timeline_rows(quick=quick), *timeline.rows(quick=quick)]
        case "editor":
            from benchmarks import editor

            return editor.rows(quick=quick)
        case _:
            raise ValueError(name)


def _picture(*, quick: bool) -> list[Row]:
    from benchmarks import frames, picture

    if not quick:
        return picture.rows()
    width_px, height_px = frames.SIZES[0]
    pictures = [pixels for _, pixels in frames.frames(width_px, height_px)]
    label = f"{width_px}x{height_px}"
    return [
        *picture.grab_rows(label, pictures[0]),
        *picture.encode_rows(label, pictures),
        picture.thumbnail_row(label, pictures),
    ]
