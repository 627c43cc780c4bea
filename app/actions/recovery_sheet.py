"""Make the recovery sheet of a vault, and save it where the person says and nowhere else."""

from __future__ import annotations

from pathlib import Path

from app.clock import Clock
from app.dossier import RecoveryFacts, make_recovery_sheet
from app.language import Language
from atomic_file import write_atomically
from evidence_store import Vault


def recovery_facts(
    vault: Vault, passphrase: str, *, clock: Clock, language: Language
) -> RecoveryFacts:
    """What the sheet tells of an open vault."""
    return RecoveryFacts(
        path=str(vault.path),
        vault_id=vault.vault_id,
        format_version=vault.format_version,
        key_salt=vault.key_salt,
        passphrase=passphrase.strip(),
        made_on=language.day(clock.now().utc),
    )


def save_recovery_sheet(
    facts: RecoveryFacts, target: Path, *, language: Language, fonts: Path
) -> None:
    """Write the sheet, whole or not at all, readable by nobody else on this computer.

    Raises:
        FontMissingError: the installation is not whole.
        OSError: the file cannot be written; nothing of it is left.
    """
    pdf = make_recovery_sheet(facts, language, fonts)
    with write_atomically(target) as file:
        file.write(pdf)
