"""What is told of an open vault beside the answer to what was asked: for the window and every command alike."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.language import Language
from evidence_store import Rescued, Vault


class Notice(msgspec.Struct, frozen=True):
    """Something to know: ``kind`` is stable for programs, ``message`` is for people."""

    kind: str
    message: str


def notices(vault: Vault, language: Language) -> Iterator[Notice]:
    """What there is to tell of a vault just now."""
    if vault.rescued is not None:
        yield Notice("rescued", rescued_words(vault.rescued, language))
    if not vault.heads_kept:
        yield Notice("heads_not_kept", unremembered_words(vault, language))


def unremembered_words(vault: Vault, language: Language) -> str:
    """That the user's profile does not learn how far the log goes, and what follows from it."""
    return language.text(
        "Everything is saved, but this computer cannot write down how far the log goes ({folder}). An older copy in "
        "the vault’s place would not be noticed. Free some space there, or see to the folder’s permissions.",
        folder=vault.heads_folder,
    )


def rescued_words(rescued: Rescued, language: Language) -> str:
    """That the file was taken away, where everything is now, and what to do."""
    return language.text(
        "The file {lost} was replaced or taken away by another program while it was open. Everything you saved, the "
        "last item too, is in the rescue vault {kept}, and that is where you go on. Keep both files, and see to it "
        "that no program copies or moves the folder.",
        lost=rescued.lost,
        kept=rescued.kept,
    )
