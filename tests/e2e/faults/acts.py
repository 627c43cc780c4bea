"""The acts that are hurt, each done twice in one process so that there is something acknowledged to lose."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec

from app.picture import encode_png
from tests.e2e.faults.child import Job
from tests.e2e.faults.prepared import PASSPHRASE, Place
from tests.fakes.screen import striped_pixels


class Hurt(msgspec.Struct, frozen=True):
    """An act and what it seals.

    Attributes:
        name: as the table calls it.
        act: the child's word for it.
        groups: how many entries each of the two acts seals; an act is there with all of them or with none.
        files: what is imported.
        phrases: passphrases that the vault has one after another, each act leading to the next; none for the usual one.
    """

    name: str
    act: str
    groups: tuple[int, int]
    files: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def job(self, place: Place, control: str = "") -> Job:
        """The same for a child."""
        new = self.phrases[1:]
        return Job(str(place.vault), str(place.heads), self.act, self.files or new, control)


def capture_with_context() -> Hurt:
    """A region and the screen around it: two originals in one act."""
    return Hurt("capture", "capture", (2, 2))


def note() -> Hurt:
    """One note."""
    return Hurt("note", "note", (1, 1))


def new_passphrase() -> Hurt:
    """Another passphrase, twice: nothing is sealed by it, and nothing may be lost."""
    phrases = (PASSPHRASE, "helt andre ord nu", "og så andre igen")
    return Hurt("passphrase", "passphrase", (0, 0), phrases=phrases)


def small_import(folder: Path) -> Hurt:
    """Two files of a few hundred bytes."""
    files = [_file(folder / f"{name}.txt", name.encode() * 500) for name in ("a", "b")]
    return Hurt("import, small", "import", (1, 1), tuple(files))


def staged_import(folder: Path) -> Hurt:
    """One file of several transactions, twice: the second finds its twin and is dropped again."""
    data = random.Random(1).randbytes(100_000)
    path = _file(folder / "film.mp4", data)
    return Hurt("import, staged", "import", (1, 1), (path, path))


def picture_import(folder: Path) -> Hurt:
    """Two pictures, each with the view made of it: two entries in one act."""
    files = [
        _file(folder / f"{seed}.png", encode_png(striped_pixels(160, 100, seed))) for seed in (7, 8)
    ]
    return Hurt("import, picture", "import", (2, 2), tuple(files))


def copy_elsewhere() -> Hurt:
    """A note and its copy on another drive, then a note and a whole copy, which drops what is older."""
    return Hurt("copy elsewhere", "copy", (1, 1))


def every_act(folder: Path) -> tuple[Hurt, ...]:
    """All of them; the files they import are made in the folder."""
    return (
        capture_with_context(),
        note(),
        small_import(folder),
        staged_import(folder),
        picture_import(folder),
        new_passphrase(),
        copy_elsewhere(),
    )


def _file(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)
