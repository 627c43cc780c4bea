"""The kill sweep: one act, killed at each system call in turn; what was acknowledged has to be there.

Which calls: every name that occurs while the act is done undisturbed, and each n from 1 until a run is not hit any
more. A kill comes when the call is entered, before the kernel does it. So what lies on the disk differs only from
one kill to the next across a call that changes something, and ``DISK_CALLS`` alone meet every such state; the
other calls are swept too where there is time (see docs/testing.md).
"""

from __future__ import annotations

import itertools
import queue
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from tests.e2e.faults.acts import Hurt
from tests.e2e.faults.prepared import Place, look, open_only_case
from tests.e2e.faults.tracing import Children, Fault, children, traced

LANES = 2

# Calls that change a file, its name or its lock, or end the process.
DISK_CALLS = frozenset(
    [
        *("openat", "open", "creat", "close", "write", "writev", "pwrite64", "pwritev", "pwritev2"),
        *("sendfile", "copy_file_range", "fallocate", "ftruncate", "truncate"),
        *("fsync", "fdatasync", "sync", "sync_file_range", "msync"),
        *("rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat"),
        *("mkdir", "mkdirat", "rmdir", "fchown", "fchmod", "chmod", "fcntl", "flock"),
        "exit_group",
    ]
)


class Hit(msgspec.Struct, frozen=True):
    """One run with a kill put in.

    Attributes:
        call: the system call.
        n: which time.
        hit: whether the child was killed there; a run one past the last time is not hit.
        acknowledged: acts that were acknowledged.
        found: entries found afterwards, -1 where the vault could not be opened.
        problem: what is wrong, or "".
    """

    call: str
    n: int
    hit: bool
    acknowledged: int
    found: int
    problem: str

    def line(self) -> str:
        """One line of the table."""
        hit = "yes" if self.hit else "no"
        end = f"  {self.problem}" if self.problem else ""
        row = f"{self.call:<16} n={self.n:<5} hit={hit:<4} acknowledged={self.acknowledged}"
        return f"{row} found={self.found}{end}"


class Swept(msgspec.Struct, frozen=True):
    """A whole sweep of one act."""

    name: str
    hits: tuple[Hit, ...]

    @property
    def killed(self) -> int:
        """How many kills hit."""
        return sum(hit.hit for hit in self.hits)

    @property
    def problems(self) -> tuple[Hit, ...]:
        """The runs after which something was wrong."""
        return tuple(hit for hit in self.hits if hit.problem)

    def summary(self) -> str:
        """One line for all of it, and the first things that were wrong."""
        kills = [hit for hit in self.hits if hit.hit]
        by = {count: sum(hit.acknowledged == count for hit in kills) for count in (0, 1, 2)}
        names = len({hit.call for hit in kills})
        first = (
            f"{self.name}: {len(kills)} kills hit at {names} different calls; acts acknowledged before the "
            f"kill: {by[0]}x none, {by[1]}x one, {by[2]}x two; wrong afterwards: {len(self.problems)}"
        )
        return "\n".join([first, *(f"  {hit.line()}" for hit in self.problems[:5])])


def sweep(
    hurt: Hurt,
    prepared: Place,
    folder: Path,
    *,
    calls: Callable[[str], bool] = lambda _: True,
    control: str = "",
    tell: Callable[[str], None] = lambda _: None,
) -> Swept:
    """Kill an act at each of its system calls.

    Args:
        hurt: the act.
        prepared: a closed vault; copies of it are hurt.
        folder: where the copies go.
        calls: which calls, by name; all of them if nothing is said.
        control: the fault built into the child; see ``child.Job``.
        tell: given each line of the table.

    Raises:
        TracerError: strace is missing or may not attach.
    """
    folder.mkdir(parents=True)
    lanes = _Lanes(hurt, prepared, folder, control, tell)
    with children() as program:
        undisturbed = lanes.undisturbed(program)
    counts = {call: n for call, n in undisturbed.items() if calls(call)}
    lanes.work([Fault(call, n) for call, many in counts.items() for n in range(1, many + 1)])
    # A run is never quite like the last: go on until one is not hit.
    lanes.beyond(counts)
    shutil.rmtree(folder)
    return Swept(hurt.name, tuple(sorted(lanes.hits, key=lambda hit: (hit.call, hit.n))))


class _Lanes:
    def __init__(
        self,
        hurt: Hurt,
        prepared: Place,
        folder: Path,
        control: str,
        tell: Callable[[str], None],
    ) -> None:
        self.hits: list[Hit] = []
        self._hurt = hurt
        self._prepared = prepared
        self._folder = folder
        self._control = control
        self._tell = tell
        self._number = itertools.count()
        self._failures: list[BaseException] = []
        with prepared.open() as vault:
            self._before = vault.head(open_only_case(vault).chains.evidence).id.seq

    def undisturbed(self, program: Children) -> dict[str, int]:
        """Which calls a clean run makes, and how often."""
        place = self._copy()
        run = traced(program, self._hurt.job(place, self._control), [])
        shutil.rmtree(place.vault.parent)
        if run.exit_code != 0 or len(run.acknowledged) != len(self._hurt.groups):
            raise AssertionError(f"the undisturbed run failed: {run.exit_code} {run.errors}")
        return dict(run.calls())

    def work(self, faults: Iterable[Fault]) -> None:
        """Do these, two at a time."""
        waiting: queue.SimpleQueue[Fault] = queue.SimpleQueue()
        for fault in faults:
            waiting.put(fault)
        lanes = [threading.Thread(target=self._lane, args=(waiting,)) for _ in range(LANES)]
        for lane in lanes:
            lane.start()
        for lane in lanes:
            lane.join()
        if self._failures:
            raise self._failures[0]

    def beyond(self, counts: dict[str, int]) -> None:
        """Go on with each call past the times that were counted."""
        more = counts
        while more:
            self.work([Fault(call, n + 1) for call, n in more.items()])
            last = {(hit.call, hit.n) for hit in self.hits if hit.hit}
            more = {call: n + 1 for call, n in more.items() if (call, n + 1) in last}

    def _lane(self, waiting: queue.SimpleQueue[Fault]) -> None:
        try:
            with children() as program:
                for fault in _drained(waiting):
                    self._one(program, fault)
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for the lanes
            self._failures.append(error)

    def _one(self, program: Children, fault: Fault) -> None:
        place = self._copy()
        run = traced(program, self._hurt.job(place, self._control), fault.options)
        hurt = self._hurt
        left = look(place, self._before, hurt.groups, run.acknowledged, hurt.phrases)
        problem = left.problem
        if not run.killed and run.exit_code != 0:
            problem = f"the child ended with code {run.exit_code}"
        hit = Hit(fault.call, fault.n, run.killed, len(run.acknowledged), left.found, problem)
        shutil.rmtree(place.vault.parent)
        self.hits.append(hit)
        self._tell(hit.line())

    def _copy(self) -> Place:
        folder = self._folder / str(next(self._number))
        folder.mkdir()
        return self._prepared.copy(folder)


def _drained(waiting: queue.SimpleQueue[Fault]) -> Iterator[Fault]:
    while True:
        try:
            yield waiting.get_nowait()
        except queue.Empty:
            return
