"""What the square code of a receipt says, as text: written here, and read here from paper or a screen. Pure.

Four fields stand between full stops, in the signs that a QR code packs most tightly (ISO/IEC 18004, alphanumeric):

    BEVISK1 . log . place . code

It names an entry of a log and its receipt code, and nothing of what the entry says.

Source: docs/format.md, "Codes on paper".
"""

from __future__ import annotations

import msgspec

from app.dossier.page_code import CODE_SIGNS, PLACE_SIGNS, base32_of, hex_of
from evidence_store import EntryId

FORMAT = "BEVISK1"
LONGEST = 80
_FIELDS = 4


class ReceiptSquare(msgspec.Struct, frozen=True):
    """What the code says: an entry, and its receipt code in groups of four."""

    head: EntryId
    code: str


def receipt_square_text(square: ReceiptSquare) -> str:
    """Return the text that is set as a square: at most ``LONGEST`` of the signs A–Z, 0–9 and full stop."""
    code = square.code.replace(" ", "")
    return ".".join((FORMAT, base32_of(square.head.chain), str(square.head.seq), code))


def read_receipt_square(text: str) -> ReceiptSquare | None:
    """Return what a code says; None where it is none of a receipt, or not whole."""
    fields = text.split(".") if len(text) <= LONGEST else []
    if len(fields) != _FIELDS or fields[0] != FORMAT:
        return None
    _, log, place, code = fields
    try:
        if not (CODE_SIGNS.fullmatch(code) and PLACE_SIGNS.fullmatch(place)):
            return None
        head = EntryId(hex_of(log, 16), int(place))
    except ValueError:
        return None
    return ReceiptSquare(head, " ".join(code[at : at + 4] for at in range(0, len(code), 4)))
