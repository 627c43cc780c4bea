"""What a sheet for a witness tells."""

from __future__ import annotations

import msgspec

from app.dossier.receipt_square import ReceiptSquare


class WitnessFacts(msgspec.Struct, frozen=True):
    """What stands on the sheet.

    Attributes:
        number: of the exhibit.
        code: its receipt code as people read it, with place and check letters.
        square: the same for a machine.
        words: what is offered to sign.
        made_on: the day, in words.
    """

    number: int
    code: str
    square: ReceiptSquare
    words: str
    made_on: str
