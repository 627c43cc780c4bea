"""The code that is passed on with a report covers it, whether a PDF or a package was made."""

from __future__ import annotations

from pathlib import Path

from evidence_store import format_receipt
from tests.e2e.walk.house import House


def code_of(made: dict[str, object]) -> str:
    return format_receipt(str(made["receipt"]), int(str(made["receipt_seq"])))


def test_the_code_of_a_report_is_that_of_the_entry_that_sealed_it(
    house: House, tmp_path: Path
) -> None:
    house.ok("capture")
    pdf = tmp_path / "rapport.pdf"
    made = house.ok("dossier", "--for", "manager", "--out", str(pdf))
    assert house.ok("receipt")["code"] == made["receipt"]
    report = house.ok("verify", str(pdf), "--expect", code_of(made))
    assert (report["verdict"], report["matched"]["seq"]) == ("CONSISTENT", made["receipt_seq"])
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    other = house.run("verify", str(pdf))
    assert (other.code, other.answer["result"]["verdict"]) == (1, "NOT CONFIRMED")


def test_the_code_printed_in_a_report_fits_and_does_not_cover_it(
    house: House, tmp_path: Path
) -> None:
    house.ok("capture")
    package = tmp_path / "pakke.zip"
    handed = house.ok("handover", "--for", "manager", "--out", str(package))
    printed = {"receipt": handed["dossier_receipt"], "receipt_seq": handed["dossier_receipt_seq"]}
    arguments = ("--lang", "da", "verify", str(package), "--expect")
    fits = house.typed(*arguments, code_of(printed))
    assert fits.code == 0
    assert fits.out.startswith("Koden passer, men dækker ikke rapporten (CONSISTENT)\n")
    assert house.typed(*arguments, code_of(handed)).out.startswith("Uændret (CONSISTENT)\n")


def test_a_code_that_was_misread_is_told_before_anything_is_judged(
    house: House, tmp_path: Path
) -> None:
    house.ok("capture")
    package = tmp_path / "pakke.zip"
    code = code_of(house.ok("handover", "--for", "manager", "--out", str(package)))
    for misread in (code[1] + code[0] + code[2:], code[:-1] + ("K" if code[-1] != "K" else "M")):
        if misread == code:
            continue
        ran = house.run("verify", str(package), "--expect", misread)
        assert ran.code == 2
        assert ran.answer["error"]["kind"] == "evidence_store.ReceiptCheckError"
    without = house.run("verify", str(package), "--expect", "0" * 32)
    assert (without.code, without.answer["result"]["verdict"]) == (1, "NOT CONFIRMED")
