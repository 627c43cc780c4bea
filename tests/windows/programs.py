"""Programs that are started at a desk: ours as it is installed, its commands, and the one that shows the post."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.picture import Pixels
from tests.e2e.cards import card
from tests.windows.desk import Desk, until
from tests.windows.installing import program_folder
from tools.windows.mkstub import GCC
from tools.windows.prefix import Prefix

CARD = "Kort.exe"
PASSPHRASE = "hest lampe vindue kaffe papir gulerod"
PASSPHRASE_FILE = "C:\\ord.txt"

Place = tuple[int, int, int, int]

_SOURCE = Path(__file__).with_name("card.c")
_ENDING_S = 60.0


@contextmanager
def the_card(desk: Desk, place: Place, title: str, *, holds_keys: bool = False) -> Iterator[Pixels]:
    """Have another Windows program show a test card there, and hold our keys; gives every pixel of the card."""
    x, y, width, height = place
    shown = card(width, height)
    drive = desk.prefix.drive_c
    subprocess.run(
        [GCC, "-O2", "-municode", "-mwindows", _SOURCE, "-o", drive / CARD, "-lgdi32", "-lshell32"],
        check=True,
    )
    (drive / "card.bgrx").write_bytes(_bgrx(shown))
    numbers = map(str, (width, height, x, y))
    keys = ("keys",) if holds_keys else ()
    with _running(desk.prefix, f"C:\\{CARD}", "C:\\card.bgrx", *numbers, title, *keys):
        until(lambda: desk.pixels(place) == shown.rgb, "the card is shown")
        yield shown


@contextmanager
def the_program(desk: Desk, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Bevismappe as a person starts it."""
    with start(desk.prefix, *words) as running:
        until(lambda: "Bevismappe" in desk.windows(), "the window is shown")
        desk.take_keys()
        yield running


@contextmanager
def start(prefix: Prefix, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A start of Bevismappe's window, whatever comes of it."""
    with _running(prefix, program(prefix), *words) as running:
        yield running


def program(of: Prefix) -> str:
    """Where Windows has the program."""
    return of.path(program_folder(of) / "Bevismappe.exe")


def command(at: Prefix, *words: str, code: int = 0) -> dict[str, Any]:
    """What a command of the installed program answers in JSON."""
    told = run_command(at, "--json", *words)
    assert told.returncode == code, told
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


def begin_vault(at: Prefix, vault: str = "C:\\min.bevismappe") -> tuple[str, str]:
    """A new vault on the machine; answers its path and the path of the file with its passphrase."""
    (at.drive_c / "ord.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    command(at, "--vault", vault, "--passphrase-file", PASSPHRASE_FILE, "init")
    return vault, PASSPHRASE_FILE


def run_command(at: Prefix, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A command of the installed program, whatever comes of it."""
    return at.run(at.path(program_folder(at) / "bevismappe-cli.exe"), *words, check=False)


@contextmanager
def _running(prefix: Prefix, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    running = prefix.start(*words)
    try:
        yield running
    finally:
        running.terminate()
        running.wait(_ENDING_S)


def _bgrx(pixels: Pixels) -> bytes:
    rgb = pixels.rgb
    bgrx = bytearray(4 * pixels.width_px * pixels.height_px)
    bgrx[0::4], bgrx[1::4], bgrx[2::4] = rgb[2::3], rgb[1::3], rgb[0::3]
    return bytes(bgrx)
