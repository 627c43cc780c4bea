"""Whoever signs the case's reports: a key of the vault, made when it is first asked for and kept in the vault alone."""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.clock import parse_stamp, stamp
from app.dossier import SigningIdentity, SigningKeyError, new_signing_key, signing_identity

_KIND = "signing"


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
    kept = case.vault.secret(_KIND)
    if kept is None:
        made = _SigningSecret(f"{new_signing_key():064x}", stamp(case.clock.now().utc))
        with case.vault.act() as act:
            act.keep_secret(_KIND, msgspec.json.encode(made).decode())
        return _identity(made)
    try:
        return _identity(msgspec.json.decode(kept, type=_SigningSecret))
    except (msgspec.DecodeError, ValueError) as error:
        raise SigningKeyError from error


def _identity(secret: _SigningSecret) -> SigningIdentity:
    return signing_identity(int(secret.key, 16), parse_stamp(secret.made_at))
