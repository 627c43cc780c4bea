"""Whoever signs the case's reports.

Either a key of the vault, made when it is first asked for and kept in the vault alone, or one of the person's own,
which is read from its file each time and kept nowhere.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.actions.open_case import OpenCase
from app.clock import Clock, parse_stamp, stamp
from app.dossier import (
    LONGEST_KEY_FILE,
    NoKeyFileError,
    SigningIdentity,
    SigningKeyError,
    identity_from_file,
    signing_identity,
)
from app.p256 import key_of, new_key

_ROW = "signing"


class _SigningSecret(msgspec.Struct, frozen=True):
    """What is kept: 64 hex digits, and when the key was made, as the ledger writes times."""

    key: str
    made_at: str


def case_signs(case: OpenCase) -> SigningIdentity:
    """Return the key of the vault with its certificate; the first time it is made and kept.

    Raises:
        SigningKeyError: what was kept is no key.
        VaultError: the vault could not be read, or a new key not be kept.
    """
    kept = case.vault.kept_rows(_ROW)
    if not kept:
        made = _SigningSecret(f"{new_key().number:064x}", stamp(case.clock.now().utc))
        with case.vault.act() as act:
            act.keep_row(_ROW, msgspec.json.encode(made).decode())
        return _identity(made)
    try:
        return _identity(msgspec.json.decode(kept[-1], type=_SigningSecret))
    except (msgspec.DecodeError, ValueError) as error:
        raise SigningKeyError from error


def own_key_signs(data: bytes, password: str, clock: Clock) -> SigningIdentity:
    """Return who the person's own key and certificate let sign.

    Args:
        data: the bytes of a PKCS#12 file; more than can be one are refused.
        password: of the file; "" where it has none.
        clock: tells whether the certificate holds now.

    Raises:
        DossierError: see ``app.dossier.signing.key_file``; there is nothing that was kept.
    """
    if len(data) > LONGEST_KEY_FILE:
        raise NoKeyFileError
    return identity_from_file(data, password, clock.now().utc)


def read_own_key(file: Path, password: str, clock: Clock) -> SigningIdentity:
    """Return the same of a file that was chosen. Raises OSError too."""
    with file.open("rb") as source:
        data = source.read(LONGEST_KEY_FILE + 1)
    return own_key_signs(data, password, clock)


def _identity(secret: _SigningSecret) -> SigningIdentity:
    return signing_identity(key_of(int(secret.key, 16)), parse_stamp(secret.made_at))
