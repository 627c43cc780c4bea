"""A warm child looks into many files; a hostile one ends its own turn and nothing else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.picture import (
    DecodeLimits,
    PictureRefusedError,
    Refusal,
    WarmChild,
    child_process,
    decode_untrusted,
    encode_png,
    find_language_data,
    read_untrusted,
    read_words,
)
from tests.fakes.screen import striped_pixels

pytestmark = pytest.mark.posix("fork: elsewhere each file has a child of its own")

PICTURES = [striped_pixels(48, 32, seed) for seed in range(6)]
PNGS = [encode_png(picture) for picture in PICTURES]
MAIL = b"From: a@example.invalid\r\nSubject: Hej\r\n\r\nord\r\n"


def _serves(warm: WarmChild) -> int:
    assert warm._process is not None
    return warm._process.pid


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _refusal(warm: WarmChild, untrusted: bytes, limits: DecodeLimits | None = None) -> Refusal:
    with pytest.raises(PictureRefusedError) as caught:
        decode_untrusted(untrusted, "image/png", limits or DecodeLimits(), warm=warm)
    return caught.value.reason


@pytest.fixture
def warm() -> Iterator[WarmChild]:
    with WarmChild() as child:
        yield child


def test_many_files_of_several_kinds_are_seen_as_by_a_child_of_their_own(warm: WarmChild) -> None:
    for picture, png in zip(PICTURES, PNGS, strict=True):
        assert decode_untrusted(png, "image/png", warm=warm).pixels == picture
    first = _serves(warm)
    assert read_untrusted(MAIL, "message/rfc822", warm=warm).said.subject == "Hej"
    assert decode_untrusted(io.BytesIO(PNGS[0]), "image/png", warm=warm).pixels == PICTURES[0]
    words = read_words(PICTURES[0], find_language_data(), warm=warm)
    assert words.tool == "tesseract"
    assert _serves(warm) == first


def test_what_a_file_breaks_ends_its_own_turn_and_nothing_else(warm: WarmChild) -> None:
    decode_untrusted(PNGS[0], "image/png", warm=warm)
    first = _serves(warm)
    assert _refusal(warm, b"no picture") is Refusal.DAMAGED
    assert _refusal(warm, PNGS[0], DecodeLimits(max_side_px=8)) is Refusal.TOO_LARGE
    assert _refusal(warm, PNGS[0], DecodeLimits(max_input_bytes=9)) is Refusal.TOO_LARGE
    assert _refusal(warm, PNGS[0], DecodeLimits(memory_bytes=1 << 20)) is Refusal.OUT_OF_MEMORY
    assert decode_untrusted(PNGS[1], "image/png", warm=warm).pixels == PICTURES[1]
    assert _serves(warm) == first


class _Slow(io.RawIOBase):
    """A file whose end does not come until the child has gone."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def readable(self) -> bool:
        return True

    def readinto(self, _place: object) -> int:
        self.over.wait(10)
        return 0


def test_a_turn_that_takes_too_long_is_ended_and_the_next_one_has_a_new_child() -> None:
    slow = _Slow()
    with WarmChild() as warm:
        decode_untrusted(PNGS[0], "image/png", warm=warm)
        first = _serves(warm)
        late = threading.Timer(0.6, slow.over.set)
        late.start()
        with pytest.raises(PictureRefusedError) as caught:
            decode_untrusted(
                io.BufferedReader(slow), "image/png", DecodeLimits(timeout_s=0.3), warm=warm
            )
        late.join()
        assert caught.value.reason is Refusal.TIMED_OUT
        assert decode_untrusted(PNGS[1], "image/png", warm=warm).pixels == PICTURES[1]
        assert _serves(warm) != first


def test_a_child_that_is_gone_is_started_anew() -> None:
    with WarmChild() as warm:
        decode_untrusted(PNGS[0], "image/png", warm=warm)
        first = _serves(warm)
        os.kill(first, 9)
        assert warm._process is not None
        warm._process.wait()
        assert decode_untrusted(PNGS[1], "image/png", warm=warm).pixels == PICTURES[1]
        assert _serves(warm) != first


def test_it_is_started_anew_after_many_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_process, "_MOST_TURNS", 2)
    with WarmChild() as warm:
        decode_untrusted(PNGS[0], "image/png", warm=warm)
        first = _serves(warm)
        decode_untrusted(PNGS[0], "image/png", warm=warm)
        decode_untrusted(PNGS[0], "image/png", warm=warm)
        assert _serves(warm) != first


def test_who_asks_meanwhile_gets_a_child_of_their_own(warm: WarmChild) -> None:
    turn = warm.turn(["image/png", *["100000", "100000", "100", "1000000000", "5", "100000"]])
    assert decode_untrusted(PNGS[2], "image/png", warm=warm).pixels == PICTURES[2]
    assert turn.stdin is not None
    assert turn.stdout is not None
    turn.stdin.write(PNGS[3])
    turn.stdin.close()
    assert PICTURES[3].rgb in turn.stdout.read()
    turn.stdout.close()
    assert turn.wait() == 0


def test_nothing_is_left_open(warm: WarmChild) -> None:
    decode_untrusted(PNGS[0], "image/png", warm=warm)
    before = _open_files()
    for png in (*PNGS, b"no picture"):
        try:
            decode_untrusted(png, "image/png", warm=warm)
        except PictureRefusedError:
            continue
    assert _open_files() == before


def test_what_looks_into_a_file_has_its_two_pipes_and_nothing_of_others(tmp_path: Path) -> None:
    """Not the socket by which orders come either: it could hand over, or take, the next file."""
    script = tmp_path / "serve.py"
    script.write_text(
        "import os, sys\n"
        f"sys.path.insert(0, {str(Path(child_process.__file__).parent)!r})\n"
        "from picture_child import serving\n"
        "def look(words):\n"
        "    open_files = {int(n) for n in os.listdir('/proc/self/fd')}\n"
        "    there = sorted(n for n in open_files if os.path.exists(f'/proc/self/fd/{n}'))\n"
        "    print(there, [os.readlink(f'/proc/self/fd/{n}')[:4] for n in there])\n"
        "    return 0\n"
        "sys.exit(serving.serve(look, lambda words: None))\n",
        "utf-8",
    )
    start = [sys.executable, "-I", str(script)]
    with pytest.MonkeyPatch.context() as patch, WarmChild() as warm:
        patch.setattr(child_process, "_start", lambda: start)
        turn = warm.turn(["image/png"])
        assert turn.stdin is not None
        assert turn.stdout is not None
        turn.stdin.close()
        told = turn.stdout.read().decode().strip()
        turn.stdout.close()
        assert turn.wait() == 0
    assert told == "[0, 1, 2] ['pipe', 'pipe', '/dev']"


def test_it_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    words = (
        "import os, sys\n"
        "from app.picture import WarmChild, decode_untrusted\n"
        "warm = WarmChild()\n"
        "decode_untrusted(sys.stdin.buffer.read(), 'image/png', warm=warm)\n"
        "print(warm._process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words],
        input=PNGS[0],
        capture_output=True,
        check=False,
        cwd=Path(child_process.__file__).parents[2],
    )
    child = int(done.stdout)
    for _ in range(100):
        if not Path(f"/proc/{child}").exists():
            break
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists()
