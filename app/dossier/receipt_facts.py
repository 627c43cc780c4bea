"""What a receipt on paper tells."""

from __future__ import annotations

import msgspec

from evidence_store import EntryId


class ReceiptFacts(msgspec.Struct, frozen=True):
    """What stands on the sheet: nothing of what the case is about.

    Attributes:
        head: the entry that the code stands for.
        code: its receipt code, in groups of four.
        sealed_at: when the entry was sealed, in words.
        made_on: the day, in words.
        owner: who gives it, or "".
    """

    head: EntryId
    code: str
    sealed_at: str
    made_on: str
    owner: str = ""
