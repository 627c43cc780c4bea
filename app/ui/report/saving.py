"""The report's files: what they are called, and how they are made. No Qt.

The package holds the very dossier that is saved beside it: it is made and sealed once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.actions.export_original import export_original
from app.actions.hand_over import hand_over
from app.actions.make_dossier import DossierOrder, make_dossier, make_dossier_in, must_be_free
from app.actions.open_case import OpenCase
from app.actions.signing import case_signs
from app.dossier import SigningIdentity
from app.language import Language
from app.ui.lanes import StoppedError
from app.ui.report.model import Names
from evidence_store import EntryId, Receipt

_LONGEST = 40
_MOST_NAMES = 1000
Part = Callable[[int, int], None]


class SaveRequest(msgspec.Struct, frozen=True):
    """What is to be made, and where; at least one of the two paths is given.

    ``part_mb`` is how large a file of the package may be in MB; 0 for one file. ``own_key`` signs instead of the
    vault's key, where there is one.
    """

    case: OpenCase
    order: DossierOrder
    pdf: Path | None
    package: Path | None
    sign: bool = False
    own_key: SigningIdentity | None = None
    part_mb: int = 0


class Made(msgspec.Struct, frozen=True):
    """What was made; ``fault`` where the package stands but the dossier could not be written beside it.

    ``entry`` says that the package was saved, or sealed the dossier where none was; ``dossier`` always the latter.
    ``receipt`` belongs to the entry that sealed the dossier, whatever was saved: it is the one to pass on.
    """

    files: tuple[Path, ...]
    receipt: Receipt
    entry: EntryId
    dossier: EntryId
    fault: BaseException | None = None


def make(wish: SaveRequest, progress: Part) -> Made:
    """Make the dossier, the package or both; ``progress`` is told how far it is and may stop it by raising.

    Raises:
        FileExistsError, FileNotFoundError: before anything is made.
        Everything that ``make_dossier`` and ``hand_over`` raise; nothing half made is left then.
    """
    if wish.sign:
        order = replace(wish.order, signs=wish.own_key or case_signs(wish.case))
        wish = replace(wish, order=order)
    if wish.package is None:
        if wish.pdf is None:
            raise ValueError("nothing to make")
        made = make_dossier(wish.case, wish.order, wish.pdf, progress)
        return Made((wish.pdf,), made.receipt, made.entry, made.entry)
    if wish.pdf is not None:
        must_be_free(wish.pdf)
    limit = wish.part_mb * 1_000_000
    handed = hand_over(wish.case, wish.order, wish.package, progress, limit=limit)
    saved = Made(handed.files, handed.receipt, handed.delivery, handed.made.entry)
    if wish.pdf is None:
        return saved
    size = handed.made.size
    # From here on the package is whole and noted as saved, and that is not to be hidden.
    try:
        export_original(
            wish.case, handed.made.entry, wish.pdf, progress=lambda done: progress(done, size)
        )
    except StoppedError:
        return saved
    except OSError as error:
        return replace(saved, fault=error)
    return replace(saved, files=(wish.pdf, *handed.files))


def make_in_memory(case: OpenCase, order: DossierOrder, progress: Part) -> tuple[Made, bytes]:
    """Make the dossier for paper: sealed like any other, and no file of it anywhere.

    Raises:
        Everything that ``make_dossier`` raises but what is about a file.
    """
    sink = BytesIO()
    made = make_dossier_in(case, order, sink, progress, alone=True)
    return Made((), made.receipt, made.entry, made.entry), sink.getvalue()


def sealed_pdf(case: OpenCase, dossier: EntryId) -> bytes:
    """Return the PDF of a dossier as it was sealed. Raises VaultError."""
    with case.vault.open_object(dossier) as source:
        return source.read()


def names(title: str, recipient: str, day: str, folder: Path, language: Language) -> Names:
    """Return ``Rapport_Min-sag_2026-11-23_leder`` with each ending, numbered where a file of that name lies there."""
    words = (language.text("Report"), title, day, recipient.lower())
    stem = "_".join(word for word in map(safe, words) if word)
    for count in range(1, _MOST_NAMES):
        numbered = stem if count == 1 else f"{stem}_{count}"
        found = Names(f"{numbered}.pdf", f"{numbered}.zip")
        if not ((folder / found.pdf).exists() or (folder / found.package).exists()):
            return found
    return Names(f"{stem}.pdf", f"{stem}.zip")


def safe(words: str) -> str:
    """Return letters and digits of any language with hyphens between: good in every file system and every e-mail."""
    letters = unicodedata.normalize("NFC", words)
    spaced = "".join(each if each.isalnum() else " " for each in letters)
    return "-".join(spaced.split())[:_LONGEST].strip("-")
