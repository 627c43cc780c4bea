from __future__ import annotations

import errno
import os
import platform
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

import bagit
import pytest
from msgspec import structs

from app.handover import (
    DossierEntryError,
    ObjectChangedError,
    PackageExistsError,
    PackageNotWrittenError,
    PackageTooLargeError,
    build_package,
    load_verifier_files,
    verify_path,
)
from app.handover.errors import VerifierMissingError
from evidence_store import (
    Chain,
    ChainKind,
    EntryId,
    ObjectDamagedError,
    ReceiptFormatError,
    format_receipt,
)
from tests.e2e.package.forge import CASE, CHAIN, Forged, good, object_body, sha
from tests.e2e.package.verifiers import ROOT, ask_py, ask_sh, load_verify_py
from tests.unit.handover.sample import (
    CHAIN_OF_CASE,
    OBJECTS,
    OPENED,
    build,
    entries,
    entries_with,
    listed,
    open_object,
    vault_view,
    verifier,
)


def unpacked(package: Path, folder: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    return top


def test_it_is_byte_for_byte_what_the_format_says(tmp_path: Path) -> None:
    """The same case, put together by the tests' own implementation of the format."""
    built = build(tmp_path / "package.zip")
    expected: Forged = good()
    with zipfile.ZipFile(built.path) as archive:
        for name in ("LAES-MIG.txt", "README.txt"):
            expected.files[name] = archive.read(f"{expected.top}/{name}")
    expected.relist()
    assert built.path.read_bytes() == expected.zip()
    assert (built.sha256, built.size) == (sha(expected.zip()), len(expected.zip()))
    assert [each.path for each in built.files] == expected.order()
    assert built.without_file == ()


def test_every_verifier_finds_it_consistent(tmp_path: Path) -> None:
    built = build(tmp_path / "package.zip")
    folder = unpacked(built.path, tmp_path / "unpacked")
    code = verify_path(built.path).receipts[0].code
    for target in (built.path, folder):
        assert verify_path(target, expect=code).verdict == "CONSISTENT"
        assert verify_path(target, expect=code).matched is not None
        assert ask_py(load_verify_py(), target, code).matched
    answer, exit_code = ask_sh(["sh"], folder, code)
    assert (answer.verdict, answer.matched, exit_code) == ("CONSISTENT", True, 0)


def test_its_receipt_is_that_of_its_last_entry(tmp_path: Path) -> None:
    built = build(tmp_path / "package.zip")
    report = verify_path(built.path, expect=built.receipt.code)
    assert report.matched == report.last == built.receipt


def test_another_verifier_in_it_is_told_and_no_damage(tmp_path: Path) -> None:
    """Whoever sends a package can change what checks it; the program compares it with its own."""
    build(tmp_path / "package.zip")
    own = verify_path(tmp_path / "package.zip", verifier=verifier())
    assert (own.verdict, own.findings) == ("CONSISTENT", ())
    assert {each.name.value: each.state for each in own.checks}["verifier"] == "passed"
    other = structs.replace(verifier(), verify_sh=b"echo CONSISTENT\n")
    target = tmp_path / "other.zip"
    build_package(CHAIN_OF_CASE, entries(), OPENED, open_object, other, target)
    report = verify_path(target, verifier=verifier())
    assert report.verdict == "CONSISTENT"
    assert [(each.kind, each.path) for each in report.findings] == [("verifier_other", "verify.sh")]
    assert verify_path(target).findings == ()


def test_no_code_at_all_is_not_taken_for_one(tmp_path: Path) -> None:
    built = build(tmp_path / "package.zip")
    with pytest.raises(ReceiptFormatError):
        verify_path(built.path, expect="")


def test_common_tools_accept_it(tmp_path: Path) -> None:
    folder = unpacked(build(tmp_path / "package.zip").path, tmp_path / "unpacked")
    assert bagit.Bag(str(folder)).validate()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        done = subprocess.run(
            ["sha256sum", "--strict", "--quiet", "-c", manifest],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_common_tools_see_what_the_documents_say_and_no_more(tmp_path: Path) -> None:
    folder = unpacked(build(tmp_path / "package.zip").path, tmp_path / "unpacked")
    check = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
    (folder / "data" / "more.txt").write_bytes(b"more")
    assert subprocess.run(check, cwd=folder, check=False).returncode == 0
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(folder)).validate()
    (folder / "data" / "more.txt").unlink()
    (folder / "data" / "dossier.pdf").write_bytes(b"other")
    changed = subprocess.run(check, cwd=folder, capture_output=True, text=True, check=False)
    assert (changed.returncode, changed.stdout) == (1, "data/dossier.pdf: FAILED\n")


def test_the_verifier_inside_runs_from_where_it_lies(tmp_path: Path) -> None:
    folder = unpacked(build(tmp_path / "package.zip").path, tmp_path / "unpacked")
    for command in ([sys.executable, "-I", "verify.py"], ["sh", "verify.sh"]):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "RESULTAT: Alt passer sammen (CONSISTENT)" in done.stdout
    assert not list(folder.rglob("__pycache__"))


DOCUMENT = (ROOT / "docs" / "verify.md").read_text("utf-8")
DANISH_PART, ENGLISH_PART = DOCUMENT.split("\n## English\n")
PLACEHOLDER = re.compile("DIN KONTROLKODE|YOUR RECEIPT CODE")


def commands_in(text: str) -> list[str]:
    """Command lines as a letter indents them or a document quotes them."""
    found = re.findall(r"(?:^ {4}|`)((?:python3|sh|sha256sum) [^`\n]+)`?$", text, re.MULTILINE)
    found += re.findall(r"`((?:python3|sh|sha256sum) [^`\n]+)`", text)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("source", ["LAES-MIG.txt", "README.txt", "DANISH_PART", "ENGLISH_PART"])
def test_the_commands_of_the_letters_run_as_printed(tmp_path: Path, source: str) -> None:
    """In the unpacked folder, by the shell; the code that came another way stands where it is asked for."""
    built = build(tmp_path / "package.zip")
    folder = unpacked(built.path, tmp_path / "unpacked")
    texts = {"DANISH_PART": DANISH_PART, "ENGLISH_PART": ENGLISH_PART}
    text = texts.get(source) or (folder / source).read_text(encoding="utf-8")
    commands = [each for each in commands_in(text) if "bilag" not in each]
    assert sum(each.startswith("python3 -I verify.py --expect ") for each in commands) == 1
    assert {each.split(" ")[0] for each in commands} == {"python3", "sh", "sha256sum"}
    written = format_receipt(built.receipt.code, built.receipt.seq)
    english = source in ("README.txt", "ENGLISH_PART")
    for command in commands:
        done = subprocess.run(
            ["sh", "-c", PLACEHOLDER.sub(written, command)],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        if "verify." in command and not command.startswith("sha256sum"):
            word = "Everything holds together" if english else "Alt passer sammen"
            assert f"{word} (CONSISTENT)" in done.stdout
            assert ("unchanged since" if english else "uændret, siden koden") in done.stdout


def test_the_zip_is_checked_by_the_command_of_the_letter(tmp_path: Path) -> None:
    built = build(tmp_path / "PAKKE.zip")
    unpacked(built.path, tmp_path / "unpacked")
    letter = verifier().danish_readme
    (command,) = re.findall(r"python3 -I verify\.py PAKKE\.zip", letter)
    (tmp_path / "verify.py").write_bytes(verifier().verify_py)
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Alt passer sammen (CONSISTENT)" in done.stdout


def test_the_letters_answer_in_the_words_of_the_verifiers() -> None:
    told = cast("Any", load_verify_py()).VERDICT_TEXTS
    assert len(told) >= 8
    for verdict, (danish, english) in told.items():
        name = {"EARLIER": "CONSISTENT"}.get(verdict, verdict)
        name = name if name.isupper() else "UNREADABLE"
        assert f"{danish} ({name})" in verifier().danish_readme
        assert f"{english} ({name})" in verifier().english_readme
        if verdict != "ANCHORED":  # verify.sh reads no timestamps
            assert f"verdict {verdict} | {danish} | " in verifier().verify_sh.decode()


def test_no_sentence_of_the_danish_letter_is_longer_than_twenty_words() -> None:
    letter = re.sub(r"^ {4}.*$", "", verifier().danish_readme, flags=re.MULTILINE)
    sentences = re.split(r"[.:]\s|\n\n|\n- ", letter)
    assert not [each for each in sentences if len(each.split()) > 20]


def test_the_danish_letter_has_the_words_that_are_agreed() -> None:
    letter = verifier().danish_readme.lower()
    for old in ("kvitteringskode", "afsender", "post ", "poster", "fortegnelse", "tilbageholdt"):
        assert old not in letter
    assert "du behøver ikke stole" not in letter


def test_the_letters_name_the_codes_and_where_to_get_the_verifier(tmp_path: Path) -> None:
    built = build(tmp_path / "package.zip")
    folder = unpacked(built.path, tmp_path / "unpacked")
    receipts = verify_path(built.path).receipts
    for name, elsewhere in (("LAES-MIG.txt", "ET ANDET STED"), ("README.txt", "ELSEWHERE")):
        letter = (folder / name).read_text(encoding="utf-8")
        assert all(format_receipt(each.code, each.seq) in letter for each in receipts)
        assert folder.name in letter
        assert "sha256sum -c manifest-sha256.txt" in letter
        assert elsewhere in letter
        assert not re.search(r"\{\w", letter)
        for windows in ("Get-FileHash data\\dossier.pdf", "certutil -hashfile", "py -I verify.py"):
            assert windows in letter


SCRIPT = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from tests.unit.handover.sample import build
print(build(Path(sys.argv[1])).sha256)
"""


def test_same_case_same_bytes_elsewhere_and_at_another_hour(tmp_path: Path) -> None:
    def elsewhere(number: int, umask: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / f"{number}.zip"), umask],
            env={**os.environ, **environment, "PYTHONHASHSEED": str(number)},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    first = elsewhere(1, "022", TZ="Europe/Copenhagen", LANG="da_DK.UTF-8", LC_ALL="C.UTF-8")
    second = elsewhere(2, "077", TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C")
    assert first == second
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_what_stays_behind_is_in_none_of_its_bytes(tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    kept = entries_with(listed()[:3])
    build_package(CHAIN_OF_CASE, kept, OPENED, open_object, verifier(), target)
    data = target.read_bytes()
    withheld = {(1, "facts"), (1, "person"), (2, "window"), (4, "redactions"), (9, "text")}
    for entry in entries():
        for part in entry.parts:
            if (entry.id.seq, part.name) in {*withheld, (3, "object"), (5, "object")}:
                assert part.salt is not None
                assert part.salt.encode() not in data
                assert part.body is not None
                assert part.body not in data
    for seq in (3, 5):
        assert OBJECTS[seq] not in data
        assert sha(OBJECTS[seq]).encode() not in data
    for seq in (
        1,
        9,
    ):  # wholly withheld: not even the names of their parts, which tell what they are
        for part in entries()[seq].parts:
            assert part.commitment.encode() not in data
    assert platform.node().encode() not in data


def test_an_object_that_is_not_what_was_sealed_stops_everything(tmp_path: Path) -> None:
    for wrong in (OBJECTS[4] + b"x", OBJECTS[4][:-1], OBJECTS[4][:-1] + b"x"):

        def open_wrong(id: EntryId, wrong: bytes = wrong) -> BinaryIO:
            return BytesIO(wrong) if id.seq == 4 else open_object(id)

        target = tmp_path / "package.zip"
        with pytest.raises(ObjectChangedError) as caught:
            build_package(CHAIN_OF_CASE, entries(), OPENED, open_wrong, verifier(), target)
        assert caught.value.entry == EntryId(CHAIN, 4)
        assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_vault_comes_through_and_nothing_remains(tmp_path: Path) -> None:
    def damaged(id: EntryId) -> BinaryIO:
        raise ObjectDamagedError(id)

    with pytest.raises(ObjectDamagedError):
        build_package(
            CHAIN_OF_CASE, entries(), OPENED, damaged, verifier(), tmp_path / "package.zip"
        )
    assert list(tmp_path.iterdir()) == []


class StopError(Exception):
    pass


def test_it_can_be_stopped_and_nothing_remains(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 3:
            raise StopError

    with pytest.raises(StopError):
        build_package(
            CHAIN_OF_CASE, entries(), OPENED, open_object, verifier(), tmp_path / "p.zip",
            progress=progress,
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []
    assert told[0][0] < told[1][0] <= told[1][1]


def test_a_disk_that_refuses_leaves_no_half_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    target = tmp_path / "package.zip"
    with pytest.raises(PackageNotWrittenError) as caught:
        build(target)
    assert (caught.value.errno, caught.value.target) == (errno.ENOSPC, target)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackageNotWrittenError) as caught:
        build(tmp_path / "no" / "package.zip")
    assert caught.value.errno == errno.ENOENT


def test_a_file_already_there_is_left_alone_unless_it_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(b"mine")
    with pytest.raises(PackageExistsError):
        build(target)
    assert target.read_bytes() == b"mine"
    build_package(CHAIN_OF_CASE, entries(), OPENED, open_object, verifier(), target, replace=True)
    assert verify_path(target).verdict == "CONSISTENT"


def test_more_than_a_zip_can_hold_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    ledger = good().ledger
    large = object_body(b"x", "image/png").replace(b'"size": 1', b'"size": 3000000000')
    ledger.entries[2].part("object").body = large
    with pytest.raises(PackageTooLargeError) as caught:
        build_package(
            CHAIN_OF_CASE, vault_view(ledger.entries), OPENED, open_object, verifier(),
            tmp_path / "package.zip",
        )  # fmt: skip
    assert caught.value.size > 3_000_000_000
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "chain",
    [Chain(CHAIN, CASE, ChainKind.PRIVATE), Chain("f" * 32, CASE, ChainKind.EVIDENCE)],
)
def test_no_other_chain_is_ever_packed(tmp_path: Path, chain: Chain) -> None:
    with pytest.raises(DossierEntryError):
        build_package(chain, entries(), OPENED, open_object, verifier(), tmp_path / "p.zip")


def test_a_broken_installation_is_told(tmp_path: Path) -> None:
    with pytest.raises(VerifierMissingError) as caught:
        load_verifier_files(tmp_path)
    assert caught.value.path.name == "verify.py"
