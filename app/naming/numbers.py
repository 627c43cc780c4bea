"""Numbers and addresses in a text that tell who somebody is or where they live. Pure.

What is found is a likeness, never a claim: a person looks at each. Sources of the forms: cpr.dk on civil registration
numbers (a day of birth and four digits, no check digit that can be relied on since 2007), Danish number plates (two
letters and five digits), the Danish numbering plan (eight digits).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

import msgspec

from app.vocabulary import Likeness

_DASH = "[-\u2010-\u2015]"
_CPR = re.compile(
    rf"(?<![\d\-\u2010-\u2015.,/])(\d\d)([. ]?)(\d\d)\2(\d\d)(\s?{_DASH}\s?|[ .]?)(\d{{4}})(?![\d]|{_DASH}\d|[.,]\d)"
)
_NOT_OF_PEOPLE = re.compile(
    r"(?:ordre|order|faktura|invoice|konto|account|reg|vare|serie|kvittering|receipt|bestilling|cvr|ean|p-?nr|pakke"
    r"|track\w*|sags?|journal|j|id)[\s\-]*(?:nummer|number|nr|no|id)?\.?\s*[:#]?\s*$|#\s*$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d\-\w])(?:(?:\+|00)45[ \-]?)?(?:\d\d(?P<apart>[ .]?)\d\d(?P=apart)\d\d(?P=apart)\d\d|\d{4}[ \-]\d{4}"
    r"|\d{3}[ ]\d{2}[ ]\d{3})(?![\d\-]|[.,]\d)"
)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_STREET = (
    "vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|vænge|vænget|plads|pladsen|torv|torvet|boulevard|"
    "boulevarden|park|parken|bakke|bakken|have|haven|have|stien|sti|kvarter|ager|toften|toft|lunden|krogen|dal|"
    "dalen|kaj|kajen|bro|stykket|marken|mark|høj|højen|banke|banken|gård|gården|gaard|vang|vangen|led"
)
_ADDRESS = re.compile(
    rf"(?<!\w)(?:[A-ZÆØÅ][\wæøåéü.]*[ ]){{0,2}}(?:[A-ZÆØÅ][\wæøåé]*?(?:{_STREET})"
    r"|[A-ZÆØÅ]\w+[ ](?i:vej|gade|allé|alle|plads|torv|boulevard|park))"
    r"[ ]\d{1,3}[ ]?[A-Za-z]?(?!\w)"
    r"(?:,?[ ](?:st|kl|\d{1,2})(?!\d)\.?(?:[ ]?(?:sal|th|tv|mf)\.?(?!\w)){0,2})?"
    r"(?:,?\s{1,2}(?:DK-)?\d{4}[ ][A-ZÆØÅ][\wæøå]+(?:[ ][A-ZÆØÅ][\wæøå]*)?)?"
)
_PLATE = re.compile(r"(?<![\w\-])[A-ZÆØÅ]{2}[ ]?\d{2}[ ]?\d{3}(?![\w\-]|[ ]\d)")
_NO_PLATE = frozenset({"DK", "NR", "KR", "KL", "TL", "CA"})


class Likely(msgspec.Struct, frozen=True):
    """A place in a text.

    Attributes:
        start: of the letters.
        end: behind the last one.
        likeness: what they look like.
    """

    start: int
    end: int
    likeness: Likeness


def find_numbers(text: str) -> tuple[Likely, ...]:
    """Return what looks like a civil registration number, telephone, mail, address or plate, in order, none twice."""
    kept: list[Likely] = []
    for likely in _found(text):
        if not any(likely.start < other.end and other.start < likely.end for other in kept):
            kept.append(likely)
    return tuple(sorted(kept, key=lambda each: each.start))


def _found(text: str) -> Iterator[Likely]:
    for match in _MAIL.finditer(text):
        yield Likely(match.start(), match.end(), Likeness.MAIL)
    for match in _CPR.finditer(text):
        if _is_day(match) and not _of_a_thing(text, match):
            yield Likely(match.start(), match.end(), Likeness.CPR)
    for match in _ADDRESS.finditer(text):
        yield Likely(match.start(), match.end(), Likeness.ADDRESS)
    for match in _PLATE.finditer(text):
        if match[0][:2] not in _NO_PLATE:
            yield Likely(match.start(), match.end(), Likeness.PLATE)
    for match in _PHONE.finditer(text):
        if not _NOT_OF_PEOPLE.search(text[max(0, match.start() - 20) : match.start()]):
            yield Likely(match.start(), match.end(), Likeness.PHONE)


def _is_day(match: re.Match[str]) -> bool:
    """Return whether the six digits are a day of the century that the seventh digit tells (cpr.dk)."""
    day, month, year = int(match[1]), int(match[3]), int(match[4])
    if not 1 <= month <= 12:
        return False
    seventh = int(match[6][0])
    if seventh <= 3:
        century = 1900
    elif seventh in {4, 9}:
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    return 1 <= day <= monthrange(century + year, month)[1]


def _of_a_thing(text: str, match: re.Match[str]) -> bool:
    """Return whether the words before say that it is the number of an order or the like."""
    if re.search(_DASH, match[5]):
        return False
    return _NOT_OF_PEOPLE.search(text[max(0, match.start() - 24) : match.start()]) is not None
