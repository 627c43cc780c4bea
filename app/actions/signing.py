"""Whoever signs the case's reports: a key of the vault, made when it is first asked for and kept in the vault alone."""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.clock import parse_stamp, stamp
from app.dossier import SigningIdentity, SigningKeyError, signing_identity
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


def _identity(secret: _SigningSecret) -> SigningIdentity:
    return signing_identity(key_of(int(secret.key, 16)), parse_stamp(secret.made_at))
