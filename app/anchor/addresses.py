"""Where a timestamp authority is asked: what is an address, what is none, and which can be asked here."""

from __future__ import annotations

from urllib.parse import urlsplit

_SCHEMES = ("http", "https")
_LONGEST = 500


class AddressError(ValueError):
    """What was written is no address of an authority."""


class SecretLineError(OSError):
    """This computer has no library for https."""


def can_speak_secretly() -> bool:
    """Return whether this program can ask by https; the one for Windows comes without the library for it."""
    try:
        import ssl  # noqa: F401
    except ImportError:
        return False
    return True


def check_address(address: str) -> tuple[str, str, int | None, str]:
    """Return scheme, host, port and path of an address.

    Raises:
        AddressError: it is none, or it holds a name and a password.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as error:
        raise AddressError(address) from error
    plain = len(address) <= _LONGEST and address.isascii() and address.isprintable()
    if parts.scheme not in _SCHEMES or not parts.hostname or not plain or " " in address.strip():
        raise AddressError(address)
    if parts.username is not None or parts.fragment:
        raise AddressError(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, parts.hostname, port, path
