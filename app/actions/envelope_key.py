"""The key of the vault for envelopes: made when it is first asked for, and kept in the vault alone.

It is a row of the vault's own table, ``age_key``. It stands on no chain, and nobody but whoever opens the vault has it.
"""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.clock import stamp
from app.envelope import EnvelopeKeyError, new_identity, recipient_of

_ROW = "age_key"


class _Kept(msgspec.Struct, frozen=True):
    """What a row says: the secret key as age writes it, and when it was made, as the ledger writes times."""

    key: str
    made_at: str


def envelope_identity(case: OpenCase) -> str:
    """Return the vault's secret key; the first time it is made and kept.

    Raises:
        EnvelopeKeyError: what was kept is no key.
        VaultError: the vault could not be read, or a new key not be kept.
    """
    rows = case.vault.kept_rows(_ROW)
    if not rows:
        made = _Kept(new_identity(), stamp(case.clock.now().utc))
        with case.vault.act() as act:
            act.keep_row(_ROW, msgspec.json.encode(made).decode())
        return made.key
    try:
        return msgspec.json.decode(rows[-1], type=_Kept).key
    except (msgspec.DecodeError, ValueError) as error:
        raise EnvelopeKeyError from error


def envelope_recipient(case: OpenCase) -> str:
    """Return the vault's public key, which may be shown to anybody. Raises as ``envelope_identity``."""
    return recipient_of(envelope_identity(case))
