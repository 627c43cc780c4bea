"""Links: which platform one leads to, and how it looks without what only follows whoever opens it.

Tracking parameters and sign-in names name the visit, the device or the person that a link was given to; a page is
found without them. The names are those that browsers and cleaners take away: the query stripping lists of Firefox and
Brave, the rules of ClearURLs and Neat URL, and what the platforms themselves put on shared links (looked through in
November 2026). What is not listed stays as it is, so a link that is cut still leads to the post.

Platforms are known by the name of their hosts. The table is data: resources/platforms.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, unquote, urlsplit

import msgspec

from app.casework.errors import CaseworkError

_ANYWHERE = frozenset(
    {
        # Meta: click, share and session
        *("fbclid", "mibextid", "igshid", "igsh", "extid", "rdid", "sfnsn", "paipv", "eav", "acontext", "idorvanity"),
        *("__cft__", "__tn__", "__xts__", "__eep__", "__so__", "__rv__", "_rdr", "_rdc", "wtsid", "share_url"),
        *("ref", "refid", "refsrc", "fref", "hc_ref", "hc_location", "ref_src", "ref_url", "ref_notif_type"),
        *("notif_id", "notif_t", "surface", "locale_hint"),
        # Google, Microsoft, X, TikTok, LinkedIn, Snapchat, Yandex: click
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "ved", "ei", "sca_esv"),
        *("msclkid", "twclid", "ttclid", "li_fat_id", "sccid", "yclid", "ysclid", "_openstat"),
        # who shared it, and from where
        *("si", "share_id", "shareid", "share_link_id", "shared_from", "sender_device", "sender_web_id"),
        *("is_from_webapp", "is_copy_url", "u_code", "_r", "_t", "trk", "trkinfo", "lipi", "rcm", "originalsubdomain"),
        # mail and campaigns
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_anon_id", "oly_enc_id", "wickedid"),
        *("ncid", "cmpid", "at_campaign", "at_medium", "s_cid", "igu"),
    }
)  # fmt: skip
_BEGINNINGS = (
    "utm_",
    "hsa_",
    "pk_",
    "mtm_",
    "matomo_",
    "itm_",
    "pd_rd_",
    "pf_rd_",
    "share_app_",
    "__hst",
)
# Too short to be taken away from every link: only where the host is known to mean tracking by them.
_ON_HOST = {
    "twitter.com": frozenset({"s", "t", "cxt"}),
    "x.com": frozenset({"s", "t", "cxt"}),
    "l.facebook.com": frozenset({"h", "c", "s"}),
    "lm.facebook.com": frozenset({"h", "c", "s"}),
    "youtube.com": frozenset({"feature", "pp"}),
    "youtu.be": frozenset({"feature", "pp"}),
    "reddit.com": frozenset({"rdt"}),
}
_WORDS = re.compile(r"(\s+)")
_SIGN_IN = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#\s]*@", re.IGNORECASE)
_DEEPEST = 3


def cut_link(text: str) -> str:
    """The link, or each of several in a text, without tracking parameters; everything else as it was typed."""
    return "".join(_cut(word, 0) for word in _WORDS.split(text))


def _cut(word: str, depth: int) -> str:
    word = _SIGN_IN.sub(r"\1", word)
    before, mark, fragment = word.partition("#")
    path, asked, query = before.partition("?")
    host = _host(path)
    query_told = _pieces(query, host, depth)
    # A fragment with values in it is read by the page as a query is.
    fragment_told = _pieces(fragment, host, depth) if "=" in fragment else fragment
    if query_told or query == query_told:
        path += asked + query_told
    if fragment_told or fragment == fragment_told:
        path += mark + fragment_told
    return path


def _pieces(query: str, host: str, depth: int) -> str:
    kept = []
    for piece in query.split("&"):
        name, equals, value = piece.partition("=")
        if _tracks(unquote(name).casefold(), host):
            continue
        inner = unquote(value)
        if depth < _DEEPEST and inner.casefold().startswith(("https://", "http://")):
            cut = _cut(inner, depth + 1)
            value = value if cut == inner else quote(cut, safe="")
        kept.append(f"{name}{equals}{value}")
    return "&".join(kept)


def _tracks(name: str, host: str) -> bool:
    name = name.partition("[")[0]
    if name in _ANYWHERE or name.startswith(_BEGINNINGS):
        return True
    return any(
        name in names and (host == known or host.endswith(f".{known}"))
        for known, names in _ON_HOST.items()
    )


def _host(path: str) -> str:
    try:
        return (urlsplit(path if "//" in path else f"//{path}").hostname or "").casefold()
    except ValueError:
        return ""


class LinkForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of link of a platform looks, and what is made from its pieces; read in link_parts.py.

    Attributes:
        path: a pattern whose named groups are pieces.
        query: parameters that are pieces too, by the names of those; all of them have to be there.
        hosts: the hosts it holds for; all of the platform's where there are none.
        keep: parameters that name a comment of the post.
        permalink: the link that stays; "" where the link names no post.
        profile: the link of who wrote it; "" where the link does not tell.
        handle: their name on the platform.
        platform_id: what stays the same when they change that.
    """

    path: str
    query: dict[str, str] = {}
    hosts: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    permalink: str = ""
    profile: str = ""
    handle: str = ""
    platform_id: str = ""


class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A platform and the hosts its links lead to, without ``www.``; a subdomain belongs to its host."""

    name: str
    hosts: tuple[str, ...]
    link: tuple[LinkForm, ...] = ()


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
    platform = platform_of(_host(url.strip()), platforms)
    return platform.name if platform is not None else ""


def platform_of(host: str, platforms: Sequence[Platform]) -> Platform | None:
    """Return the platform that a host belongs to."""
    return next((each for each in platforms if belongs(host, each.hosts)), None)


def belongs(host: str, hosts: Sequence[str]) -> bool:
    """Return whether a host is one of these, or lies below one."""
    return any(host == known or host.endswith(f".{known}") for known in hosts)
