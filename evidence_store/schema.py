"""The tables of a vault, and the guards that keep them append-only against mistakes of our own.

Ledger: ``vault``, ``chain``, ``entry``, ``part`` are written once. A part's salt and body (``opening``) go only
when a tombstone names the part. Bytes lie in ``chunk``; they go only while ``staged`` lists their object, and
it lists none that a living entry holds. ``thumbnail`` and ``words`` are caches, ``draft`` is a scratch pad.

A guard is a trigger before INSERT as well, since REPLACE and UPSERT delete without firing a DELETE trigger
unless recursive triggers are on. Columns and rules: docs/format.md, "Tables".
"""

from __future__ import annotations

FORMAT_VERSION = 1  # of what a genesis states, and of a file with chains of its own alone
FOREIGN_VERSION = (
    2  # of a file that keeps somebody else's chain too: programs that cannot read it refuse it
)
APPLICATION_ID = 0x42766D70  # "Bvmp"
CACHE_VERSION = "1"

PARTS_PER_ENTRY = 64
OBJECT_PART = "object"
GENESIS_PART = "genesis"
FACTS_PART = "facts"

_TABLES = """
CREATE TABLE vault(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE chain(
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK(length(id) = 32),
  case_id TEXT NOT NULL CHECK(length(case_id) = 32),
  kind TEXT NOT NULL
);
CREATE TABLE entry(
  n INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK(seq >= 0),
  time TEXT NOT NULL CHECK(length(time) = 24),
  previous TEXT NOT NULL CHECK(length(previous) = 64),
  parts_hash TEXT NOT NULL CHECK(length(parts_hash) = 64),
  hash TEXT NOT NULL CHECK(length(hash) = 64),
  object INTEGER,
  size INTEGER CHECK((size IS NULL) = (object IS NULL)),
  UNIQUE(chain, seq)
);
CREATE INDEX entry_object ON entry(size, object) WHERE object IS NOT NULL;
CREATE TABLE part(
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  commitment TEXT NOT NULL CHECK(length(commitment) = 64)
);
CREATE TABLE opening(
  part INTEGER PRIMARY KEY,
  salt TEXT NOT NULL CHECK(length(salt) = 64),
  body BLOB NOT NULL
);
CREATE TABLE tombstone(part INTEGER PRIMARY KEY, entry INTEGER NOT NULL);
CREATE TABLE chunk(
  object INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK(n >= 0),
  data BLOB NOT NULL,
  UNIQUE(object, n)
);
CREATE TABLE staged(object INTEGER PRIMARY KEY, size INTEGER NOT NULL);
CREATE TABLE thumbnail(entry INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE draft(key TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL, at TEXT NOT NULL);
CREATE TABLE cache(name TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL);
"""

WORDS_TABLE = """
CREATE VIRTUAL TABLE words USING fts5(text, tokenize='trigram case_sensitive 1');
INSERT INTO words(words, rank) VALUES('secure-delete', 1);
INSERT INTO words(words, rank) VALUES('automerge', 2);
"""


def _guard(table: str, event: str, when: str = "") -> str:
    condition = f"WHEN {when} " if when else ""
    name = f"{table}_{event.lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, 'append only: {name}'); END;\n"
    )


_ONCE = {"vault": "key", "chain": "n", "entry": "n", "part": "n", "opening": "part"}

# A part is erased only by an entry whose own facts list it.
_NAMED_BY_ENTRY = """EXISTS(
  SELECT 1 FROM opening AS facts, json_each(CAST(facts.body AS TEXT), '$.targets') AS target,
    json_each(target.value, '$.parts') AS named, part, entry, chain
  WHERE facts.part = NEW.entry * 64
    AND json_extract(CAST(facts.body AS TEXT), '$.kind') = 'tombstone'
    AND part.n = NEW.part AND entry.n = NEW.part / 64 AND chain.n = entry.chain
    AND json_extract(target.value, '$.chain') = chain.id
    AND json_extract(target.value, '$.seq') = entry.seq
    AND named.value = part.name)"""

# The part "object" of an entry that holds these bytes is not erased.
_LIVING = """EXISTS(
  SELECT 1 FROM entry WHERE entry.size = NEW.size AND entry.object = NEW.object AND NOT EXISTS(
    SELECT 1 FROM part JOIN tombstone ON tombstone.part = part.n
    WHERE part.n BETWEEN entry.n * 64 AND entry.n * 64 + 63 AND part.name = 'object'))"""

# All that may change in an entry: which object it holds, and its size, are forgotten once that part is erased.
_EMPTIED = """NEW.object IS NULL AND NEW.size IS NULL
  AND (NEW.n, NEW.chain, NEW.seq, NEW.time, NEW.previous, NEW.parts_hash, NEW.hash)
    = (OLD.n, OLD.chain, OLD.seq, OLD.time, OLD.previous, OLD.parts_hash, OLD.hash)
  AND EXISTS(
    SELECT 1 FROM part JOIN tombstone ON tombstone.part = part.n
    WHERE part.n BETWEEN OLD.n * 64 AND OLD.n * 64 + 63 AND part.name = 'object')"""

_GUARDS = (
    "".join(
        _guard(table, "INSERT", f"EXISTS(SELECT 1 FROM {table} WHERE {key} = NEW.{key})")
        for table, key in _ONCE.items()
    )
    + "".join(
        _guard(table, "UPDATE")
        for table in (*_ONCE, "tombstone", "chunk", "staged")
        if table != "entry"
    )
    + _guard("entry", "UPDATE", f"NOT ({_EMPTIED})")
    + "".join(_guard(table, "DELETE") for table in ("vault", "chain", "entry", "part", "tombstone"))
    + _guard(
        "opening",
        "DELETE",
        "NOT EXISTS(SELECT 1 FROM tombstone WHERE tombstone.part = OLD.part)",
    )
    + "CREATE TRIGGER entry_follows BEFORE INSERT ON entry WHEN "
    "NEW.seq <> coalesce((SELECT max(seq) + 1 FROM entry WHERE chain = NEW.chain), 0) "
    "OR NEW.previous <> coalesce((SELECT hash FROM entry WHERE chain = NEW.chain AND seq = NEW.seq - 1), "
    f"'{'0' * 64}') BEGIN SELECT RAISE(ABORT, 'append only: entry_follows'); END;\n"
    + "CREATE TRIGGER part_of_newest BEFORE INSERT ON part WHEN "
    "NEW.n / 64 <> (SELECT max(n) FROM entry) "
    "BEGIN SELECT RAISE(ABORT, 'append only: part_of_newest'); END;\n"
    + "CREATE TRIGGER opening_of_newest BEFORE INSERT ON opening WHEN "
    "NEW.part / 64 <> (SELECT max(n) FROM entry) "
    "BEGIN SELECT RAISE(ABORT, 'append only: opening_of_newest'); END;\n"
    + _guard(
        "tombstone",
        "INSERT",
        f"EXISTS(SELECT 1 FROM tombstone WHERE part = NEW.part) OR NOT {_NAMED_BY_ENTRY}",
    )
    + _guard(
        "chunk",
        "INSERT",
        "NOT EXISTS(SELECT 1 FROM staged WHERE staged.object = NEW.object) OR "
        "EXISTS(SELECT 1 FROM chunk WHERE object = NEW.object AND n = NEW.n)",
    )
    + _guard("chunk", "DELETE", "NOT EXISTS(SELECT 1 FROM staged WHERE staged.object = OLD.object)")
    + _guard("staged", "INSERT", _LIVING)
)

SCHEMA = _TABLES + _GUARDS + WORDS_TABLE
