"""verify.py as a reader runs it: words, exit codes, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from app.handover import verify_path
from app.messages import report_lines, verdict_word
from tests.e2e.package.corruptions import CORRUPTIONS, corrupted
from tests.e2e.package.damages import change_dossier
from tests.e2e.package.forge import Forged, good, older, receipt
from tests.e2e.package.verifiers import VERIFY_PY, VERIFY_SH, Verifier, load_verify_py
from tests.worlds import ENGLISH


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return good()


def test_it_speaks_danish_unless_asked(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(sound.unpack(tmp_path))
    assert verifier.main([folder]) == 0
    danish = capsys.readouterr().out
    assert "RESULTAT: Alt passer sammen (CONSISTENT)" in danish
    assert "ikke bekræftet udefra" in danish
    assert verifier.main([folder, "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert "not confirmed from outside" in english
    for text in (danish, english):
        assert "9WKN 42Q6 JAZV 3TAM DKVQ PEE3 PN8H FTR6 /9 " in text


def test_a_matching_code_tells_how_far_it_reaches(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(sound.unpack(tmp_path))
    assert verifier.main([folder, "--expect", "9WKN-42q6 JAZV 3TAM DKVQ PEE3 PN8H FTR6/9"]) == 0
    text = capsys.readouterr().out
    assert "Alt til og med det er uændret" in text
    assert "Bed også om koden til punkt 10." in text
    assert "ikke bekræftet udefra" not in text


def test_only_the_last_code_covers_the_dossier(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fitting code of the entry before says nothing of the PDF: somebody may have put another one in."""
    corruption = next(each for each in CORRUPTIONS if each.name == "rechained_dossier")
    other = corrupted(sound, corruption)
    folder = other.unpack(tmp_path / "other")
    before, last = (f"{receipt(each.hash)}/{each.seq}" for each in sound.ledger.entries[-2:])
    report = verify_path(folder, expect=before)
    assert verdict_word(report, ENGLISH) == "The code fits, but does not cover the dossier"
    assert "neither the PDF nor the choice of exhibits" in "\n".join(report_lines(report, ENGLISH))
    assert verifier.main([str(folder), "--lang", "en", "--expect", before]) == 0
    by_py, by_sh = capsys.readouterr().out, words_of_sh(folder, before)
    for text in (by_py, by_sh):
        assert "The code covers neither the PDF nor the choice of exhibits." in text
        assert "Ask for the code of entry 10 too." in text
    assert verify_path(folder, expect=last).verdict == "NOT CONFIRMED"

    folder = sound.unpack(tmp_path / "sound")
    report = verify_path(folder, expect=last)
    assert verdict_word(report, ENGLISH) == "Unchanged"
    assert verifier.main([str(folder), "--lang", "en", "--expect", last]) == 0
    for text in (capsys.readouterr().out, words_of_sh(folder, last)):
        assert "fits entry 10, the last of the package" in text
        assert "neither" not in text


def words_of_sh(folder: Path, code: str) -> str:
    done = subprocess.run(
        ["sh", str(VERIFY_SH), str(folder), "--lang", "en", "--expect", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_what_a_fitting_code_does_not_show_is_said(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    """An open part can be closed by anybody who has the package: the counts are there to be asked about."""
    forged = sound.copy()
    forged.ledger.entries[5].part("source").state = "withheld"
    forged.write_ledger()
    forged.relist()
    folder = forged.unpack(tmp_path)
    code = receipt(sound.ledger.entries[-1].hash)
    report = verify_path(folder, expect=code)
    assert (report.withheld_entries, report.withheld_parts) == (2, 4)
    by_app = "\n".join(report_lines(report, ENGLISH))
    assert verifier.main([str(folder), "--lang", "en", "--expect", code]) == 0
    for text in (by_app, capsys.readouterr().out, words_of_sh(folder, code)):
        assert "not shown: 2. Parts that are not shown in the others: 4." in text
        assert "shown before has since been taken out" in text.replace("\n", " ")
        assert "cover the read me files and the verifiers" in text.replace("\n", " ")


def test_nothing_is_called_as_it_was_in_a_package_that_was_altered(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "exhibits_swapped")
    folder = corrupted(sound, corruption).unpack(tmp_path)
    code = receipt(sound.ledger.entries[-1].hash)
    report = verify_path(folder, expect=code)
    assert (report.verdict, report.matched is not None) == ("ALTERED", True)
    assert verifier.main([str(folder), "--lang", "en", "--expect", code]) == 1
    for text in ("\n".join(report_lines(report, ENGLISH)), capsys.readouterr().out):
        assert "code fits" not in text


def test_a_finding_names_the_bilag(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "exhibits_swapped")
    folder = str(corrupted(sound, corruption).unpack(tmp_path))
    assert verifier.main([folder]) == 1
    text = capsys.readouterr().out
    assert "Bilag 2, punkt 4, data/exhibits/bilag-002.png: filen er ikke den" in text
    assert "RESULTAT: Noget er ændret (ALTERED)" in text


def test_json_tells_the_same(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "tail_cut")
    folder = str(corrupted(sound, corruption).unpack(tmp_path))
    assert verifier.main([folder, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "INCOMPLETE"
    assert "dossier_entry" in {each["kind"] for each in told["findings"]}
    assert {"name": "printed_receipt", "state": "not_checked", "count": 0} in told["checks"]


def test_exhibits_without_file_are_told(
    tmp_path: Path, verifier: Verifier, capsys: pytest.CaptureFixture[str]
) -> None:
    """An older package with an added file that was never shown: whether it was to go along cannot be seen."""
    forged = older()
    exhibits = cast("list[Any]", forged.ledger.entries[10].facts()["exhibits"])
    exhibits[2]["shown"] = exhibits[2]["original"]
    change_dossier(exhibits=exhibits)(forged, Random(0))
    for seq in (5, 6):
        forged.ledger.entries[seq].part("object").state = "withheld"
    for name in ("data/exhibits/bilag-003.png", "data/originals/bilag-003.eml"):
        del forged.files[name]
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    assert verifier.main([str(forged.unpack(tmp_path))]) == 0
    text = capsys.readouterr().out
    assert "Bilag, hvis fil ikke er med i denne pakke: 3" in text
    assert "[exhibits] i orden: bilagene er dem, der blev forseglet (2)" in text
    assert "originaler og tilføjede filer, der er med (kan ikke ses i denne pakke)" in text


def test_the_program_says_of_an_older_package_what_cannot_be_seen(tmp_path: Path) -> None:
    forged = older()
    report = verify_path(forged.unpack(tmp_path / forged.top))
    lines = list(report_lines(report, ENGLISH))
    assert "The exhibits are those that were sealed: in order (3)" in lines
    assert "Originals and added files that go along: cannot be seen in this package" in lines


@pytest.mark.parametrize(
    "arguments",
    [
        ["--expect", "123"],
        ["--expect", ""],
        ["--expect", "\u017f" * 32],
        ["--expect", "\u0131" * 32],
        ["a", "b"],
        ["--lang", "de"],
        ["--no"],
    ],
)
def test_wrong_usage_is_code_2(verifier: Verifier, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        verifier.main(arguments)
    assert caught.value.code == 2


def test_what_is_not_there_is_code_3(tmp_path: Path, verifier: Verifier) -> None:
    assert verifier.main([str(tmp_path / "missing.zip")]) == 3


def test_where_the_script_lies_is_checked_by_default(
    verifier: Verifier, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verifier.main([]) == 3
    assert "Kontrol af verifier" in capsys.readouterr().out


@pytest.mark.parametrize("page", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("more", [[], ["--json"], ["--expect", "9WKN"], ["--lang", "en"]])
def test_into_a_file_it_writes_utf_8_whatever_the_systems_code_page(
    tmp_path: Path, sound: Forged, page: str, more: list[str]
) -> None:
    """Windows gives a file or a pipe the code page of the country, which lacks most letters."""
    folder = sound.unpack(tmp_path / "pakke")
    command = [sys.executable, str(VERIFY_PY), str(folder), *more]
    env = {**os.environ, "PYTHONIOENCODING": page, "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == (2 if "--expect" in more else 0)
    said = (done.stdout + done.stderr).decode("utf-8")
    if "--lang" not in more and "--json" not in more:
        assert set("æøå") & set(said)
