"""Write all sets of pictures, then the pages of the demonstration's reports; ``--help`` says how to have fewer.

The window is the real one, drawn where no screen is needed: in both languages and both looks, once in the sizes of
small screens, and once at 200 % text. A large screen, English at 200 % in the dark, and the part with all forms are
taken where they are asked for by name. The demonstration's own files are copied first and stay as they are.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from app.ui.running import make_application
from tools.screenshots.around import Around
from tools.screenshots.beginning import Beginning
from tools.screenshots.camera import PAGE_SCALE
from tools.screenshots.demonstration import Demonstration
from tools.screenshots.desk import DEMO, MORE, ROOT, SIZE, VARIETIES, Desk, Variety
from tools.screenshots.forms import Forms
from tools.screenshots.handing import Handing
from tools.screenshots.received import Received
from tools.screenshots.year import Year

REPORTS = "reports"
_USUAL = frozenset(variety.name for variety in VARIETIES)
BEGINNING, CASE, RECEIVED, HANDING, AROUND, YEAR, FORMS = PARTS = (
    *("beginning", "case", "received", "handing"),
    *("around", "year", "forms"),
)


def main(words: list[str]) -> int:
    """Write what is asked for."""
    asked = _asked(words)
    if not (DEMO / "demo.bevismappe").exists():
        sys.stderr.write("There is no demonstration yet: make demo\n")
        return 1
    target = Path(asked.folder).absolute()
    # Whoever fails leaves a window open, whose threads would keep the program from ending.
    with tempfile.TemporaryDirectory() as scratch, _ended_by_failure():
        application = make_application(["screenshots", "-platform", _one_screen(Path(scratch))])
        application.setQuitOnLastWindowClosed(False)
        for variety in (*VARIETIES, *MORE):
            if variety.name in (asked.sets or _USUAL):
                out = target / variety.name
                _take(application, variety, Path(scratch), out, asked)
                print(out, len(list(out.glob("*.png"))), flush=True)
    if not asked.sets or REPORTS in asked.sets:
        print(target / REPORTS, _pages(target / REPORTS), flush=True)
    return 0


@contextmanager
def _ended_by_failure() -> Iterator[None]:
    """Say what failed, and end at once."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            traceback.print_exc()
            os._exit(1)


def _asked(words: list[str]) -> Namespace:
    names = [variety.name for variety in (*VARIETIES, *MORE)]
    parser = ArgumentParser("python -m tools.screenshots", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", default=ROOT / "build" / "screenshots", help="where they are written"
    )
    parser.add_argument(
        "sets", nargs="*", help=f"only these sets: {', '.join((*names, REPORTS))}", metavar="set"
    )
    parser.add_argument(
        "--part",
        action="append",
        choices=PARTS,
        help="only this part of each set; can be given again",
    )
    parser.add_argument("--only", default="", help="only pictures with this in their name")
    asked = parser.parse_args(words)
    unknown = set(asked.sets) - {*names, REPORTS}
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    return asked


def _one_screen(scratch: Path) -> str:
    """A platform without a screen that says it has one of the pictures' size."""
    file = scratch / "screen.json"
    screen = {"name": "desk", "x": 0, "y": 0, "width": SIZE.width(), "height": SIZE.height()}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def _take(
    application: QApplication, variety: Variety, scratch: Path, out: Path, asked: Namespace
) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        desk = Desk(application, variety, Path(place), out, asked.only)
        parts, number = asked.part or PARTS, 1
        if BEGINNING in parts:
            number = Beginning(desk, number).walk()
        desk.settings.remember_vault(desk.vault)
        if CASE in parts:
            number = Demonstration(desk, number).walk()
        if RECEIVED in parts:
            number = Received(desk, number).walk()
        if HANDING in parts:
            number = Handing(desk, number).walk()
        if AROUND in parts:
            number = Around(desk, number).walk()
        if FORMS in (asked.part or ()):
            number = Forms(desk, number).walk()
        if YEAR in parts:
            Year(desk, number).walk()


def _pages(out: Path) -> int:
    """Each page of each report; answers how many."""
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    for file in sorted(DEMO.glob("*.pdf")):
        document = pypdfium2.PdfDocument(file)
        for number in range(len(document)):
            picture = document[number].render(scale=PAGE_SCALE).to_pil()
            picture.save(out / f"{file.stem}-{number + 1:02}.png")
            written += 1
        document.close()
    return written


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
