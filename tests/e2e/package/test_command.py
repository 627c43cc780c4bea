"""verify.py as a reader runs it: words, exit codes, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.package.corruptions import CORRUPTIONS, corrupted
from tests.e2e.package.forge import Forged, good
from tests.e2e.package.verifiers import Verifier, load_verify_py


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
    assert "RESULTAT: CONSISTENT" in danish
    assert "ikke bekræftet udefra" in danish
    assert verifier.main([folder, "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert "not confirmed from outside" in english
    for text in (danish, english):
        assert "9WKN 42Q6 JAZV 3TAM DKVQ PEE3 PN8H FTR6 /9" in text


def test_a_matching_code_tells_how_far_it_reaches(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(sound.unpack(tmp_path))
    assert verifier.main([folder, "--expect", "9WKN-42q6 JAZV 3TAM DKVQ PEE3 PN8H FTR6/9"]) == 0
    text = capsys.readouterr().out
    assert "alt til og med den er uændret" in text
    assert "Efter den kom 1 post," in text
    assert "ikke bekræftet udefra" not in text


def test_a_finding_names_the_bilag(
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "exhibits_swapped")
    folder = str(corrupted(sound, corruption).unpack(tmp_path))
    assert verifier.main([folder]) == 1
    text = capsys.readouterr().out
    assert "Bilag 2, post 4, data/exhibits/bilag-002.png: filen er ikke den" in text
    assert "RESULTAT: ALTERED" in text


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
    tmp_path: Path, verifier: Verifier, sound: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = sound.copy()
    forged.ledger.entries[4].part("object").state = "withheld"
    del forged.files["data/exhibits/bilag-002.png"]
    forged.write_ledger()
    forged.relist()
    assert verifier.main([str(forged.unpack(tmp_path))]) == 0
    assert "(holdt tilbage eller slettet): 2" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--expect", "123"], ["a", "b"], ["--lang", "de"], ["--no"]])
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
