"""Whoever signs, as a value."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class SigningIdentity(NamedTuple):
    """A key and its certificate.

    Attributes:
        key: the private key as PKCS#8 in DER, not encrypted; it is written nowhere.
        certificate: X.509 in DER.
        others: further certificates, in DER, that go along for whoever checks who stands behind it.
    """

    key: bytes
    certificate: bytes
    others: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        """Tell which one it is, and never its key."""
        return f"SigningIdentity({self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        """Return the certificate's SHA-256, 64 hex digits."""
        return hashlib.sha256(self.certificate).hexdigest()
