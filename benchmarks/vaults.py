"""Vaults to measure with: made through the same acts as the user's own, and a bare database beside them.

The bare database is the limit: the same library, cipher, page size and pragmas, and nothing of ours at work above it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from app.actions.cases import begin_case
from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.casework import Part
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, CaptureWindow
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.note import NoteFacts, NoteText
from app.clock import SystemClock
from evidence_store import HeadMemory, NewObject, Vault
from evidence_store.connection import FORMAT_1, create_file

PASSPHRASE = "seks ord som kun denne tabel kender"
MACHINE = MachineFacts(device="table", program="Bevismappe", python="", qt="", os="")
_SEED = 20261123
_ACT = 500
_SENTENCE = "det blev skrevet i gruppen og delt videre af flere som jeg ikke kender"


@contextmanager
def new_case(folder: Path, name: str = "case") -> Iterator[OpenCase]:
    """A vault with one case, open."""
    path = vault_path(folder, name)
    with Vault.create(path, PASSPHRASE, heads=HeadMemory(folder / "heads")) as vault:
        yield begin_case(vault, clock=SystemClock(), machine=MACHINE, title="Figures")


def vault_path(folder: Path, name: str = "case") -> Path:
    """Where ``new_case`` puts it."""
    return folder / f"{name}.vault"


def open_vault(folder: Path, name: str = "case") -> Vault:
    """Open it again."""
    return Vault.open(vault_path(folder, name), PASSPHRASE, heads=HeadMemory(folder / "heads"))


@contextmanager
def bare_database(folder: Path, schema: str) -> Iterator[apsw.Connection]:
    """A vault's empty file with one more table, written and read by SQL alone: no guard or index touches that table."""
    opened = create_file(folder / "bare.vault", PASSPHRASE.encode(), FORMAT_1)
    try:
        opened.db.execute(schema)
        yield opened.db
    finally:
        opened.db.close()


def fill(case: OpenCase, count: int, *, incidents: bool = True) -> None:
    """Seal entries of the kinds that a long case is made of: captures, incidents where they are wanted, notes.

    The pictures are small, for nothing that is measured here may depend on them; their sizes differ, as those
    of real pictures do.
    """
    chance = random.Random(_SEED)
    done = 0
    while done < count:
        some = min(_ACT, count - done)
        with case.act() as act:
            for number in range(done, done + some):
                kind = number % 5
                if kind < 2:
                    picture = chance.randbytes(chance.randrange(200, 60_000))
                    act.seal(
                        _capture(number),
                        content=NewObject(picture, "image/png"),
                        thumbnail=picture[:8_000],
                    )
                else:
                    happened = kind == 2 and incidents
                    act.seal(_incident(chance, number) if happened else note(_words(chance, 20)))
        done += some


def note(text: str) -> dict[str, Part]:
    """The parts of a note."""
    return {"facts": NoteFacts(), "text": NoteText(text=text)}


def _words(chance: random.Random, count: int) -> str:
    words = _SENTENCE.split()
    return " ".join(chance.choice(words) for _ in range(count))


def _capture(number: int) -> dict[str, Part]:
    facts = CaptureFacts(
        captured_at="2026-11-23T13:03:11.042Z",
        captured_at_local="2026-11-23T14:03:11.042+01:00",
        width_px=1920,
        height_px=1080,
        url=f"https://facebook.example/groups/nordby/posts/{number}",
    )
    screen, window = (
        CaptureScreen(platform="x11"),
        CaptureWindow(title=f"Opslag {number} - Firefox"),
    )
    return {"facts": facts, "screen": screen, "window": window}


def _incident(chance: random.Random, number: int) -> dict[str, Part]:
    return {
        "facts": IncidentFacts(
            platform="facebook",
            venue_name="Nordby og omegn",
            url=f"https://facebook.example/groups/nordby/posts/{number}",
            first_seen_at="2026-11-23T13:00:00.000Z",
        ),
        "sender": IncidentSender(handle=f"bruger{number % 90}"),
        "text": IncidentText(quote=_words(chance, 25), description=_words(chance, 10)),
    }
