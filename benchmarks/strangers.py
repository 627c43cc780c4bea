"""Files of strangers: a thousand pictures brought in, and HEIC photos and pages of PDFs seen.

- The thousand are JPEGs as a messenger sends them, 1080 × 1350, each another one. The peer copies each file, syncs the
  copy and takes its SHA-256: what no program that keeps evidence can do without, and no looking at it at all.
- Two hundred are dropped on the window as well, beside the command's own loop over them.
- Memory is that of a process of its own, at two hundred and at a thousand.
- HEIC and PDF go through the limited child, kept warm; the peers are their libraries in this process, up to the bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.picture import WarmChild, decode_untrusted
from app.picture.picture_child import pages
from benchmarks.frames import frames
from benchmarks.rows import Row, against_peer, medians_ms, timed_ms

MANY, FEWER = 1000, 200
ROUNDS = 5
_QUICK = (40, 10)
_GIVE_UP_S = 1800
_SIZE = (1080, 1350)
_PAGES, _PHOTOS = 10, 8
_HEIC = Path(__file__).resolve().parents[1] / "tests" / "data" / "cases" / "foto.heic"


def rows(*, quick: bool = False) -> list[Row]:
    """Import against copy and hash, its memory, and pages and photos against their libraries."""
    many, fewer = _QUICK if quick else (MANY, FEWER)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _pictures(folder / "from", many)
        peer = median(_copied_ms(files, folder / f"to{each}") for each in range(3))
        ours, most = _imported(files, folder / "a")
        loop, least = _imported(files[:fewer], folder / "b")
        window, _ = _imported(files[:fewer], folder / "c", "window")
    label = f"import of {many} pictures"
    rounds = 1 if quick else ROUNDS
    return [
        against_peer(label, ours, peer, "copy, sync and SHA-256 of each", 6.0),
        against_peer(f"{label}, memory", most, least, f"the same at {fewer}", 1.1, unit="MB"),
        against_peer(f"import of {fewer} in the window", window, loop, "the command's loop", 1.0),
        _heic(rounds),
        _pdf(rounds),
    ]


def _pictures(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    chance = random.Random(13)
    grounds = [
        Image.frombytes("RGB", (pixels.width_px, pixels.height_px), pixels.rgb)
        for _, pixels in frames(*_SIZE)
    ]
    made: list[Path] = []
    for number in range(count):
        picture = grounds[number % len(grounds)].copy()
        spot = tuple(chance.randrange(256) for _ in range(3))
        picture.paste(spot, (0, 0, 64, 64))
        path = folder / f"{number}.jpg"
        picture.save(path, quality=80)
        made.append(path)
    return made


def _copied_ms(files: list[Path], folder: Path) -> float:
    folder.mkdir()

    def copy() -> None:
        for path in files:
            content = path.read_bytes()
            hashlib.sha256(content).digest()
            with (folder / path.name).open("wb") as target:
                target.write(content)
                target.flush()
                os.fsync(target.fileno())

    return timed_ms(copy)


def _imported(files: list[Path], folder: Path, way: str = "loop") -> tuple[float, float]:
    folder.mkdir()
    command = [sys.executable, "-m", "benchmarks.strangers", way, str(folder), *map(str, files)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, check=True, capture_output=True, env=environment, timeout=_GIVE_UP_S
    )
    said = json.loads(done.stdout.splitlines()[-1])
    return float(said["ms"]), float(said["mb"])


def _heic(rounds: int) -> Row:
    """A photo as telephones take them cannot be written here: the small one is seen again and again."""
    import pi_heif

    data = _HEIC.read_bytes()

    def library() -> None:
        for _ in range(_PHOTOS):
            Image.Image.tobytes(pi_heif.open_heif(io.BytesIO(data)).to_pillow().convert("RGB"))

    with WarmChild() as warm:

        def ours() -> None:
            for _ in range(_PHOTOS):
                decode_untrusted(data, "image/heic", warm=warm)

        mine, theirs = medians_ms(rounds, ours, library)
    return against_peer(f"HEIC, {_PHOTOS} photos of 600x400", mine, theirs, "pi-heif alone", 1.3)


def _pdf(rounds: int) -> Row:
    import pypdfium2

    target = io.BytesIO()
    drawn = Canvas(target, A4, invariant=1)
    for page in range(_PAGES):
        for line in range(50):
            drawn.drawString(60, 780 - 14 * line, f"Side {page}, linje {line}: {'ord ' * 15}")
        drawn.showPage()
    drawn.save()
    data = target.getvalue()

    def library() -> None:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_range()
            scale = pages._scale(page.get_width(), page.get_height())  # noqa: SLF001 - the same pixels
            bytes(page.render(scale=scale, rev_byteorder=True, may_draw_forms=False).buffer)

    with WarmChild() as warm:
        mine, theirs = medians_ms(
            rounds, lambda: decode_untrusted(data, "application/pdf", warm=warm), library
        )
    return against_peer(f"PDF, {_PAGES} pages", mine, theirs, "PDFium alone", 1.3)


def _child(folder: Path, files: list[Path]) -> None:
    from app.actions.add_file import add_file
    from app.actions.look_ahead import LookAhead
    from benchmarks.memory import peak_mb
    from benchmarks.vaults import new_case

    with new_case(folder) as case, WarmChild() as warm, LookAhead(warm) as ahead:
        following = zip(files, [*files[1:], None], strict=True)
        spent = timed_ms(
            lambda: [
                add_file(case, path, warm=warm, then=then, ahead=ahead) for path, then in following
            ]
        )
        if len(case.state.exhibits) != len(files):
            raise RuntimeError("not all were kept: nothing was measured")
    print(json.dumps({"ms": spent, "mb": peak_mb()}))


def _in_window(folder: Path, files: list[Path]) -> None:
    """Drop them on the window, and wait until all are kept and it shows them."""
    from PySide6.QtCore import QEventLoop, QTimer

    from benchmarks.memory import peak_mb
    from benchmarks.window import window_with_case

    with window_with_case(folder, 1) as built:
        loop, asking = QEventLoop(), QTimer()
        before = len(built.session.state.exhibits)
        kept = [0]

        def ask() -> None:
            kept[0] = len(built.session.state.exhibits) - before
            if kept[0] == len(files) and not built.tasks.storing:
                loop.quit()

        asking.timeout.connect(ask)
        asking.start(20)

        def drop() -> None:
            built.frame.acts.incoming.add(files)
            loop.exec()

        spent = timed_ms(drop)
    print(json.dumps({"ms": spent, "mb": peak_mb()}))


if __name__ == "__main__":
    _work = {"loop": _child, "window": _in_window}[sys.argv[1]]
    _work(Path(sys.argv[2]), [Path(each) for each in sys.argv[3:]])
