"""What a recovery sheet tells."""

from __future__ import annotations

import msgspec


class RecoveryFacts(msgspec.Struct, frozen=True):
    """What stands on the sheet.

    Attributes:
        path: where the vault lies.
        vault_id: 32 hex digits.
        format_version: of the vault's file.
        key_salt: 32 hex digits: the first bytes of the file, which a damaged file may have lost.
        passphrase: as it was chosen.
        made_on: the day, in words.
        owner: whose it is, or "".
        copy_key: the key of the copy elsewhere, or "".
    """

    path: str
    vault_id: str
    format_version: int
    key_salt: str
    passphrase: str
    made_on: str
    owner: str = ""
    copy_key: str = ""
