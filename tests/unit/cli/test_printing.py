"""What gets out: lines for people, one object for programs, and never a byte that steers the terminal."""

from __future__ import annotations

import errno
import io
import json
import os
from pathlib import Path

import pytest

from app.cli.printing import has_nobody, print_json, print_lines, speak_utf8


def test_lines_keep_tabs_and_breaks_and_lose_what_steers() -> None:
    out = io.StringIO()
    print_lines(out, "a\tb\nc", "\x00\x07\x0b\x1b[2J\x7f\x80\x9f", "æøå")
    before = "[U+0000][U+0007][U+000B][U+001B]"
    assert out.getvalue() == f"a\tb\nc\n{before}[2J[U+007F][U+0080][U+009F]\næøå\n"
    print_lines(out)
    assert out.getvalue().endswith("æøå\n")


def test_an_object_is_one_line_with_our_letters_as_they_are() -> None:
    out = io.StringIO()
    print_json(out, {"navn": "Søren", "sti": Path("a/b").as_posix(), "liste": (1, None, True)})
    assert out.getvalue() == '{"navn":"Søren","sti":"a/b","liste":[1,null,true]}\n'


def test_half_a_surrogate_is_an_escape_that_json_takes() -> None:
    out = io.StringIO()
    print_json(out, {"navn": "caf\udce9"})
    assert json.loads(out.getvalue()) == {"navn": "caf\udce9"}
    print_lines(out, "caf\udce9")
    assert out.getvalue().endswith("caf\\udce9\n")


def test_a_program_reads_utf8_whatever_the_code_page_is() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1", errors="strict", newline="\n")
    speak_utf8(stream, io.StringIO())
    print_lines(stream, "æ \N{SNOWMAN}")
    assert raw.getvalue().decode("utf-8") == "æ \N{SNOWMAN}\n"


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_terminal_keeps_its_code_page_and_shows_a_mark_for_the_rest() -> None:
    raw = io.BytesIO()
    stream = _Terminal(raw, encoding="latin-1", errors="strict", newline="\n")
    speak_utf8(stream)
    print_lines(stream, "æ \N{SNOWMAN}")
    assert raw.getvalue() == "æ ".encode("latin-1") + b"\\u2603\n"


def test_a_reader_that_has_gone_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        print_lines(stream, "hej")
        print_lines(stream, "hej igen")  # what is still held back goes nowhere


@pytest.mark.posix("a device that is always full")
def test_a_full_disk_is_an_error() -> None:
    with (
        Path("/dev/full").open("w", encoding="utf-8") as stream,
        pytest.raises(OSError, match="28"),
    ):
        print_lines(stream, "hej")


@pytest.mark.parametrize(
    ("error", "system", "gone"),
    [
        (BrokenPipeError(errno.EPIPE, "gone"), "linux", True),
        (BrokenPipeError(errno.EPIPE, "gone"), "win32", True),
        (OSError(errno.EINVAL, "Invalid argument"), "win32", True),
        (OSError(errno.EINVAL, "Invalid argument"), "linux", False),
        (OSError(errno.ENOSPC, "full"), "win32", False),
    ],
)
def test_a_reader_that_has_gone_is_known_by_what_its_system_says(
    error: OSError, system: str, gone: bool
) -> None:
    assert has_nobody(error, system) is gone
