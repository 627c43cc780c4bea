"""Find words in one case."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.casework import Exhibit, Versioned
from evidence_store import EntryId

_MORE = 4


def search_case(case: OpenCase, text: str, limit: int) -> tuple[EntryId, ...]:
    """Things of this case whose words contain ``text``, each once, the newest words first.

    A note that was corrected is one thing: words that stood in it before find it too.

    Args:
        case: where to look; hits in the vault's other cases are passed over.
        text: part of a word is enough; letter case does not count.
        limit: how many at the most.

    Returns:
        The entry that names each thing, as lists show it.
    """
    mine = {case.chains.evidence, case.chains.private}
    asked = limit
    while asked > 0:
        found = case.vault.search(text, limit=asked)
        things = {_name(case, entry): None for entry in found if entry.chain in mine}
        if len(things) >= limit or len(found) < asked:
            return tuple(things)[:limit]
        asked *= _MORE  # the newest hits were another case's, or of the same things
    return ()


def _name(case: OpenCase, entry: EntryId) -> EntryId:
    """The entry by which the thing is known that an entry made or changed."""
    match case.state.thing_of(entry):
        case Exhibit(original=original):
            return original
        case Versioned(id=first):
            return first
        case _:
            return entry
