"""A desktop for the program as a process of its own: X server, window manager, message bus, hands, screen reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tests.e2e.displays import environment_of, virtual_display
from tests.e2e.window.names import Node
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH

DEBIANS_PYTHON = "/usr/bin/python3"
# The program with keys that are derived in no time.
START = ("-m", "tests.start")
REAL = ("main.py",)
_READER = Path(__file__).with_name("reader.py")
# Only a test that fails waits that long: two workers on a busy machine have been seen to need over ten.
_PATIENCE_S = 30.0
_LOOK_EVERY_S = 0.02

Found = TypeVar("Found")

say = DANISH.text


def until(
    look: Callable[[], Found | None],
    what: str,
    instead: Callable[[], str] = lambda: "",
    patience_s: float = _PATIENCE_S,
) -> Found:
    """What was looked for, as soon as it is there."""
    limit = time.monotonic() + patience_s
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < limit, f"it never came to this: {what}; {instead()}"
        time.sleep(_LOOK_EVERY_S)


class Desktop:
    """One person's computer, with a home folder of its own.

    Attributes:
        gestures: what the hands have done since ``start_counting``.
        window_manager: openbox, once it runs.
    """

    window_manager: subprocess.Popen[bytes]

    def __init__(self, display: str, home: Path, bus: str) -> None:
        runtime = home / "run"
        runtime.mkdir(parents=True, mode=0o700)
        (home / "Documents").mkdir()
        self.display = display
        self.home = home
        self.environment = environment_of(display) | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self.gestures: list[str] = []
        self._reader: subprocess.Popen[str] | None = None

    # -- processes -------------------------------------------------------------------------------

    @contextmanager
    def process(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """A program of this desktop; it is ended when it is no longer needed."""
        running = subprocess.Popen(
            words, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=sys.stderr
        )
        try:
            yield running
        finally:
            # One that still runs is one whose test has failed: it may be anywhere, and its files go with it.
            running.kill()
            running.wait(_PATIENCE_S)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Have the screen reader there."""
        reader = subprocess.Popen(
            [DEBIANS_PYTHON, str(_READER)],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=sys.stderr,
            text=True,
        )
        self._reader = reader
        try:
            yield
        finally:
            if reader.stdin is not None and reader.stdout is not None:
                reader.stdin.close()
                reader.wait(_PATIENCE_S)
                reader.stdout.close()

    # -- eyes ------------------------------------------------------------------------------------

    def tree(self) -> Node:
        """Everything that is shown of the program."""
        answer = self._ask("tree")
        return Node("program", "", False, inside=tuple(map(_node, answer)))

    def top(self) -> list[str]:
        """The names of what stands directly in its windows: messages stand there."""
        return [str(each) for each in self._ask("top")]

    def _ask(self, question: str) -> list[Any]:
        reader = self._reader
        assert reader is not None
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(question + "\n")
        reader.stdin.flush()
        answer = json.loads(reader.stdout.readline())
        return answer if isinstance(answer, list) else []

    def find(self, name: str, role: str = "") -> Node:
        """What can be seen and used under that name, as soon as it is there and stands still."""
        before: list[Node | None] = [None]

        def look() -> Node | None:
            found = self._look_for(name, role)
            still = found is not None and found == before[0]
            before[0] = found
            return found if still else None

        return until(look, f"{role} {name!r} is shown", lambda: str(self.names()))

    def shows(self, name: str) -> bool:
        """Whether something is shown under that name now."""
        return self._look_for(name, "") is not None

    def names(self) -> list[str]:
        """Every name that is shown."""
        return [each.name for each in self.tree().walk() if each.name]

    def written(self) -> list[str]:
        """What stands in the fields that are shown."""
        return [each.written for each in self.tree().walk() if each.written]

    def windows(self, *words: str) -> list[str]:
        """What xdotool tells of the windows on the screen, a line each."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
        )
        return done.stdout.split()

    def _look_for(self, name: str, role: str) -> Node | None:
        return next(
            (
                each
                for each in self.tree().walk()
                if each.name == name and role in each.role and each.usable and each.place[2] > 0
            ),
            None,
        )

    # -- hands -----------------------------------------------------------------------------------

    def click(self, name: str, role: str = "") -> None:
        """Press something by its name."""
        self.click_on(self.find(name, role))

    def click_on(self, found: Node) -> None:
        """Press something in its middle; a check box on the box itself."""
        x, y, width, height = found.place
        boxed = found.role in {"check box", "radio button"}
        self.click_at(x + (10 if boxed else width // 2), y + height // 2, found.name)

    def open_row(self) -> None:
        """Press the first row of the timeline twice."""
        row = until(
            lambda: next((each for each in self.tree().walk() if each.role == "list item"), None),
            "something stands in the timeline",
        )
        x, y, width, height = row.place
        self.click_at(x + width // 2, y + height // 2, "the row", times=2)

    def click_at(self, x: int, y: int, what: str, *, times: int = 1) -> None:
        """Press at a place of the screen."""
        self.gestures.append(f"click {what}")
        self._hands("mousemove", x, y, "click", "--repeat", times, 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int], rest_s: float = 0.05) -> float:
        """Press, move, rest, let go; answers when it was let go."""
        self.gestures.append("drag")
        middle = [(one + other) // 2 for one, other in zip(start, end, strict=True)]
        self._hands(
            "mousemove", *start, "mousedown", 1, "mousemove", *middle, "mousemove", *end, "sleep",
            rest_s, "mouseup", 1,
        )  # fmt: skip
        return time.monotonic()

    def key(self, keys: str) -> None:
        """Press keys, such as ``ctrl+r``."""
        self.gestures.append(keys)
        self._hands("key", "--clearmodifiers", keys)

    def type(self, words: str) -> None:
        """Type letters."""
        self.gestures.append("typing")
        self._hands("type", "--delay", 2, words)

    def _hands(self, *words: object) -> None:
        subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment,
            check=True,
            timeout=_PATIENCE_S,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def a_desktop(home: Path, width_px: int, height_px: int) -> Iterator[Desktop]:
    """A desktop with nothing on it."""
    with ExitStack() as stack:
        display = stack.enter_context(virtual_display(width_px, height_px))
        bus = stack.enter_context(_bus(environment_of(display)))
        desktop = Desktop(display, home, bus)
        desktop.window_manager = stack.enter_context(desktop.process("openbox"))
        until(lambda: _managed(desktop), "there is a window manager")
        stack.enter_context(desktop.reading())
        yield desktop


@contextmanager
def the_program(
    desktop: Desktop, *words: str, start: Sequence[str] = START, calls: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Bevismappe itself, as a person starts it. With ``start=REAL`` new vaults have the product's own keys.

    Where ``calls`` is given, its system calls for networks are written there, and those of all that it starts.
    """
    watch = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-o", str(calls))
    before = watch if calls is not None else ()
    with desktop.process(*before, sys.executable, *start, *words) as running:
        until(lambda: desktop.tree().inside, "the window is shown")
        yield running


@contextmanager
def _bus(environment: dict[str, str]) -> Iterator[str]:
    """A session's message bus; what it starts ends with it."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment | {"XDG_RUNTIME_DIR": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(_PATIENCE_S)
        daemon.stdout.close()


def _managed(desktop: Desktop) -> bool:
    done = subprocess.run(
        ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
        env=desktop.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return "window id" in done.stdout


def _node(told: dict[str, Any]) -> Node:
    x, y, width, height = told["place"]
    return Node(
        told["role"],
        told["name"],
        told["control"],
        (x, y, width, height),
        told["usable"],
        tuple(map(_node, told["inside"])),
        told["written"],
    )
