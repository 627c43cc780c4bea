"""The recovery key: its private half opens the copy, its public half writes it. X25519, as age has it."""

from __future__ import annotations

from typing import Any

from app.elsewhere.errors import CopyKeyError
from app.elsewhere.library import library

Identity = Any
"""A private half as the library has it."""


def new_key() -> str:
    """Return the private half of a new key: ``AGE-SECRET-KEY-1`` and 58 letters and digits."""
    return str(library().x25519.Identity.generate())


def public_half(key: str) -> str:
    """Return the public half of a private one: ``age1`` and 58 letters and digits. Raises CopyKeyError."""
    return str(read_key(key).to_public())


def read_key(key: str) -> Identity:
    """Return a private half as typed: letter case, blanks and line ends do not count. Raises CopyKeyError."""
    age = library()
    try:
        return age.x25519.Identity.from_str("".join(key.split()).upper())
    except age.IdentityError as error:
        raise CopyKeyError from error
