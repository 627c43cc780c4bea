"""Find words in one case, and keep the index for it in order."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.open_case import OpenCase
from app.casework import INDEX_VERSION, Exhibit, Versioned, decode, index_text
from evidence_store import DamagedVaultError, EntryId, Vault

_MORE = 4


def index_is_stale(vault: Vault) -> bool:
    """Whether the search index was made in another way than words are picked now, or is damaged."""
    try:
        return vault.index_damaged or vault.index_version != INDEX_VERSION
    except DamagedVaultError:
        return True


def renew_index(vault: Vault, give_way: Callable[[], None] = lambda: None) -> None:
    """Make the search index anew from the log, whatever became of the old one.

    Args:
        vault: the vault; no entry of it is touched.
        give_way: called between two slices; what it raises ends the work.

    Raises:
        VaultError: it could not be made; the log is as it was.
    """
    vault.rebuild_index(
        lambda entry: index_text(decode(entry).parts), INDEX_VERSION, give_way=give_way
    )


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
