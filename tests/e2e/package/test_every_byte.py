"""Promise: any changed byte of a package is found, by the program and by the verifier that travels, and named.

A byte of a file makes the verdict. A byte that is only the zip's own, such as a date in a header, is a remark: the zip
was written anew, and its files are what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.e2e.package.damages import PICTURE_1
from tests.e2e.package.forge import Forged, good, small, smallest, zip_of
from tests.e2e.package.verifiers import Answer, Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.posix import mkfifo, pwrite

HEADER = 30


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return small()


def both(verifier: Verifier, target: Path) -> Iterator[Answer]:
    yield ask_app(target)
    yield ask_py(verifier, target)


@pytest.mark.parametrize("asked", ["the program", "verify.py"])
def test_each_byte_of_a_zip_matters(tmp_path: Path, verifier: Verifier, asked: str) -> None:
    """Of the smallest package: twice the bytes are twice the packages to check, and each takes twice as long."""
    sound = smallest()
    whole = sound.zip()
    owner: dict[int, str] = {}
    at = 0
    for path in sound.order():
        at += HEADER + len(sound.top) + 1 + len(path)
        owner |= dict.fromkeys(range(at, at + len(sound.files[path])), path)
        at += len(sound.files[path])
    target = tmp_path / "package.zip"
    target.write_bytes(whole)
    random = Random("each byte")
    unseen, unnamed, taken_for_a_file = [], [], []
    with target.open("r+b", buffering=0) as file:
        for place, byte in enumerate(whole):
            pwrite(file.fileno(), bytes([byte ^ 1 << random.randrange(8)]), place)
            answer = ask_app(target) if asked == "the program" else ask_py(verifier, target)
            pwrite(file.fileno(), bytes([byte]), place)
            if answer.verdict in ("CONSISTENT", "ANCHORED"):
                if answer.kinds() != {"zip_anew"}:
                    unseen.append(place)
                if place in owner:
                    taken_for_a_file.append(place)
            if place in owner and owner[place] not in {path for _, _, _, path in answer.findings}:
                unnamed.append((place, owner[place]))
    assert target.read_bytes() == whole
    assert unseen == []
    assert taken_for_a_file == []
    assert unnamed == []


def test_the_smallest_package_is_whole_and_has_every_kind_of_file_and_line(
    tmp_path: Path, verifier: Verifier
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(smallest().zip())
    for answer in both(verifier, target):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
    assert _kinds(smallest()) == _kinds(good())


def _kinds(forged: Forged) -> tuple[set[str], set[str]]:
    """Names of files without their numbers, and what the lines of the log begin with, each part with its state."""
    names = {re.sub(r"[0-9]+", "N", path) for path in forged.files}
    words = [line.split(" ") for line in forged.ledger.text().decode().splitlines()]
    told = {f"part {line[3]}" if line[0] == "part" else line[0] for line in words}
    told |= {f"{one[0]} before {other[0]}" for one, other in pairwise(words) if one[0] == "entry"}
    return names, told


def test_a_zip_cut_anywhere_is_found(tmp_path: Path, verifier: Verifier, sound: Forged) -> None:
    whole = sound.zip()
    target = tmp_path / "package.zip"
    for length in [*range(0, len(whole), 97), len(whole) - 1]:
        target.write_bytes(whole[:length])
        for answer in both(verifier, target):
            assert answer.verdict in ("INCOMPLETE", "ALTERED", "UNREADABLE"), length


@pytest.mark.parametrize("more", [b"\0", b"PK\x05\x06", b"x" * 70_000])
def test_bytes_before_or_after_a_zip_are_found(
    tmp_path: Path, verifier: Verifier, sound: Forged, more: bytes
) -> None:
    for number, data in enumerate((sound.zip() + more, more + sound.zip())):
        target = tmp_path / f"{number}.zip"
        target.write_bytes(data)
        for answer in both(verifier, target):
            assert answer.verdict in ("INCOMPLETE", "ALTERED", "UNREADABLE")


@pytest.mark.parametrize("more", [b"\0", b"PK\x05\x06", b"x" * 70_000])
def test_what_was_put_after_a_zip_is_not_called_cut(
    tmp_path: Path, verifier: Verifier, sound: Forged, more: bytes
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(sound.zip() + more)
    for answer in both(verifier, target):
        assert (answer.verdict, answer.kinds()) == ("ALTERED", {"zip_form"})


@pytest.mark.parametrize("name", [b"\x80" * 40_000, b"a" * 401, b"\xff" * 65_535])
def test_a_name_beyond_all_measure_is_answered_alike(
    tmp_path: Path, verifier: Verifier, sound: Forged, name: bytes
) -> None:
    """Bytes that are no text at all, and longer as text than a header can say."""
    plain = zip_of([*members(sound), ("@" * len(name), b"x")])
    target = tmp_path / "package.zip"
    target.write_bytes(plain.replace(b"@" * len(name), name))
    by_app, by_py = both(verifier, target)
    assert by_app == by_py
    assert (by_app.verdict, by_app.kinds()) == ("ALTERED", {"zip_anew", "unknown_file"})


def members(sound: Forged) -> list[tuple[str, bytes]]:
    return [(f"{sound.top}/{path}", sound.files[path]) for path in sound.order()]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("../../verify.py", "unknown_file"),
        ("/etc/passwd", "unknown_file"),
        ("TOP/data/../verify.py", "unknown_file"),
        ("TOP/data\\exhibits\\bilag-001.png", "unknown_file"),
        ("TOP/Verify.py", "unknown_file"),
        ("TOP/data/exhibits/bilag-0001.png", "unknown_file"),
        ("TOP/data/exhibits/bilag-000.png", "unknown_file"),
        ("TOP/data/exhibits/bilag-001.exe", "unknown_file"),
        ("TOP/data/exhibits/BILAG-001.png", "unknown_file"),
        ("TOP/data/exhibits/bilag-00\u0661.png", "unknown_file"),
        ("TOP/con", "unknown_file"),
        ("TOP/\u202egnp.exe", "unknown_file"),
        ("TOP/data/", "unknown_file"),
        ("TOP/verify.py", "duplicate_file"),
        ("other-folder/verify.py", "unknown_file"),
    ],
)
def test_a_name_that_does_not_belong_is_found(
    tmp_path: Path, verifier: Verifier, sound: Forged, name: str, kind: str
) -> None:
    target = tmp_path / "package.zip"
    listed = [*members(sound), (name.replace("TOP", sound.top), b"x")]
    target.write_bytes(zip_of(listed))
    for answer in both(verifier, target):
        assert answer.verdict == "ALTERED"
        assert kind in answer.kinds()
        assert all(path.isascii() and path.isprintable() for _, _, _, path in answer.findings)


def test_files_in_another_order_are_remarked_on(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    target = tmp_path / "package.zip"
    listed = members(sound)
    target.write_bytes(zip_of([*listed[4:], *listed[:4]]))
    for answer in both(verifier, target):
        assert (answer.verdict, answer.kinds()) == ("CONSISTENT", {"zip_anew"})


def test_links_pipes_and_folders_are_not_followed(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    folder = sound.unpack(tmp_path / "unpacked")
    outside = tmp_path / "outside.png"
    outside.write_bytes(sound.files[PICTURE_1])
    (folder / PICTURE_1).unlink()
    (folder / PICTURE_1).symlink_to(outside)
    (folder / "README.txt").unlink()
    mkfifo(folder / "README.txt")
    (folder / "data" / "more").mkdir()
    (folder / "data" / "originals" / "bilag-002.png").mkdir()
    found = [answer.findings for answer in both(verifier, folder)]
    found.append(ask_sh(["sh"], folder)[0].findings)
    assert found[0] == found[1] == found[2]
    kinds = {(kind, path) for kind, _, _, path in found[0]}
    assert {
        ("not_a_file", PICTURE_1),
        ("not_a_file", "README.txt"),
        ("unknown_file", "data/more"),
        ("not_a_file", "data/originals/bilag-002.png"),
    } <= kinds
    assert ("file_missing", PICTURE_1) in kinds


def test_a_linked_folder_is_not_entered(tmp_path: Path, verifier: Verifier, sound: Forged) -> None:
    folder = sound.unpack(tmp_path / "unpacked")
    (folder / "data" / "exhibits").rename(tmp_path / "elsewhere")
    (folder / "data" / "exhibits").symlink_to(tmp_path / "elsewhere")
    for answer in both(verifier, folder):
        assert ("not_a_file", None, None, "data/exhibits") in answer.findings
        assert answer.verdict == "ALTERED"


def test_what_is_no_package_is_unreadable(tmp_path: Path, verifier: Verifier) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    text = tmp_path / "text.zip"
    text.write_bytes(b"no zip")
    for target in (empty, text, tmp_path / "missing.zip", Path("/dev/null")):
        for answer in both(verifier, target):
            assert answer.verdict == "UNREADABLE"
            assert len(answer.findings) == 1
