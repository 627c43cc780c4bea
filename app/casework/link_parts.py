"""What a link says by itself: the post it leads to, and who wrote that, by the names that stay.

The forms are data: resources/platforms.toml. Nothing is opened or asked; what a link does not say is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, quote, unquote, urlsplit

import msgspec

from app.casework.links import LinkForm, Platform, belongs, platform_of

_LONGEST = 2_000


class LinkParts(msgspec.Struct, frozen=True):
    """What a link says; "" where it does not.

    Attributes:
        platform: its name.
        permalink: the post, without what follows whoever opens it.
        profile_url: who wrote it.
        handle: their name on the platform.
        platform_id: what stays the same when they change that.
    """

    platform: str = ""
    permalink: str = ""
    profile_url: str = ""
    handle: str = ""
    platform_id: str = ""


def read_link(url: str, platforms: Sequence[Platform]) -> LinkParts:
    """Return what a link says; nothing where it is none, or of no platform that is known."""
    text = url.strip()
    if len(text) > _LONGEST:
        return LinkParts()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host = (parts.hostname or "").casefold()
    except ValueError:
        return LinkParts()
    platform = platform_of(host, platforms)
    if platform is None:
        return LinkParts()
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    for form in platform.link:
        pieces = _pieces(form, host, unquote(parts.path), asked)
        if pieces is not None:
            return _made(platform.name, form, pieces, asked)
    return LinkParts(platform.name)


def _pieces(form: LinkForm, host: str, path: str, asked: dict[str, str]) -> dict[str, str] | None:
    found = re.search(form.path, path)
    if found is None or (form.hosts and not belongs(host, form.hosts)):
        return None
    if not all(name in asked for name in form.query.values()):
        return None
    pieces = {name: asked[query] for name, query in form.query.items()}
    return pieces | {name: piece or "" for name, piece in found.groupdict().items()}


def _made(
    platform: str, form: LinkForm, pieces: dict[str, str], asked: dict[str, str]
) -> LinkParts:
    kept = [name for name in form.keep if name in asked]
    safe = {name: quote(piece, safe=":@-._~") for name, piece in pieces.items()}
    permalink = form.permalink.format_map(safe)
    if permalink and kept:
        comment = "&".join(f"{name}={quote(asked[name], safe='')}" for name in kept)
        permalink += ("&" if "?" in permalink else "?") + comment
    if kept:
        return LinkParts(platform, permalink)
    return LinkParts(
        platform,
        permalink,
        form.profile.format_map(safe),
        form.handle.format_map(pieces),
        form.platform_id.format_map(pieces),
    )
