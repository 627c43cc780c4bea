"""Rows of the vault's own table that leave in no copy but an encrypted one: each written once, the newest one used.

They stand on no chain, so no package, no plain backup and no verifier sees them. Their keys are a name and a number:
``people_key.1``, ``people_key.2`` … A program before wrote ``secret signing 000001``; those rows are read as the oldest
of their name, and no more are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import apsw

from evidence_store.errors import NotSealableError

_NAME = re.compile(r"[a-z]+(_[a-z]+)*")


def read_rows(db: apsw.Connection, name: str) -> tuple[str, ...]:
    """Return the values under a name, oldest first."""
    return _numbered(db, f"secret {name} ") + _numbered(db, f"{name}.")


def _numbered(db: apsw.Connection, beginning: str) -> tuple[str, ...]:
    """Return the values whose keys begin so and end in a number, in order of that."""
    length = len(beginning)
    found = db.execute(
        "SELECT key, value FROM vault WHERE substr(key, 1, ?1) = ?2", (length, beginning)
    ).fetchall()
    numbered = ((str(key)[length:], str(value)) for key, value in found)
    return tuple(
        value for _, value in sorted((int(n), value) for n, value in numbered if n.isdecimal())
    )


def write_row(db: apsw.Connection, name: str, value: str) -> None:
    """Write one more value under a name. Raises NotSealableError: no such name can be."""
    if _NAME.fullmatch(name) is None:
        raise NotSealableError("row name")
    key = f"{name}.{len(read_rows(db, name)) + 1}"
    db.execute("INSERT INTO vault VALUES(?, ?)", (key, value))


def drop_rows(db: apsw.Connection, name: str, unwanted: Callable[[str], bool]) -> None:
    """Delete those of the values under a name that ``unwanted`` is true of, and number the others anew.

    The guard against deleting is put away meanwhile and made again as it was, in the same transaction.
    """
    values = read_rows(db, name)
    left = [value for value in values if not unwanted(value)]
    if len(left) == len(values):
        return
    (guard,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'vault_delete'").fetchall()
    db.execute("DROP TRIGGER vault_delete")
    beginning = f"{name}."
    db.execute("DELETE FROM vault WHERE substr(key, 1, ?) = ?", (len(beginning), beginning))
    db.execute(str(guard[0]))
    for value in left:
        write_row(db, name, value)
