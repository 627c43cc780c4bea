"""Notes and added files go along one by one: each that was not chosen stands nowhere in the whole package."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app.handover import verify_path
from tests.e2e.package.verifiers import ask_py, ask_sh, load_verify_py
from tests.e2e.walk.case import RECIPIENTS, encodings
from tests.e2e.walk.house import House
from tests.e2e.walk.test_leaks import all_bytes, leaks

CHOSEN_NOTE, OTHER_NOTE = "Lederen ringede tilbage kl. 14", "kanariefugl-anden-note"
CHOSEN_FILE, OTHER_FILE = b"Content: det hele brev, som det kom\r\n", b"kanariefugl-andet-brev\r\n"
PRIVATE = "kanariefugl-privat-note"
NAMES = ("kanariefugl-navn-valgt.eml", "kanariefugl-navn-andet.dat")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    made = House(tmp_path_factory.mktemp("chosen"))
    made.ok("init")
    made.ok("case", "--name", "Mette Eks")
    made.ok("capture", "--all")
    files = tmp_path_factory.mktemp("files")
    for name, content in zip(NAMES, (CHOSEN_FILE, OTHER_FILE), strict=True):
        # The first is seen as a mail, the second is of a kind that nobody can see.
        start = b"From: en@example.invalid\r\n" if name.endswith(".eml") else bytes(8)
        (files / name).write_bytes(start + content)
        made.ok("add", str(files / name))
    ids = {
        words: made.ok("note", words, *more)["id"]
        for words, more in ((CHOSEN_NOTE, ()), (OTHER_NOTE, ()), (PRIVATE, ("--private",)))
    }
    (made.folder / "ids.json").write_text(json.dumps(ids), encoding="utf-8")
    return made


def ids(house: House) -> dict[str, str]:
    found: dict[str, str] = json.loads((house.folder / "ids.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def packages(house: House) -> dict[str, Path]:
    made: dict[str, Path] = {}
    for recipient in RECIPIENTS:
        made[recipient] = house.folder / f"{recipient}.zip"
        told = house.ok(
            "handover", "--for", recipient, "--out", str(made[recipient]),
            "--note", ids(house)[CHOSEN_NOTE], "--original", "B2",
        )  # fmt: skip
        assert told["originals"] == [2]
    return made


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_what_was_chosen_is_there_and_nothing_else_of_its_kind(
    packages: dict[str, Path], recipient: str, tmp_path: Path
) -> None:
    package = packages[recipient]
    assert leaks(package, CHOSEN_NOTE, tmp_path)
    with zipfile.ZipFile(package) as archive:
        (found,) = [name for name in archive.namelist() if "data/originals/" in name]
        assert found.endswith("data/originals/bilag-002.eml")
        assert archive.read(found).endswith(CHOSEN_FILE)
    haystack = all_bytes(package, tmp_path)
    for words in (OTHER_NOTE, PRIVATE, OTHER_FILE.decode().strip(), *NAMES):
        assert not any(needle in haystack for needle in encodings(words)), words


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_such_a_package_is_whole_for_all_three_and_a_missing_file_is_missed_by_name(
    packages: dict[str, Path], recipient: str, tmp_path: Path
) -> None:
    package = packages[recipient]
    assert verify_path(package).verdict == "CONSISTENT"
    assert ask_py(load_verify_py(), package).verdict == "CONSISTENT"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert ask_sh(["sh"], folder)[0].verdict == "CONSISTENT"
    (folder / "data" / "originals" / "bilag-002.eml").unlink()
    for answer in (ask_py(load_verify_py(), folder), ask_sh(["sh"], folder)[0]):
        assert answer.verdict == "INCOMPLETE"
        assert ("original_object", 2) in {
            (kind, exhibit) for kind, _, exhibit, _ in answer.findings
        }


def test_without_a_choice_no_note_and_no_file_goes_along(house: House, tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    told = house.ok("handover", "--for", "manager", "--out", str(package))
    assert told["originals"] == []
    haystack = all_bytes(package, tmp_path)
    for words in (CHOSEN_NOTE, OTHER_NOTE, PRIVATE, CHOSEN_FILE.decode().strip(), *NAMES):
        assert not any(needle in haystack for needle in encodings(words)), words


def test_a_private_note_and_what_is_no_note_are_refused_by_name(
    house: House, tmp_path: Path
) -> None:
    target = tmp_path / "package.zip"
    private = ids(house)[PRIVATE]
    for word in (private, "B1", "e1"):
        ran = house.run("handover", "--for", "manager", "--out", str(target), "--note", word)
        assert ran.code == 2
        assert word in ran.answer["error"]["message"]
        assert not target.exists()


def test_files_that_cannot_be_shown_or_go_along_are_named_before_anything_is_made(
    house: House, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    house.terminal.said.clear()
    made = house.ok("dossier", "--for", "manager", "--out", str(target), "--original", "2")
    said = [line for line in house.terminal.said if "xhibit" in line]
    assert any(line.startswith("Exhibit 2 goes along as a file") for line in said)
    assert any(line.startswith("Exhibit 3 (application/octet-stream") for line in said)
    assert said.pop() == "Exhibit 2: In the file stands: from: en@example.invalid"
    assert said.pop().startswith("Exhibit 2: Nothing is covered.")
    assert said.pop().startswith("Exhibit 1: Nothing is covered.")
    assert said == [line for line in made["warnings"] if "xhibit" in line]
    house.ok("redact", "1", "--box", "10,10,20,20:navn")
    ran = house.run(
        "handover", "--for", "manager", "--out", str(tmp_path / "p.zip"), "--original", "1"
    )
    assert ran.code == 2
    assert "Exhibit 1" in ran.answer["error"]["message"]


CASES = Path(__file__).parents[2] / "data" / "cases"


def test_every_kind_of_picture_is_shown_or_named_before_and_can_go_along(tmp_path: Path) -> None:
    made = House(tmp_path)
    made.ok("init")
    sound = tmp_path / "lyd.flac"
    sound.write_bytes(b"fLaC" + bytes(40))
    sources = (CASES / "still.webp", sound, CASES / "foto.heic", CASES / "foto.avif")
    names = [source.name for source in sources]
    added = made.ok("add", *map(str, sources))["added"]
    unshown = [each["exhibit"] for each in added if each["preview"] != "shown"]
    assert unshown == [2]  # no picture, kept and listed
    package = tmp_path / "package.zip"
    made.terminal.said.clear()
    told = made.ok(
        "handover", "--for", "union_consultant", "--out", str(package),
        *(word for number in (1, 2, 3, 4) for word in ("--original", str(number))),
    )  # fmt: skip
    assert told["originals"] == [1, 2, 3, 4]
    for number in (1, 2, 3, 4):
        assert any(line.startswith(f"Exhibit {number} goes along") for line in made.terminal.said)
    with zipfile.ZipFile(package) as archive:
        held = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    for number, (name, source) in enumerate(zip(names, sources, strict=True), start=1):
        path = f"data/originals/bilag-{number:03d}{Path(name).suffix}"
        if path not in held:  # a kind that the format has no ending for
            path = f"data/originals/bilag-{number:03d}.bin"
        assert held[path] == source.read_bytes()
    shown = {name for name in held if name.startswith("data/exhibits/")}
    assert shown == {f"data/exhibits/bilag-{number:03d}.png" for number in (1, 3, 4)}
    assert verify_path(package).verdict == "CONSISTENT"

    made.terminal.said.clear()
    made.ok("handover", "--for", "union_consultant", "--out", str(tmp_path / "without.zip"))
    assert any(
        line.startswith("Exhibit 2 (audio/flac") and "cannot be shown" in line
        for line in made.terminal.said
    )
