"""Everything is built here, by hand, once: the only place that knows all rooms."""

from __future__ import annotations

import getpass
import os
import platform
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from app.actions.open_case import MachineFacts
from app.cli.program import Tools, run_program
from app.clock import Clock, SystemClock
from app.settings import Settings, heads_folder, settings_file
from app.version import PROGRAM
from evidence_store import HeadMemory

if TYPE_CHECKING:
    from app.capture import Screen

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class StandardTerminal:
    """The terminal that the command was started in."""

    def can_ask(self) -> bool:
        """Whether somebody sits at standard input."""
        return sys.stdin is not None and sys.stdin.isatty()

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that is not echoed."""
        return getpass.getpass(prompt, stream=sys.stderr)

    def say(self, line: str) -> None:
        """Show a line now."""
        sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def read_all(self) -> str:
        """Everything from standard input, as UTF-8 whatever the system's code page."""
        if sys.stdin is None:
            return ""
        return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def run(argv: Sequence[str]) -> int:
    """Build the house and run one command in it; answers the exit code."""
    clock = SystemClock()
    tools = Tools(
        clock=clock,
        settings=Settings(settings_file()),
        resources=RESOURCES,
        heads=HeadMemory(heads_folder()),
        machine=machine_facts(),
        terminal=StandardTerminal(),
        open_screen=lambda: _open_screen(clock),
        out=sys.stdout,
        err=sys.stderr,
    )
    return run_program(argv, tools)


def machine_facts() -> MachineFacts:
    """What is noted of this machine with each entry."""
    return MachineFacts(
        device=platform.node(),
        program=PROGRAM,
        python=platform.python_version(),
        qt=_qt_version(),
        os=_os_name(),
    )


def _qt_version() -> str:
    """The version of Qt that is installed with us, without loading it."""
    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""


def _os_name() -> str:
    if sys.platform == "linux":
        try:
            return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
        except OSError:
            pass
    return f"{platform.system()} {platform.release()}"


def _open_screen(clock: Clock) -> Screen:
    from app.capture import open_screen

    return open_screen(os.environ, clock)
