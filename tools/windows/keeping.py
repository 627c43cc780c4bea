"""Which files of a part stand in the bundle: packaging/windows/keep.toml, read and asked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.windows.parts import PACKAGING

KEEP = PACKAGING / "keep.toml"
PYTHON = "python"


class KeepListError(Exception):
    """The keep list does not fit the parts."""


@dataclass(frozen=True)
class Rule:
    """Files that stay for one reason.

    Attributes:
        of: the part.
        why: what needs them.
        files: patterns of their paths.
        but_not: patterns that take out of these again.
    """

    of: str
    why: str
    files: tuple[str, ...]
    but_not: tuple[str, ...]


@dataclass(frozen=True)
class KeepList:
    """What stays of each part, and which parts are left out.

    Attributes:
        rules: in the order of the file.
        without: parts that are left out as a whole, with the reason.
    """

    rules: tuple[Rule, ...]
    without: dict[str, str]

    def kept(self, part: str, names: Iterable[str]) -> list[str]:
        """Return which of a part's files stay, sorted.

        Raises:
            KeepListError: the list does not know the part, or names what the part does not have.
        """
        part = canonicalize_name(part)
        rules = [rule for rule in self.rules if rule.of == part]
        if bool(rules) == (part in self.without):
            raise KeepListError(
                f"{part} has to be kept by a rule or left out with a reason, not both"
            )
        there = sorted(names)
        stays: set[str] = set()
        for rule in rules:
            chosen = {name for pattern in rule.files for name in _matching(part, pattern, there)}
            stays |= chosen - {
                name for pattern in rule.but_not for name in _matching(part, pattern, there)
            }
        return sorted(stays)


def read_keep_list(path: Path = KEEP) -> KeepList:
    """Read the keep list.

    Raises:
        KeepListError: a rule says no reason.
    """
    said = tomllib.loads(path.read_text("utf-8"))
    rules = tuple(
        Rule(rule["of"], rule.get("why", ""), tuple(rule["files"]), tuple(rule.get("but_not", ())))
        for rule in said["keep"]
    )
    silent = [f"{rule.of}: {rule.files[0]}" for rule in rules if not rule.why.strip()]
    silent += [part for part, why in said["without"].items() if not why.strip()]
    if silent:
        raise KeepListError(f"no reason is given for {', '.join(silent)}")
    return KeepList(rules, dict(said["without"]))


def _matching(part: str, pattern: str, names: list[str]) -> list[str]:
    wanted = _regex(pattern)
    found = [name for name in names if wanted.fullmatch(name)]
    if not found:
        raise KeepListError(f"{part} has no file {pattern}")
    return found


def _regex(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose ``*`` stays within a name and whose ``**`` does not."""
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    pieces = re.split(r"(\*\*/|\*\*|\*)", pattern)
    return re.compile("".join(words.get(piece, re.escape(piece)) for piece in pieces))
