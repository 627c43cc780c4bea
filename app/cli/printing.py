r"""How an answer gets out: lines for a person, or one JSON object, in UTF-8, whatever the words are.

- What others wrote (window titles, file names) cannot steer the terminal: control characters, and those that turn the
  reading direction, are shown by their code. In JSON both are escapes, which any reader takes.
- Half a surrogate, as an argument or file name that is no UTF-8 brings along, is written as ``\udcff``; in JSON
  that is an escape that any reader takes.
- A reader that has gone (``| head``) is no error of ours: the act is done all the same.
"""

from __future__ import annotations

import errno
import io
import json
import os
import re
import sys
from typing import Any, TextIO

import msgspec

from app.inert import without_controls, without_direction

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def speak_utf8(*streams: TextIO) -> None:
    """What is read by a program is UTF-8 everywhere; a terminal keeps its own code page, with marks for the rest."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def print_lines(out: TextIO, *lines: str) -> None:
    """Show lines to a person. Raises OSError: the stream does not take them."""
    _write(out, "".join(_calm(line) + "\n" for line in lines))


def print_json(out: TextIO, value: dict[str, Any]) -> None:
    """Give one object to a program. Raises OSError: the stream does not take it."""
    plain = msgspec.to_builtins(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    _write(out, _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n")


def _calm(line: str) -> str:
    return without_direction(without_controls(line))


def _write(out: TextIO, text: str) -> None:
    try:
        out.write(text.encode("utf-8", "backslashreplace").decode("utf-8"))
        out.flush()
    except OSError as error:
        _let_go(out)
        if not has_nobody(error, sys.platform):
            raise


def has_nobody(error: OSError, system: str) -> bool:
    """Return whether a stream's reader has gone; ``system`` is as ``sys.platform`` names it.

    Windows' C library knows no such error and says that the argument is invalid.
    """
    return error.errno == errno.EPIPE or (system == "win32" and error.errno == errno.EINVAL)


def _let_go(out: TextIO) -> None:
    """What is still held back goes nowhere; else the interpreter would fail on it once more when it ends."""
    if isinstance(out, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
