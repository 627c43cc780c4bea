"""The page with which a phone closes an envelope, and the link to it. It is built by ``tools/phone_page``."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from app.envelope.errors import PageAddressError, PageMissingError

SEEN_PAGE = Path(__file__).resolve().parents[2] / "resources" / "phone" / "envelope.html"
"""Where the page lies among the program's files."""

_PLACE = b'<meta name="envelope-key" content="">'
_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_LONGEST = 200


def page_for(recipient: str, page: Path = SEEN_PAGE) -> bytes:
    """Return the page with the public key in it, to be handed over as a file.

    Raises:
        PageMissingError: it is not there, or has no place for a key.
    """
    if _KEY.fullmatch(recipient) is None:
        raise ValueError(recipient)
    try:
        built = page.read_bytes()
    except OSError as error:
        raise PageMissingError from error
    if built.count(_PLACE) != 1:
        raise PageMissingError
    return built.replace(_PLACE, _PLACE[:-2] + recipient.encode("ascii") + _PLACE[-2:])


def read_address(written: str) -> str:
    """Return an address as a link has it; "" for none. Raises PageAddressError where no page can stand there."""
    address = written.strip()
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError as error:
        raise PageAddressError(written) from error
    whole = address.isascii() and address.isprintable() and " " not in address
    whole = whole and len(address) <= _LONGEST
    if parts.scheme != "https" or not host or parts.fragment or parts.username or not whole:
        raise PageAddressError(written)
    return address


def link_for(address: str, recipient: str) -> str:
    """Return the link: the key stands behind ``#``, which a browser sends to nobody. Raises PageAddressError."""
    return f"{read_address(address)}#{recipient}"
