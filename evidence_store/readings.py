"""What a machine has read in the picture of an entry: a cache of its own, beside the index that is made from it.

It is no evidence and stands on no chain; no package or ledger text holds it. Making the search index anew keeps it,
since reading again takes seconds a picture. It goes with the bytes it was read in: a trigger sees to that, so that a
program that does not know the table erases it as well. The table is made with the first reading.
"""

from __future__ import annotations

import apsw
import msgspec

from evidence_store.schema import OBJECT_PART

_TABLE = f"""
CREATE TABLE IF NOT EXISTS reading(
  entry INTEGER PRIMARY KEY,
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  languages TEXT NOT NULL,
  text TEXT NOT NULL,
  words BLOB NOT NULL
);
CREATE TRIGGER IF NOT EXISTS reading_erased AFTER INSERT ON tombstone
WHEN (SELECT name FROM part WHERE n = NEW.part) = '{OBJECT_PART}'
BEGIN DELETE FROM reading WHERE entry = NEW.part / 64; END;
"""
_ERASED = f"""SELECT EXISTS(SELECT 1 FROM part JOIN tombstone ON tombstone.part = part.n
WHERE part.n BETWEEN ?1 * 64 AND ?1 * 64 + 63 AND part.name = '{OBJECT_PART}')"""


class Reading(msgspec.Struct, frozen=True):
    """What was read, and by what.

    Attributes:
        tool: the engine's name.
        version: its version.
        languages: what it was told to expect.
        text: the words, one line of the picture a line.
        words: the same with their places, in the caller's own form.
    """

    tool: str
    version: str
    languages: str
    text: str
    words: bytes


def has_readings(db: apsw.Connection) -> bool:
    """Return whether the table is there."""
    return bool(db.execute("SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE name = 'reading')").get)


def keep(db: apsw.Connection, entry: int, reading: Reading) -> bool:
    """Write it in place of an older one; answer False where the entry's bytes are erased: then nothing is kept."""
    if db.execute(_ERASED, (entry,)).get:
        return False
    db.execute(_TABLE)
    db.execute(
        "INSERT OR REPLACE INTO reading VALUES(?, ?, ?, ?, ?, ?)",
        (entry, *(getattr(reading, field) for field in reading.__struct_fields__)),
    )
    return True


def of_entry(db: apsw.Connection, entry: int) -> Reading | None:
    """Return what was read in the picture of an entry, or None."""
    if not has_readings(db):
        return None
    sql = "SELECT tool, version, languages, text, words FROM reading WHERE entry = ?"
    found = db.execute(sql, (entry,)).fetchone()
    return Reading(*found) if found is not None else None


def entries_read(db: apsw.Connection) -> list[tuple[int, int]]:
    """Return chain and place of all entries whose pictures were read."""
    if not has_readings(db):
        return []
    sql = "SELECT entry.chain, entry.seq FROM reading JOIN entry ON entry.n = reading.entry"
    return [(chain, seq) for chain, seq in db.execute(sql)]


def with_read_words(db: apsw.Connection, entry: int, text: str) -> str:
    """Return an entry's own words, and behind them what was read in its picture."""
    reading = of_entry(db, entry)
    return f"{text}\n{reading.text}" if reading is not None else text
