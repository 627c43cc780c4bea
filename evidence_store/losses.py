"""What a file lacks of what head memory holds: an older copy was put back, or a fork of it.

An entry that names a lost head (``Act.restored``) settles it: from then on the fork has a name, and is no alteration.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import msgspec

from evidence_store import rows
from evidence_store.entries import EntryId, Head, StoredEntry
from evidence_store.heads import HeldHeads
from evidence_store.schema import FACTS_PART

RESTORED = b'{"kind":"restored",'


class NamedHead(msgspec.Struct, frozen=True):
    """A head as a ``restored`` entry names it; ``chain`` where it is another chain than the entry's own."""

    seq: int
    hash: str
    chain: str = ""


class RestoredBody(msgspec.Struct, frozen=True, tag_field="kind", tag="restored"):
    """The facts of an entry that names a lost head."""

    version: int
    lost: NamedHead


class Loss(msgspec.Struct, frozen=True):
    """One head that head memory holds and the file lacks.

    Attributes:
        head: the lost head.
        case_id: the case of its chain, "" where the whole chain is not in the file.
        kind: the kind of its chain, "" likewise.
        last: the last place of that chain in the file, None likewise.
        last_time: when that last entry was sealed, "" likewise.
    """

    head: Head
    case_id: str = ""
    kind: str = ""
    last: int | None = None
    last_time: str = ""

    @property
    def forked(self) -> bool:
        """Return whether another entry stands at the lost head's place: how many were lost cannot be told then."""
        return self.last is not None and self.last >= self.head.seq

    @property
    def missing(self) -> int:
        """Return how many entries are missing at least."""
        if self.last is None:
            return self.head.seq + 1
        return max(1, self.head.seq - self.last)


def losses(db: apsw.Connection, held: HeldHeads | None) -> tuple[Loss, ...]:
    """Return the heads that are held, are not in the file, and are named by no entry of it."""
    lost = [head for head in (held.heads if held else ()) if not holds(db, head)]
    if not lost:
        return ()
    known = named_heads(db)
    chains = {chain.id: chain for chain in rows.chains(db).values()}
    ends = rows.heads(db)
    return tuple(
        Loss(
            head,
            case_id=chains[head.chain].case_id if head.chain in chains else "",
            kind=str(chains[head.chain].kind) if head.chain in chains else "",
            last=ends[head.chain].seq if head.chain in ends else None,
            last_time=_time(db, ends[head.chain]) if head.chain in ends else "",
        )
        for head in lost
        if head not in known
    )


def holds(db: apsw.Connection, head: Head) -> bool:
    """Return whether that very entry is in the file."""
    sql = (
        "SELECT EXISTS(SELECT 1 FROM entry WHERE hash = ? AND seq = ? "
        "AND chain = (SELECT n FROM chain WHERE id = ?))"
    )
    return bool(db.execute(sql, (head.hash, head.seq, head.chain)).get)


def restored_body(chain_id: str, lost: Head) -> bytes:
    """Return the facts of an entry of that chain that names a lost head."""
    named: dict[str, int | str] = {"seq": lost.seq, "hash": lost.hash}
    if lost.chain != chain_id:
        named["chain"] = lost.chain
    return msgspec.json.encode({"kind": "restored", "version": 1, "lost": named})


def named_heads(db: apsw.Connection) -> set[Head]:
    """Return every lost head that an entry of the file names."""
    sql = (
        "SELECT chain.id, entry.seq, opening.body FROM opening JOIN entry ON entry.n = opening.part / 64 "
        "JOIN chain ON chain.n = entry.chain WHERE opening.part % 64 = 0 AND substr(opening.body, 1, ?) = ?"
    )
    found = db.execute(sql, (len(RESTORED), RESTORED))
    return {head for chain, seq, body in found for head in _named(EntryId(chain, seq), body)}


def heads_named_by(entry: StoredEntry) -> Iterator[Head]:
    """Yield the head that an entry names as lost, if it does."""
    facts = entry.part(FACTS_PART)
    return _named(entry.id, facts.body if facts else None)


def _named(id: EntryId, body: bytes | None) -> Iterator[Head]:
    if body is None or not body.startswith(RESTORED):
        return
    try:
        lost = msgspec.json.decode(body, type=RestoredBody).lost
    except (msgspec.MsgspecError, UnicodeError):
        return
    yield Head(lost.chain or id.chain, lost.seq, lost.hash)


def _time(db: apsw.Connection, head: Head) -> str:
    return rows.entry_row(db, EntryId(head.chain, head.seq)).time
