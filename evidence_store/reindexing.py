"""Making the search index anew, a slice of entries at a time, so that others get at the vault meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import apsw

from evidence_store import rows, searching
from evidence_store.act import Act
from evidence_store.entries import StoredEntry
from evidence_store.errors import DamagedVaultError

_SLICE = 64


def rebuild(
    act: Callable[[], AbstractContextManager[Act]],
    using: Callable[[], AbstractContextManager[apsw.Connection]],
    take_out: Callable[[], None],
    emptied: Callable[[], None],
    text_of: Callable[[StoredEntry], str],
    version: str,
    give_way: Callable[[], None],
) -> None:
    """Empty the index and fill it again. What is cut off begins anew when it is asked for the next time.

    Args:
        act: begins a transaction.
        using: gives the connection.
        take_out: gets rid of an index that is damaged.
        emptied: told once words can be written again.
        text_of: the words of an entry.
        version: names the way in which ``text_of`` picks words.
        give_way: called between two slices, while nothing is held.
    """
    try:
        with act(), using() as db:
            until = _last(db)
            searching.recreate(db)
            searching.set_index_version(db, "")
    except DamagedVaultError:
        take_out()
        with using() as db:
            until = _last(db)
    emptied()
    since = 0
    while since < until:
        give_way()
        with act(), using() as db:
            names = {n: chain.id for n, chain in rows.chains(db).items()}
            # What is sealed meanwhile brings its own words, and has a number above these.
            found = rows.numbered_rows(db, since, until, _SLICE)
            for row in found:
                words = text_of(rows.as_entry(db, names[row.chain], row))
                searching.drop_words(db, row.n)
                searching.add_words(db, row.n, words)
        since = found[-1].n if found else until
    with act(), using() as db:
        searching.set_index_version(db, version)


def _last(db: apsw.Connection) -> int:
    last: int | None = db.execute("SELECT max(n) FROM entry").get
    return last or 0
