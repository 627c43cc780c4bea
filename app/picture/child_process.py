"""The child as a process: started for one file, or kept warm for many.

A warm child is copied for each file (``picture_child/serving.py``), so that a file costs no start of Python and
libraries, and a hostile one still ends nothing but its own turn. Where the system has no ``fork`` (Windows), and in a
bundle, each file has a child of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Protocol, Self

from app.picture import decode_child
from app.picture.picture_child.serving import SERVE

if sys.platform != "win32":
    import fcntl

BUNDLED_CHILD_ARGUMENT = "--decode-picture"
"""In a bundle there is no Python to start: the program starts itself with this word first, and ``main``
hands the words after it to ``run_decode_child`` before it does anything else."""

_NO_WINDOW = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))  # a console would flash up on Windows
_MOST_TURNS = 500
_PIPE = 1 << 20
_GONE = -9
_ENDED = b"\n"


class Turn(Protocol):
    """One file in a child: feed ``stdin``, read ``stdout``, wait for how it left."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def wait(self) -> int:
        """Wait until it has left, and return its exit code; below zero for a signal."""
        ...

    def kill(self) -> None:
        """End it, if it has not left. From any thread."""
        ...


def start_child(words: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a child for one file.

    Args:
        words: what ``decode_child.main`` takes.
    """
    return subprocess.Popen(
        [*_start(), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_bare_environment(os.environ),
        cwd=Path(sys.executable).anchor,
        creationflags=_NO_WINDOW,
    )


class WarmChild:
    """A child for many files, one after the other; a context manager that ends it.

    It starts with the first file, and anew after a turn that had to be ended, after many turns, and where it is gone.
    Who asks while another turn is under way gets a child of its own.
    """

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None
        self._turns = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def turn(self, words: Sequence[str]) -> Turn:
        """Begin with a file. Returns its turn; arguments as for ``start_child``."""
        if not can_be_kept_warm() or not self._one_at_a_time.acquire(blocking=False):
            return start_child(words)
        try:
            return self._begin(words)
        except BaseException:
            self._one_at_a_time.release()
            raise

    def close(self) -> None:
        """End it; a turn that is under way is ended too. It may be used again."""
        self.end()
        process, self._process = self._process, None
        if self._orders is not None:
            self._orders.close()
            self._orders = None
        if process is not None:
            process.wait()

    # -- what a turn calls -------------------------------------------------------------------------

    def end(self) -> None:
        """End child and turn at once. From any thread."""
        process = self._process
        if sys.platform != "win32" and process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    def ended(self, *, well: bool) -> None:
        """A turn is over."""
        self._turns += 1
        if not well or self._turns >= _MOST_TURNS:
            self.close()
        self._one_at_a_time.release()

    def _begin(self, words: Sequence[str]) -> Turn:
        order = json.dumps(list(words)).encode("ascii")
        into, out = os.pipe()
        answer, told = os.pipe()
        _widen(answer)
        for_child = [into, told]
        try:
            try:
                _order(self._socket(), order, for_child)
            except OSError:
                self.close()
                _order(self._socket(), order, for_child)
        except BaseException:
            os.close(out)
            os.close(answer)
            raise
        finally:
            for each in for_child:
                os.close(each)
        return _WarmTurn(self, self._socket(), os.fdopen(out, "wb"), os.fdopen(answer, "rb"))

    def _socket(self) -> socket.socket:
        if self._orders is None:
            self._turns = 0
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(
                    [*_start(), SERVE],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=_bare_environment(os.environ),
                    cwd=Path(sys.executable).anchor,
                    start_new_session=True,
                )
            self._orders = ours
        return self._orders


class _WarmTurn:
    """One file in a warm child."""

    def __init__(
        self, child: WarmChild, orders: socket.socket, stdin: IO[bytes], stdout: IO[bytes]
    ) -> None:
        self.stdin: IO[bytes] | None = stdin
        self.stdout: IO[bytes] | None = stdout
        self._child, self._orders = child, orders
        self._status: int | None = None

    def wait(self) -> int:
        if self._status is None:
            said = b""
            try:
                while not said.endswith(_ENDED) and (piece := self._orders.recv(16)):
                    said += piece
            except OSError:
                said = b""
            whole = said.endswith(_ENDED)
            self._status = int(said) if whole else _GONE
            self._child.ended(well=whole)
        return self._status

    def kill(self) -> None:
        if self._status is None:
            self._child.end()


def _order(orders: socket.socket, order: bytes, pipes: list[int]) -> None:
    if sys.platform != "win32":
        socket.send_fds(orders, [order], pipes)


def _widen(pipe: int) -> None:
    """Let a pipe hold more than 64 KB, where the system does: a picture has megabytes."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def can_be_kept_warm() -> bool:
    """Whether a child can be copied here."""
    return hasattr(os, "fork") and not getattr(sys, "frozen", False)


def _start() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, BUNDLED_CHILD_ARGUMENT]
    return [sys.executable, "-I", "-B", decode_child.__file__]


def _bare_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return nothing of the user's; Windows cannot start a program without its own folder's name."""
    return {name: environment[name] for name in ("SYSTEMROOT",) if name in environment}
