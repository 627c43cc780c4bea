"""Nothing leaves that was not chosen: canary words are looked for in every byte of a package, inflated PDF included."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from app.actions.prevention_tables import read_prevention
from tests.e2e.walk.case import CANARIES, RECIPIENTS, encodings, fill, hand_over
from tests.e2e.walk.house import House
from tests.worlds import RESOURCES


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    house = House(tmp_path_factory.mktemp("leaks"))
    house.ok("init")
    fill(house, files=tmp_path_factory.mktemp("files"))
    return {recipient: hand_over(house, recipient) for recipient in RECIPIENTS}


def all_bytes(package: Path, scratch: Path) -> bytes:
    """Every byte of a package: the zip itself, each member, and the PDF with all its streams inflated."""
    found = [package.read_bytes()]
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            found += [name.encode(), archive.read(name)]
            if name.endswith(".pdf"):
                found += inflated(archive.read(name), scratch)
    return b"\n".join(found)


def inflated(pdf: bytes, scratch: Path) -> list[bytes]:
    path = scratch / "dossier.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as document:
        streams = [
            thing.read_bytes() for thing in document.objects if isinstance(thing, pikepdf.Stream)
        ]
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    unpacked = scratch / "inflated.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, unpacked], check=True)
    # Without the table of places at its end: its figures tell nothing, and are any figures.
    return [*streams, text, unpacked.read_bytes().rpartition(b"\nxref\n")[0]]


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("place", sorted(CANARIES))
def test_a_canary_stands_nowhere_in_a_package(
    packages: dict[str, Path], recipient: str, place: str, tmp_path: Path
) -> None:
    assert not leaks(packages[recipient], CANARIES[place], tmp_path)


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_no_word_that_reassures_stands_in_a_package(
    packages: dict[str, Path], recipient: str, tmp_path: Path
) -> None:
    for card in read_prevention(RESOURCES).cards:
        for words in (card.title, card.text):
            assert not leaks(packages[recipient], words.da, tmp_path)
            assert not leaks(packages[recipient], words.en, tmp_path)


def test_what_was_chosen_is_found_by_the_same_search(
    packages: dict[str, Path], tmp_path: Path
) -> None:
    for words in ("Ring til hende privat", "Barns navn", "Mette Eks"):
        assert leaks(packages["manager"], words, tmp_path), words


def leaks(package: Path, words: str, scratch: Path) -> bool:
    haystack = all_bytes(package, scratch)
    return any(needle in haystack for needle in encodings(words))


def test_the_original_is_not_in_the_package_nor_is_its_bare_hash(
    packages: dict[str, Path], tmp_path: Path
) -> None:
    house = House(packages["manager"].parent)
    original = house.ok("--case", "1", "export", "1", "--out", str(tmp_path / "original.png"))
    haystack = all_bytes(packages["manager"], tmp_path)
    picture = (tmp_path / "original.png").read_bytes()
    assert picture not in haystack
    assert picture[100:200] not in haystack
    for needle in encodings(original["sha256"]):
        assert needle not in haystack
    assert bytes.fromhex(original["sha256"]) not in haystack
