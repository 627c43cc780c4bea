"""A publisher of packs, for tests alone: whoever reads the seed has the key."""

from __future__ import annotations

import hashlib

from securesystemslib._vendor.ed25519.ed25519 import publickey_unsafe, signature_unsafe

from app.packs import envelope_bytes, signed_bytes


class FakePublisher:
    """Signs as a union would, with a key that is thrown away.

    Attributes:
        key: its public key, in hexadecimal digits.
    """

    def __init__(self, seed: str) -> None:
        self._secret = hashlib.sha256(seed.encode()).digest()
        self.key: str = publickey_unsafe(self._secret).hex()

    def sign(self, document: str) -> bytes:
        """Return the envelope of a document, in which KEY stands for the key."""
        payload = document.replace("KEY", self.key).encode()
        public = bytes.fromhex(self.key)
        return envelope_bytes(
            payload, self.key, signature_unsafe(signed_bytes(payload), self._secret, public)
        )
