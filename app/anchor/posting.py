"""A question is sent to an authority by HTTP, and its answer comes back or does not. What comes is not trusted.

Rules:
- What is sent is the question and what HTTP asks for: no name of this program, no cookie, no login.
- An answer has ten seconds and 64 KiB in all, whoever sends it and however slowly.
- Nobody is followed anywhere: an answer that points elsewhere is an error like any other.

Source: RFC 3161, 3.4.
"""

from __future__ import annotations

import http.client
import socket
import threading
from contextlib import suppress
from typing import Protocol

import msgspec

from app.anchor.addresses import SecretLineError, check_address
from app.anchor.tsp import REPLY

_SECONDS = 10.0
MOST_BYTES = 64 * 1024
_QUERY = "application/timestamp-query"


class SlowError(OSError):
    """The answer did not come in time."""


class TooLargeError(OSError):
    """The answer is larger than any token."""


class Posted(msgspec.Struct, frozen=True):
    """What came back: the number of HTTP, what kind it is said to be, and the bytes."""

    status: int
    media_type: str
    body: bytes


class PostRoad(Protocol):
    """How a question gets to an authority, and its answer back."""

    def post(self, address: str, body: bytes) -> Posted:
        """Send once.

        Raises:
            AddressError: it is no address.
            SecretLineError: it is one by https, which this computer cannot do.
            SlowError, TooLargeError: what came was not waited for.
            OSError: nobody is there, or the line broke.
        """
        ...


class HttpRoad:
    """The network, by HTTP."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        """Wait so long for an answer in all."""
        self._seconds = seconds

    def post(self, address: str, body: bytes) -> Posted:
        """See PostRoad."""
        scheme, host, port, path = check_address(address)
        line: http.client.HTTPConnection
        if scheme == "https":
            line = _secret_line(address, host, port, self._seconds)
        else:
            line = http.client.HTTPConnection(host, port, timeout=self._seconds)
        ended = threading.Event()
        try:
            line.connect()
            timer = threading.Timer(self._seconds, _end, (line.sock, ended))
            timer.start()
            try:
                posted = _ask(line, path, body)
            finally:
                timer.cancel()
                timer.join()
        except TooLargeError:
            raise
        except TimeoutError as error:
            raise SlowError(address) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise (SlowError if ended.is_set() else ConnectionError)(address) from error
        finally:
            line.close()
        if ended.is_set():
            raise SlowError(address)
        return posted


def _secret_line(
    address: str, host: str, port: int | None, seconds: float
) -> http.client.HTTPConnection:
    """Return a line that only the authority can read. The program for Windows has no library for that."""
    try:
        import ssl
    except ImportError as error:
        raise SecretLineError(address) from error
    context = ssl.create_default_context()
    return http.client.HTTPSConnection(host, port, timeout=seconds, context=context)


def _ask(line: http.client.HTTPConnection, path: str, body: bytes) -> Posted:
    headers = {"Content-Type": _QUERY, "Accept": REPLY, "Connection": "close"}
    line.request("POST", path, body, headers)
    answer = line.getresponse()
    kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    return Posted(answer.status, kind, _read(answer))


def _read(answer: http.client.HTTPResponse) -> bytes:
    data = answer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise TooLargeError
    if answer.length:
        raise ConnectionError("cut short")
    return data


def _end(line: socket.socket, ended: threading.Event) -> None:
    """Break off: what is waited for on the line ends at once."""
    ended.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
