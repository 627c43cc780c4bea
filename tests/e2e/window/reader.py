"""Reads the accessibility tree as a screen reader does. Run by Debian's own python3, which alone has pyatspi.

Each line of standard input asks, each line of standard output answers in JSON: ``tree`` for everything that is shown of
the program, ``top`` for the names of what stands directly in its windows.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # Debian's python3-pyatspi, not for our interpreter

PROGRAM = "bevismappe"
_UNTOLD = ("scroll bar", "separator")


def program() -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        each = desktop.getChildAtIndex(number)
        if each is not None and each.name == PROGRAM:
            return each
    return None


def told(thing: Any) -> dict[str, Any] | None:
    """One thing as a dict, None where it is not to be seen."""
    states = thing.getState()
    role = thing.getRoleName()
    if role in _UNTOLD or not states.contains(pyatspi.STATE_SHOWING):
        return None
    area = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    try:
        actions = thing.queryAction().nActions
    except NotImplementedError:
        actions = 0
    return {
        "role": role,
        "name": thing.name,
        "control": bool(actions) or states.contains(pyatspi.STATE_FOCUSABLE),
        "place": [area.x, area.y, area.width, area.height],
        "usable": states.contains(pyatspi.STATE_SENSITIVE),
        "written": written(thing) if states.contains(pyatspi.STATE_EDITABLE) else "",
        "inside": inside(thing),
    }


def written(thing: Any) -> str:
    """What stands in a field."""
    try:
        return str(thing.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def inside(thing: Any) -> list[dict[str, Any]]:
    every = (of_child(thing, number) for number in range(thing.childCount))
    return [each for each in every if each is not None]


def of_child(thing: Any, number: int) -> dict[str, Any] | None:
    try:
        child = thing.getChildAtIndex(number)
        return None if child is None else told(child)
    except Exception:  # noqa: BLE001 - the bus has many: what went while it was read is not told
        return None


def answer(question: str) -> list[Any]:
    shown = program()
    if shown is None:
        return []
    shown.clearCache()
    if question == "tree":
        return inside(shown)
    return [thing.name for window in children(shown) for thing in children(window)]


def children(thing: Any) -> list[Any]:
    """What stands in it; one that goes while it is read is left out."""
    every = (thing.getChildAtIndex(number) for number in range(thing.childCount))
    return [each for each in every if each is not None]


def main() -> None:
    for line in sys.stdin:
        try:
            now = answer(line.strip())
        except Exception as went:  # noqa: BLE001 - a window went while it was read: nothing is told of it
            sys.stderr.write(f"the reader: {went!r}\n")
            now = []
        sys.stdout.write(json.dumps(now) + "\n")
        sys.stdout.flush()


main()
