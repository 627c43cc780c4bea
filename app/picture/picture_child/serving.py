"""A child that serves many files: it has its libraries loaded, and a copy of it (``fork``) looks into each file.

Rules:
- What serves never sees a byte of a file. It takes orders from the socket that it was started with, loads what reads
  files of that kind, and copies itself. The copy gets two pipes of its own, sets the limits on itself, looks into one
  file, and is gone: what a hostile file breaks into knows no file but itself, as in a child that was started for it.
- The copy has neither the socket nor other pipes.
- It ends when the socket is closed: when the program that started it ends, however that comes about.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
from collections.abc import Callable

SERVE = "serve"
"""In the place of a media type: serve orders from the socket that is the standard input."""

_LONGEST_ORDER = 1 << 16
_BROKEN = 1
_ENDED = b"\n"


def serve(look_into: Callable[[list[str]], int], load: Callable[[list[str]], object]) -> int:
    """Serve until the socket is closed.

    Args:
        look_into: what a copy does with the words of an order; returns its exit code.
        load: loads what it will want.

    Raises:
        RuntimeError: this system has no ``fork``.
    """
    if sys.platform == "win32":
        raise RuntimeError("no fork")
    loaded: dict[tuple[str, ...], object] = {}
    orders = socket.socket(fileno=os.dup(0))
    while True:
        order, pipes, _, _ = socket.recv_fds(orders, _LONGEST_ORDER, 2)
        if not order:
            return 0
        words: list[str] = json.loads(order)
        kind = (words[0], *words[7:])
        if kind not in loaded:
            try:
                loaded[kind] = load(words)
            except Exception:  # noqa: BLE001 - the copy meets it again, and answers with its exit code
                loaded[kind] = None
            gc.freeze()
        copy = os.fork()
        if not copy:
            os._exit(_in_copy(look_into, words, orders, pipes))
        for pipe in pipes:
            os.close(pipe)
        _, status = os.waitpid(copy, 0)
        orders.sendall(str(os.waitstatus_to_exitcode(status)).encode("ascii") + _ENDED)


def _in_copy(
    look_into: Callable[[list[str]], int], words: list[str], orders: socket.socket, pipes: list[int]
) -> int:
    try:
        orders.close()
        for place, pipe in enumerate(pipes):
            os.dup2(pipe, place)
            os.close(pipe)
        code = look_into(words)
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - a copy has nobody to tell; its exit code says it
        return _BROKEN
    return code
