"""The letters of the first days: their tables, what was changed in them by hand, and that one was handed over.

Rules:
- What a person changes or types for the letters is kept in the vault's scratch pad: encrypted, deletable, in no log
  and in nothing that leaves. A letter that was not changed is made anew each time, so that it follows the case.
- What is handed over is sealed by ``write_down``, with the words of the letter.
"""

from __future__ import annotations

from pathlib import Path

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework.letters import (
    KeptLetters,
    Letter,
    LetterTable,
    LetterTableError,
    handing_over,
    read_kept,
    read_letters,
    write_kept,
)
from app.clock import Clock, stamp
from evidence_store import EntryId

_FOLDER = "letters"


def read_letter_tables(resources: Path) -> tuple[LetterTable, ...]:
    """Read the tables that come with the program.

    Raises:
        LetterTableError: they cannot be read.
    """
    try:
        tables = [file.read_bytes() for file in sorted((resources / _FOLDER).glob("*.toml"))]
    except OSError as error:
        raise LetterTableError(str(error)) from error
    return read_letters(tables)


def kept_letters(case: OpenCase) -> KeptLetters | None:
    """Return what the scratch pad holds of a case's letters; None where nothing was made."""
    return read_kept(case.vault.draft(_key(case)))


def keep_letters(case: OpenCase, kept: KeptLetters, clock: Clock) -> None:
    """Keep them in the scratch pad: that letters were made, too.

    Raises:
        VaultError: nothing was kept.
    """
    case.vault.save_draft(_key(case), write_kept(kept), stamp(clock.now().utc))


def drop_letters(case: OpenCase) -> None:
    """Delete what the scratch pad holds of a case's letters.

    Raises:
        VaultError: it stays.
    """
    case.vault.drop_draft(_key(case))


def hand_over_letter(
    case: OpenCase, letter: Letter, words: str, event: EntryId | None, clock: Clock
) -> EntryId:
    """Seal that a letter was handed over now, with its words.

    Raises:
        CaseworkError, VaultError: nothing was sealed.
    """
    return write_down(case, handing_over(letter, words, event, stamp(clock.now().utc)))


def _key(case: OpenCase) -> str:
    return f"letters/{case.chains.case_id}"
