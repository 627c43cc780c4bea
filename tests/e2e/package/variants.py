"""Packages by the hundred, sound and damaged, each the same every time: what readers of the format are compared on.

The first are the seeded corruptions; the others change a sound package once or twice by chance, and make hashes and
lists anew or not. Each comes as a folder or as a zip, with a receipt code from outside or without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.e2e.package import variant_extras, variant_files, variant_ledgers, variant_zips
from tests.e2e.package.corruptions import CORRUPTIONS, corrupted, held_code
from tests.e2e.package.forge import Forged, good, older, receipt, small, smallest
from tests.e2e.package.forge_more import second

_BASES: tuple[Callable[[], Forged], ...] = (small, smallest, older, small)
_CHANGES: tuple[Callable[[Forged, Random], None], ...] = (
    *variant_ledgers.CHANGES,
    *variant_files.CHANGES,
)


@dataclass(frozen=True)
class Variant:
    """``write`` puts it into a folder and returns what to check; ``expect`` is a code, or ""."""

    name: str
    write: Callable[[Path], Path]
    expect: str = ""


def variant(number: int) -> Variant:
    """Return the one with this number, from 0."""
    if number >= len(CORRUPTIONS):
        return _by_chance(number)
    sound, each = good(), CORRUPTIONS[number]
    code = held_code(sound, each) if number % 2 else ""
    return Variant(each.name, _unpacking(corrupted(sound, each)), code)


def _by_chance(number: int) -> Variant:
    random = Random(f"variant {number}")
    of_second = number % 3 == 0
    forged = second() if of_second else random.choice(_BASES)()
    code = _code(forged, random)
    names = []
    for _ in range(random.choice([0, 1, 1, 1, 1, 2])):
        more = of_second and random.random() < 0.7
        change = random.choice(variant_extras.CHANGES if more else _CHANGES)
        change(forged, random)
        names.append(change.__name__)
    name = " ".join([f"{number}", *names])
    if random.random() < 0.25:
        way = random.choice(variant_zips.WAYS)
        data = way(forged, random)
        return Variant(f"{name} {way.__name__}", _zipping(forged, data), code)
    on_disk = random.choice(variant_files.ON_DISK)
    seed = random.random()
    return Variant(
        f"{name} {on_disk.__name__}",
        _unpacking(forged, lambda folder: on_disk(folder, Random(seed))),
        code,
    )


def _unpacking(
    forged: Forged, then: Callable[[Path], Path] = lambda folder: folder
) -> Callable[[Path], Path]:
    return lambda folder: then(forged.unpack(folder / forged.top))


def _zipping(forged: Forged, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / f"{forged.top}.zip"
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return write


def _code(forged: Forged, random: Random) -> str:
    """The code of one of its entries as people write them, most often none."""
    if random.random() < 0.6:
        return ""
    entry = random.choice(forged.ledger.entries)
    code = receipt(entry.hash)
    place = random.choice(
        ["", f" /{entry.seq}", f" /{entry.seq}", f"punkt {entry.seq}", f"/{entry.seq + 1}"]
    )
    written = code + place
    return random.choice([written, written.lower(), written.replace(" ", "-")])
