"""Which platform a link leads to, by the name of its host. The table is data: resources/platforms.toml."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from app.casework.errors import CaseworkError


class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A platform and the hosts its links lead to, without ``www.``; a subdomain belongs to its host."""

    name: str
    hosts: tuple[str, ...]


class PlatformTableError(CaseworkError):
    """The table of platforms cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    platform: tuple[Platform, ...]


def read_platforms(table: bytes) -> tuple[Platform, ...]:
    """Read the table.

    Raises:
        PlatformTableError: it is not of the expected form.
    """
    try:
        return msgspec.toml.decode(table, type=_Table).platform
    except (msgspec.MsgspecError, ValueError) as error:
        raise PlatformTableError(str(error)) from error


def guess_platform(url: str, platforms: Sequence[Platform]) -> str:
    """The platform's name, or "" where the link leads elsewhere or is none."""
    text = url.strip()
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    for platform in platforms:
        for known in platform.hosts:
            if host == known or host.endswith(f".{known}"):
                return platform.name
    return ""
