"""The key of a vault for envelopes: X25519, as age writes it. The library is loaded when it is asked."""

from __future__ import annotations

from app.envelope.errors import EnvelopeKeyError
from app.envelope.library import library

_GROUP = 4


def new_identity() -> str:
    """Return a new secret key, ``AGE-SECRET-KEY-1`` and 58 letters and digits.

    Raises:
        EnvelopesUnsupportedError: the library is not there.
    """
    return str(library().x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key of a secret one, ``age1`` and 58 letters and digits. Raises EnvelopeKeyError."""
    age = library()
    try:
        return str(age.x25519.Identity.from_str(identity).to_public())
    except age.IdentityError as error:
        raise EnvelopeKeyError from error


def key_ending(recipient: str) -> str:
    """Return the last eight signs of a public key in groups of four, as the phone shows them."""
    ending = recipient[-2 * _GROUP :]
    return f"{ending[:_GROUP]} {ending[_GROUP:]}"
