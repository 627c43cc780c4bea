"""What the locked file with what is only for the person says. Pure: nothing of PDF is loaded for it."""

from __future__ import annotations

import msgspec

from app.dossier.model import PrintedSection


class PrivateFacts(msgspec.Struct, frozen=True):
    """What the file says.

    Attributes:
        title: of the case.
        made_on: the day it is made, in words.
        sections: what was written down, kind by kind.
    """

    title: str
    made_on: str
    sections: tuple[PrintedSection, ...]
