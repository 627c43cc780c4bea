"""The timestamps from outside, in the section on integrity."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.pages import look
from app.dossier.pages.sheet import Sheets
from app.dossier.pages.table import Column, Table, cell
from app.dossier.stamps import PrintedStamp
from app.language import Language


def put_stamps(
    sheets: Sheets, stamps: Sequence[PrintedStamp], language: Language, body: look.Style
) -> None:
    """Set what a timestamp says, and each that is named: who gave it, when, and how far it reaches."""
    sheets.text(
        language.text(
            "A timestamp authority outside has signed the log’s fingerprint with its own time. All up to the entry that"
            " a timestamp covers was there at that time. What was sealed after the timestamp’s own entry is later. It"
            " does not say how long something had been there. The tokens lie in the package, in data/tokens."
        ),
        body,
    )
    sheets.skip(6)
    table = Table(
        sheets,
        (
            Column(language.text("Time by the authority"), 196),
            Column(language.text("Timestamp authority"), look.WIDTH - 316),
            Column(language.text("Covers"), 70),
            Column(language.text("Its entry"), 50, right=True),
        ),
    )
    for each in stamps:
        table.row(
            (
                cell(each.at, look.SMALL_INK),
                cell(each.authority, look.SMALL_INK),
                cell(language.text("to entry {seq}", seq=each.covers), look.SMALL_INK),
                cell(str(each.entry.seq), look.SMALL_INK),
            )
        )
    table.end()
