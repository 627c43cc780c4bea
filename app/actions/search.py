"""Find words in one case."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from evidence_store import EntryId


def search_case(case: OpenCase, text: str, limit: int) -> tuple[EntryId, ...]:
    """At most ``limit`` entries of this case whose words contain ``text``, newest first."""
    mine = {case.chains.evidence, case.chains.private}
    asked = limit
    while True:
        found = case.vault.search(text, limit=asked)
        here = tuple(entry for entry in found if entry.chain in mine)[:limit]
        if len(here) == limit or len(found) < asked:
            return here
        asked *= 4  # the newest hits were another case's
