"""What of the unpacked wheels goes into the package: the rules of packaging/linux/keep.txt. Pure.

Rule: the last line that fits a file decides. A file that is only needed goes in where something that goes in asks for
it by its name, or asks for something that does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple

VERBS = ("keep", "drop", "needed", "recommends", "suggests")
OPTIONAL = ("recommends", "suggests")


class Rule(NamedTuple):
    """One line: what becomes of the files that the pattern fits, and the Debian package that they wait for."""

    verb: str
    pattern: str
    package: str = ""


class Picked(NamedTuple):
    """What goes in, and which of it waits for a Debian package that need not be there.

    Attributes:
        files: every file that goes in.
        optional: the rule of each file that works only with a package beside it.
    """

    files: list[str]
    optional: dict[str, Rule]


def read_rules(text: str) -> list[Rule]:
    """Return the lines of a keep list. Raises ValueError: a line is none."""
    rules = []
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        rule = Rule(*words) if len(words) in (2, 3) else Rule("", line)
        if rule.verb not in VERBS or bool(rule.package) != (rule.verb in OPTIONAL):
            raise ValueError(f"no line of a keep list: {line}")
        rules.append(rule)
    return rules


def idle_rules(paths: Sequence[str], rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules that fit no file: what they name has another name by now."""
    return [rule for rule in rules if not any(fnmatchcase(path, rule.pattern) for path in paths)]


def pick(
    paths: Sequence[str], rules: Sequence[Rule], asks_for: Callable[[str], frozenset[str]]
) -> Picked:
    """Choose what goes in.

    Args:
        paths: every file, by its path in the unpacked wheels.
        rules: the keep list.
        asks_for: returns the names of the libraries that a file asks for.
    """
    decided = {path: _last(path, rules) for path in paths}
    files = {path for path, rule in decided.items() if rule.verb in ("keep", *OPTIONAL)}
    waiting = {
        PurePosixPath(path).name: path for path, rule in decided.items() if rule.verb == "needed"
    }
    fresh = set(files)
    while fresh:
        asked = frozenset(name for path in fresh for name in asks_for(path))
        fresh = {waiting[name] for name in asked if name in waiting} - files
        files |= fresh
    optional = {path: rule for path, rule in decided.items() if rule.verb in OPTIONAL}
    return Picked(sorted(files), optional)


def _last(path: str, rules: Sequence[Rule]) -> Rule:
    fitting = (rule for rule in reversed(rules) if fnmatchcase(path, rule.pattern))
    return next(fitting, Rule("keep", path))
