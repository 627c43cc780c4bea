"""What stands at the head and the foot of every page, once it is known how many there are."""

from __future__ import annotations

from typing import NamedTuple

from app.dossier.model import Dossier
from app.dossier.pages import look
from app.dossier.pages.sheet import Ground, Mark, SheetRule, Sheets, SheetWords
from app.language import Language
from evidence_store import format_receipt


class Frames(NamedTuple):
    """What stands on ``every`` page alike, and what on each of them alone."""

    every: list[Mark]
    own: list[list[Mark]]


def frames_of(sheets: Sheets, dossier: Dossier, language: Language) -> Frames:
    """Return the case and its reader, that it is confidential and the code of the log; and the page's number."""
    left = f"{dossier.case_title} · {dossier.recipient_title}"
    head = sheets.setter.single(left, look.HEADER, look.WIDTH - 110)
    mark = language.text("EXAMPLE") if dossier.example else language.text("CONFIDENTIAL")
    confidential = sheets.setter.single(mark, look.CONFIDENTIAL, 100)
    frame = confidential.width + 12
    foot = sheets.setter.single(
        language.text(
            "Code of the log before the report: {code}",
            code=format_receipt(dossier.receipt.code, dossier.receipt.head.seq),
        ),
        look.HEADER,
        look.WIDTH - 90,
    )
    every: list[Mark] = [
        SheetWords(look.LEFT, look.HEADER_BASELINE, head),
        Ground(
            look.RIGHT - frame,
            look.HEADER_BASELINE - 10.2,
            frame,
            14.4,
            look.PAPER,
            look.INK,
        ),
        SheetWords(look.RIGHT - 6, look.HEADER_BASELINE, confidential, right=True),
        SheetRule(look.LEFT, look.FOOTER_RULE, look.WIDTH, 0.6, look.HAIRLINE),
        SheetWords(look.LEFT, look.FOOTER_BASELINE, foot),
    ]
    total = len(sheets.pages)
    own: list[list[Mark]] = []
    for number in range(1, total + 1):
        page = language.text("Page {number} of {total}", number=number, total=total)
        count = sheets.setter.single(page, look.HEADER, 90)
        own.append([SheetWords(look.RIGHT, look.FOOTER_BASELINE, count, right=True)])
    return Frames(every, own)
