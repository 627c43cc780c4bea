"""Bytes to words: which codings are known, all loaded before files can no longer be opened."""

from __future__ import annotations

import codecs

_CHARSETS = (
    *(
        "utf-8",
        "ascii",
        "latin-1",
        "cp1252",
        "iso-8859-15",
        "cp1250",
        "cp1251",
        "cp437",
        "cp850",
        "utf-16",
        "utf-16-le",
    ),
    *(
        "utf-7",
        "koi8-r",
        "gb18030",
        "big5",
        "shift_jis",
        "euc-jp",
        "euc-kr",
        "iso-2022-jp",
        "iso-8859-2",
        "utf-8-sig",
    ),
    *(
        "iso-8859-9",
        "cp1254",
        "cp1257",
        "mac-roman",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
    ),
)


def load() -> object:
    """Load every coding, and the names of HTML's letters."""
    import html.entities

    return html.entities, [codecs.lookup(name) for name in _CHARSETS]


def decoded(data: bytes, charset: str) -> str:
    """Return words in the named coding, else as UTF-8, else as Western letters."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, ValueError, OSError):
            continue
    return data.decode("latin-1")
