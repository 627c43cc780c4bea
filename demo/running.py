"""How the demo's commands are run: in this process, or by a program that is installed."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.cli.desk import Tools
from app.cli.program import run_program
from demo.errors import NoCommandError

Runner = Callable[[Sequence[str]], tuple[int, str]]
"""Runs one command; returns its exit code and what it printed."""

# Where a program looks for its settings and its data: on Linux, and on Windows.
_PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")


def runs_here(tools: Tools) -> Runner:
    """Return what runs commands in this process, with the tools that it is given."""

    def run(argv: Sequence[str]) -> tuple[int, str]:
        out = io.StringIO()
        code = run_program(argv, replace(tools, out=out, err=io.StringIO()))
        return code, out.getvalue()

    return run


def runs_installed(command: Sequence[str], profile: Path) -> Runner:
    """Return what starts an installed program for each command. It raises NoCommandError: the program does not start.

    Args:
        command: the program, and words that come before all others.
        profile: the demo's own folder, in which its settings and remembered heads lie.
    """
    own = dict.fromkeys(_PLACES, str(profile.absolute()))

    def run(argv: Sequence[str]) -> tuple[int, str]:
        try:
            done = subprocess.run(
                [*command, *argv],
                # The environment of now: the demo may have a screen of its own by then.
                env=os.environ | own,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
        except OSError as error:
            raise NoCommandError(command[0], str(error)) from error
        if not done.stdout:
            raise NoCommandError(command[0], done.stderr.strip())
        return done.returncode, done.stdout

    return run
