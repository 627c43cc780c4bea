"""Ask a time server how this computer's clock stands."""

from __future__ import annotations

import math
import secrets
import socket
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from app.anchor.errors import NoTimeAnswerError, ServerNameError, UnfitTimeAnswerError
from app.anchor.ntp import NONCE, PACKET, compare, question, read_answer
from app.clock import Clock, ClockCheck

DEFAULT_PORT = 123
_WAIT_SECONDS = 2.0
_MOST_ADDRESSES = 2
_LONGEST_NAME = 253
_NS = 1_000_000_000
_STEP_MS = 16 if sys.platform == "win32" else 1  # how coarse this computer's clocks are


class Road(Protocol):
    """How a question gets there and its answer back."""

    def exchange(
        self, host: str, port: int, packet: bytes, read: Callable[[], int]
    ) -> tuple[bytes, int, int]:
        """Return the answer's bytes, and what ``read`` said as the question left and as the answer came.

        Raises:
            OSError: there is no such server, or no answer in time.
        """
        ...


class UdpRoad:
    """The network, by UDP. Only the one that was asked is listened to."""

    def exchange(
        self, host: str, port: int, packet: bytes, read: Callable[[], int]
    ) -> tuple[bytes, int, int]:
        """See Road; each of the name's first two addresses is given two seconds."""
        refused: OSError = TimeoutError()
        found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM, proto=socket.IPPROTO_UDP)
        for family, kind, protocol, _, address in found[:_MOST_ADDRESSES]:
            try:
                with socket.socket(family, kind, protocol) as ours:
                    ours.settimeout(_WAIT_SECONDS)
                    ours.connect(address)
                    left = read()
                    ours.send(packet)
                    return ours.recv(PACKET * 4), left, read()
            except OSError as error:
                refused = error
        raise refused


def server_of(written: str) -> tuple[str, int]:
    """Return a server's name and port from ``name``, ``name:port`` or ``[2001:db8::1]:port``.

    Raises:
        ServerNameError: it is none.
    """
    text = written.strip()
    name, port = text, str(DEFAULT_PORT)
    if text.startswith("[") and "]" in text:
        name, _, rest = text[1:].partition("]")
        port = rest[1:] if rest.startswith(":") else port if not rest else ""
    elif text.count(":") == 1:
        name, _, port = text.partition(":")
    fit = (
        bool(name)
        and len(name) <= _LONGEST_NAME
        and all(each.isalnum() or each in ".-:_" for each in name)
    )
    if not fit or not port.isascii() or not port.isdigit() or not 0 < int(port) < 1 << 16:
        raise ServerNameError(written)
    return name, int(port)


def measure_clock(server: str, clock: Clock, road: Road) -> ClockCheck:
    """Return how this computer's clock stands against a time server's.

    Args:
        server: ``name`` or ``name:port``.
        clock: this computer's.
        road: how the question gets there.

    Raises:
        ServerNameError, NoTimeAnswerError, UnfitTimeAnswerError: it is not known how the clock stands.
    """
    host, port = server_of(server)
    nonce = secrets.token_bytes(NONCE)
    moment = clock.now()
    try:
        packet, left, came = road.exchange(
            host, port, question(nonce), lambda: clock.now().monotonic_ns
        )
    except (OSError, UnicodeError) as error:
        raise NoTimeAnswerError(server) from error
    try:
        asked = moment.utc + timedelta(microseconds=(left - moment.monotonic_ns) // 1000)
        measured = compare(asked, (came - left) / _NS, read_answer(packet, nonce))
    except ValueError as error:
        raise UnfitTimeAnswerError(server, str(error)) from error
    return ClockCheck(
        offset_ms=round(measured.offset_seconds * 1000),
        error_ms=math.ceil(measured.error_seconds * 1000) + _STEP_MS,
        server=server.strip(),
        at=moment.utc,
    )
