"""The whole stick as one file that a password or the owner of a key opens: age-encryption.org/v1."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from app.handover.errors import StickKeyError, StickLockError

_YEAR = (1980, 1, 1, 0, 0, 0)


def locked(
    files: Iterable[tuple[str, bytes]], *, keys: Sequence[str] = (), password: str = ""
) -> bytes:
    """Return a zip of the files, encrypted: nothing of it is ever written in the clear.

    Args:
        files: names and bytes.
        keys: public keys of those who may open it, as ``age1…``; or
        password: what opens it.

    Raises:
        StickKeyError: a key is none.
        StickLockError: this computer lacks what encrypts.
    """
    try:
        import pyrage  # there is no wheel of it for Windows on ARM
    except ImportError as error:
        raise StickLockError from error
    try:
        recipients = [pyrage.x25519.Recipient.from_str(each.strip()) for each in keys]
    except pyrage.RecipientError as error:
        raise StickKeyError from error
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _YEAR), data)
    if recipients:
        return bytes(pyrage.encrypt(made.getvalue(), recipients))
    return bytes(pyrage.passphrase.encrypt(made.getvalue(), password))
