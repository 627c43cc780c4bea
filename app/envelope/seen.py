"""Whether a file is an envelope, by how it begins. Loads nothing."""

from __future__ import annotations

HEAD_LENGTH = 64
"""How many bytes of the beginning are enough."""

_BINARY = b"age-encryption.org/v1\n"
_TEXT = b"-----BEGIN AGE ENCRYPTED FILE-----"


def is_envelope(untrusted_head: bytes) -> bool:
    """Return whether a file that begins like this is encrypted as envelopes are."""
    return untrusted_head.startswith(_BINARY) or untrusted_head.lstrip().startswith(_TEXT)
