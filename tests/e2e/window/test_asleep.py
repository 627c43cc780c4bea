"""A computer that slept, as the program meets it: the wall clock has gone on and the monotonic clock has not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.window.desktop import Desktop, a_desktop, say, the_program, until
from tests.e2e.window.test_real_walk import first_run

FAKETIME = next(iter(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    assert FAKETIME is not None, "libfaketime is needed for this test"
    with a_desktop(tmp_path / "home", 1280, 900) as made:
        (tmp_path / "clock").write_text("+0\n", encoding="ascii")
        made.environment |= {
            "LD_PRELOAD": str(FAKETIME),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "clock"),
            "DONT_FAKE_MONOTONIC": "1",
        }
        yield made


def test_after_ten_hours_of_sleep_the_window_is_locked_without_a_touch(
    desktop: Desktop, tmp_path: Path
) -> None:
    with the_program(desktop):
        first_run(desktop)
        (tmp_path / "clock").write_text("+10h\n", encoding="ascii")
        until(
            lambda: not desktop.shows(say("Nothing is here yet")),
            "the window is covered",
            lambda: str(desktop.names()),
        )
        desktop.key("F9")
        desktop.find(say("Locked"))
