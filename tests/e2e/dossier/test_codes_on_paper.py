"""Every page of an exhibit carries its code, and a bad scan of the print still gives it."""

from __future__ import annotations

import io
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter

from app.dossier.page_code import read_page_code
from app.dossier.receipt_square import ReceiptSquare, read_receipt_square
from tests.e2e.dossier.made import made_pdf, run_tool
from tests.e2e.dossier.test_pdf_pictures import long_case
from tests.unit.dossier.sample_case import CODE, EVIDENCE

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def scanned(pdf: Path, folder: Path, dpi: int = 150) -> list[list[str]]:
    """The codes of each page as a careless scan gives them: turned, blurred, and packed hard."""
    run_tool("pdftoppm", "-r", dpi, "-gray", "-png", pdf, folder / "scan")
    return [_codes(page) for page in sorted(folder.glob("scan-*.png"))]


def _codes(page: Path) -> list[str]:
    with Image.open(page) as picture:
        turned = picture.rotate(1.3, Image.Resampling.BICUBIC, fillcolor=250)
    packed = io.BytesIO()
    turned.filter(ImageFilter.GaussianBlur(0.8)).save(packed, "JPEG", quality=40)
    return [each.text for each in zxingcpp.read_barcodes(Image.open(packed), formats=QR)]


def test_each_page_of_an_exhibit_gives_its_code_from_a_bad_scan(tmp_path: Path) -> None:
    case, _ = long_case()
    (sealed,) = (each for each in case.state.exhibits if each.number == 1)
    pages = scanned(made_pdf(case, tmp_path), tmp_path)
    receipts = [read_receipt_square(text) for page in pages for text in page]
    assert [each for each in receipts if each is not None] == [
        ReceiptSquare(case.receipt.head, case.receipt.code)  # once, beside the code of the log
    ]
    codes = [next(filter(None, map(read_page_code, page)), None) for page in pages]
    with_code = [code for code in codes if code is not None]
    assert len(with_code) >= 4  # the picture goes over pages, and each of them has it
    assert len(set(with_code)) == 1
    assert codes[0] is None  # the first page is no exhibit
    code = with_code[0]
    assert (code.head.chain, code.code, code.number) == (EVIDENCE, CODE, 1)
    assert sealed.object is not None
    assert code.picture == sealed.object.sha256  # type: ignore[union-attr]
