"""``make phone LARGE=500``: one film of so many megabytes through an envelope; prints what Chromium held meanwhile.

The memory is that of all of Chromium's processes together, as /proc tells it (what they share is counted once a
process: rather too much), and of the page's own process. So Linux only.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.actions.open_case import OpenCase
from app.actions.open_envelope import open_envelope
from app.actions.save_phone_page import save_phone_page
from benchmarks.memory import forget_peak, peak_mb
from evidence_store import ObjectBody
from tests.e2e.envelope.phone import NO_WEBCRYPTO, phone_with
from tests.worlds import World

_PIECE = 1_000_000
_WAIT_S = 1_200


class Held:
    """The most that was held, in MB: by all of Chromium, and by the page's own process."""

    def __init__(self) -> None:
        self.all_mb = self.page_mb = 0

    def look(self) -> None:
        """Look once."""
        sizes = {pid: _resident_mb(pid) for pid in _below(os.getpid())}
        self.all_mb = max(self.all_mb, sum(sizes.values()))
        pages = [size for pid, size in sizes.items() if b"--type=renderer" in _command(pid)]
        self.page_mb = max([self.page_mb, *pages])


def main(megabytes: int) -> int:
    """Close one film of so many megabytes. Return 1 where what comes out is another one."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        film, wanted = _film(folder, megabytes)
        out = folder / "out"
        out.mkdir()
        world = World(folder)
        with world.make_vault() as vault:
            case = world.begin(vault)
            page = folder / "page.html"
            save_phone_page(case, page)
            with phone_with(page, out, script=NO_WEBCRYPTO) as phone:
                before = Held()
                before.look()
                with _watched() as held:
                    phone.pick([film])
                    begun = time.monotonic()
                    phone.close(_WAIT_S)
                    took = time.monotonic() - begun
                    size = phone.save_to_disk(_WAIT_S)
            forget_peak()
            begun = time.monotonic()
            same = _comes_out(case, next(out.glob("*.age")), wanted)
            opened = time.monotonic() - begun
            ours = peak_mb()
    sys.stdout.write(
        f"{megabytes} MB closed in {took:.0f} s, envelope {size:,} bytes, the same: {same}\n"
        f"the page’s process held {before.page_mb} MB before and {held.page_mb} MB at most, "
        f"all of Chromium {before.all_mb} and {held.all_mb} MB\n"
        f"opened here in {opened:.0f} s, in which this process held {ours:.0f} MB at most\n"
    )
    return 0 if same else 1


def _film(folder: Path, megabytes: int) -> tuple[Path, str]:
    path, digest = folder / "VID_1.mov", hashlib.sha256()
    with path.open("wb") as file:
        for at in range(megabytes):
            piece = os.urandom(_PIECE) if at else b"\0\0\0\x14ftypqt  " + os.urandom(_PIECE - 12)
            digest.update(piece)
            file.write(piece)
    return path, digest.hexdigest()


def _comes_out(case: OpenCase, envelope: Path, wanted: str) -> bool:
    open_envelope(case, envelope)
    found = (each.object for each in case.state.exhibits)
    return [each.sha256 for each in found if isinstance(each, ObjectBody)] == [wanted]


@contextmanager
def _watched() -> Iterator[Held]:
    held, ended = Held(), threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            held.look()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield held
    finally:
        ended.set()
        thread.join()


def _below(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(task).split():
            found += [int(child), *_below(int(child))]
    return found


def _resident_mb(pid: int) -> int:
    words = _read(Path(f"/proc/{pid}/statm")).split()
    return int(words[1]) * mmap.PAGESIZE // (1 << 20) if len(words) > 1 else 0


def _command(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/cmdline"))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
