"""Several numbered things in few words: Exhibits 1–4, 7 rather than each of them by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.casework import listed
from app.language import Language

_NUMBER = "\0"
_RANGE_FROM = 3
"""From so many numbers in a row on, the first and the last stand for all of them."""


def in_ranges(numbers: Iterable[int]) -> str:
    """Return different numbers in their order, a row of them as its ends: 1–4, 7, 8."""
    said: list[str] = []
    for first, last in _rows(sorted(set(numbers))):
        row = range(first, last + 1)
        said += [f"{first}–{last}"] if len(row) >= _RANGE_FROM else [str(each) for each in row]
    return ", ".join(said)


def gathered(names: Sequence[str], language: Language) -> str:
    """Return what things are called, as one list: exhibits, incidents and entries of the log each once, with numbers.

    A name that is none of these stands as it is. Each stands where the first of its sort stood.
    """
    sorts = _sorts(language)
    found: dict[str, list[int]] = {}
    for name in names:
        sort, number = _sort_of(name, sorts)
        found.setdefault(sort or name, []).extend(number)
    return listed(
        *(_called(each, numbers, language) if numbers else each for each, numbers in found.items())
    )


def _rows(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[start], number
            start = at + 1


def _sorts(language: Language) -> dict[str, str]:
    text = language.text
    return {
        "exhibit": text("Exhibit {number}", number=_NUMBER),
        "incident": text("Incident {number}", number=_NUMBER),
        "entry": text("Entry {seq} in the case’s log", seq=_NUMBER),
    }


def _sort_of(name: str, sorts: dict[str, str]) -> tuple[str, list[int]]:
    for sort, called in sorts.items():
        before, _, after = called.partition(_NUMBER)
        number = name.removeprefix(before).removesuffix(after)
        if number.isdecimal() and name == f"{before}{number}{after}":
            return sort, [int(number)]
    return "", []


def _called(sort: str, numbers: Sequence[int], language: Language) -> str:
    said, many = in_ranges(numbers), len(set(numbers))
    match sort:
        case "exhibit":
            return language.plural("Exhibit {numbers}", "Exhibits {numbers}", many, numbers=said)
        case "incident":
            return language.plural("Incident {numbers}", "Incidents {numbers}", many, numbers=said)
        case _:
            return language.plural(
                "Entry {numbers} in the case’s log",
                "Entries {numbers} in the case’s log",
                many,
                numbers=said,
            )
