"""Write all sets of pictures, then the pages of the demonstration's reports; ``python -m tools.screenshots [FOLDER]``.

The window is the real one, drawn where no screen is needed, in both languages and both looks, and once at 200 % text.
The demonstration's own files are copied first and stay as they are. Further words name sets: only those are made.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from app.ui.application import make_application
from tools.screenshots.desk import DEMO, ROOT, SIZE, VARIETIES, Desk, Variety
from tools.screenshots.tour import Beginning, Demonstration

PAGE_SCALE = 1.4


def main(words: list[str]) -> int:
    """Write what is asked for."""
    if not (DEMO / "demo.bevismappe").exists():
        sys.stderr.write("There is no demonstration yet: make demo\n")
        return 1
    target = Path(words[0]).absolute() if words else ROOT / "build" / "screenshots"
    wanted = words[1:]
    with tempfile.TemporaryDirectory() as scratch:
        application = make_application(["screenshots", "-platform", _one_screen(Path(scratch))])
        application.setQuitOnLastWindowClosed(False)
        for variety in VARIETIES:
            if not wanted or variety.name in wanted:
                out = target / variety.name
                _take(application, variety, Path(scratch), out)
                print(out, len(list(out.glob("*.png"))), flush=True)
    if not wanted or "reports" in wanted:
        print(target / "reports", _pages(target / "reports"), flush=True)
    return 0


def _one_screen(scratch: Path) -> str:
    """A platform without a screen that says it has one of the pictures' size."""
    file = scratch / "screen.json"
    screen = {"name": "desk", "x": 0, "y": 0, "width": SIZE.width(), "height": SIZE.height()}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def _take(application: QApplication, variety: Variety, scratch: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        desk = Desk(application, variety, Path(place), out)
        following = Beginning(desk, 1).walk()
        desk.settings.remember_vault(desk.vault)
        Demonstration(desk, following).walk()


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
