from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from tests.unit.house.tree import ROOT
from tools.mutate.changes import changes_of, sampled

SOURCE = b'''"""A file."""

from x import y

__all__ = ["a"]
_LIMIT = 3


class Shown(Protocol):
    def a(self) -> str: ...


def a(b: int, *, name: "str" = "") -> list[int]:
    """Says "words"."""
    found = [each for each in range(b) if each > _LIMIT and each != 7]
    y(found, key=name)
    if not found:
        raise ValueError("words of a developer", found + [1])
    return found
'''


def changed(source: bytes = SOURCE) -> list[str]:
    return [
        f"{each.where or 'top'}: {each.before} -> {each.after}"
        for each in changes_of("a.py", source)
    ]


def test_every_place_that_can_do_something_is_changed_and_no_other() -> None:
    assert changed() == [
        "top: 3 -> 4",
        "top: \"\" -> 'x'",
        "a: each > _LIMIT and each != 7 -> True",
        "a: each > _LIMIT and each != 7 -> (each > _LIMIT or each != 7)",
        "a: each > _LIMIT -> (each >= _LIMIT)",
        "a: each != 7 -> (each == 7)",
        "a: 7 -> 8",
        "a: y(found, key=name) -> pass",
        "a: y(found, key=name) -> (y(found))",
        "a: not found -> True",
        "a: not found -> False",
        "a: not found -> (found)",
        'a: raise ValueError("words of a developer", found + [1]) -> pass',
        "a: found + [1] -> (found - [1])",
        "a: 1 -> 2",
        "a: found -> None",
    ]


def test_a_change_leaves_the_rest_of_the_file_as_it_was() -> None:
    for each in changes_of("a.py", SOURCE):
        made = each.made_in(SOURCE)
        ast.parse(made)
        assert made[: each.start] == SOURCE[: each.start]
        assert made.endswith(SOURCE[each.end :])
        assert made != SOURCE


def test_a_change_keeps_its_name_when_others_write_above_it() -> None:
    above = SOURCE.replace(b"_LIMIT = 3", b"_OTHER = 'x'\n_LIMIT = 3")
    keys = {each.key for each in changes_of("a.py", SOURCE)}
    assert keys < {each.key for each in changes_of("a.py", above)}
    assert len(keys) == len(changes_of("a.py", SOURCE))


def test_the_same_seed_picks_the_same_changes_and_another_one_others() -> None:
    changes = changes_of("a.py", SOURCE)
    first = sampled(changes, "one", 5)
    assert first == sampled(list(reversed(changes)), "one", 5)
    assert len(first) == 5
    assert first != sampled(changes, "two", 5)
    assert set(sampled(changes, "one", 4)) < set(first)


def test_what_is_measured_is_there_and_what_cannot_be_noticed_still_stands_in_the_code() -> None:
    told = tomllib.loads((ROOT / "tools/mutate/rooms.toml").read_text("utf-8"))
    keys = set()
    for room in told["rooms"].values():
        files = [path for pattern in room["files"] for path in ROOT.glob(pattern)]
        assert files
        assert all((ROOT / test).exists() for test in room["tests"])
        for path in files:
            keys |= {
                each.key
                for each in changes_of(str(path.relative_to(ROOT)), Path(path).read_bytes())
            }
    listed = tomllib.loads((ROOT / "tools/mutate/equivalent.toml").read_text("utf-8"))
    for each in listed.get("equivalent", []):
        assert len(each["reason"]) > 20, each
        assert each["change"] in keys, f"no longer in the code: {each}"
