"""The receipt of a report that was saved: its code as a square, and the sheet with it to print. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.actions.save_receipt import save_receipt_sheet
from app.dossier import ReceiptSquare, receipt_square_rows
from app.messages import explain
from app.ui.context import UiContext
from app.ui.report.model import Saved
from evidence_store import EntryId, Receipt, format_receipt


def saved_with(files: tuple[Path, ...], receipt: Receipt) -> Saved:
    """Return what is shown of a report that was saved as these files."""
    square = ReceiptSquare(EntryId(receipt.chain, receipt.seq), receipt.code)
    return Saved(files, format_receipt(receipt.code, receipt.seq), receipt_square_rows(square))


def save_receipt(
    context: UiContext, entry: EntryId, target: Path, say: Callable[[str], None]
) -> None:
    """Save the sheet; ``say`` is told where it lies, or why it does not."""
    case, language = context.session.case, context.language
    if case is None:
        return
    fonts = context.resources / "fonts"
    context.lanes.store(
        partial(save_receipt_sheet, case, entry, target, language=language, fonts=fonts),
        lambda _: say(language.text("The sheet is saved: {path}", path=target)),
        lambda error: say(explain(error, language).sentence),
    )
