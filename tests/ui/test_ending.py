"""The computer may ask the program to end at any time: it ends, and what was typed is there at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from select import select

from tests.fakes.drafts import draft_keys
from tests.ui.ended_child import WORDS
from tests.unit.house.tree import ROOT
from tests.worlds import Desk

CHILD = Path(__file__).with_name("ended_child.py")
PATIENCE_S = 60
STILL_S = 1.5
"""After that long nothing of the start is under way any more, and Python sleeps."""


@contextmanager
def program(folder: Path, state: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program on its way to a state; it is ended when it is no longer needed."""
    folder.mkdir(exist_ok=True)
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), state],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def arrived(child: subprocess.Popen[bytes]) -> None:
    assert child.stdout is not None
    assert select([child.stdout], [], [], PATIENCE_S)[0], "the program never came so far"
    assert child.stdout.readline() == b"there\n"


def ends(child: subprocess.Popen[bytes]) -> int | None:
    """Its exit code; None where it does not end."""
    try:
        return child.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        return None


def test_it_ends_when_it_is_asked_to_whatever_stands_open(tmp_path: Path) -> None:
    asked = dict.fromkeys(("idle", "chooser", "menu", "overlay"), signal.SIGTERM)
    asked["idle, in a terminal"] = signal.SIGINT
    with ExitStack() as stack:
        children = {
            name: stack.enter_context(program(tmp_path / name, name.partition(",")[0]))
            for name in asked
        }
        for child in children.values():
            arrived(child)
        time.sleep(STILL_S)
        for name, child in children.items():
            child.send_signal(asked[name])
        assert {name: ends(child) for name, child in children.items()} == dict.fromkeys(asked, 0)


def test_what_was_typed_below_an_open_dialog_is_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.open()
    desk.session.close()
    with program(tmp_path, "draft") as child:
        arrived(child)
        child.terminate()
        assert ends(child) == 0

    case = desk.open()
    (key,) = draft_keys(case.vault)
    assert WORDS in (case.vault.draft(key) or b"").decode()
    desk.session.close()
