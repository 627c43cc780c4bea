"""The logs of colleagues whose exhibits a package holds, as they go along with it.

Of a log that is not ours nothing is shown but its first entry, which nobody can check without, and the part ``object``
of what has the same bytes as a file that goes along: with it the reader can see that these were sealed there.
Everything else leaves as commitments, that of an original too of which a marked copy was taken over. Places, times and
hashes of all entries are there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from msgspec.structs import replace

from app.casework.kinds.dossier import ForeignLog
from evidence_store import EntryId, LedgerChain, PartState, StoredEntry, sealed_sha256, write_ledger

_MOST = 99


def foreign_logs(
    taken_over: Sequence[tuple[EntryId, str]], entries_of: Callable[[str], Iterable[StoredEntry]]
) -> tuple[dict[str, bytes], tuple[ForeignLog, ...]]:
    """Return the texts by their paths, and how the dossier's entry lists them.

    Args:
        taken_over: for each exhibit of the dossier that was taken over its entry in the other chain, and the SHA-256
            of its file where that goes along, "" where it does not.
        entries_of: gives the entries of such a chain, as it is kept.
    """
    shown: dict[str, set[str]] = {}
    for entry, along in taken_over:
        shown.setdefault(entry.chain, set()).update({along} - {""})
    files: dict[str, bytes] = {}
    listed: list[ForeignLog] = []
    for number, chain in enumerate(sorted(shown)[:_MOST], start=1):
        entries = [_as_handed_on(each, shown[chain]) for each in entries_of(chain)]
        path = f"data/ledger/foreign-{number}.txt"
        data = b"".join(write_ledger(LedgerChain(chain, "evidence"), entries))
        files[path] = data
        last = entries[-1]
        listed.append(ForeignLog(path, chain, last.id.seq, last.hash, len(data)))
    return files, tuple(sorted(listed, key=lambda each: each.path.encode()))


def _as_handed_on(entry: StoredEntry, shown: Container[str]) -> StoredEntry:
    opened = {"genesis": entry.id.seq == 0, "object": sealed_sha256(entry) in shown}
    parts = tuple(
        part
        if opened.get(part.name) and part.state is PartState.OPEN
        else replace(part, state=PartState.WITHHELD, salt=None, body=None)
        for part in entry.parts
    )
    return replace(entry, parts=parts)
