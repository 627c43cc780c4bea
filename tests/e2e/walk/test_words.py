"""Words that are shown one by one: in a report and a package where they were chosen, and else in no byte of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.e2e.dossier.made import text_of
from tests.e2e.walk.house import House

RECEIPT = b"%PDF-1.4 kanariekvittering"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("words"))
    house.ok("init")
    house.ok("capture", "--all")
    (house.folder / "receipt.pdf").write_bytes(RECEIPT)
    return house


@pytest.fixture(scope="module")
def ids(house: House) -> dict[str, str]:
    """A letter with a file beside it, another letter, an answer online, and a private note."""
    letter = house.ok("police", "--status", "received", "--letter", "KAbrev",
                      "--file", str(house.folder / "receipt.pdf"))  # fmt: skip
    other = house.ok("takedown", "--answer", "Nej", "--letter", "KAandet")
    reply = house.ok("reply", "--words", "KAsvar")
    bare = house.ok("police", "--status", "closed")
    note = house.ok("note", "KAprivat", "--private")
    return {
        "letter": letter["id"],
        "other": other["id"],
        "reply": reply["id"],
        "bare": bare["id"],
        "note": note["id"],
    }


def held(package: Path) -> bytes:
    """Every byte of the package's files, and the words of its pages."""
    with zipfile.ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (pdf,) = [name for name in files if name.endswith(".pdf")]
    page = package.with_suffix(".pdf")
    page.write_bytes(files[pdf])
    return b"".join(files.values()) + text_of(page).encode()


def test_the_words_that_were_chosen_are_there_and_nothing_else_of_the_case(
    house: House, ids: dict[str, str], tmp_path: Path
) -> None:
    package = tmp_path / "package.zip"
    out = ("handover", "--for", "union_consultant", "--out", str(package))
    house.ok(*out, "--words", ids["letter"])
    everything = held(package)
    assert everything.count(b"KAbrev") == 5  # in the log's part, on both pages, in two tables
    for hidden in (b"KAandet", b"KAsvar", b"KAprivat", RECEIPT, b"receipt.pdf"):
        assert hidden not in everything


@pytest.mark.parametrize("recipient", ["manager", "union_consultant"])
def test_without_a_choice_they_are_in_no_byte(
    house: House, ids: dict[str, str], tmp_path: Path, recipient: str
) -> None:
    del ids
    package = tmp_path / "package.zip"
    house.ok("handover", "--for", recipient, "--out", str(package))
    everything = held(package)
    for hidden in (b"KAbrev", b"KAandet", b"KAsvar", b"KAprivat", RECEIPT):
        assert hidden not in everything


def test_a_report_alone_prints_them(house: House, ids: dict[str, str], tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    house.ok("dossier", "--for", "manager", "--out", str(report), "--words", ids["reply"])
    words = text_of(report)
    assert "KAsvar" in words
    assert "KAbrev" not in words


@pytest.mark.parametrize(
    ("recipient", "which", "said"),
    [
        ("manager", "letter", "has no words that can be chosen for this report"),
        ("union_consultant", "bare", "has no words that can be chosen for this report"),
        ("union_consultant", "note", "is private and never leaves the vault"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence_and_nothing_is_made(
    house: House, ids: dict[str, str], tmp_path: Path, recipient: str, which: str, said: str
) -> None:
    package = tmp_path / "package.zip"
    ran = house.run("handover", "--for", recipient, "--out", str(package), "--words", ids[which])
    assert ran.code == 2
    assert said in ran.err + ran.out
    assert not package.exists()
