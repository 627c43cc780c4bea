"""``python -m tests.windows.make_same FOLDER``: make a picture, a dossier and a package of what is given alone.

Run by two Pythons, one of Linux and one of Windows, it has to make the same bytes: the vault, the clock, the ids, the
salts and what is told of the machine come from here.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import open_case
from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.casework.kinds.note import NoteFacts
from app.markup import Arrow, Box, Number, Redaction
from app.picture import encode_png
from evidence_store import HeadMemory, Vault
from tests.e2e.cards import card
from tests.fakes.clock import FakeClock
from tests.fakes.screen import FakeScreen
from tests.unit.house.tree import ROOT
from tests.worlds import FONT, MACHINE, order
from tests.written import write_note

SAMPLE = ROOT / "tests" / "data" / "case-v0.1.1"


def make(folder: Path) -> dict[str, str]:
    """Make the files, and answer the hash of each."""
    vault = folder / "case.bevismappe"
    shutil.copy(SAMPLE / "case.bevismappe", vault)
    phrase = (SAMPLE / "passphrase.txt").read_text("utf-8").strip()
    ids, salts = _ids(), _salts()
    with Vault.open(
        vault,
        phrase,
        heads=HeadMemory(folder / "heads"),
        new_id=lambda: next(ids),
        new_salt=lambda: next(salts),
    ) as kept:
        (case_id,) = {chain.case_id for chain in kept.chains()}
        _work(open_case(kept, case_id, clock=FakeClock(), machine=MACHINE), folder)
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix in {".png", ".pdf", ".zip"}
    }


def _work(case: OpenCase, folder: Path) -> None:
    shown = card(420, 480)
    screen = FakeScreen(case.clock, shown)
    (taken,) = capture_and_seal(
        case, screen, CaptureWish(url="https://x.example/1"), new_grab_id=lambda: "9" * 16
    )
    exhibit = next(each for each in case.state.exhibits if each.original == taken)
    mark_and_redact(
        case,
        exhibit,
        marks=(Number(20, 90, "Påstand"), Arrow(20, 120, 60, 140, "")),
        redactions=(Redaction(Box(40, 30, 60, 20), "Barns navn"),),
        font=FONT,
    )
    write_note(case, "Æblegrød på Åen", NoteFacts())
    with case.vault.open_object(taken) as source:
        (folder / "sealed.png").write_bytes(source.read())
    (folder / "encoded.png").write_bytes(encode_png(shown))
    copy = next(each for each in case.state.exhibits if each.original == taken).copies[-1]
    with case.vault.open_object(copy.entry) as source:
        (folder / "covered.png").write_bytes(source.read())
    make_dossier(case, order("union_consultant"), folder / "dossier.pdf")
    hand_over(case, order("manager"), folder / "package.zip")


def _ids() -> Iterator[str]:
    return (f"{number:032x}" for number in itertools.count(1))


def _salts() -> Iterator[bytes]:
    return (hashlib.sha256(b"salt %d" % number).digest() for number in itertools.count())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make(Path(sys.argv[1]))))
