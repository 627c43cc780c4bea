"""Thirty seeded damages on packages that the program itself made: each is caught and named by every verifier.

What a corruption of each single rule looks like is tested in tests/e2e/package; here the whole walk is behind it.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from demo.damage import DAMAGES, Damage, rechain, relist
from tests.e2e.package.verifiers import Answer, ask_app, ask_py, ask_sh, load_verify_py
from tests.e2e.walk.case import RECIPIENTS, fill
from tests.e2e.walk.house import House

LEDGER = Path("data/ledger/evidence.txt")
FLIPS, CUTS, LOST, ADDED, DROPPED, REBUILT = 6, 3, 3, 2, 4, 4


class Package:
    """An unpacked package and the code that its reader got another way."""

    def __init__(self, folder: Path, code: str) -> None:
        self.folder = folder
        self.code = code


@pytest.fixture(scope="module", params=RECIPIENTS)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Package:
    house = House(tmp_path_factory.mktemp("damage"))
    house.ok("init")
    fill(house)
    target = house.folder / "package.zip"
    handed = house.ok("handover", "--for", request.param, "--out", str(target))
    with zipfile.ZipFile(target) as archive:
        archive.extractall(house.folder / "unpacked")
    folder = next((house.folder / "unpacked").iterdir())
    return Package(folder, f"{handed['receipt']} /{handed['receipt_seq']}")


def payload(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def flip(folder: Path, random: Random) -> None:
    path = random.choice(payload(folder))
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def cut(folder: Path, random: Random) -> None:
    path = random.choice(payload(folder))
    path.write_bytes(path.read_bytes()[: -random.randint(1, 40)])


def lose(folder: Path, random: Random) -> None:
    random.choice(payload(folder / "data")).unlink()


def add(folder: Path, random: Random) -> None:
    (folder / "data" / f"extra-{random.randrange(99)}.txt").write_bytes(random.randbytes(9))


def drop_entry(folder: Path, random: Random) -> None:
    ledger = folder / LEDGER
    lines = ledger.read_bytes().split(b"\n")
    starts = [index for index, line in enumerate(lines) if line.startswith(b"entry ")]
    which = random.randrange(1, len(starts) - 1)
    del lines[starts[which] : starts[which + 1]]
    ledger.write_bytes(b"\n".join(lines))
    relist(folder)


def rebuild(folder: Path, random: Random) -> None:
    """Change the time of an entry and make every hash after it anew: it holds together."""
    ledger = folder / LEDGER
    lines = ledger.read_bytes().split(b"\n")
    starts = [index for index, line in enumerate(lines) if line.startswith(b"entry ")]
    at = random.choice(starts[1:-2])
    lines[at] = lines[at].replace(b" 2026-", b" 2025-", 1)
    rechain(lines)
    ledger.write_bytes(b"\n".join(lines))
    relist(folder)


Spoil = Callable[[Path, Random], None]
SEEDED: list[tuple[str, Spoil, bool]] = [
    (f"{spoil.__name__} {number}", spoil, spoil is rebuild)
    for spoil, count in (
        (flip, FLIPS),
        (cut, CUTS),
        (lose, LOST),
        (add, ADDED),
        (drop_entry, DROPPED),
        (rebuild, REBUILT),
    )
    for number in range(count)
]


def by_hand(damage: Damage) -> Spoil:
    """One of the demo's damages, which leave nothing to chance."""

    def spoil(folder: Path, _: Random) -> None:
        damage.spoil(folder)

    return spoil


SEEDED += [(damage.name, by_hand(damage), damage.needs_receipt) for damage in DAMAGES]


def ask_all(folder: Path, code: str) -> dict[str, Answer]:
    return {
        "app": ask_app(folder, code),
        "verify.py": ask_py(load_verify_py(), folder, code),
        "verify.sh": ask_sh(["dash"], folder, code)[0],
    }


def test_there_are_thirty() -> None:
    assert len(SEEDED) >= 30


def test_the_undamaged_package_is_confirmed_by_all(package: Package) -> None:
    for name, answer in ask_all(package.folder, package.code).items():
        assert (answer.verdict, answer.findings, answer.matched) == (
            "CONSISTENT",
            frozenset(),
            True,
        ), name


def test_the_code_to_give_is_the_one_that_covers_the_dossier(package: Package) -> None:
    printed, last = ask_app(package.folder).codes
    assert package.code == last != printed


@pytest.mark.parametrize(
    ("name", "spoil", "only_expected"), SEEDED, ids=[name for name, _, _ in SEEDED]
)
def test_a_damage_is_caught_and_named_by_all(
    package: Package, tmp_path: Path, name: str, spoil: Spoil, only_expected: bool
) -> None:
    folder = tmp_path / package.folder.name
    shutil.copytree(package.folder, folder)
    spoil(folder, Random(name))
    for verifier, answer in ask_all(folder, package.code).items():
        assert answer.verdict in {"ALTERED", "INCOMPLETE", "UNREADABLE", "NOT CONFIRMED"}, (
            verifier,
            answer,
        )
        assert answer.findings, verifier
        assert any(seq is not None or path for _, seq, _, path in answer.findings), verifier
        if only_expected:
            assert "receipt" in answer.kinds(), (verifier, answer)
