"""What stands on a screen, read as a person reads it: Tesseract finds the words in a picture, with their places.

Wine tells nothing to screen readers, so names cannot be asked for. What is looked for is found as it is written,
but for what such reading gets wrong: signs between the words, and now and then a letter.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from PIL import Image, ImageChops

Place = tuple[int, int, int, int]

_CELL = 4
_SMALLEST = (30, 12)
_LARGER = 2  # letters of 13 pixels are read well from twice as many
_ALIKE = 0.9
_FEWEST = 3  # shorter words have to be read letter by letter


@dataclass(frozen=True)
class Seen:
    """Words in one line of the screen.

    Attributes:
        words: as they were read.
        place: left, top, width and height in pixels of the screen.
    """

    words: str
    place: Place

    @property
    def middle(self) -> tuple[int, int]:
        """Where it is pressed."""
        x, y, width, height = self.place
        return x + width // 2, y + height // 2


def read(picture: Path, within: Place) -> list[list[Seen]]:
    """Every line of a picture as its single words, but for those in white.

    Args:
        picture: of a screen.
        within: the part that is looked at.
    """
    # --psm 11: words anywhere, in no order.
    return _read(picture, within, "11")


def read_white(picture: Path, within: Place) -> list[list[Seen]]:
    """The words in white on fields of the accent's colour: the primary button, the step that one is at.

    Letters that are lighter than what is around them are not seen among others; each field is looked at alone.
    """
    # --psm 7: one line.
    lines = (_read(picture, field, "7", "-negate") for field in _fields(picture, within))
    return [line for each in lines for line in each]


def _read(picture: Path, within: Place, mode: str, *more: str) -> list[list[Seen]]:
    left, top, wide, high = within
    part = ("-crop", f"{wide}x{high}+{left}+{top}", "+repage")
    larger = ("-colorspace", "Gray", "-resize", f"{100 * _LARGER}%")
    pixels = subprocess.run(
        ["convert", picture, *part, *larger, *more, "pgm:-"], check=True, capture_output=True
    ).stdout
    told = subprocess.run(
        ["tesseract", "-", "-", "--psm", mode, "-l", "dan", "tsv"],
        input=pixels,
        # Two threads wait for each other longer than one needs for all.
        env={"PATH": os.environ["PATH"], "OMP_THREAD_LIMIT": "1"},
        check=True,
        capture_output=True,
    ).stdout.decode("utf-8")
    lines: dict[tuple[str, ...], list[Seen]] = {}
    for row in told.splitlines()[1:]:
        columns = row.split("\t")
        if len(columns) == 12 and columns[11].strip():
            x, y, width, height = (int(number) // _LARGER for number in columns[6:10])
            seen = Seen(columns[11].strip(), (left + x, top + y, width, height))
            lines.setdefault(tuple(columns[1:5]), []).append(seen)
    return list(lines.values())


def _fields(picture: Path, within: Place) -> list[Place]:
    """Where the picture is filled with the accent's colour or nearly so, from the top."""
    left, top, wide, high = within
    with Image.open(picture) as image:
        part = image.convert("RGB").crop((left, top, left + wide, top + high))
    red, green, blue = part.split()
    mask = _between(red, 0, 40)
    for channel in (green, blue):
        mask = ImageChops.multiply(mask, _between(channel, 75, 150))
    small = mask.resize((wide // _CELL, high // _CELL), Image.Resampling.BOX)
    cells = {
        (at % small.width, at // small.width)
        for at, value in enumerate(small.tobytes())
        if value > 100
    }
    places = []
    while cells:
        reached = [cells.pop()]
        for x, y in reached:
            beside = {(x + dx, y + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-1, 0, 1)} & cells
            cells -= beside
            reached.extend(beside)
        xs, ys = [x for x, _ in reached], [y for _, y in reached]
        place = (
            left + _CELL * min(xs),
            top + _CELL * min(ys),
            _CELL * (max(xs) - min(xs) + 1),
            _CELL * (max(ys) - min(ys) + 1),
        )
        if place[2] > _SMALLEST[0] and place[3] > _SMALLEST[1]:
            places.append(place)
    return sorted(places, key=lambda place: (place[1], place[0]))


def _between(channel: Image.Image, least: int, most: int) -> Image.Image:
    return channel.point([255 * (least <= value <= most) for value in range(256)])


def find(wanted: str, lines: list[list[Seen]]) -> Seen | None:
    """Where some words stand; of several places the one that is read most like them, and of those the first."""
    length = len(wanted.split())
    best: tuple[float, Seen] | None = None
    for line in lines:
        for seen in _runs(line, length):
            alike = _alike(wanted, seen.words)
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = alike, seen
    return best[1] if best else None


def _runs(line: list[Seen], length: int) -> Iterator[Seen]:
    """Neighbours in a line; a sign may have been taken for a word, or two words for one."""
    for count in (length, length - 1, length + 1):
        for first in range(len(line) - count + 1) if count > 0 else ():
            yield _together(line[first : first + count])


def _together(words: list[Seen]) -> Seen:
    left = min(each.place[0] for each in words)
    top = min(each.place[1] for each in words)
    right = max(each.place[0] + each.place[2] for each in words)
    bottom = max(each.place[1] + each.place[3] for each in words)
    return Seen(" ".join(each.words for each in words), (left, top, right - left, bottom - top))


def _alike(wanted: str, seen: str) -> float:
    one, other = _letters(wanted), _letters(seen)
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= _FEWEST:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letters(words: str) -> str:
    return "".join(each for each in words.casefold() if each.isalnum())
