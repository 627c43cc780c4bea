"""A film of ten minutes of 1080p: seen, frames taken, and covered in a clip; how much memory that takes, and how long.

- The film is made by the command ffmpeg (H.264 High with four reference frames and three B-frames in a row, and AAC;
  moving all over, its index at its end as phones write it).
- Each act has a process of its own, as with a command. Memory is that of two processes: this one's, from the moment
  that its vault is open, and the limited child's. The peak (``VmHWM``) of each is taken, and the two are added up,
  though they need not be of one moment and share libraries: rather too much. The child is looked at fifty times a
  second.
- The clip of all of it is held against the clip of a minute from its middle: what is held may not grow.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from benchmarks.memory import children, forget_peak, peak_mb
from benchmarks.rows import Row, against_peer

if TYPE_CHECKING:
    from app.actions.open_case import OpenCase
    from app.casework import Exhibit

MINUTES = 10
_QUICK_MINUTES = 0.5
_MOST_MB = 200.0
_GIVE_UP_S = 3 * 3600
_LOOK_S = 0.02
_PART_S = 15


def rows(*, quick: bool = False) -> list[Row]:
    """Memory of looking, frames and clips against what is promised; the clip's time against the film's own."""
    minutes = _QUICK_MINUTES if quick else MINUTES
    with tempfile.TemporaryDirectory() as name:
        film = Path(name, "film.mp4")
        make_film(film, minutes)
        found = _measured(film)
    label = f"{minutes:g} minutes of 1080p"
    clip, middle = found["clip"], found["middle"]
    return [
        *(
            against_peer(
                f"{label}, {words}, memory", _both(found[what]), _MOST_MB, "promise", 1.0, unit="MB"
            )
            for what, words in (
                ("add", "kept and seen"),
                ("frames", "three frames"),
                ("clip", "all covered"),
            )
        ),
        against_peer(
            f"{label}, all covered, memory",
            _both(clip),
            _both(middle),
            "a tenth of it",
            1.1,
            unit="MB",
        ),
        against_peer(
            f"{label}, all covered", clip["ms"], minutes * 60_000, "the film's own time", 1.0
        ),
    ]


def make_film(path: Path, minutes: float) -> None:
    """Make the film: some seconds of it are coded, and then said again and again."""
    picture = ["-f", "lavfi", "-i", f"testsrc2=size=1920x1080:rate=25:duration={_PART_S}"]
    sound = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={_PART_S}"]
    coded = [
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-profile:v",
        "high",
        "-refs",
        "4",
        "-bf",
        "3",
    ]
    coded += ["-pix_fmt", "yuv420p", "-g", "50", "-b:v", "13M", "-c:a", "aac"]
    part = path.with_name(f"part-{path.name}")
    _ffmpeg(*picture, *sound, *coded, str(part))
    again = round(minutes * 60 / _PART_S) - 1
    _ffmpeg("-stream_loop", str(again), "-i", str(part), "-c", "copy", str(path))
    part.unlink()


def _ffmpeg(*words: str) -> None:
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", *words], check=True)


def _both(part: dict[str, float]) -> float:
    return part["ours_mb"] + part["child_mb"]


def _measured(film: Path) -> dict[str, dict[str, float]]:
    found = {}
    with tempfile.TemporaryDirectory(dir=film.parent) as name:
        for what in ("add", "frames", "middle", "clip"):
            command = [sys.executable, "-m", "benchmarks.filming", what, str(film), name]
            done = subprocess.run(command, check=True, capture_output=True, timeout=_GIVE_UP_S)
            found[what] = json.loads(done.stdout)
    return found


class _Watched:
    """The most that this process and its child hold, from now on."""

    def __enter__(self) -> Self:
        forget_peak()
        self._begun, self._ended = time.perf_counter(), threading.Event()
        self.child_mb = 0.0
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ms = (time.perf_counter() - self._begun) * 1000
        self._ended.set()
        self._thread.join()
        self.ours_mb = peak_mb()

    def told(self) -> dict[str, float]:
        """The figures."""
        return {"ours_mb": self.ours_mb, "child_mb": self.child_mb, "ms": self.ms}

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK_S):
            self.child_mb = max([self.child_mb, *map(peak_mb, children())])


def _watched(work: Callable[[], object]) -> dict[str, float]:
    with _Watched() as watched:
        work()
    return watched.told()


def _add(film: Path, folder: Path) -> dict[str, float]:
    from app.actions.add_file import add_file
    from benchmarks.vaults import new_case

    with new_case(folder) as case:
        return _watched(lambda: add_file(case, film))


def _look(what: str, folder: Path) -> dict[str, float]:
    from app.actions.cases import case_chains, open_case
    from app.actions.take_frame import film_in, take_frames
    from app.clock import SystemClock
    from benchmarks.vaults import MACHINE, open_vault

    with open_vault(folder) as vault:
        (chains,) = case_chains(vault)
        case = open_case(vault, chains.case_id, clock=SystemClock(), machine=MACHINE)
        exhibit = case.state.exhibits[0]
        end = film_in(exhibit).runs_ms * 1000
        if what == "frames":
            quarters = tuple(end * each // 4 for each in (1, 2, 3))
            return _watched(lambda: take_frames(case, exhibit, quarters))
        tenth = end // 10
        begin, until = (
            (0, end) if what == "clip" else (end // 2 - tenth // 2, end // 2 + tenth // 2)
        )
        return _covered(case, exhibit, begin, until)


def _covered(case: OpenCase, exhibit: Exhibit, begin: int, until: int) -> dict[str, float]:
    """Cover a fifth of the frame during half of the part."""
    from app.actions.cover_film import ClipPlan, cover_film
    from app.casework.kinds.working_copy import ClipCover, WorkingCopyClip

    quarter = (until - begin) // 4
    black = ClipCover(
        left=400_000,
        top=400_000,
        width=200_000,
        height=200_000,
        from_us=begin + quarter,
        to_us=until - quarter,
        reason="a face",
    )
    found = _watched(lambda: cover_film(case, exhibit, ClipPlan(begin, until, (black,))))
    made = case.state.exhibits[0].clips[-1].clip
    least = (until - begin) // 1_000_000 * 24
    if (
        not isinstance(made, WorkingCopyClip)
        or made.frames < least
        or made.covered < least // 2 - 1
    ):
        raise RuntimeError("the clip is not whole: nothing was measured")
    return found


def _main(what: str, film: Path, folder: Path) -> None:
    print(json.dumps(_add(film, folder) if what == "add" else _look(what, folder)))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
