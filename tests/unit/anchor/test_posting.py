"""A question goes out by HTTP on this machine: what is sent, and what is not waited for."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import pytest

from app.anchor import HttpRoad
from app.anchor.addresses import AddressError
from app.anchor.posting import MOST_BYTES, SlowError, TooLargeError
from demo.authority import REPLY
from tests.fakes.authority import raw_server

SOON = 0.2  # seconds


def answering(*pieces: bytes) -> Callable[[socket.socket], None]:
    def answer(line: socket.socket) -> None:
        for piece in pieces:
            line.sendall(piece)

    return answer


def test_a_question_goes_out_with_nothing_of_ours_beside_it() -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {REPLY}; x=1\r\nContent-Length: 3\r\n\r\n".encode()
    heard: list[bytes] = []
    with raw_server(answering(head, b"abc"), heard) as address:
        posted = HttpRoad().post(f"{address}tsa?x=1", b"question")
    assert (posted.status, posted.media_type, posted.body) == (200, REPLY, b"abc")
    first, *lines = heard[0].split(b"\r\n\r\n")[0].decode().split("\r\n")
    assert first == "POST /tsa?x=1 HTTP/1.1"
    assert {line.split(":")[0] for line in lines} == {
        "Host", "Accept-Encoding", "Content-Length", "Content-Type", "Accept", "Connection"
    }  # fmt: skip


def test_what_is_larger_than_any_token_is_not_read() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n\r\n"
    with (
        raw_server(answering(head, b"x" * (MOST_BYTES + 1))) as address,
        pytest.raises(TooLargeError),
    ):
        HttpRoad(5).post(address, b"q")


@pytest.mark.parametrize(
    "sent",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"],
    ids=["nothing", "half a head", "half a body"],
)
def test_a_line_that_goes_still_is_not_waited_for(sent: bytes) -> None:
    free = threading.Event()

    def answer(line: socket.socket) -> None:
        line.sendall(sent)
        free.wait(5)

    with raw_server(answer) as address:
        try:
            with pytest.raises(SlowError):
                HttpRoad(SOON).post(address, b"q")
        finally:
            free.set()


def test_one_that_sends_a_byte_now_and_then_gets_no_more_time() -> None:
    free = threading.Event()

    def answer(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while not free.wait(SOON / 8):
            line.sendall(b"x")

    with raw_server(answer) as address:
        try:
            with pytest.raises(SlowError):
                HttpRoad(SOON).post(address, b"q")
        finally:
            free.set()


@pytest.mark.parametrize(
    "sent", [b"no http\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"]
)
def test_a_line_that_breaks_is_an_error_like_any_other(sent: bytes) -> None:
    with raw_server(answering(sent)) as address, pytest.raises(ConnectionError):
        HttpRoad(5).post(address, b"q")


def test_nobody_is_there_and_no_address_is_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ConnectionError):
        HttpRoad(SOON).post(f"http://127.0.0.1:{port}/", b"q")
    with pytest.raises(AddressError):
        HttpRoad(SOON).post("file:///etc/passwd", b"q")
