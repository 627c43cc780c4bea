"""What an accessibility tree must keep: every control has a name, and no two beside each other the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader can come to.

    Attributes:
        role: what it is.
        name: what it is called.
        control: whether it takes the focus or can be pressed.
        place: x, y, width, height on the screen.
        usable: whether it can be used now.
        inside: what stands in it.
        written: what a person has written in it, or was filled in for them.
    """

    role: str
    name: str
    control: bool
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    usable: bool = True
    inside: tuple[Node, ...] = field(default=())
    written: str = field(default="", compare=False)

    def walk(self) -> Iterator[Node]:
        """This and everything in it."""
        yield self
        for each in self.inside:
            yield from each.walk()


def faults(root: Node, path: str = "") -> list[str]:
    """What is wrong with the names in a tree, by where it stands."""
    here = f"{path}/{root.role}" + (f" {root.name!r}" if root.name else "")
    found = [f"no name: {here}"] if root.control and not root.name.strip() else []
    twins = Counter((each.role, each.name) for each in root.inside if each.control and each.name)
    found += [
        f"{count} times {role} {name!r} in {here}"
        for (role, name), count in twins.items()
        if count > 1
    ]
    for each in root.inside:
        found += faults(each, here)
    return found


def controls(root: Node) -> list[Node]:
    """Everything that takes the focus or can be pressed."""
    return [each for each in root.walk() if each.control]
