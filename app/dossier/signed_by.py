"""Whoever signs, as a value."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple

LONGEST_KEY_FILE = 256 * 1024  # bytes


class Holder(NamedTuple):
    """Who a certificate of the person's own names, as it says it.

    Attributes:
        name: whose it is.
        issuer: who vouches for it; "" where it was signed with its own key.
        until: in UTC, when it ends.
    """

    name: str
    issuer: str
    until: datetime


class SigningIdentity(NamedTuple):
    """A key and its certificate.

    Attributes:
        key: the private key as PKCS#8 in DER, not encrypted; it is written nowhere.
        certificate: X.509 in DER.
        others: further certificates, in DER, that go along for whoever checks who stands behind it.
        holder: who it names; None for the vault's own, which names nobody.
    """

    key: bytes
    certificate: bytes
    others: tuple[bytes, ...] = ()
    holder: Holder | None = None

    def __repr__(self) -> str:
        """Tell which one it is, and never its key."""
        return f"SigningIdentity({self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        """Return the certificate's SHA-256, 64 hex digits."""
        return hashlib.sha256(self.certificate).hexdigest()
