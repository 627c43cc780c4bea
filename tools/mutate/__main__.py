"""``python -m tools.mutate [ROOM ...] [--size N] [--seed TEXT] [--only TEXT]``: how many changes do the tests notice?

For each room of ``rooms.toml`` its tests run once and it is noted which of them come by which line. Then a sample of
changes, picked by the seed, is made one at a time in a copy of the tree, and the tests that come by its line are run,
quick ones first, until one fails. Results are kept in ``build/mutate/``: a run that was
ended goes on where it was, and after an edit only what the edit touches is done again. A change that no test noticed is
made again when a test was edited.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from tools.mutate.changes import Change, changes_of, sampled
from tools.mutate.tree import ROOT, Tree, commit

assert sys.platform != "win32", "processes are forked off"  # noqa: S101
from tools.mutate.running import (  # noqa: E402  # after it: the type checker skips both there
    TIMED_OUT,
    in_a_child,
    run_tests,
    watch_tests,
)

HERE = Path(__file__).parent
OUT = ROOT / "build" / "mutate"
_WATCHING_S = 3600.0
_LEAST_S = 20.0  # for a change's tests, besides six times what they took
_FIRST_S = 60.0  # of tests, the quickest ones, as measured while they were watched; the others come after them
_GOAL = 90


class Room(msgspec.Struct, frozen=True):
    """What ``rooms.toml`` says of a room."""

    files: list[str]
    tests: list[str]
    size: int


class Seen(msgspec.Struct, frozen=True):
    """What ``Watch`` wrote down."""

    seconds: dict[str, float]
    failed: list[str]
    lines: dict[str, list[str]]


class Result(msgspec.Struct, frozen=True):
    """What became of one change.

    Attributes:
        key: the change's.
        source: digest of the file that it was made in.
        tests: digest of the tests that were run.
        outcome: noticed, unseen, or unreached where no test comes by.
        by: the test that noticed it.
        shown: the change in words.
    """

    key: str
    source: str
    tests: str
    outcome: str
    by: str
    shown: str


class Equivalent(msgspec.Struct, frozen=True):
    """A change that no test can notice."""

    change: str
    shown: str
    reason: str


class Measured:
    """One room, measured in a copy of the tree."""

    def __init__(self, name: str, room: Room, tree: Tree, scratch: Path) -> None:
        self._name = name
        self._room = room
        self._tree = tree
        self._scratch = scratch
        self._files = [each for each in tree.files(room.files) if tree.read(each).strip()]
        self._tests = tree.digest([*room.tests, "tests/*.py", "tests/fakes"])
        self._file = OUT / f"{name}.jsonl"
        self._results: dict[str, Result] = {}

    def run(
        self, seed: str, size: int, only: str, equivalent: set[str], *, quick: bool
    ) -> list[Result]:
        """Make the changes that are still to be made; returns the results of the whole sample."""
        changes = [
            change
            for file in self._files
            for change in changes_of(file, self._tree.read(file))
            if change.key not in equivalent
        ]
        sample = sampled(changes, f"{seed} {self._name}", size)
        sample = [change for change in sample if only in change.shown or only == change.key]
        known = self._results = {result.key: result for result in self._known()}
        to_do = [change for change in sample if not self._holds(change, known.get(change.key))]
        print(
            f"{self._name}: {len(changes)} changes, {len(sample)} of them made, {len(to_do)} now",
            flush=True,
        )
        if to_do:
            seen = self._watch()
            for number, change in enumerate(to_do, start=1):
                result = self._make(change, seen, quick=quick)
                known[change.key] = result
                with self._file.open("ab") as file:
                    file.write(msgspec.json.encode(result) + b"\n")
                said = f"{number}/{len(to_do)} {result.outcome:9} {change.key} {change.shown}"
                print(said, flush=True)
        return [known[change.key] for change in sample]

    def _known(self) -> Iterable[Result]:
        lines = self._file.read_bytes().splitlines() if self._file.exists() else []
        return [msgspec.json.decode(line, type=Result) for line in lines]

    def _holds(self, change: Change, result: Result | None) -> bool:
        if result is None or result.source != self._tree.digest([change.file]):
            return False
        return result.outcome == "noticed" or result.tests == self._tests

    def _watch(self) -> Seen:
        """Which tests come by which line; from the last run where neither code nor tests were edited since."""
        state = self._tree.digest(["app", "evidence_store", "atomic_file"]) + self._tests
        into = OUT / f"{self._name}.lines.json"
        mark = into.with_suffix(".state")
        if not (mark.exists() and mark.read_text("ascii") == state):
            log = OUT / f"{self._name}.lines.log"
            into.unlink(missing_ok=True)
            in_a_child(
                lambda: watch_tests(self._room.tests, self._tree.root, self._files, into),
                self._tree.root,
                log,
                _WATCHING_S,
            )
            if not into.exists():
                raise SystemExit(f"the tests could not be run: {log}")
            mark.write_text(state, "ascii")
        seen = msgspec.json.decode(into.read_bytes(), type=Seen)
        if seen.failed:
            print(f"{self._name}: these fail as it is and are left out: {seen.failed}", flush=True)
        print(f"{self._name}: {len(seen.lines)} tests", flush=True)
        return seen

    def _make(self, change: Change, seen: Seen, *, quick: bool) -> Result:
        first, rest = self._tests_of(change, seen)
        outcome, by, tests = "unreached", "", self._tests
        if first:
            before = self._tree.make(change)
            try:
                by = self._noticed_by(first, seen)
                if not by and not quick:
                    by = self._noticed_by(rest, seen)
            finally:
                self._tree.write(change.file, before)
            outcome = "noticed" if by else "unseen"
            if quick and rest and not by:
                tests = ""  # not all of them: it is asked again
        return Result(
            key=change.key,
            source=self._tree.digest([change.file]),
            tests=tests,
            outcome=outcome,
            by=by,
            shown=change.shown,
        )

    def _noticed_by(self, tests: list[str], seen: Seen) -> str:
        """The first test that fails, or ""."""
        if not tests:
            return ""
        log = self._scratch / "log"
        limit = _LEAST_S + 6 * sum(seen.seconds[test] for test in tests)
        code = in_a_child(
            lambda: run_tests(tests, self._scratch / "t"), self._tree.root, log, limit
        )
        return "" if code == 0 else _who(log, code)

    def _tests_of(self, change: Change, seen: Seen) -> tuple[list[str], list[str]]:
        """Tests that come by, the quickest first, and the rest of them.

        A line that runs when the file is loaded concerns all of them.
        """
        wanted = f"{change.file}:{change.line}"
        tests = [test for test, lines in seen.lines.items() if wanted in set(lines)]
        if not change.where or (not tests and _runs_on_loading(change)):
            tests = list(seen.lines)
        # Those that noticed something before are asked first.
        by = Counter(result.by for result in self._results.values())
        left = [test for test in tests if test not in seen.failed]
        order = sorted((-by[test], seen.seconds[test], test) for test in left)
        quick_first = [(seconds, test) for _, seconds, test in order]
        spent, first = 0.0, 0
        for seconds, _ in quick_first:
            spent += seconds
            if first and spent > _FIRST_S:
                break
            first += 1
        names = [test for _, test in quick_first]
        return names[:first], names[first:]


def _runs_on_loading(change: Change) -> bool:
    """In the body of a class: fields with defaults, and enums."""
    return not any(part[:1].islower() or part[:1] == "_" for part in change.where.split("."))


def _who(log: Path, code: int) -> str:
    if code == TIMED_OUT:
        return "time"
    said = log.read_text("utf-8", "replace").splitlines()
    failed = [line for line in said if line.startswith(("FAILED ", "ERROR "))]
    return failed[0].split(" - ")[0].partition(" ")[2] if failed else f"exit code {code}"


def main(words: list[str]) -> int:
    """Measure the rooms and print the table; returns 0 when each reaches the goal."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    told = tomllib.loads((HERE / "rooms.toml").read_text("utf-8"))
    rooms = msgspec.convert(told["rooms"], dict[str, Room])
    listed = tomllib.loads((HERE / "equivalent.toml").read_text("utf-8")).get("equivalent", [])
    equivalent = {each.change for each in msgspec.convert(listed, list[Equivalent])}
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(rooms))
    parser.add_argument(
        "--size", type=int, default=0, help="changes of each room, not those of rooms.toml"
    )
    parser.add_argument(
        "--seed", default=told["seed"], help="picks the sample, not the seed of rooms.toml"
    )
    parser.add_argument(
        "--only", default="", help="only changes with this text in their line, or this key"
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="only a minute of tests for each change: to look for gaps",
    )
    wanted = parser.parse_args(words)
    OUT.mkdir(parents=True, exist_ok=True)
    table, at = {}, commit()
    with tempfile.TemporaryDirectory(prefix="bevismappe-mutate-") as folder:
        tree = Tree(Path(folder, "tree"))
        for name in wanted.rooms or rooms:
            measured = Measured(name, rooms[name], tree, Path(folder))
            size = wanted.size or rooms[name].size
            table[name] = measured.run(
                wanted.seed, size, wanted.only, equivalent, quick=wanted.quick
            )
        shutil.rmtree(tree.root)
    return _tell(table, at, wanted.seed)


def _tell(table: dict[str, list[Result]], at: str, seed: str) -> int:
    lines = [
        f"commit {at}, seed {seed}",
        "",
        "| Room | Changes | Noticed | % |",
        "| --- | --- | --- | --- |",
    ]
    short = False
    for name, results in table.items():
        noticed = sum(result.outcome == "noticed" for result in results)
        percent = 100 * noticed / len(results) if results else 100.0
        short |= percent < _GOAL
        lines.append(f"| {name} | {len(results)} | {noticed} | {percent:.1f} |")
    unseen = [each for results in table.values() for each in results if each.outcome != "noticed"]
    lines += ["", *(f"{each.key} {each.outcome}: {each.shown}" for each in unseen)]
    (OUT / "report.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))
    return int(short)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
