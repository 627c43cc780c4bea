"""One run of the child under strace, with or without a fault put into one of its system calls.

Only the thread that holds the vault is traced: a helper thread or the process that looks at pictures never has the
vault open, and dies or ends with it. The tracer is attached once the vault is open, and stays until the process ends.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from tests.e2e.faults.child import Job

_ROOT = Path(__file__).resolve().parents[3]
_WAIT_S = 60


class TracerError(Exception):
    """strace is missing or may not attach: without it nothing here proves anything."""


class Fault(msgspec.Struct, frozen=True):
    """What happens at the n-th time a system call is made.

    Attributes:
        call: name of the system call.
        n: which time, from 1.
        what: in strace's words, such as ``signal=KILL`` or ``error=ENOSPC``.
        ever_after: also at every later time.
    """

    call: str
    n: int
    what: str = "signal=KILL"
    ever_after: bool = False

    @property
    def options(self) -> list[str]:
        """For strace's command line."""
        when = f"{self.n}+" if self.ever_after else f"{self.n}"
        return [f"-etrace={self.call}", f"-einject={self.call}:{self.what}:when={when}"]


class Run(msgspec.Struct, frozen=True):
    """How one run ended.

    Attributes:
        exit_code: of the child; -9 when it was killed.
        acknowledged: the last seq of each act that was acknowledged.
        errors: names of the errors of acts that were refused.
        trace: strace's lines, where they were wanted.
    """

    exit_code: int
    acknowledged: tuple[int, ...]
    errors: tuple[str, ...]
    trace: tuple[str, ...]

    @property
    def killed(self) -> bool:
        """Whether the child was killed."""
        return self.exit_code == -9

    def calls(self) -> Counter[str]:
        """How often each system call was made. Needs a trace of all calls."""
        names = (line.partition("(")[0] for line in self.trace)
        return Counter(name for name in names if name.isidentifier())


class Children:
    """Starts children, one at a time: a program that has loaded everything and forks for each job."""

    def __init__(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.faults.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            bufsize=0,
        )
        self._to = _pipe(self._program.stdin)
        self._from = _pipe(self._program.stdout)
        self._rest = b""

    def start(self, job: Job) -> int:
        """Have a job's vault opened; answers the process id."""
        self._to.write(msgspec.json.encode(job) + b"\n")
        word, _, pid = self.line().partition(" ")
        if word != "READY":
            raise AssertionError(f"the child did not start: {word} {pid}")
        return int(pid)

    def go(self) -> None:
        """Let it do its acts, or the next one."""
        self._to.write(b"GO\n")

    def line(self) -> str:
        """The next line that it says."""
        while b"\n" not in self._rest:
            piece = self._from.read(4096)
            if not piece:
                raise AssertionError("the child's program ended")
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def ending(self) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
        """Exit code, acknowledged acts and errors, once the child has ended."""
        acknowledged: list[int] = []
        errors: list[str] = []
        while True:
            word, _, rest = self.line().partition(" ")
            if word == "ACK":
                acknowledged.append(int(rest))
            elif word == "ERR":
                errors.append(rest)
            elif word == "END":
                return int(rest), tuple(acknowledged), tuple(errors)

    def close(self) -> None:
        """No more jobs."""
        self._to.close()
        self._program.wait(_WAIT_S)
        self._from.close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise AssertionError("a pipe was asked for")
    return pipe


@contextmanager
def children() -> Iterator[Children]:
    """The program that forks, ended with the block."""
    made = Children()
    try:
        yield made
    finally:
        made.close()


def traced(
    program: Children,
    job: Job,
    options: list[str],
    *,
    at_start: Callable[[], None] = lambda: None,
) -> Run:
    """Run a job under strace.

    Args:
        program: who starts it.
        job: what it does.
        options: strace's: what to trace and what to put in.
        at_start: called when the vault is open and nothing has been done yet.

    Raises:
        TracerError: strace could not attach.
    """
    pid = program.start(job)
    at_start()
    try:
        tracer = subprocess.Popen(
            ["strace", f"-p{pid}", *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        program.go()
        program.ending()
        raise TracerError("strace is not installed") from error
    told = _pipe(tracer.stderr)
    first = told.readline().decode()
    if "attached" not in first:
        program.go()
        program.ending()
        tracer.wait(_WAIT_S)
        told.close()
        raise TracerError(f"strace may not attach: {first.strip()}")
    program.go()
    trace = tuple(line.decode() for line in told.read().splitlines())
    tracer.wait(_WAIT_S)
    told.close()
    exit_code, acknowledged, errors = program.ending()
    return Run(exit_code, acknowledged, errors, trace)
