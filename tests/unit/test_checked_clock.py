"""A clock that was compared with the outside says so, for as long as it is true."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import NOT_CHECKED, CheckedClock, ClockCheck, Moment, read_clock_check
from app.vocabulary import clock_check_words
from tests.fakes.clock import MORNING, FakeClock
from tests.worlds import DANISH, ENGLISH

CHECK = ClockCheck(offset_ms=420, error_ms=35, server="ntp.example", at=MORNING)


def test_nobody_has_checked_a_clock_at_first() -> None:
    assert CheckedClock(FakeClock()).now().check == NOT_CHECKED


def test_each_time_says_how_the_clock_stood() -> None:
    clock = CheckedClock(FakeClock())
    clock.keep(CHECK)
    assert read_clock_check(clock.now().check) == CHECK
    clock.forget()
    assert clock.now().check == NOT_CHECKED


def test_after_half_a_day_it_is_forgotten() -> None:
    inner = FakeClock()
    clock = CheckedClock(inner)
    clock.keep(CHECK)
    inner.wait(11 * 60)
    assert clock.now().check == CHECK.code
    inner.wait(61)
    assert clock.now().check == NOT_CHECKED


class MovedClock(FakeClock):
    """A clock that somebody can move, or whose computer starts anew."""

    moved = timedelta()
    boot = "b" * 32

    def now(self) -> Moment:
        """Read it as it was moved."""
        moment = super().now()
        return msgspec.structs.replace(moment, utc=moment.utc + self.moved, boot_id=self.boot)


@pytest.mark.parametrize("moved", [timedelta(seconds=2), timedelta(seconds=-2)])
def test_a_clock_that_was_moved_is_not_checked_any_more(moved: timedelta) -> None:
    inner = MovedClock()
    clock = CheckedClock(inner)
    clock.keep(CHECK)
    inner.moved = moved
    assert clock.now().check == NOT_CHECKED


def test_a_new_boot_is_not_checked() -> None:
    inner = MovedClock()
    clock = CheckedClock(inner)
    clock.keep(CHECK)
    inner.boot = "c" * 32
    assert clock.now().check == NOT_CHECKED


@given(
    st.builds(
        ClockCheck,
        offset_ms=st.integers(-(10**14), 10**14),
        error_ms=st.integers(0, 10**14),
        server=st.sampled_from(["ntp.se", "[::1]:124", "målt.example"]),
        at=st.integers(0, 10**9).map(lambda s: MORNING + timedelta(seconds=s)),
    )
)
def test_what_is_sealed_is_read_back(check: ClockCheck) -> None:
    assert read_clock_check(check.code) == check


@pytest.mark.parametrize(
    "code", ["", NOT_CHECKED, "ntp", CHECK.code + " ", CHECK.code.replace("2026", "xxxx")]
)
def test_what_is_no_measurement_is_none(code: str) -> None:
    assert read_clock_check(code) is None


def test_the_clock_is_told_in_words() -> None:
    assert clock_check_words(NOT_CHECKED, ENGLISH) == "The computer’s clock was not checked."
    slow = clock_check_words(CHECK.code, ENGLISH)
    assert "0.42 seconds slow, give or take 0.035" in slow
    assert "ntp.example" in slow
    assert "not signed" in slow
    fast = clock_check_words(msgspec.structs.replace(CHECK, offset_ms=-61_000).code, DANISH)
    assert "61 sekunder foran" in fast
    right = clock_check_words(msgspec.structs.replace(CHECK, offset_ms=-20).code, ENGLISH)
    assert "right to within 0.055 seconds" in right
