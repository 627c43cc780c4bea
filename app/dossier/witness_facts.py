"""What a sheet for a witness tells."""

from __future__ import annotations

import msgspec


class WitnessFacts(msgspec.Struct, frozen=True):
    """What stands on the sheet.

    Attributes:
        number: of the exhibit.
        code: its receipt code as people read it, with place and check letters.
        words: what is offered to sign.
        made_on: the day, in words.
    """

    number: int
    code: str
    words: str
    made_on: str
