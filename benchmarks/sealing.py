"""From the screen to the disk: the whole act, beside the sum of its best parts and beside scrot.

The act is the user's own, on an open case, from a real screen. Its parts are the least that anybody needs for the
same result: the raw grab turned into RGB, the PNG, its SHA-256, a thumbnail, and one row with the PNG's bytes in
an encrypted database with the vault's own settings, synced. The screen changes before every round, or the vault
would find that it has the picture already.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import TypeVar

import apsw
import mss
from Xlib import X
from Xlib.display import Display

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.open_case import OpenCase
from app.capture import Screen, open_screen
from app.clock import SystemClock
from app.picture import decode_own_png, encode_png, pixels_from_bgrx, thumbnail
from benchmarks.frames import SIZES, frames
from benchmarks.rows import Row, against_peer, timed_ms
from benchmarks.vaults import bare_database, new_case
from tests.e2e.displays import environment_of, virtual_display, window_showing

PARTS_GOAL = 1.1
SCROT_GOAL, SCROT_GOAL_LARGE = 0.20, 0.25  # at 1080p, and at 4K
ROUNDS = 15
_WARM_UP = 2
_MARK_PX = 64
T = TypeVar("T")


def rows(*, quick: bool = False) -> list[Row]:
    """Both sizes; only the smaller one when it must be quick."""
    return [row for size in SIZES[: 1 if quick else None] for row in _rows_at(*size)]


def _rows_at(width_px: int, height_px: int) -> list[Row]:
    acts: list[float] = []
    scrots: list[float] = []
    parts: list[tuple[float, ...]] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        display = stack.enter_context(virtual_display(width_px, height_px))
        shown = frames(width_px, height_px)[0][1]
        stack.enter_context(window_showing(display, shown))
        mark = stack.enter_context(_mark(display))
        screen = open_screen(environment_of(display), SystemClock())
        stack.callback(screen.close)
        case = stack.enter_context(new_case(folder))
        bare = stack.enter_context(bare_database(folder, "CREATE TABLE picture(data BLOB)"))
        shooter = stack.enter_context(mss.MSS(display=display))

        next(mark)
        _check(case, screen)
        for _ in range(ROUNDS + _WARM_UP):
            next(mark)
            acts.append(timed_ms(lambda: capture_and_seal(case, screen, CaptureWish())))
            next(mark)
            parts.append(_least(shooter, bare))
        if shutil.which("scrot"):
            for _ in range(ROUNDS + _WARM_UP):
                next(mark)
                scrots.append(timed_ms(lambda: _scrot(display, folder / "scrot.png")))
    label = f"grab → sealed {width_px}x{height_px}"
    ours = median(acts[_WARM_UP:])
    least = sum(median(times) for times in zip(*parts[_WARM_UP:], strict=True))
    found = [against_peer(label, ours, least, "sum of the best parts", PARTS_GOAL, limit=least)]
    if scrots:
        peer = median(scrots[_WARM_UP:])
        goal = SCROT_GOAL if (width_px, height_px) == SIZES[0] else SCROT_GOAL_LARGE
        found.append(against_peer(label, ours, peer, "scrot as a process", goal, limit=least))
    else:
        print("scrot: peer not here")
    return found


def _least(shooter: mss.MSS, bare: apsw.Connection) -> tuple[float, ...]:
    """How long each of the best parts took, in milliseconds."""
    shot, grab = _timed(lambda: shooter.grab(shooter.monitors[0]))
    pixels, convert = _timed(lambda: pixels_from_bgrx(shot.width, shot.height, shot.raw))
    png, encode = _timed(lambda: encode_png(pixels))
    _, digest = _timed(lambda: hashlib.sha256(png).hexdigest())
    _, small = _timed(lambda: thumbnail(pixels))
    _, insert = _timed(lambda: bare.execute("INSERT INTO picture VALUES(?)", (png,)))
    return grab, convert, encode, digest, small, insert


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    answer = work()
    return answer, (time.perf_counter() - start) * 1000


def _check(case: OpenCase, screen: Screen) -> None:
    """What is measured must be the real thing: the sealed picture is what the screen shows."""
    (entry,) = capture_and_seal(case, screen, CaptureWish())
    with case.vault.open_object(entry) as stream:
        sealed = decode_own_png(stream.read())
    if sealed != screen.grab_all().pixels:
        raise RuntimeError("what was sealed is not what the screen shows: nothing was measured")


@contextmanager
def _mark(display: str) -> Iterator[Iterator[int]]:
    """A small window that has another colour each time it is asked for the next one."""
    connection = Display(display)
    root = connection.screen().root
    window = root.create_window(
        0,
        0,
        _MARK_PX,
        _MARK_PX,
        0,
        X.CopyFromParent,
        background_pixel=0,
        override_redirect=True,
    )
    window.map()

    def colours() -> Iterator[int]:
        for number in range(1, 1 << 24):
            window.change_attributes(background_pixel=number * 0x010307 % (1 << 24))
            window.clear_area()
            connection.sync()
            yield number

    try:
        yield colours()
    finally:
        connection.close()


def _scrot(display: str, target: Path) -> None:
    command = ["scrot", "--overwrite", str(target)]
    subprocess.run(command, env=environment_of(display), check=True)
