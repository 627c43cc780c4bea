"""A receipt on paper: the receipt code of an entry as letters and as a square, for whoever is to check later."""

from __future__ import annotations

from pathlib import Path

from app.actions.make_dossier import must_be_free
from app.actions.open_case import OpenCase
from app.dossier import ReceiptFacts, make_receipt_sheet
from app.language import Language
from app.vocabulary import exact
from atomic_file import write_atomically
from evidence_store import EntryId, receipt_code


def save_receipt_sheet(
    case: OpenCase, entry: EntryId, target: Path, *, language: Language, fonts: Path
) -> None:
    """Write the sheet to print, whole or not at all. Nothing of what the case is about stands on it.

    Args:
        case: the open case.
        entry: what the code stands for.
        target: where to.
        language: of the sheet.
        fonts: the folder of the fonts.

    Raises:
        VaultError: the entry cannot be read.
        FontMissingError: the installation is not whole.
        FileExistsError: something lies at ``target``.
        OSError: it cannot be written.
    """
    must_be_free(target)
    stored = case.vault.entry(entry)
    author = case.state.author
    facts = ReceiptFacts(
        head=entry,
        code=receipt_code(stored.hash),
        sealed_at=exact(stored.time, language),
        made_on=language.day(case.clock.now().utc),
        owner=author.name if author is not None else "",
    )
    pdf = make_receipt_sheet(facts, language, fonts)
    with write_atomically(target) as file:
        file.write(pdf)
