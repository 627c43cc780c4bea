"""A package of each format version, made once and frozen: today's verifiers must find it whole for ever.

Those that travel inside it are as old as it is, and are not asked.
"""

from __future__ import annotations

import hashlib
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from tests.data.make_package import NAME, make
from tests.e2e.package.verifiers import Answer, ask_app, ask_py, ask_sh, load_verify_py

SAMPLE = Path(__file__).parents[2] / "data" / "package-v1" / NAME
SHA256 = "63f2a006cebaefa9b0cdd5f193498541a59cfba3fb40202784e93fbd2d10fa7a"
CODES = tuple((SAMPLE.parent / "receipts.txt").read_text("ascii").splitlines())
# Its case was made up, and its times go back three times: a remark since 2026, and no other verdict.
REMARKS = frozenset(
    ("time_back", seq, exhibit, "data/ledger/evidence.txt")
    for seq, exhibit in ((1, None), (3, 1), (5, 3))
)
# Its dossier lists no files: whether more originals were to go along cannot be seen. Format 1 has no extras.
NOT_HERE = {"originals", "extras", "printed_receipt", "timestamps", "verifier", "witness"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(tmp_path)
    (top,) = tmp_path.iterdir()
    return top


def test_the_sample_is_the_frozen_file() -> None:
    assert hashlib.sha256(SAMPLE.read_bytes()).hexdigest() == SHA256
    assert CODES == (
        "EJDD XJPE WEWE FQS7 1DFK BZZN 45FX S3ED /15",
        "6Q84 FXY4 JVQF 0PD8 VCMJ V9VF ANWM 7HDM /16",
    )


def _is_whole(answer: Answer, *, not_checked: set[str], codes: tuple[str, ...] = CODES) -> None:
    assert (answer.verdict, answer.findings, answer.codes) == ("CONSISTENT", REMARKS, codes)
    assert answer.matched
    states = dict.fromkeys(answer.checks, "passed") | dict.fromkeys(not_checked, "not_checked")
    states["times"] = "failed"
    assert answer.checks == states


@pytest.mark.parametrize("code", CODES)
def test_the_package_of_format_1_is_whole_for_every_verifier(folder: Path, code: str) -> None:
    for target in (SAMPLE, folder):
        not_here = NOT_HERE if target == SAMPLE else NOT_HERE | {"packing"}
        _is_whole(ask_app(target, code), not_checked=not_here)
        _is_whole(ask_py(load_verify_py(), target, code), not_checked=not_here)
    answer, exit_code = ask_sh(["sh"], folder, code)
    _is_whole(answer, not_checked=NOT_HERE | {"packing", "sizes"})
    assert exit_code == 0


def test_a_code_of_another_package_is_not_its_own(folder: Path) -> None:
    other = CODES[0].replace("W", "V", 1)
    answers = [ask_app(SAMPLE, other), ask_py(load_verify_py(), SAMPLE, other)]
    for answer in (*answers, ask_sh(["sh"], folder, other)[0]):
        assert (answer.verdict, answer.matched) == ("NOT CONFIRMED", False)
        assert answer.kinds() == {"receipt", "time_back"}


def test_it_holds_what_a_format_must_keep_meaning(folder: Path) -> None:
    """Open, withheld and erased parts, entries without parts, a covered copy, an original beside its view, and a file
    held back."""
    ledger = (folder / "data" / "ledger" / "evidence.txt").read_text("utf-8")
    assert ledger.startswith("bevismappe/ledger/1\n")
    for state in (" open ", " withheld\n", " erased\n"):
        assert state in ledger
    lines = ledger.splitlines()
    assert [
        line
        for line, following in pairwise(lines)
        if line.startswith("entry ") and not following.startswith("part ")
    ]
    assert "KANARIE" not in ledger
    found = {str(path.relative_to(folder / "data")) for path in (folder / "data").rglob("bilag-*")}
    assert found == {
        "exhibits/bilag-001.png",
        "exhibits/bilag-002.png",
        "exhibits/bilag-004.png",
        "originals/bilag-004.eml",
    }


def test_a_sample_made_today_is_made_alike(tmp_path: Path) -> None:
    make(tmp_path / "again")
    code, last = (tmp_path / "again" / "receipts.txt").read_text("ascii").splitlines()
    answer = ask_app(tmp_path / "again" / NAME, code)
    assert (answer.verdict, answer.matched, answer.codes) == ("CONSISTENT", True, (code, last))


# -- format 2, frozen in 2026

SECOND = SAMPLE.parents[1] / "package-v2" / NAME
SECOND_SHA256 = "c4c0aaa2ca46c559b70aadca6d263c56b00b569276987ecd9a34d26f00f1159d"
SECOND_CODES = tuple((SECOND.parent / "receipts.txt").read_text("ascii").splitlines())


def test_the_package_of_format_2_is_whole_for_every_verifier(tmp_path: Path) -> None:
    """Its dossier lists its files, and its page and tables are there."""
    assert hashlib.sha256(SECOND.read_bytes()).hexdigest() == SECOND_SHA256
    with zipfile.ZipFile(SECOND) as archive:
        archive.extractall(tmp_path)
    (top,) = tmp_path.iterdir()
    assert (top / "bag-info.txt").read_bytes().startswith(b"Bevismappe-Package: 2\n")
    assert {each.name for each in (top / "data" / "tables").iterdir()} == {
        *("dossier.json", "events.csv", "exhibits.csv", "files.jsonld", "records.csv"),
    }
    not_here = NOT_HERE - {"originals", "extras"}
    verifier, code = load_verify_py(), SECOND_CODES[-1]
    _is_whole(ask_app(SECOND, code), not_checked=not_here, codes=SECOND_CODES)
    _is_whole(ask_py(verifier, SECOND, code), not_checked=not_here, codes=SECOND_CODES)
    answer, exit_code = ask_sh(["sh"], top, code)
    _is_whole(answer, not_checked=not_here | {"packing", "sizes"}, codes=SECOND_CODES)
    assert exit_code == 0
