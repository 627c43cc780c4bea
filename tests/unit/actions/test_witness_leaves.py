"""What a witness signed leaves with the exhibit, to whom it may, and is found in order by whoever checks."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

from app.actions.hand_over import hand_over
from app.actions.open_case import OpenCase
from app.actions.sign_as_witness import sign_as_witness
from app.casework.witnessing import read_statement
from app.handover import verify_path
from evidence_store import CheckName, CheckState, Verdict
from tests.unit.actions.acting import captured
from tests.worlds import order

NAME, WORDS = "Åse Vidnesen", "Jeg så ordet kanariefugl på skærmen."


def test_it_leaves_whole_or_without_name_and_words(case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    done = sign_as_witness(case, exhibit.original, NAME, WORDS)
    path = f"data/witness/{done.entry.seq}.txt"
    hand_over(case, order("police"), tmp_path / "police.zip")
    with zipfile.ZipFile(tmp_path / "police.zip") as packed:
        files = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    told, _ = read_statement(files[path])
    assert (told.name, told.words) == (NAME, WORDS)
    report = verify_path(tmp_path / "police.zip")
    states = {check.name: check.state for check in report.checks}
    assert (report.verdict, states[CheckName.WITNESS]) == (Verdict.CONSISTENT, CheckState.PASSED)
    (tmp_path / "d.pdf").write_bytes(files["data/dossier.pdf"])
    read = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "d.pdf", "-"], capture_output=True, check=True
    )
    page = " ".join(read.stdout.decode().split())
    for words in (NAME, WORDS, path, done.fingerprint[:4]):
        assert words in page
    hand_over(case, order("manager"), tmp_path / "manager.zip")
    report = verify_path(tmp_path / "manager.zip")
    states = {check.name: check.state for check in report.checks}
    assert states[CheckName.WITNESS] is CheckState.NOT_CHECKED
    assert report.verdict is Verdict.CONSISTENT
    with zipfile.ZipFile(tmp_path / "manager.zip") as packed:
        assert not [name for name in packed.namelist() if "witness" in name]
        everything = b"".join(packed.read(name) for name in packed.namelist())
    for gone in ("Vidnesen", "kanariefugl", done.fingerprint):
        assert gone.encode() not in everything
