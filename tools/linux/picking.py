"""What of the wheels goes into the Debian package: packaging/linux/keep.toml, with what Windows keeps too. Pure.

Rule: a library goes in where something that goes in asks for it by its name, or asks for something that does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tools.linux.places import DATA
from tools.windows.keeping import KEEP, KeepList, KeepListError, Rule, read_keep_list


class LinuxList(NamedTuple):
    """The keep list of the Debian package.

    Attributes:
        keep: what stays of each wheel.
        libraries: patterns of the files that stay only where they are asked for.
        optional: of a file that works only beside another package: ``recommends`` or ``suggests``, and that package.
    """

    keep: KeepList
    libraries: Sequence[str]
    optional: Mapping[str, Mapping[str, str]]


def read_list(own: Path = DATA / "keep.toml", windows: Path = KEEP) -> LinuxList:
    """Read both keep lists. Raises KeepListError: a rule gives no reason, or a part that is to be shared has none."""
    said = tomllib.loads(own.read_text("utf-8"))
    ours, theirs = read_keep_list(own), read_keep_list(windows)
    shared = set(said["as_on_windows"])
    taken = [_as_here(rule) for rule in theirs.rules if rule.of in shared]
    missing = sorted(shared - {rule.of for rule in taken})
    if missing:
        raise KeepListError(f"packaging/windows/keep.toml has no rule for {', '.join(missing)}")
    keep = KeepList((*ours.rules, *taken), {**theirs.without, **ours.without})
    return LinuxList(keep, said["libraries"], said["optional"])


def pick(
    wheels: Mapping[str, Sequence[str]],
    listed: LinuxList,
    asks_for: Callable[[str], frozenset[str]],
) -> list[str]:
    """Choose what goes in.

    Args:
        wheels: the files of each wheel, by the name of its package.
        listed: the keep list.
        asks_for: returns the names of the libraries that a file asks for.

    Returns:
        The files, by their paths in the unpacked wheels.

    Raises:
        KeepListError: the list does not fit the wheels.
    """
    files = {path for name, paths in wheels.items() for path in listed.keep.kept(name, paths)}
    waiting = {
        PurePosixPath(path).name: path
        for paths in wheels.values()
        for path in paths
        if any(fnmatchcase(path, pattern) for pattern in listed.libraries)
    }
    strange = sorted(set(listed.optional) - files)
    if strange:
        raise KeepListError(f"optional, but not kept: {', '.join(strange)}")
    fresh = set(files)
    while fresh:
        asked = frozenset(name for path in fresh for name in asks_for(path))
        fresh = {waiting[name] for name in asked if name in waiting} - files
        files |= fresh
    return sorted(files)


def _as_here(rule: Rule) -> Rule:
    """Return a rule of Windows with the names that its files have here; libraries follow who asks for them."""
    files = tuple(
        f"{pattern.removesuffix('.pyd')}.so" if pattern.endswith(".pyd") else pattern
        for pattern in rule.files
        if not pattern.endswith(".dll")
    )
    return replace(rule, files=files)
