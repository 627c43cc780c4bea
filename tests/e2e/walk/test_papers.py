"""Files that are kept beside the words: in a package only where they were chosen, whole for every verifier."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.handover import verify_path
from tests.e2e.package.verifiers import ask_py, ask_sh, load_verify_py
from tests.e2e.walk.house import House

RECEIPT = b"%PDF-1.4 kanariekvittering"
LETTER = b"%PDF-1.4 kanariebrev"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("papers"))
    house.ok("init")
    house.ok("capture", "--all")
    for name, content in (("receipt.pdf", RECEIPT), ("letter.pdf", LETTER)):
        (house.folder / name).write_bytes(content)
    return house


@pytest.fixture(scope="module")
def ids(house: House) -> dict[str, str]:
    """Entries with a file beside their words, and one without."""
    police = house.ok(
        *("police", "--status", "received", "--journal-no", "0700-1", "--letter", "KAbrev"),
        *("--file", str(house.folder / "receipt.pdf")),
    )
    # A correction keeps the file: the one that goes along is that of the entry before.
    house.ok("police", "--corrects", police["id"], "--status", "under_way")
    answer = house.ok(
        *("answer", "--role", "manager", "--said", "Se brevet"),
        *("--file", str(house.folder / "letter.pdf")),
    )
    told = house.ok("answer", "--role", "doctor", "--said", "KAlæge", "--file",
                    str(house.folder / "letter.pdf"))  # fmt: skip
    bare = house.ok("takedown", "--answer", "Nej")
    return {
        "police": police["id"],
        "answer": answer["id"],
        "doctor": told["id"],
        "bare": bare["id"],
    }


def held(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def test_what_was_chosen_goes_along_under_numbers_of_its_own_and_nothing_else_of_its_entry(
    house: House, ids: dict[str, str], tmp_path: Path
) -> None:
    package = tmp_path / "package.zip"
    house.terminal.said.clear()
    house.ok(
        *("handover", "--for", "union_consultant", "--out", str(package)),
        *("--paper", ids["police"], "--paper", ids["answer"]),
    )
    files = held(package)
    papers = {name: files[name] for name in files if "/bilag-1000" in name}
    assert papers == {
        "data/exhibits/bilag-100001.pdf": LETTER,
        "data/exhibits/bilag-100002.pdf": RECEIPT,
    }
    said = " ".join(house.terminal.said)
    assert "Receipt 1 (letter.pdf) goes along as a file" in said
    everything = b"".join(files.values())
    for hidden in (b"receipt.pdf", b"letter.pdf", b"KAbrev", "KAlæge".encode()):
        assert hidden not in everything


def test_such_a_package_is_whole_for_all_three_and_a_missing_file_is_missed_by_name(
    house: House, ids: dict[str, str], tmp_path: Path
) -> None:
    package = tmp_path / "package.zip"
    house.ok(
        "handover", "--for", "union_consultant", "--out", str(package), "--paper", ids["police"]
    )
    assert verify_path(package).verdict == "CONSISTENT"
    assert ask_py(load_verify_py(), package).verdict == "CONSISTENT"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    assert ask_sh(["sh"], folder)[0].verdict == "CONSISTENT"
    (folder / "data" / "exhibits" / "bilag-100001.pdf").unlink()
    for answer in (ask_py(load_verify_py(), folder), ask_sh(["sh"], folder)[0]):
        assert answer.verdict == "INCOMPLETE"
        assert 100_001 in {exhibit for _, _, exhibit, _ in answer.findings}


@pytest.mark.parametrize("recipient", ["manager", "union_consultant"])
def test_without_a_choice_no_such_file_goes_along(
    house: House, ids: dict[str, str], tmp_path: Path, recipient: str
) -> None:
    del ids
    package = tmp_path / "package.zip"
    house.ok("handover", "--for", recipient, "--out", str(package))
    files = held(package)
    assert not [name for name in files if "/bilag-1000" in name]
    assert RECEIPT not in b"".join(files.values())
    assert LETTER not in b"".join(files.values())


@pytest.mark.parametrize(
    ("recipient", "which"),
    [
        ("manager", "police"),  # a manager gets no such file
        ("union_consultant", "bare"),  # there is none
        ("union_consultant", "doctor"),  # what a doctor said is not told to this reader
    ],
)
def test_what_cannot_go_along_is_refused_and_nothing_is_made(
    house: House, ids: dict[str, str], tmp_path: Path, recipient: str, which: str
) -> None:
    package = tmp_path / "package.zip"
    ran = house.run("handover", "--for", recipient, "--out", str(package), "--paper", ids[which])
    assert ran.code == 2
    assert "has no file that can go along" in ran.err + ran.out
    assert not package.exists()
