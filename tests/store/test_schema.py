"""The guards: a mistake of our own cannot change what was sealed."""

from __future__ import annotations

import apsw
import pytest

from evidence_store import CaseChains, Vault
from tests.store.building import keep, note


@pytest.fixture
def db(vault: Vault, case: CaseChains) -> apsw.Connection:
    note(vault, case.evidence, "et")
    keep(vault, case.evidence, b"bytes", b"small")
    assert vault._connection is not None
    return vault._connection


STATEMENTS = [
    "{verb} INTO vault VALUES('id', 'x')",
    "{verb} INTO chain SELECT * FROM chain WHERE n = 1",
    "{verb} INTO entry SELECT * FROM entry WHERE n = 1",
    "{verb} INTO entry SELECT * FROM entry WHERE n = (SELECT max(n) FROM entry)",
    "{verb} INTO entry SELECT 99, chain, seq, time, previous, parts_hash, hash, object, size FROM entry WHERE n = 3",
    "{verb} INTO part SELECT * FROM part WHERE n >= 4 * 64",
    "{verb} INTO opening SELECT * FROM opening WHERE part >= 4 * 64",
    "{verb} INTO chunk(object, n, data) SELECT object, n, x'00' FROM chunk",
]


@pytest.mark.parametrize("verb", ["INSERT", "REPLACE", "INSERT OR IGNORE"])
@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_row_can_be_put_in_the_place_of_another(
    db: apsw.Connection, statement: str, verb: str
) -> None:
    before = _everything(db)
    with pytest.raises(apsw.ConstraintError):
        db.execute(statement.format(verb=verb))
    assert _everything(db) == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO vault VALUES('id', 'x') ON CONFLICT(key) DO UPDATE SET value = 'x'",
        "INSERT INTO opening VALUES(256, 's', 'b') ON CONFLICT(part) DO UPDATE SET body = x'00'",
        *(
            f"UPDATE {table} SET rowid = rowid + 1000"
            for table in ("vault", "chain", "entry", "part", "opening", "chunk")
        ),
        *(
            f"DELETE FROM {table}"
            for table in ("vault", "chain", "entry", "part", "opening", "chunk")
        ),
        "UPDATE opening SET body = x'00' WHERE part = 256",
        "UPDATE entry SET object = NULL, size = NULL",
        # a gap, a wrong previous, another entry's parts
        "INSERT INTO entry SELECT 99, chain, 9, time, hash, parts_hash, hash, NULL, NULL FROM entry WHERE n = 4",
        "INSERT INTO entry SELECT 9, chain, seq + 1, time, previous, hash, hash, NULL, NULL FROM entry WHERE n = 4",
        "INSERT INTO part SELECT 64 + 5, name, commitment FROM part WHERE n = 64",
        "INSERT INTO opening SELECT 64 + 5, salt, body FROM opening WHERE part = 64",
        # erasing without being named
        "INSERT INTO tombstone VALUES(3 * 64 + 1, 4)",
        "INSERT INTO tombstone VALUES(3 * 64 + 1, 99)",
        # taking the bytes of a living entry, or adding to them
        "INSERT INTO staged SELECT object, size FROM entry WHERE object IS NOT NULL",
        "INSERT INTO chunk(object, n, data) SELECT object, 1, x'00' FROM entry WHERE object IS NOT NULL",
    ],
)
def test_nothing_sealed_can_be_changed_taken_out_or_added_to(
    db: apsw.Connection, statement: str
) -> None:
    before = _everything(db)
    with pytest.raises(apsw.ConstraintError):
        db.execute(statement)
    assert _everything(db) == before


def test_shadow_tables_of_the_index_and_the_schema_are_closed(db: apsw.Connection) -> None:
    for table in ("words_content", "sqlite_master"):
        with pytest.raises(apsw.SQLError):
            db.execute(f"PRAGMA writable_schema = 1; DELETE FROM {table}")
    assert db.pragma("journal_mode", "off") == "truncate"


def _everything(db: apsw.Connection) -> list[object]:
    tables = ("vault", "chain", "entry", "part", "opening", "tombstone", "chunk", "staged")
    return [list(db.execute(f"SELECT rowid, * FROM {table}")) for table in tables]
