"""Questions and answers with the child that sees a film (``picture_child/film_pipe.py``).

Rules:
- What the child says is untrusted: a length is checked before memory is given, and it counts only when it ended well.
- A child that says nothing for a while is ended, and one that takes too long in all.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import IO, BinaryIO

from app.picture.child_process import Turn, start_child
from app.picture.errors import PictureRefusedError, Refusal
from app.picture.picture_child import film_pipe as pipe
from app.picture.picture_child.films import DEMUXERS
from app.picture.picture_child.others import FILM
from app.picture.untrusted import DecodeLimits, reason_of

PLAYED = frozenset(DEMUXERS)
"""The media types of films and sound that are seen."""

GiveWay = Callable[[int, int], None]
_MOST_FRAME = 3 * 36_000_000 + 64
_MOST_INFO = 1 << 16
_MOST_PIECE = 1 << 20
_MOST_OUT = 4 << 30
_SILENCE_S = 60.0
Message = tuple[bytes, int, bytes]


class Talk:
    """Questions and answers with one child."""

    def __init__(
        self,
        source: BinaryIO,
        size: int,
        media_type: str,
        order: dict[str, object],
        limits: DecodeLimits,
    ) -> None:
        if media_type not in PLAYED:
            raise PictureRefusedError(Refusal.UNSUPPORTED)
        self._source, self._size, self._limits = source, size, limits
        numbers = (limits.max_pixels, limits.max_decoded_pixels, limits.max_side_px)
        more = (limits.memory_bytes, limits.processor_s, limits.max_input_bytes)
        asked = json.dumps({**order, "type": media_type, "size": size})
        self._words = [FILM, *(str(number) for number in (*numbers, *more)), asked]

    def messages(self, give_way: GiveWay) -> Generator[Message, None, None]:
        """Yield what the child says until it ends well.

        Raises:
            PictureRefusedError: it did not end well.
        """
        child = start_child(self._words)
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("both pipes were asked for")
        watch = Watch(child, self._limits.timeout_s)
        ended = False
        try:
            for message in self._heard(child.stdout, child.stdin, watch, give_way):
                if message[0] == pipe.END:
                    ended = True
                    break
                yield message
            if not ended:
                child.stdout.close()
            status = child.wait()
        finally:
            watch.stop()
            child.kill()
            child.wait()
            child.stdout.close()
            _close(child.stdin)
        if watch.overdue:
            raise PictureRefusedError(Refusal.TIMED_OUT)
        if status != 0 or not ended:
            raise PictureRefusedError(reason_of(status, sys.platform))

    def _heard(
        self, said: IO[bytes], asked: IO[bytes], watch: Watch, give_way: GiveWay
    ) -> Iterator[Message]:
        """Yield messages, answer questions in between, and end where anything is not as promised."""
        made = 0
        while len(head := said.read(pipe.HEAD.size)) == pipe.HEAD.size:
            watch.heard()
            what, one, other = pipe.HEAD.unpack(head)
            if what == pipe.READ:
                if other > _MOST_PIECE or one + other > self._size:
                    return
                give_way(0, 0)
                if not self._answer(asked, one, other):
                    return
                continue
            if what == pipe.PROGRESS:
                give_way(min(one, other), other)
                continue
            length = {
                pipe.INFO: one,
                pipe.OUT: one,
                pipe.FRAME: other,
                pipe.PATCH: other,
                pipe.END: 0,
            }.get(what, -1)
            most = {pipe.INFO: _MOST_INFO, pipe.FRAME: _MOST_FRAME}.get(what, _MOST_PIECE)
            made += length if what == pipe.OUT else 0
            if not 0 <= length <= most or made > _MOST_OUT:
                return
            body = said.read(length)
            if len(body) != length:
                return
            yield what, one, body

    def _answer(self, asked: IO[bytes], place: int, length: int) -> bool:
        self._source.seek(place)
        data = b""
        while len(data) < length and (more := self._source.read(length - len(data))):
            data += more
        try:
            asked.write(pipe.LENGTH.pack(len(data)) + data)
            asked.flush()
        except OSError:
            return False  # the child has gone: how it left says why
        return True


class Watch:
    """Ends a child that says nothing for a while, and one that takes too long in all."""

    def __init__(self, child: Turn, timeout_s: float) -> None:
        self.overdue = False
        self._child = child
        self._last = time.monotonic()
        self._until = self._last + timeout_s
        self._silence_s = min(_SILENCE_S, timeout_s)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="film-watch", daemon=True)
        self._thread.start()

    def heard(self) -> None:
        """The child has said something."""
        self._last = time.monotonic()

    def stop(self) -> None:
        """It has ended."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            now = time.monotonic()
            left = min(self._last + self._silence_s, self._until) - now
            if left <= 0:
                self.overdue = True
                self._child.kill()
                return
            if self._stopped.wait(left):
                return


def _close(stdin: IO[bytes]) -> None:
    try:
        stdin.close()
    except OSError:
        return
