"""A link as a square code that a telephone reads (ISO/IEC 18004), by reportlab's own encoder; drawn as rectangles."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from app.dossier.pages import look
from app.dossier.pages.sheet import Ground, Sheets

_QUIET = 4  # modules of white around it, as the standard asks
_LONGEST = 600
_SEAM = 0.02  # so that no light shows between rows


def put_code(sheets: Sheets, text: str, x: float, y: float, side: float) -> None:
    """Set the code in a square; a text that is too long to be read from paper has none."""
    rows = code_rows(text)
    if not rows:
        return
    module = side / (len(rows) + 2 * _QUIET)
    for at, row in enumerate(rows):
        left = x + _QUIET * module
        for dark, run in groupby(row):
            width = module * len(list(run))
            if dark:
                top = y + (at + _QUIET) * module
                sheets.put(Ground(left, top, width, module + _SEAM, look.INK, None))
            left += width


def code_rows(text: str) -> list[list[bool]]:
    """Return the code, row by row, dark or light; nothing for a text that is too long."""
    if not text or len(text.encode("utf-8")) > _LONGEST:
        return []
    # It loads most of reportlab with it: only where a code is set.
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    side = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(side)] for row in range(side)]
