"""What never was a package of ours, what the computer adds to one, and what a later version made."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest

from app.handover import verify_path
from app.messages import report_exit_code, report_lines, verdict_word
from tests.e2e.package.corruptions import CORRUPTIONS, Corruption, corrupted, held_code
from tests.e2e.package.forge import LEDGER, Forged, good, small, zip_of
from tests.e2e.package.verifiers import (
    ROOT,
    VERIFY_SH,
    Answer,
    Verifier,
    ask_app,
    ask_py,
    ask_sh,
    load_verify_py,
)
from tests.worlds import DANISH

FOREIGN_ZIP = ROOT / "tests" / "data" / "foreign.zip"
SYSTEM = (".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX/._LAES-MIG.txt")


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return small()


def of_all(verifier: Verifier, folder: Path) -> Answer:
    by_app = ask_app(folder)
    assert ask_py(verifier, folder) == by_app
    by_sh, _ = ask_sh(["sh"], folder)
    assert (by_sh.verdict, by_sh.findings) == (by_app.verdict, by_app.findings)
    states = {**by_app.checks, "sizes": by_sh.checks["sizes"]}
    assert by_sh.checks == states
    return by_app


def somebodys_bag(folder: Path) -> Path:
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(b"et billede")
    bagit.make_bag(str(folder), checksums=["sha256"])
    return folder


def test_a_foreign_zip_was_never_ours(tmp_path: Path, verifier: Verifier) -> None:
    own_form = tmp_path / "stored.zip"
    own_form.write_bytes(zip_of([("ferie/foto.jpg", b"x")]))
    bag = tmp_path / "bag.zip"
    with zipfile.ZipFile(bag, "w") as archive:
        for path in sorted(somebodys_bag(tmp_path / "bag").rglob("*")):
            archive.write(path, path.relative_to(tmp_path))
    for target in (FOREIGN_ZIP, own_form, bag):
        answer = ask_app(target)
        assert ask_py(verifier, target) == answer
        assert answer.verdict == "UNREADABLE"
        assert answer.findings == {("not_a_package", None, None, target.name)}
        assert verifier.main([str(target)]) == 3
        report = verify_path(target)
        assert report_exit_code(report) == 3
        assert verdict_word(report, DANISH) == "Ikke en pakke fra dette program"
        word, found = report_lines(report, DANISH)  # and no list of checks, which would judge it
        assert "ændret" not in f"{word}{found}".lower()


def test_a_folder_or_bag_of_somebody_else_was_never_ours(
    tmp_path: Path, verifier: Verifier, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "ferie"
    plain.mkdir()
    for name in ("foto.jpg", "LAES-MIG.txt", "verify.py", "tagmanifest-sha256.txt"):
        (plain / name).write_bytes(b"x")
    for folder in (somebodys_bag(tmp_path / "bag"), plain):
        answer = of_all(verifier, folder)
        assert answer.findings == {("not_a_package", None, None, folder.name)}
        assert verifier.main([str(folder)]) == 3
        by_sh = subprocess.run(
            ["sh", str(VERIFY_SH), str(folder)], capture_output=True, check=False
        )
        assert by_sh.returncode == 3
        for text in (capsys.readouterr().out, by_sh.stdout.decode()):
            assert "RESULTAT: Ikke en pakke fra Bevismappe (UNREADABLE)" in text
            assert "RESULTAT: Noget er ændret" not in text


@pytest.mark.parametrize("lost", ["data/ledger/evidence.txt", "data/dossier.pdf", "bag-info.txt"])
def test_a_package_that_lost_a_mark_is_still_ours(
    tmp_path: Path, verifier: Verifier, sound: Forged, lost: str
) -> None:
    forged = sound.copy()
    del forged.files[lost]
    answer = of_all(verifier, forged.unpack(tmp_path / forged.top))
    assert answer.verdict in ("INCOMPLETE", "ALTERED")
    assert ("file_missing", None, None, lost) in answer.findings


@pytest.mark.parametrize("name", SYSTEM)
def test_a_file_of_the_computers_own_is_one_remark(
    tmp_path: Path, verifier: Verifier, sound: Forged, name: str
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"x")
    told = name.partition("/")[0]
    answer = of_all(verifier, folder)
    assert answer.verdict == "CONSISTENT"
    assert answer.findings == {("system_file", None, None, told)}
    report = verify_path(folder)
    assert report_exit_code(report) == 0
    (line,) = [each for each in report_lines(report, DANISH) if each.startswith("- ")]
    assert told in line
    assert "ikke kontrolleret" in line
    target = tmp_path / "package.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path, data in sound.files.items():
            archive.writestr(f"{sound.top}/{path}", data)
        for at in (name, f"{sound.top}/{name}"):
            archive.writestr(at, b"x")
    answer = ask_app(target)
    assert ask_py(verifier, target) == answer
    assert answer.verdict == "CONSISTENT"
    assert answer.findings == {
        ("system_file", None, None, told),
        ("zip_anew", None, None, "package.zip"),
    }


@pytest.mark.parametrize(
    "name",
    [
        *(f"data/{name.partition('/')[0]}" for name in SYSTEM),
        "data/exhibits/.DS_Store",
        "._LAES-MIG.txt",
        "ds_store",
        "__MACOSX",
        "noter.txt",
    ],
)
def test_anything_else_extra_keeps_its_verdict(
    tmp_path: Path, verifier: Verifier, sound: Forged, name: str
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    (folder / name).write_bytes(b"x")
    answer = of_all(verifier, folder)
    assert answer.verdict == "ALTERED"
    assert answer.findings == {("unknown_file", None, None, name)}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("bag-info.txt", b"Bevismappe-Package: 1\n", b"Bevismappe-Package: 3\n"),
        (LEDGER, b"bevismappe/ledger/1\n", b"bevismappe/ledger/12\n"),
    ],
)
def test_a_later_format_is_said_to_be_one_and_nothing_else(
    tmp_path: Path, verifier: Verifier, sound: Forged, path: str, old: bytes, new: bytes
) -> None:
    """With files, lines and lists that today's readers do not know."""
    forged = sound.copy()
    forged.files[path] = forged.files[path].replace(old, new) + b"mere\n"
    folder = forged.unpack(tmp_path / forged.top)
    (folder / "timestamps.tsr").write_bytes(b"x")
    answer = of_all(verifier, folder)
    assert answer.verdict == "UNREADABLE"
    assert answer.findings == {("newer_format", None, None, path)}
    assert verifier.main([str(folder)]) == 3
    report = verify_path(folder)
    assert verdict_word(report, DANISH) == "Lavet af en nyere udgave af programmet"
    assert f"- {path}: er lavet af en nyere udgave" in report_lines(report, DANISH)
    by_sh = subprocess.run(["sh", str(VERIFY_SH), str(folder)], capture_output=True, check=False)
    assert "RESULTAT: Lavet af en nyere udgave af Bevismappe" in by_sh.stdout.decode()


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=lambda each: each.name)
def test_findings_always_name_their_file(
    tmp_path: Path, verifier: Verifier, corruption: Corruption
) -> None:
    forged = corrupted(good(), corruption)
    folder, target = forged.unpack(tmp_path / forged.top), tmp_path / "package.zip"
    target.write_bytes(forged.zip()[:-1])
    expect = "" if corruption.finding else held_code(good(), corruption)
    may_be = re.compile(
        rf"{forged.top}|package\.zip|[A-Za-z]+-?[A-Za-z0-9]+(-sha256)?\.(txt|py|sh)"
        r"|data/dossier\.pdf|data/(exhibits|originals)/\S+|data/ledger/evidence\.txt(:[a-z_]+)?"
    )
    for place in (folder, target):
        for kind, _, _, path in ask_py(verifier, place, expect).findings:
            assert may_be.fullmatch(path) or (kind, path) == ("receipt", ""), (kind, path)


def test_the_finding_of_a_part_names_log_and_part(
    tmp_path: Path, verifier: Verifier, capsys: pytest.CaptureFixture[str]
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "words_changed")
    folder = corrupted(good(), corruption).unpack(tmp_path / "package")
    verifier.main([str(folder), "--json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    paths = {each["path"] for each in told if each["kind"] == "commitment"}
    assert paths == {"data/ledger/evidence.txt:facts"}
