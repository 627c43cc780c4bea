"""A second start hands its wish to the window that runs."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui import single
from app.ui.single import Doorbell, Wish, answer_or_hand_over, hand_over, meeting_place
from tests.posix import AF_UNIX, geteuid

ROOT = Path(__file__).parents[2]
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.single import Wish, answer_or_hand_over
application = QCoreApplication(sys.argv)
bell = answer_or_hand_over(Path(sys.argv[1]), Wish.SHOW)
print("handed over" if bell is None else "window", flush=True)
if bell is not None:
    bell.rung.connect(lambda wish: print("rung", flush=True))
    application.exec()
"""
RING = """
import sys
from app.ui.single import Wish, hand_over
sys.exit(0 if hand_over(sys.argv[1], Wish(sys.argv[2])) else 7)
"""

OPEN = """
import sys
from pathlib import Path
from app.ui.single import Wish, hand_over
sys.exit(0 if hand_over(sys.argv[1], Wish.OPEN, Path(sys.argv[2])) else 7)
"""


@pytest.fixture
def doorbell(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Doorbell, str]]:
    place = meeting_place(tmp_path / "settings.ini")
    made = Doorbell(place)
    yield made, place
    made.close()
    made.deleteLater()


def ring(place: str, wish: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RING, place, wish], cwd=ROOT)


def test_a_wish_reaches_the_running_window(doorbell: tuple[Doorbell, str], qtbot: QtBot) -> None:
    bell, place = doorbell
    with qtbot.waitSignal(bell.rung, timeout=10_000) as heard:
        start = ring(place, Wish.CAPTURE)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=10_000)

    assert heard.args == ["capture"]
    assert start.returncode == 0


def test_a_file_reaches_the_running_window_by_its_path(
    doorbell: tuple[Doorbell, str], qtbot: QtBot, tmp_path: Path
) -> None:
    bell, place = doorbell
    odd = tmp_path / os.fsdecode(b"S\xc3\xb8rens \xff sag\n.bevismappe")
    words: list[str] = []
    bell.rung.connect(words.append)
    for path in (odd, tmp_path / ("m" * 250) / ("n" * 250) / "pakke.zip"):
        with qtbot.waitSignal(bell.opened, timeout=10_000) as heard:
            start = subprocess.Popen([sys.executable, "-c", OPEN, place, os.fspath(path)], cwd=ROOT)
        assert start.wait(10) == 0
        assert heard.args == [path]
    assert words == []


@pytest.mark.parametrize(
    "line",
    [
        b"open\n",
        b"open zz\n",
        b"open " + b"relative.zip".hex().encode() + b"\n",
        b"show " + b"/pakke.zip".hex().encode() + b"\n",
        b"delete\n",
        b"o" * (1 << 19),
    ],
)
def test_nothing_but_a_wish_is_heard(
    doorbell: tuple[Doorbell, str], qtbot: QtBot, line: bytes
) -> None:
    bell, place = doorbell
    heard: list[object] = []
    bell.rung.connect(heard.append)
    bell.opened.connect(heard.append)
    answers: list[bytes] = []

    def ask() -> None:
        with socket.socket(AF_UNIX) as end:
            end.connect(place)
            with suppress(ConnectionError):
                end.sendall(line)
                answers.append(end.recv(64))

    asking = threading.Thread(target=ask)
    asking.start()
    qtbot.waitUntil(lambda: not asking.is_alive(), timeout=10_000)
    assert (heard, b"".join(answers)) == ([], b"")


@contextmanager
def started(settings_file: Path, count: int = 1) -> Iterator[list[subprocess.Popen[str]]]:
    """That many starts at the same moment."""
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", START, str(settings_file)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        yield starts
    finally:
        for start in starts:
            start.kill()
            start.communicate()


def said(start: subprocess.Popen[str]) -> str:
    assert start.stdout is not None
    return start.stdout.readline().strip()


def test_of_starts_at_the_same_moment_one_becomes_the_window(tmp_path: Path) -> None:
    with started(tmp_path / "settings.ini", 6) as starts:
        answers = [said(start) for start in starts]
        window = starts[answers.index("window")]
        rung = [said(window) for _ in range(5)]
        codes = [start.wait(10) for start in starts if start is not window]

    assert sorted(answers) == ["handed over"] * 5 + ["window"]
    assert rung == ["rung"] * 5
    assert codes == [0] * 5


def test_a_window_that_was_killed_keeps_nobody_out(tmp_path: Path) -> None:
    with started(tmp_path / "settings.ini") as (first,):
        before = said(first)
        first.kill()
        first.wait(10)
        begun = time.monotonic()
        with started(tmp_path / "settings.ini") as (second,):
            after = said(second)

    assert (before, after) == ("window", "window")
    assert time.monotonic() - begun < 5


def test_a_start_while_the_window_closes_waits_until_it_has_made_room(
    qtbot: QtBot, tmp_path: Path
) -> None:
    closing = answer_or_hand_over(tmp_path / "settings.ini", Wish.SHOW)
    assert closing is not None
    closing.close()
    with started(tmp_path / "settings.ini") as (start,):
        assert start.stdout is not None
        waited = not select.select([start.stdout], [], [], 1.5)[0]
        closing.make_room()
        answer = said(start)
    closing.deleteLater()

    assert waited
    assert answer == "window"


def test_where_the_settings_folder_takes_no_file_a_window_opens_all_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    bell = answer_or_hand_over(tmp_path / "file" / "settings.ini", Wish.SHOW)
    assert bell is not None
    assert bell.listening
    bell.close()
    bell.deleteLater()


def test_where_nobody_answers_the_start_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(meeting_place(tmp_path / "other.ini"), Wish.SHOW)


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder whose name leaves room for a socket's path."""
    with tempfile.TemporaryDirectory(prefix="bm") as made:
        yield Path(made)


def test_the_meeting_place_lies_where_only_this_user_can_make_files(
    short: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, open_to_all, profile = short / "runtime", short / "open", short / "profile"
    for folder in (runtime, open_to_all, profile):
        folder.mkdir(mode=0o700)
    open_to_all.chmod(0o777)
    (short / "link").symlink_to(runtime)

    def place(folder: Path | str) -> str:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        return str(Path(meeting_place(profile / "settings.ini")).parent)

    assert place(runtime) == str(runtime)
    for unsafe in (open_to_all, short / "link", short / "missing", ""):
        assert place(unsafe) == str(profile)
    profile.chmod(0o777)
    assert place(open_to_all) == f"/tmp/bevismappe-{geteuid()}"


@pytest.mark.parametrize("answer", [b"no\n", b"yes indeed\n"])
def test_only_the_word_yes_counts_as_taken(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr(single, "_PATIENCE_MS", 1000)
    tmp_path.chmod(0o700)
    place = tmp_path / "there"
    with socket.socket(AF_UNIX) as listener:
        listener.bind(str(place))
        listener.listen()

        def serve() -> None:
            end, _ = listener.accept()
            with end:
                end.recv(64)
                with suppress(
                    BrokenPipeError
                ):  # on a busy machine nobody waits for the answer any more
                    end.sendall(answer)

        server = threading.Thread(target=serve)
        server.start()
        taken = hand_over(str(place), Wish.CAPTURE)
        server.join()
    assert not taken


FOREIGN = """
import os, socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
if len(sys.argv) > 2:
    os.setuid(int(sys.argv[2]))
listener.listen()
print("listens", flush=True)
while True:
    end, _ = listener.accept()
    end.recv(64)
    end.sendall(b"yes\\n")
"""


@contextmanager
def somebody_listens(place: str, *more: str) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "-c", FOREIGN, place, *more], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "listens\n"
        yield
    finally:
        process.kill()
        process.communicate()


def test_who_listens_at_the_place_of_the_first_version_is_not_asked(tmp_path: Path) -> None:
    """It lay among the temporary files of everybody, where every account can make a file of that name."""
    settings_file = tmp_path / "settings.ini"
    name = Path(meeting_place(settings_file)).name
    first = Path(tempfile.gettempdir()) / name
    try:
        with somebody_listens(str(first)), started(settings_file) as (start,):
            assert said(start) == "window"
    finally:
        first.unlink(missing_ok=True)


def test_an_answer_of_another_account_is_not_believed(qtbot: QtBot, tmp_path: Path) -> None:
    """Played by the system's own word: the listener gives up its account before it listens, where it may."""
    tmp_path.chmod(0o700)
    place = str(tmp_path / "there")
    if geteuid() == 0:
        with somebody_listens(place, "65534"):
            assert not hand_over(place, Wish.SHOW)
        Path(place).unlink()
    with somebody_listens(place):
        assert hand_over(place, Wish.SHOW)
        tmp_path.chmod(0o777)
        assert not hand_over(place, Wish.SHOW)
    tmp_path.chmod(0o700)


def test_a_wish_that_a_running_window_does_not_take_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = answer_or_hand_over(tmp_path / "settings.ini", Wish.SHOW)
    assert running is not None
    running.close()
    monkeypatch.setattr(single, "_PATIENCE_MS", 300)
    second = answer_or_hand_over(tmp_path / "settings.ini", Wish.CAPTURE)
    assert second is not None
    assert (running.unanswered, second.unanswered) == (False, True)
    for bell in (running, second):
        bell.close()
        bell.make_room()
        bell.deleteLater()


def test_each_profile_has_a_meeting_place_of_its_own(tmp_path: Path) -> None:
    first, second = (meeting_place(tmp_path / name / "settings.ini") for name in "ab")

    assert first != second
    assert str(tmp_path) not in first
