"""What the square code on each page of an exhibit says, as text: written here, and read here from a print. Pure.

Eight fields stand between full stops, in the signs that a QR code packs most tightly (ISO/IEC 18004, alphanumeric):

    BEVIS1 . log . place . code . exhibit . time . picture . link

- ``log`` and ``place`` name the head of the log before the report; ``code`` is its receipt code without spaces.
- ``time`` is when the shown picture was sealed, as YYYYMMDDTHHMMSSZ.
- ``picture`` is the SHA-256 of the picture that is shown, in base32 without padding; empty where none is shown.
- ``link`` is the first 80 bits of the SHA-256 of the link as it is printed, in base32. The link itself never stands in
  the code, and one that is not printed gives no hash: it could be guessed at.

Source: docs/format.md, "Codes on paper".
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from app.dossier.model import Manner, PrintedExhibit, PrintedReceipt
from evidence_store import EntryId

FORMAT = "BEVIS1"
LONGEST = 370
_TIME = "%Y%m%dT%H%M%SZ"
_FIELDS = 8
_LINK_BYTES = 10
CODE_SIGNS = re.compile("[0-9A-HJKMNP-TV-Z]{32}")
"""A receipt code without spaces."""
PLACE_SIGNS = re.compile("0|[1-9][0-9]{0,8}")
"""A place in a log."""


class PageCode(msgspec.Struct, frozen=True):
    """What a page's code says.

    Attributes:
        head: of the log before the report.
        code: its receipt code, in groups of four.
        number: of the exhibit.
        sealed: when the shown picture was sealed, UTC to the second; None where that is not known.
        picture: SHA-256 of the picture that is shown, 64 hex digits; "" without one.
        link: the first 80 bits of the link's SHA-256, 20 hex digits; "" where no link is printed.
    """

    head: EntryId
    code: str
    number: int
    sealed: datetime | None
    picture: str
    link: str


def code_of(exhibit: PrintedExhibit, receipt: PrintedReceipt) -> PageCode:
    """Return the code of an exhibit's pages in a dossier with this head."""
    link = next((row.value for row in exhibit.rows if row.manner is Manner.LINK and row.value), "")
    return PageCode(
        head=receipt.head,
        code=receipt.code,
        number=exhibit.number,
        sealed=_moment(exhibit.sealed),
        picture=exhibit.sha256,
        link=link_hash(link),
    )


def link_hash(link: str) -> str:
    """Return the first 80 bits of a link's SHA-256 in hex; "" for no link."""
    return hashlib.sha256(link.encode("utf-8")).hexdigest()[: 2 * _LINK_BYTES] if link else ""


def page_code_text(code: PageCode) -> str:
    """Return the text that is set as a square: at most ``LONGEST`` of the signs A–Z, 0–9 and full stop."""
    return ".".join(
        (
            FORMAT,
            base32_of(code.head.chain),
            str(code.head.seq),
            code.code.replace(" ", ""),
            str(code.number),
            code.sealed.strftime(_TIME) if code.sealed else "",
            base32_of(code.picture),
            base32_of(code.link),
        )
    )


def read_page_code(text: str) -> PageCode | None:
    """Return what a code says; None where it is none of ours, or not whole."""
    fields = text.split(".") if len(text) <= LONGEST else []
    if len(fields) != _FIELDS or fields[0] != FORMAT:
        return None
    try:
        return _read(*fields[1:])
    except ValueError:
        return None


def _read(
    chain: str, seq: str, code: str, number: str, sealed: str, picture: str, link: str
) -> PageCode:
    if not (
        CODE_SIGNS.fullmatch(code) and PLACE_SIGNS.fullmatch(seq) and PLACE_SIGNS.fullmatch(number)
    ):
        raise ValueError(number)
    moment = datetime.strptime(sealed, _TIME).replace(tzinfo=UTC) if sealed else None
    return PageCode(
        head=EntryId(hex_of(chain, 16), int(seq)),
        code=" ".join(code[at : at + 4] for at in range(0, 32, 4)),
        number=int(number),
        sealed=moment,
        picture=hex_of(picture, 32) if picture else "",
        link=hex_of(link, _LINK_BYTES) if link else "",
    )


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp).astimezone(UTC).replace(microsecond=0)
    except ValueError:
        return None


@lru_cache(maxsize=16)  # the log is that of the page before
def base32_of(digits: str) -> str:
    """Return hex digits in base32, in upper case and without padding."""
    return base64.b32encode(bytes.fromhex(digits)).decode("ascii").rstrip("=")


def hex_of(text: str, length: int) -> str:
    """Return so many bytes in hex from base32. Raises ValueError: it is written otherwise than ``base32_of`` does."""
    found = base64.b32decode(text + "=" * (-len(text) % 8))
    if len(found) != length or base32_of(found.hex()) != text:
        raise ValueError(text)
    return found.hex()
