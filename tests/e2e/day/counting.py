"""Counting what the hands do in an act, and how long it takes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.e2e.window.desktop import Desktop

# Measured by this script at 792cbd5, before the window was gone over.
BEFORE = {
    "first run": 5 + 1,  # the card on which the key is tried was not there yet
    "capture 1": 2,
    "series of four": 14,
    "same region again": 1,
    "drop heic": 1,
    "drop pdf": 1,
    "add eml": 3,
    "add mp4": 3,
    "paste": 1,
    "cover a name": 5,
    "describe the post": 6,
    "write a note": 3,
    "note who knows": 4,
    "report and package": 7,
    "check the vault": 2,
    "hide and show": 2,
}


@dataclass(frozen=True)
class Act:
    """One act as it was done.

    Attributes:
        name: what was done.
        done: how many clicks, keys, drags and stretches of typing it took.
        seconds: from the first to what it led to; the hands wait for nothing but the program.
        allowed: the most gestures that the design allows; 0 where it says nothing.
    """

    name: str
    done: Counter[str]
    seconds: float
    allowed: int = 0

    @property
    def gestures(self) -> int:
        """How many in all."""
        return self.done.total()

    @property
    def too_many(self) -> bool:
        """Whether it took more than the design allows, or than it took before."""
        most = [each for each in (self.allowed, BEFORE.get(self.name, 0)) if each]
        return bool(most) and self.gestures > min(most)


@dataclass
class Day:
    """The acts of a day, in their order."""

    desktop: Desktop
    acts: list[Act] = field(default_factory=list)

    @contextmanager
    def act(self, name: str, allowed: int = 0) -> Iterator[None]:
        """Count what is done inside."""
        self.desktop.gestures.clear()
        begun = time.monotonic()
        yield
        took = time.monotonic() - begun
        done = Counter(map(_kind, self.desktop.gestures))
        self.acts.append(Act(name, done, took, allowed))

    def table(self) -> str:
        """Return the acts as a table."""
        head = ("act", "clicks", "keys", "drags", "typing", "in all", "allowed", "before", "s")
        rows: list[tuple[str, ...]] = [head]
        for each in self.acts:
            kinds = [str(each.done[kind]) for kind in ("click", "key", "drag", "typing")]
            most = [str(each.allowed or "-"), str(BEFORE.get(each.name, "-"))]
            mark = " !" if each.too_many else ""
            rows.append(
                (
                    each.name + mark,
                    *kinds,
                    str(each.gestures),
                    *most,
                    f"{each.seconds:.1f}",
                )
            )
        widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )


def _kind(gesture: str) -> str:
    if gesture.startswith("click"):
        return "click"
    return gesture if gesture in {"drag", "typing"} else "key"
