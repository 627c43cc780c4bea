"""What is said and seen in a film, typed line by line, each line with its time in the film. Pure.

A line that begins with a time, such as 0:12 or 1:02:03, begins there; lines without one go on with the one above.
"""

from __future__ import annotations

import re

import msgspec

_TIME = re.compile(
    r"\s*\[?(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?\]?[\s:–-]*(.*)\Z", re.DOTALL
)


class TranscriptLine(msgspec.Struct, frozen=True):
    """A line: when it begins, in milliseconds of the film, None where it says no time; and its words."""

    at_ms: int | None
    words: str


def transcript_lines(words: str) -> tuple[TranscriptLine, ...]:
    """Return the lines of a transcript; empty ones are left out."""
    lines: list[TranscriptLine] = []
    for each in words.splitlines():
        found = _TIME.match(each)
        if found is None:
            if each.strip():
                lines.append(TranscriptLine(None, each.strip()))
            continue
        hours, minutes, seconds = (int(number or 0) for number in found.groups()[:3])
        at_ms = 1000 * (3600 * hours + 60 * minutes + seconds)
        lines.append(TranscriptLine(at_ms, found[4].strip()))
    return tuple(lines)


def times_past_end(words: str, runs_ms: int) -> tuple[int, ...]:
    """Return the times of lines that lie behind the end of the film, in milliseconds; a second is rounding."""
    times = (line.at_ms for line in transcript_lines(words))
    return tuple(at for at in times if at is not None and at > runs_ms + 1000)


def times_going_back(words: str) -> tuple[int, ...]:
    """Return the times of lines that lie before the time of the line above, in milliseconds."""
    found: list[int] = []
    last = 0
    for line in transcript_lines(words):
        if line.at_ms is None:
            continue
        if line.at_ms < last:
            found.append(line.at_ms)
        last = line.at_ms
    return tuple(found)
