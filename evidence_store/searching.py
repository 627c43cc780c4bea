"""The search index: a cache over words that the caller hands in.

Both sides are made alike (NFC, case folded), so Æ finds æ however it was typed. From three letters on
the trigram index answers; below that all words are looked through. Newest first.
"""

from __future__ import annotations

import re
import unicodedata

import apsw

from evidence_store.fault_translation import UNREADABLE
from evidence_store.schema import CACHE_VERSION, WORDS_TABLE

_SHORTEST = 3
_DAMAGED = "damaged"
_VERSION_OF = {"words": "words_text", "thumbnail": "thumbnail"}
_PUT = "INSERT INTO cache VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET version = ?2"
_GLOB_SIGNS = re.compile(r"[*?\[]")


def index_form(text: str) -> str:
    """Return the form in which text is kept in the index and looked for."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    # The index ends a text at a zero character, and cannot take half of a surrogate pair.
    return folded.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def add_words(db: apsw.Connection, entry: int, text: str) -> None:
    """Make an entry's words findable, in place of what it had before; without words it is taken out."""
    words = index_form(text)
    if words.strip():
        db.execute("INSERT INTO words(rowid, text) VALUES(?, ?)", (entry, words))


def drop_words(db: apsw.Connection, entry: int) -> None:
    """Take an entry's words out of the index and of its pages."""
    db.execute("DELETE FROM words WHERE rowid = ?", (entry,))


def optimise(db: apsw.Connection) -> None:
    """Rewrite the index, so that nothing deleted is left in it."""
    db.execute("INSERT INTO words(words) VALUES('optimize')")


def can_be_read(db: apsw.Connection) -> bool:
    """Return whether the index answers: where it does not, writing to it would end the whole transaction."""
    try:
        db.execute("SELECT rowid FROM words WHERE words MATCH '\"aaa\"' LIMIT 1").fetchall()
    except UNREADABLE:
        return False
    return True


def find_entries(db: apsw.Connection, text: str, limit: int) -> list[int]:
    """Return the numbers of entries whose words contain the text, newest first."""
    wanted = index_form(text).strip()
    if not wanted or limit <= 0:
        return []
    if len(wanted) < _SHORTEST:
        # GLOB looks at letters as they are, and over the table's own content, past the index's machinery.
        pattern = "*" + _GLOB_SIGNS.sub(r"[\g<0>]", wanted) + "*"
        sql = "SELECT id FROM words_content WHERE c0 GLOB ? ORDER BY id DESC LIMIT ?"
        return [n for (n,) in db.execute(sql, (pattern, limit))]
    phrase = '"' + wanted.replace('"', '""') + '"'
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [n for (n,) in db.execute(sql, (phrase, limit))]


def index_version(db: apsw.Connection) -> str:
    """Return what the caller last said of how the words were picked; "" when the index is of an older make."""
    kept: dict[str, str] = dict(db.execute("SELECT name, version FROM cache"))
    version = kept.get("words_text", "") if kept.get("words") == CACHE_VERSION else ""
    return "" if version == _DAMAGED else version


def mark_damaged(db: apsw.Connection, cache: str) -> None:
    """Note for later that a cache is damaged."""
    db.execute(_PUT, (_VERSION_OF[cache], _DAMAGED))


def damaged_caches(db: apsw.Connection) -> set[str]:
    """Return the caches that are known to be damaged."""
    kept: dict[str, str] = dict(db.execute("SELECT name, version FROM cache"))
    return {cache for cache, name in _VERSION_OF.items() if kept.get(name) == _DAMAGED}


def set_index_version(db: apsw.Connection, version: str) -> None:
    """Note how the words in the index were picked."""
    db.execute(_PUT, ("words", CACHE_VERSION))
    db.execute(_PUT, ("words_text", version))


def recreate(db: apsw.Connection) -> None:
    """Make the index anew, empty."""
    db.execute("DROP TABLE IF EXISTS words")
    db.execute(WORDS_TABLE)
