"""A report that came alone is compared with what the vault sealed: its own bytes, not the code printed in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.actions.make_dossier import MadeDossier, make_dossier
from app.actions.open_case import OpenCase
from app.actions.verify_vault import is_report, verify_report
from app.messages import report_exit_code, report_lines, verdict_word
from evidence_store import ReceiptCheckError, Verdict, format_receipt
from tests.unit.actions.acting import captured
from tests.worlds import DANISH, order


def made(case: OpenCase, target: Path) -> MadeDossier:
    return make_dossier(case, order(), target)


def test_the_sealed_report_is_known_with_the_code_that_covers_it(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    first, second = made(case, tmp_path / "a.pdf"), made(case, tmp_path / "b.pdf")
    copy = tmp_path / "fra en mail.PDF"
    copy.write_bytes((tmp_path / "a.pdf").read_bytes())
    told: list[tuple[int, int]] = []
    report = verify_report(case.vault, copy, progress=lambda done, of: told.append((done, of)))
    assert is_report(copy)
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert report.receipts == (first.receipt,) != (second.receipt,)
    word = f"Det er den rapport, der blev forseglet som punkt {first.entry.seq}"
    assert verdict_word(report, DANISH) == word
    written = format_receipt(first.receipt.code, first.receipt.seq)
    assert any(written in line for line in report_lines(report, DANISH))
    assert (first.size, first.size) in told


def test_a_code_is_compared_with_that_of_the_report(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    done = made(case, tmp_path / "a.pdf")
    passed_on = format_receipt(done.receipt.code, done.receipt.seq)
    printed = format_receipt(done.dossier.receipt.code, done.dossier.receipt.head.seq)
    assert verify_report(case.vault, tmp_path / "a.pdf", expect=passed_on).matched == done.receipt
    report = verify_report(case.vault, tmp_path / "a.pdf", expect=printed)
    assert (report.verdict, report_exit_code(report)) == (Verdict.NOT_CONFIRMED, 1)
    assert verdict_word(report, DANISH) == (
        "Koden hører ikke til denne rapport, eller er læst forkert"
    )
    with pytest.raises(ReceiptCheckError):
        verify_report(case.vault, tmp_path / "a.pdf", expect=passed_on[:-2] + "AA")


@pytest.mark.parametrize("more", [b" ", b"\n%%EOF\n"])
def test_a_pdf_with_other_bytes_is_no_report_of_this_vault(
    case: OpenCase, tmp_path: Path, more: bytes
) -> None:
    captured(case)
    made(case, tmp_path / "a.pdf")
    other = tmp_path / "b.pdf"
    other.write_bytes((tmp_path / "a.pdf").read_bytes() + more)
    report = verify_report(case.vault, other)
    assert (report.verdict, report_exit_code(report)) == (Verdict.NOT_CONFIRMED, 1)
    (finding,) = report.findings
    assert (finding.kind, finding.path) == ("report_unknown", "b.pdf")
    assert finding.found == hashlib.sha256(other.read_bytes()).hexdigest()
    assert verdict_word(report, DANISH) == "Denne PDF er ikke en rapport fra denne bevismappe"
    assert report.receipts == ()
