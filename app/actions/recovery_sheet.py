"""Make the recovery sheet of a vault, and save it where the person says and nowhere else."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs

from app.actions.cases import name_author
from app.actions.copy_elsewhere import recovery_key
from app.actions.open_case import OpenCase
from app.casework.kinds.case import Author
from app.clock import Clock
from app.dossier import RecoveryFacts, make_recovery_sheet
from app.language import Language
from atomic_file import write_atomically
from evidence_store import Vault, WrongPassphraseError


def recovery_facts(
    vault: Vault, passphrase: str, *, clock: Clock, language: Language, owner: str = ""
) -> RecoveryFacts:
    """What the sheet tells of an open vault; ``owner`` is whose it is, "" where that is not said."""
    return RecoveryFacts(
        path=str(vault.path),
        vault_id=vault.vault_id,
        format_version=vault.format_version,
        key_salt=vault.key_salt,
        passphrase=passphrase.strip(),
        made_on=language.day(clock.now().utc),
        owner=owner.strip(),
        copy_key=recovery_key(vault),
    )


def own_recovery_facts(
    case: OpenCase, passphrase: str, owner: str, *, clock: Clock, language: Language
) -> RecoveryFacts:
    """What the sheet tells of the vault of an open case, to somebody who knows its passphrase.

    Args:
        case: the open case; a name that it did not have is noted in it, once, and stands in its reports too.
        passphrase: as typed.
        owner: the person's name, or "".
        clock: says the day.
        language: of the sheet.

    Raises:
        WrongPassphraseError: it is another passphrase.
        VaultError: the name was not noted.
    """
    vault = case.vault
    if not vault.accepts(passphrase):
        raise WrongPassphraseError(vault.path)
    known = case.state.author
    if owner.strip() and (known is None or not known.name):
        author = known or Author()
        name_author(case, structs.replace(author, name=owner.strip()))
    return recovery_facts(vault, passphrase, clock=clock, language=language, owner=owner)


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
