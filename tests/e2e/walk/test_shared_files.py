"""The file of something private, such as a receipt: shared only where the person said yes to the file, too."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from app.handover import verify_path
from tests.e2e.package.verifiers import ask_py, ask_sh, load_verify_py
from tests.e2e.walk.case import RECIPIENTS, encodings
from tests.e2e.walk.house import House
from tests.e2e.walk.leaving import read_package, squeezed
from tests.e2e.walk.test_leaks import all_bytes

RECEIPT = b"kanarie-kvittering"
NAME = "kanarie-filnavn.txt"
TELLING = (RECEIPT.decode(), hashlib.sha256(RECEIPT).hexdigest(), NAME)


class Sharing:
    """A case with an expense and its receipt, a consent, and packages of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.house = House(folder)
        self.house.ok("init")
        self.house.ok("case", "--name", "Mette Eks", "--title", "Min sag")
        self.house.ok("capture", "--all")
        (folder / NAME).write_bytes(RECEIPT)
        self.expense: str = self.house.ok(
            "expense", "--what", "kanarie-ord", "--amount", "500", "--file", str(folder / NAME)
        )["id"]
        self._made = 0

    def consent(self, recipient: str, option: str = "--with-file") -> str:
        given: str = self.house.ok("consent", "--recipient", recipient, option, self.expense)["id"]
        return given

    def hand_over(self, recipient: str, *more: str) -> Path:
        self._made += 1
        target = self.folder / f"{recipient}-{self._made}.zip"
        self.house.ok("handover", "--for", recipient, "--out", str(target), *more)
        return target

    def refused(self, recipient: str, *more: str) -> str:
        """Why no package is made; nothing is sealed."""
        before = self.house.ok("list")["items"]
        target = self.folder / "no.zip"
        ran = self.house.run("handover", "--for", recipient, "--out", str(target), *more)
        assert ran.code != 0
        assert not target.exists()
        assert self.house.ok("list")["items"] == before
        kind: str = ran.answer["error"]["kind"]
        return kind

    def found(self, package: Path) -> list[str]:
        """What of the file stands in a package."""
        haystack = all_bytes(package, self.folder)
        return [words for words in TELLING if any(each in haystack for each in encodings(words))]


@pytest.fixture
def sharing(tmp_path: Path) -> Sharing:
    return Sharing(tmp_path)


def test_without_a_yes_to_the_file_it_stays_here_however_it_is_asked_for(sharing: Sharing) -> None:
    for recipient in RECIPIENTS:
        assert sharing.refused(recipient, "--share-file", sharing.expense) == (
            "casework.ConsentMissingError"
        )
        assert sharing.found(sharing.hand_over(recipient)) == []
        sharing.consent(recipient, "--item")
        assert sharing.refused(recipient, "--share-file", sharing.expense) == (
            "casework.ConsentFileMissingError"
        )
        assert sharing.found(sharing.hand_over(recipient, "--share", sharing.expense)) == []


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_with_a_yes_it_is_in_that_recipients_package_alone_and_never_by_itself(
    sharing: Sharing, recipient: str
) -> None:
    (other,) = set(RECIPIENTS) - {recipient}
    sharing.consent(recipient)
    assert sharing.found(sharing.hand_over(recipient, "--share", sharing.expense)) == []
    sharing.house.terminal.said.clear()
    package = sharing.hand_over(
        recipient, "--share", f"{sharing.expense}=Medicin", "--share-file", sharing.expense
    )
    assert "Receipt 1 (text/plain) goes along as a file" in " ".join(sharing.house.terminal.said)
    with zipfile.ZipFile(package) as archive:
        (path,) = [name for name in archive.namelist() if "/bilag-1000" in name]
        assert path.endswith("data/exhibits/bilag-100001.txt")
        assert archive.read(path) == RECEIPT
    assert sharing.found(package) == list(TELLING[:2])  # never what it was called
    pages = squeezed(read_package(package, sharing.folder).pages)
    for words in ("Medicin", "The receipt", "Receipt 1", "The receipt. Expense"):
        assert squeezed(words) in pages
    assert sharing.refused(other, "--share-file", sharing.expense) == "casework.ConsentMissingError"
    for later in (other, recipient):
        assert sharing.found(sharing.hand_over(later)) == []


def test_withdrawn_it_is_in_no_later_package(sharing: Sharing) -> None:
    consent = sharing.consent("manager")
    package = sharing.hand_over("manager", "--share-file", sharing.expense)
    assert sharing.found(package) == list(TELLING[:2])
    sharing.house.ok("withdraw", consent)
    for recipient in RECIPIENTS:
        assert sharing.found(sharing.hand_over(recipient)) == []
    assert sharing.refused("manager", "--share-file", sharing.expense) == (
        "casework.ConsentMissingError"
    )


def test_it_stands_behind_the_other_files_and_is_whole_for_all_three_verifiers(
    sharing: Sharing,
) -> None:
    sharing.consent("union_consultant")
    answer = sharing.folder / "svar.txt"
    answer.write_bytes(b"Svar")
    noted = sharing.house.ok("answer", "--said", "Se brevet", "--file", str(answer))["id"]
    package = sharing.hand_over(
        "union_consultant", "--paper", noted, "--share-file", sharing.expense
    )
    with zipfile.ZipFile(package) as archive:
        held = {Path(name).name: archive.read(name) for name in archive.namelist()}
        archive.extractall(sharing.folder / "out")
    assert held["bilag-100001.txt"] == b"Svar"
    assert held["bilag-100002.txt"] == RECEIPT
    assert verify_path(package).verdict == "CONSISTENT"
    assert ask_py(load_verify_py(), package).verdict == "CONSISTENT"
    (folder,) = (sharing.folder / "out").iterdir()
    assert ask_sh(["sh"], folder)[0].verdict == "CONSISTENT"
    (folder / "data" / "exhibits" / "bilag-100002.txt").unlink()
    assert ask_py(load_verify_py(), folder).verdict == "INCOMPLETE"


def test_what_holds_no_file_can_share_none(sharing: Sharing) -> None:
    care = sharing.house.ok("care", "--words", "x")["id"]
    ran = sharing.house.run("consent", "--recipient", "union_consultant", "--with-file", care)
    assert ran.answer["error"]["kind"] == "casework.NoFileToShareError"
    sharing.house.ok("consent", "--recipient", "union_consultant", "--item", care)
    assert sharing.refused("union_consultant", "--share-file", care) == (
        "casework.NoFileToShareError"
    )


def test_saying_yes_to_the_file_later_adds_to_the_consent(sharing: Sharing) -> None:
    consent = sharing.consent("manager", "--item")
    sharing.house.ok("consent", "--corrects", consent, "--with-file", sharing.expense)
    package = sharing.hand_over("manager", "--share-file", sharing.expense)
    assert sharing.found(package) == list(TELLING[:2])
    sharing.house.ok("consent", "--corrects", consent, "--item", sharing.expense)
    again = sharing.hand_over("manager", "--share-file", sharing.expense)
    assert sharing.found(again) == list(TELLING[:2])


def test_a_file_that_was_corrected_since_is_asked_for_again(sharing: Sharing) -> None:
    sharing.consent("manager")
    other = sharing.folder / "andet.txt"
    other.write_bytes(b"andet")
    sharing.house.ok("expense", "--corrects", sharing.expense, "--file", str(other))
    assert sharing.refused("manager", "--share-file", sharing.expense) == (
        "casework.ConsentOutdatedError"
    )
