"""Each command is started in a process of its own, and which of the large libraries it loaded is compared.

The import contracts see what our rooms import, not what a library loads behind our back, nor when.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.e2e.displays import environment_of, virtual_display
from tests.unit.house.tree import ROOT

LARGE = {
    "PySide6",
    "PIL",
    "av",
    "cryptography",
    "holidays",
    "icalendar",
    "lxml",
    "mss",
    "numpy",
    "pikepdf",
    "pyrage",
    "reportlab",
    "Xlib",
}
SCREEN = {"mss", "Xlib"}
PICTURES = {"PIL"}
# Opening a vault takes 64 MB for a moment, on top of all that is loaded by then.
ROOMS = {"app.dossier", "app.picture", "app.timeline", "app.cli.dossier", "zipfile"}
# reportlab reads the fonts, and loads Pillow, used or not.
PDF = {"reportlab", "PIL"}

RUN = """
import json, sys
sys.path.insert(0, {root!r})
from app.bootstrap import run
from evidence_store import Vault
from tests.fakes.keys import QUICK_KEYS
opened, early = Vault.open, []
def opening(*given, **more):
    early.extend(sorted(set({rooms!r}) & set(sys.modules)))
    return opened(*given, **more)
Vault.open = opening
try:
    code = run(sys.argv[1:], QUICK_KEYS)
except SystemExit as stop:
    code = stop.code
loaded = sorted({{name.partition(".")[0] for name in sys.modules}} & set({large!r}))
with open({answer!r}, "w") as file:
    json.dump([code or 0, loaded, early], file)
"""

MARKS = '{"marks": [{"shape": "arrow", "x1": 1, "y1": 1, "x2": 90, "y2": 90}]}'

# In this order: each finds what the ones before it made. "{folder}" is the test's own.
STORY: list[tuple[str, set[str]]] = [
    ("--version", set()),
    ("--help", set()),
    ("init --title Sag", set()),
    ("case --name Navn", set()),
    ("capture --all", SCREEN | PICTURES),
    ("list", set()),
    ("timeline", set()),
    ("show 1", set()),
    ("note Ord", set()),
    ("incident --quote Ord", set()),
    ("contact --role manager --name Bo", set()),
    ("notify --role manager", set()),
    ("search Ord", set()),
    ("concern --what Ord", set()),
    ("concern-sheet e8 --out {folder}/s.pdf", PDF),
    (
        "private-copy --out {folder}/p.pdf --password-file {folder}/phrase",
        PDF | {"pikepdf", "lxml"},
    ),
    ("checklists", set()),
    ("watched", set()),
    ("ideas", set()),
    ("templates journal_note", set()),
    ("deadlines", set()),
    ("guidance", set()),
    ("pattern", set()),
    ("people", set()),
    ("review", set()),
    ("registration-sheet", set()),
    ("statistics", set()),
    ("next", set()),
    ("drafts --out {folder}/drafts", set()),
    ("summary", set()),
    ("calendar --out {folder}/dates.ics", {"icalendar"}),
    ("sign-witness 1 --name Bo --words Ord", {"cryptography"}),
    ("receipt", set()),
    ("stamp --list", set()),
    ("export 1 --out {folder}/bilag.png", set()),
    ("read-text 1", PICTURES),
    ("mark 1 --shapes {folder}/marks.json", PICTURES),
    ("redact 1 --box 1,1,9,9:Navn", PICTURES),
    ("add {folder}/file.txt", set()),
    ("add {folder}/saved.html", PICTURES),
    ("compare-sources 1 3 --look", set()),
    ("phone-page --out {folder}/page.html", {"pyrage"}),
    ("dossier --for manager --out {folder}/d.pdf", PDF),
    ("dossier --for manager --sign --out {folder}/e.pdf", PDF | {"cryptography"}),
    ("handover --for manager --out {folder}/p.zip", PDF),
    ("verify", set()),
    ("verify {folder}/p.zip", set()),
    ("stick {folder}/p.zip --out {folder}/usb", PICTURES),
    ("backup {folder}/copy.bevismappe", set()),
    ("copy-elsewhere --to {folder}", {"pyrage"}),
    ("erase 1 --yes", set()),
    ("backup --plain {folder}/plain", set()),
]


def test_each_command_loads_the_large_libraries_that_its_act_needs_and_no_other(
    tmp_path: Path,
) -> None:
    (tmp_path / "phrase").write_text("seks ord der kun er til test\n", encoding="utf-8")
    (tmp_path / "marks.json").write_text(MARKS, encoding="utf-8")
    (tmp_path / "file.txt").write_text("som modtaget\n", encoding="utf-8")
    (tmp_path / "saved.html").write_text("<html><p>Ord</p></html>\n", encoding="utf-8")
    with virtual_display(320, 240) as display:
        subprocess.run(["xsetroot", "-gray"], env=environment_of(display), check=True)
        found = {words: _loaded(words, tmp_path, display) for words, _ in STORY}
    assert {words: loaded for words, (loaded, _) in found.items()} == dict(STORY)
    for words in ("list", "add {folder}/file.txt"):
        assert not found[words][1], words


def _loaded(words: str, folder: Path, display: str) -> tuple[set[str], set[str]]:
    """Return the large libraries that a command loaded, and the rooms that it had before a vault was open."""
    answer = folder / "answer.json"
    opening = ["--vault", str(folder / "v.bevismappe"), "--passphrase-file", str(folder / "phrase")]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            RUN.format(
                root=str(ROOT), large=sorted(LARGE), rooms=sorted(ROOMS), answer=str(answer)
            ),
            *opening,
            *words.format(folder=folder).split(),
        ],
        env={**environment_of(display), **_profile()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    code, names, early = json.loads(answer.read_text("utf-8"))
    assert code == 0, f"{words}: {done.stdout}{done.stderr}"
    return set(names), set(early)


def _profile() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
