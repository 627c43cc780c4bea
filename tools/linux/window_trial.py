"""The installed window, as an ordinary person starts it: seen on a screen, asked again, listened to, and ended."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tools.linux.bare import HOME, Bare, lines_of
from tools.linux.places import program

_PATIENCE_S = 120
_PAUSE_S = 0.5
Seen = Callable[[str], None]


def try_window(bare: Bare, display: str, pictures: Path, seen: Seen) -> None:
    """Start the window, look at it and at what it opens, start it a second time, begin a capture, and end it."""
    pictures.mkdir(parents=True, exist_ok=True)
    # A session's own folder, as every desktop gives one, is where the two starts meet.
    env = {"DISPLAY": display, "XDG_SESSION_TYPE": "x11", "XDG_CONFIG_HOME": f"{HOME}/first"}
    trace = pictures / "network.strace"
    tracing = [program("strace"), "-f", "-qq", "-e", "trace=network", "-o", str(trace)]
    manager = subprocess.Popen(
        [program("openbox")],
        env={"DISPLAY": display, "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # A screen of one colour is refused: it is what a protected page looks like.
    subprocess.run([program("xsetroot"), "-display", display, "-gray"], check=True)
    window = subprocess.Popen(
        [*tracing, *bare.words("bevismappe", env=env)], stderr=subprocess.PIPE, text=True
    )
    try:
        _wait_for(window, display, "Bevismappe", seen)
        time.sleep(_PAUSE_S * 4)
        _photograph(display, pictures / "window.png", seen)
        pid = _python_of(window.pid)
        _listens_to_nobody(pid, seen)
        for word in ("", f"{HOME}/Documents/Bevismappe/min.bevismappe"):
            lines_of(bare.run("bevismappe", *filter(None, [word]), env=env))
            seen(f"a second start {'with a vault ' if word else ''}hands over to it and ends")
        lines_of(bare.run("bevismappe", "--capture", env=env))
        time.sleep(_PAUSE_S * 6)
        _photograph(display, pictures / "capture.png", seen)
        subprocess.run([program("kill"), "-s", "TERM", str(pid)], check=True)
        window.wait(_PATIENCE_S)
    finally:
        for process in (window, manager):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait()
    told = (window.stderr.read() if window.stderr else "").strip()
    seen(
        f"asked to end by the system, it ends with {window.returncode}, and said: {told or 'nothing'}"
    )
    _spoke_to_nobody(trace.read_text("utf-8", "replace"), seen)


def _wait_for(window: subprocess.Popen[str], display: str, title: str, seen: Seen) -> None:
    words = [program("xdotool"), "search", "--onlyvisible", "--name", title]
    begun = time.monotonic()
    while time.monotonic() < begun + _PATIENCE_S:
        found = subprocess.run(words, env={"DISPLAY": display}, capture_output=True, check=False)
        if found.returncode == 0:
            seen("the window stands")
            return
        if window.poll() is not None:
            raise SystemExit(f"NOT SO: the window stands\n{window.communicate()[1]}")
        time.sleep(_PAUSE_S)
    raise SystemExit("NOT SO: the window stands")


def _photograph(display: str, target: Path, seen: Seen) -> None:
    words = [program("import"), "-display", display, "-window", "root", str(target)]
    subprocess.run(words, check=True)
    seen(f"its picture: {target.name}")


def _python_of(tracer: int) -> int:
    """Return the process that is traced."""
    children = Path(f"/proc/{tracer}/task/{tracer}/children").read_text("ascii").split()
    return int(children[0])


def _listens_to_nobody(pid: int, seen: Seen) -> None:
    """Ask the system for every socket of the process."""
    for words, wanted in (("-tuanp", False), ("-xlp", True)):
        listed = subprocess.run(
            [program("ss"), "-H", words], capture_output=True, text=True, check=True
        ).stdout
        own = [line.split() for line in listed.splitlines() if f"pid={pid}," in line]
        if bool(own) is not wanted:
            raise SystemExit(f"NOT SO: sockets of the window: {own}")
        if wanted:
            places = ", ".join(re.sub(r"[0-9a-f]{24}", "…", line[4]) for line in own)
            seen(f"no TCP or UDP socket is open; a local one is, for the second start: {places}")


def _spoke_to_nobody(trace: str, seen: Seen) -> None:
    families = sorted(set(re.findall(r"socket\((AF_\w+)", trace)))
    if families != ["AF_UNIX"]:
        raise SystemExit(f"NOT SO: kinds of sockets that the window made: {families}")
    seen(f"from start to end the only kind of socket it made is {families[0]} (strace)")
