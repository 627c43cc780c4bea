"""The whole answer to a package: every check with its count, every finding, codes, and what could not be seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from msgspec import structs

from app.handover import load_verifier_files, verify_path
from evidence_store import (
    Finding,
    FindingKind,
    Receipt,
    ReceiptFormatError,
    Report,
    Verdict,
    receipt_code,
)
from tests.e2e.package.forge import (
    CHAIN,
    DOSSIER,
    LEDGER,
    VERIFIER,
    Forged,
    good,
    older,
    ref,
)
from tests.unit.handover.telling import closing, saying, without

PICTURE = "data/exhibits/bilag-001.png"


def packed(folder: Path, forged: Forged) -> Path:
    path = folder / "package.zip"
    path.write_bytes(forged.zip())
    return path


def marks(report: Report) -> dict[str, str]:
    """Every check by name: its count, with ``!`` where it failed and ``-`` and the reason where it was not done."""
    sign = {"passed": "", "failed": "!", "not_checked": "-"}
    return {
        check.name: f"{check.count}{sign[check.state.value]}{' ' + check.reason if check.reason else ''}"
        for check in report.checks
    }


def told(report: Report) -> list[str]:
    return [
        f"{each.kind} {each.seq} {each.exhibit} {each.path}"
        + ("" if each.verdict is Verdict.ALTERED else f" {each.verdict.value}")
        for each in report.findings
    ]


WHOLE = {
    "structure": "14",
    "packing": "1",
    "system_files": "0",
    "folder_name": "1",
    "bag": "14",
    "files": "14",
    "ledger": f"{good().ledger.text().count(bytes([10]))}",
    "commitments": "15",
    "chain": "11",
    "times": "11",
    "erasures": "1",
    "dossier": "1",
    "exhibits": "3",
    "originals": "1",
    "extras": "0- format 1 has none",
    "sizes": "5",
    "witness": "0- no statement",
    "expected_receipt": "0- no code given",
    "verifier": "0- nothing to compare with",
    "printed_receipt": "0- to be compared by eye",
    "timestamps": "0- none in this format",
}
CUT = "something before it failed"


def test_a_sound_package_is_told_whole(tmp_path: Path) -> None:
    forged = good()
    report = verify_path(packed(tmp_path, forged))
    *_, before, last = forged.ledger.entries
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert marks(report) == WHOLE
    codes = tuple(Receipt(CHAIN, each.seq, receipt_code(each.hash)) for each in (before, last))
    assert report == Report(
        verdict=Verdict.CONSISTENT,
        findings=(),
        checks=report.checks,
        receipts=codes,
        entries=11,
        objects=5,
        last=codes[1],
        withheld_entries=2,
        withheld_parts=3,
        exhibits=(1, 2, 3),
    )


def test_unpacked_it_is_the_same_but_for_its_packing(tmp_path: Path) -> None:
    forged = good()
    report = verify_path(forged.unpack(tmp_path / forged.top))
    assert marks(report) == WHOLE | {"packing": "0- the package is unpacked"}
    assert marks(verify_path(forged.unpack(tmp_path / "min mappe")))["folder_name"] == (
        "0- the folder has another kind of name"
    )


def test_a_code_is_looked_for_in_every_entry_that_stands(tmp_path: Path) -> None:
    forged = good()
    path = packed(tmp_path, forged)
    for entry in forged.ledger.entries:
        code = receipt_code(entry.hash)
        for typed in (code, f"{code} /{entry.seq}"):
            report = verify_path(path, expect=typed)
            assert report.matched == Receipt(CHAIN, entry.seq, code)
            assert marks(report) == WHOLE | {"expected_receipt": "1"}
    other, standing = receipt_code("ab" * 32), receipt_code(forged.ledger.entries[3].hash)
    report = verify_path(path, expect=f"{other} /3")
    assert report.findings == (
        Finding(
            FindingKind.RECEIPT, Verdict.NOT_CONFIRMED, CHAIN, 3, 2, expected=other, found=standing
        ),
    )
    assert (report.verdict, report.matched) == (Verdict.NOT_CONFIRMED, None)
    assert marks(report) == WHOLE | {"expected_receipt": "1!"}
    (finding,) = verify_path(path, expect=other).findings
    assert (finding.seq, finding.found) == (None, "")
    with pytest.raises(ReceiptFormatError):
        verify_path(path, expect="nej")


def test_a_code_that_only_a_false_hash_has_confirms_nothing(tmp_path: Path) -> None:
    forged = good()
    entry = forged.ledger.entries[9]
    entry.hash = "ab" * 32
    forged.write_ledger()
    forged.relist()
    report = verify_path(packed(tmp_path, forged), expect=receipt_code("ab" * 32))
    assert report.matched is None
    assert {each.kind for each in report.findings} == {"entry_hash", "link", "receipt"}


@pytest.mark.parametrize(
    ("path", "findings", "other"),
    [
        (
            PICTURE,
            [
                f"file_missing None 1 {PICTURE} INCOMPLETE",
                f"exhibit_object 2 1 {PICTURE} INCOMPLETE",
            ],
            {"structure": "13!", "bag": "13", "files": "13", "exhibits": "3!"},
        ),
        (
            "data/originals/bilag-003.eml",
            [
                "file_missing None 3 data/originals/bilag-003.eml INCOMPLETE",
                "original_object 5 3 data/originals/bilag-003.eml INCOMPLETE",
            ],
            {"structure": "13!", "bag": "13", "files": "13", "originals": "1!"},
        ),
        (
            DOSSIER,
            [
                f"file_missing None None {DOSSIER} INCOMPLETE",
                f"dossier_object 10 None {DOSSIER} INCOMPLETE",
            ],
            {"structure": "13!", "bag": "13", "files": "13", "dossier": "1!"},
        ),
        (
            "verify.py",
            ["file_missing None None verify.py INCOMPLETE"],
            {"structure": "13!", "bag": "13", "files": "13"},
        ),
    ],
)
def test_a_file_that_is_gone_fails_what_rests_on_it_and_nothing_else(
    tmp_path: Path, path: str, findings: list[str], other: dict[str, str]
) -> None:
    report = verify_path(packed(tmp_path, without(good(), path)))
    assert told(report) == findings
    assert marks(report) == WHOLE | other
    assert report.verdict is Verdict.INCOMPLETE
    assert report.objects == 5 - (len(findings) == 2)


def test_without_its_log_nothing_that_rests_on_the_log_is_checked(tmp_path: Path) -> None:
    report = verify_path(packed(tmp_path, without(good(), LEDGER)))
    assert told(report) == [f"file_missing None None {LEDGER} INCOMPLETE"]
    cut = dict.fromkeys(
        ["ledger", "commitments", "chain", "times", "erasures", "dossier", "exhibits",
         "originals", "sizes", "witness"],
        f"0- {CUT}",
    )  # fmt: skip
    assert marks(report) == WHOLE | cut | {
        "structure": "13!",
        "bag": "13",
        "files": "13",
        "folder_name": "0- the folder has another kind of name",
    }
    assert (report.receipts, report.last, report.entries, report.objects) == ((), None, 0, 0)


def test_a_log_that_breaks_off_is_judged_as_far_as_it_goes(tmp_path: Path) -> None:
    forged = good()
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text[: text.index(b"\nentry 5 ") + 1]
    forged.relist()
    report = verify_path(packed(tmp_path, forged))
    assert told(report) == [f"ledger_form 4 None {LEDGER} INCOMPLETE"]
    assert report.entries == 4  # whether entry 4 was whole, nobody knows
    found = marks(report)
    assert (found["ledger"], found["chain"]) == ("0!", "4")
    for name in ("erasures", "dossier", "exhibits", "originals", "sizes"):
        assert found[name] == f"0- {CUT}", name


def test_entries_out_of_order_are_not_compared_with_files(tmp_path: Path) -> None:
    forged = good()
    entries = forged.ledger.entries
    entries[3], entries[4] = entries[4], entries[3]
    forged.write_ledger()
    forged.relist()
    report = verify_path(packed(tmp_path, forged))
    assert {each.kind for each in report.findings} == {"sequence", "link", "time_back"}
    assert marks(report)["dossier"] == f"0- {CUT}"
    assert report.objects == 0


def test_a_log_that_ends_with_no_dossier_is_incomplete(tmp_path: Path) -> None:
    forged = good()
    del forged.ledger.entries[10]
    forged.write_ledger()
    forged.relist()
    report = verify_path(packed(tmp_path, forged))
    assert told(report) == [f"dossier_entry 9 None {LEDGER} INCOMPLETE"]
    found = marks(report)
    assert (found["dossier"], found["exhibits"]) == ("1!", f"0- {CUT}")


def test_a_log_of_no_entries_is_read_and_nothing_is_compared_with_it(tmp_path: Path) -> None:
    forged = good()
    forged.ledger.entries.clear()
    forged.write_ledger()
    report = verify_path(packed(tmp_path, forged))
    assert told(report) == [
        f"file_hash None None {LEDGER}",
        f"entry_count None None {LEDGER} INCOMPLETE",
    ]
    found = marks(report)
    assert found["ledger"] == "3!"
    for name in (
        *("chain", "commitments", "times", "erasures", "dossier", "exhibits", "sizes"),
        "witness",
    ):
        assert found[name] == f"0- {CUT}", name
    assert (report.receipts, report.last, report.entries, report.objects) == ((), None, 0, 0)


def test_what_cannot_be_seen_is_never_in_order(tmp_path: Path) -> None:
    found = marks(verify_path(packed(tmp_path, older())))
    assert (found["exhibits"], found["originals"]) == ("3", "0- cannot be seen")
    assert marks(verify_path(packed(tmp_path, good())))["originals"] == "1"


def test_where_nothing_is_shown_and_nothing_can_be_seen_that_is_said_of_the_exhibits_too(
    tmp_path: Path,
) -> None:
    """An older package whose only exhibit is an added file: it may have been left out, or taken out."""
    forged = older()
    mail = {"number": 3, "original": ref(5), "shown": ref(5)}
    for seq in (2, 4, 5, 6):
        forged = closing(forged, seq, "object")
    forged = saying(forged, 10, exhibits=[mail])
    for path in [path for path in forged.files if path.startswith(("data/ex", "data/or"))]:
        del forged.files[path]
    forged.relist()
    report = verify_path(packed(tmp_path, forged))
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    found = marks(report)
    assert found["exhibits"] == found["originals"] == "0- cannot be seen"


def test_exhibits_of_which_nothing_is_here_are_named(tmp_path: Path) -> None:
    forged = good()
    for path in (PICTURE, "data/exhibits/bilag-002.png"):
        forged = without(forged, path)
    for seq in (2, 4):
        forged = closing(forged, seq, "object")
    files = [each for each in _files(forged) if each["number"] == 3]
    forged = saying(forged, 10, files=files)
    forged.relist()
    report = verify_path(packed(tmp_path, forged))
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert marks(report)["exhibits"] == "1 without file: 1, 2"


def _files(forged: Forged) -> list[dict[str, object]]:
    found = forged.ledger.entries[-1].facts()["files"]
    assert isinstance(found, list)
    return found


def test_a_finding_about_an_entry_of_an_exhibit_names_it(tmp_path: Path) -> None:
    forged = good()
    for seq in (3, 4, 6, 7):
        forged.ledger.entries[seq].time = "2026-11-23T14:00:00.000Z"
    forged.write_ledger()
    forged.relist()
    named = {
        each.seq: each.exhibit
        for each in verify_path(packed(tmp_path, forged)).findings
        if each.kind == "entry_hash"
    }
    assert named == {3: 2, 4: 2, 6: 3, 7: None}


def test_the_travelling_verifiers_are_compared_with_ours_one_by_one(tmp_path: Path) -> None:
    own = load_verifier_files(VERIFIER)
    path = packed(tmp_path, good())
    assert marks(verify_path(path, verifier=own)) == WHOLE | {"verifier": "2"}
    other = structs.replace(own, verify_py=b"x", verify_sh=b"y")
    report = verify_path(path, verifier=other)
    assert told(report) == [
        "verifier_other None None verify.py CONSISTENT",
        "verifier_other None None verify.sh CONSISTENT",
    ]
    for finding, ours in zip(report.findings, (b"x", b"y"), strict=True):
        assert finding.expected == hashlib.sha256(ours).hexdigest()
        assert finding.found == hashlib.sha256(good().files[finding.path]).hexdigest()
    assert report.verdict is Verdict.CONSISTENT
    assert marks(report)["verifier"] == "2!"
    for name in ("verify.py", "verify.sh"):
        report = verify_path(packed(tmp_path, without(good(), name)), verifier=own)
        assert marks(report)["verifier"] == "0- nothing to compare with"
