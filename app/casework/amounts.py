"""Amounts of money and whole numbers, as people type them. Pure.

An amount is kept in whole øre. Understood: ``1250``, ``1.250``, ``1.250,50 kr.``, ``1 250,5``, ``DKK 1,250.50``. Where
both signs stand in it, the last one parts the øre. One alone with three digits behind it parts thousands if it is a
point, and is refused if it is a comma: 1,250 is one krone and a quarter in Danish, and a thousand in English.
"""

from __future__ import annotations

import re

from app.casework.errors import AmountError, NumberError

MOST_OERE = 10**12  # ten thousand million kroner: more is a slip, and all of it fits a body
_AMOUNT = re.compile(r"(?:dkk|kr\.?)? ?(?P<number>[0-9][0-9., ]*?)(?:,-)? ?(?:dkk|kr\.?|kroner)?")
_WHOLE = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,9}) ?(?:%|procent|pct\.?|per cent|percent)?")


def parse_amount(typed: str) -> int:
    """Return an amount in øre; 0 where nothing is said. Raises AmountError: it is none, or can be read in two ways."""
    text = " ".join(typed.lower().split())
    if not text:
        return 0
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise AmountError(typed)
    number = match["number"].strip()
    point, comma = number.rfind("."), number.rfind(",")
    if point > comma >= 0:  # as English has it
        number = number.replace(",", " ").replace(".", ",")
    elif comma < 0 and point >= 0 and len(number) - point - 1 in (1, 2) and number.count(".") == 1:
        number = number.replace(".", ",")
    whole, _, part = number.partition(",")
    if not _WHOLE.fullmatch(whole) or ("," in number and not re.fullmatch(r"[0-9]{1,2}", part)):
        raise AmountError(typed)
    oere = int(re.sub(r"[. ]", "", whole)) * 100 + int(part.ljust(2, "0") or 0)
    if oere > MOST_OERE:
        raise AmountError(typed)
    return oere


def parse_number(typed: str, lowest: int, highest: int) -> int:
    """Return a whole number; 0 where nothing is said. Raises NumberError: it is none, or none that can be meant."""
    text = " ".join(typed.lower().split())
    if not text:
        return 0
    match = _NUMBER.fullmatch(text)
    number = int(match["number"]) if match else -1
    if match is None or not lowest <= number <= highest:
        raise NumberError(typed, lowest, highest)
    return number
