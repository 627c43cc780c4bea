"""A time server is asked, and what it says is compared with this computer's clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.anchor import (
    NoTimeAnswerError,
    ServerNameError,
    UdpRoad,
    UnfitTimeAnswerError,
    measure_clock,
    server_of,
)
from app.clock import Moment, SystemClock
from tests.fakes.time_server import packet, time_server

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


class TickingClock:
    """A clock whose counter goes on by itself; a road can let more of it pass."""

    def __init__(self, start: datetime = NOON) -> None:
        self.start = start
        self.passed = timedelta()

    def now(self) -> Moment:
        """Read it."""
        ns = self.passed // timedelta(microseconds=1) * 1000
        return Moment(self.start + self.passed, ns, "b" * 32)


class PaperRoad:
    """A road that takes as long as it is told, to a server that is off by as much as it is told."""

    def __init__(
        self,
        clock: TickingClock,
        off: timedelta = timedelta(),
        there: timedelta = timedelta(milliseconds=30),
        back: timedelta = timedelta(milliseconds=30),
        answer: Callable[[bytes], bytes] | None = None,
    ) -> None:
        self.clock, self.off, self.there, self.back = clock, off, there, back
        self.answer = answer
        self.asked: list[tuple[str, int, bytes]] = []

    def exchange(
        self, host: str, port: int, packet_: bytes, read: Callable[[], int]
    ) -> tuple[bytes, int, int]:
        """See Road."""
        self.asked.append((host, port, packet_))
        self.clock.passed += timedelta(milliseconds=7)  # the name is looked up
        left = read()
        self.clock.passed += self.there
        theirs = self.clock.start + self.clock.passed + self.off
        said = self.answer(packet_) if self.answer else packet(packet_, theirs, theirs)
        self.clock.passed += self.back
        return said, left, read()


MS = st.integers(0, 1500).map(lambda ms: timedelta(milliseconds=ms))


@given(
    off=st.timedeltas(min_value=timedelta(days=-9000), max_value=timedelta(days=3000)),
    there=MS,
    back=MS,
)
def test_the_true_offset_lies_within_what_is_said(
    off: timedelta, there: timedelta, back: timedelta
) -> None:
    clock = TickingClock()
    check = measure_clock("ntp.example", clock, PaperRoad(clock, off, there, back))
    assert abs(check.offset_ms - off / timedelta(milliseconds=1)) <= check.error_ms
    assert check.error_ms <= (there + back) / timedelta(milliseconds=2) + 3


def test_the_question_holds_a_random_number_and_nothing_else() -> None:
    clock, other = TickingClock(), TickingClock(NOON + timedelta(days=400))
    roads = PaperRoad(clock), PaperRoad(other)
    for each, road in zip((clock, other), roads, strict=True):
        measure_clock("ntp.example", each, road)
    (first,), (second,) = (road.asked for road in roads)
    assert first[:2] == ("ntp.example", 123)
    assert first[2][:40] == second[2][:40] == b"\x23" + bytes(39)
    assert first[2][40:] != second[2][40:]
    assert len(first[2]) == 48


def test_the_servers_own_doubt_is_counted() -> None:
    clock = TickingClock()
    said = lambda asked: packet(asked, NOON, NOON, root_delay=0.5, root_dispersion=0.25)  # noqa: E731
    check = measure_clock("x", clock, PaperRoad(clock, answer=said))
    assert check.error_ms >= 500


def test_times_after_2036_are_read() -> None:
    clock = TickingClock(datetime(2041, 5, 1, tzinfo=UTC))
    assert abs(measure_clock("x", clock, PaperRoad(clock)).offset_ms) <= 1


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda asked: b"", "0 bytes"),
        (lambda asked: packet(asked, NOON, NOON)[:47], "47 bytes"),
        (lambda asked: packet(bytes(48), NOON, NOON), "another question"),
        (lambda asked: packet(asked, NOON, NOON, first=0x23), "mode 3"),
        (lambda asked: packet(asked, NOON, NOON, first=0xE4), "not set"),
        (lambda asked: packet(asked, NOON, NOON, stratum=0, reference=b"RATE"), "RATE"),
        (lambda asked: packet(asked, NOON, NOON, stratum=16), "not set"),
        (lambda asked: packet(asked, NOON, NOON)[:32] + bytes(16), "without a time"),
        (lambda asked: packet(asked, NOON, NOON - timedelta(seconds=1)), "before"),
        (lambda asked: packet(asked, NOON, NOON + timedelta(seconds=9)), "longer"),
    ],
)
def test_what_is_no_answer_is_refused(spoil: Callable[[bytes], bytes], reason: str) -> None:
    clock = TickingClock()
    with pytest.raises(UnfitTimeAnswerError, match=re.escape(reason)):
        measure_clock("x", clock, PaperRoad(clock, answer=spoil))


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_refused(said: bytes) -> None:
    clock = TickingClock()
    with pytest.raises(UnfitTimeAnswerError):  # none of them repeats the random number
        measure_clock("x", clock, PaperRoad(clock, answer=lambda _: said))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ntp.se", ("ntp.se", 123)),
        (" tid.kommune.example:1123 ", ("tid.kommune.example", 1123)),
        ("[2001:db8::1]:124", ("2001:db8::1", 124)),
        ("2001:db8::1", ("2001:db8::1", 123)),
        ("målt.example", ("målt.example", 123)),
    ],
)
def test_a_server_is_named_with_or_without_a_port(written: str, read: tuple[str, int]) -> None:
    assert server_of(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        ":123",
        "a b",
        "ntp.se:",
        "ntp.se:0",
        "ntp.se:99999",
        "http://ntp.se/x",
        "[::1",
        "[::1]x",
        "x" * 254,
    ],
)
def test_what_is_no_name_is_refused_before_anything_is_sent(written: str) -> None:
    clock = TickingClock()
    road = PaperRoad(clock)
    with pytest.raises(ServerNameError):
        measure_clock(written, clock, road)
    assert not road.asked


def test_a_real_server_on_this_machine_is_asked() -> None:
    clock = SystemClock()

    def answer(question: bytes) -> bytes:
        now = clock.now().utc + timedelta(seconds=90)
        return packet(question, now, now)

    with time_server(answer) as (port, heard):
        check = measure_clock(f"127.0.0.1:{port}", clock, UdpRoad())
    assert abs(check.offset_ms - 90_000) <= check.error_ms + 1
    assert len(heard) == 1


def test_nobody_there_is_said() -> None:
    with time_server(lambda _: None) as (port, _):
        pass
    with pytest.raises(NoTimeAnswerError):
        measure_clock(f"127.0.0.1:{port}", SystemClock(), UdpRoad())
