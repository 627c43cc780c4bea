"""A time server on this machine, that answers as it is told to."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_FORM = struct.Struct(">BBbbII4s8sQQQ")
_FIRST = datetime(1900, 1, 1, tzinfo=UTC)


def stamped(when: datetime) -> int:
    """Return a time as the protocol writes it; the seconds begin anew in 2036."""
    whole = int((when - _FIRST) / timedelta(microseconds=1))
    seconds, rest = divmod(whole, 1_000_000)
    return (seconds & 0xFFFFFFFF) << 32 | (rest << 32) // 1_000_000


def packet(
    question: bytes,
    received: datetime,
    sent: datetime,
    *,
    first: int = 0x24,
    stratum: int = 2,
    reference: bytes = b"LOCL",
    root_delay: float = 0.0,
    root_dispersion: float = 0.0,
) -> bytes:
    """Return a server's answer to a question; first is leap, version and mode in one byte."""
    return _FORM.pack(
        first,
        stratum,
        0,
        -20,
        int(root_delay * 65536),
        int(root_dispersion * 65536),
        reference,
        bytes(8),
        int.from_bytes(question[40:48]),
        stamped(received),
        stamped(sent),
    )


@contextmanager
def time_server(answer: Callable[[bytes], bytes | None]) -> Iterator[tuple[int, list[bytes]]]:
    """Listen on this machine; yield the port, and the questions that came."""
    heard: list[bytes] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ours:
        ours.bind(("127.0.0.1", 0))
        ours.settimeout(0.05)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    question, whom = ours.recvfrom(512)
                except TimeoutError:
                    continue
                heard.append(question)
                if (said := answer(question)) is not None:
                    ours.sendto(said, whom)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield ours.getsockname()[1], heard
        finally:
            stop.set()
            thread.join()
