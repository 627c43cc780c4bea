"""Envelopes that a phone closed for a vault, told byte by byte in docs/envelope.md. This file is the room's only door.

What comes out is read piece by piece, and is nothing until the whole envelope was read once and found in order.
"""

from typing import TYPE_CHECKING

from app.lazily import when_asked

if TYPE_CHECKING:
    from app.envelope.code import code_of
    from app.envelope.errors import (
        EnvelopeChangedError,
        EnvelopeError,
        EnvelopeKeyError,
        EnvelopesUnsupportedError,
        EnvelopeTooLargeError,
        LyingEnvelopeError,
        NewerEnvelopeError,
        NotAnEnvelopeError,
        OtherVaultError,
        PageAddressError,
        PageMissingError,
    )
    from app.envelope.keys import key_ending, new_identity, recipient_of
    from app.envelope.page import SEEN_PAGE, link_for, page_for, read_address
    from app.envelope.reading import Closing, HeldFile, OpenEnvelope, opened
    from app.envelope.seen import is_envelope
else:
    __getattr__ = when_asked(
        __name__,
        {
            "code": ("code_of",),
            "errors": (
                "EnvelopeChangedError",
                "EnvelopeError",
                "EnvelopeKeyError",
                "EnvelopesUnsupportedError",
                "EnvelopeTooLargeError",
                "LyingEnvelopeError",
                "NewerEnvelopeError",
                "NotAnEnvelopeError",
                "OtherVaultError",
                "PageAddressError",
                "PageMissingError",
            ),
            "keys": ("key_ending", "new_identity", "recipient_of"),
            "page": ("SEEN_PAGE", "link_for", "page_for", "read_address"),
            "reading": ("Closing", "HeldFile", "OpenEnvelope", "opened"),
            "seen": ("is_envelope",),
        },
    )

__all__ = [
    "SEEN_PAGE",
    "Closing",
    "EnvelopeChangedError",
    "EnvelopeError",
    "EnvelopeKeyError",
    "EnvelopeTooLargeError",
    "EnvelopesUnsupportedError",
    "HeldFile",
    "LyingEnvelopeError",
    "NewerEnvelopeError",
    "NotAnEnvelopeError",
    "OpenEnvelope",
    "OtherVaultError",
    "PageAddressError",
    "PageMissingError",
    "code_of",
    "is_envelope",
    "key_ending",
    "link_for",
    "new_identity",
    "opened",
    "page_for",
    "read_address",
    "recipient_of",
]
