"""Where a text names somebody: whole names, parts of them, names on platforms, ids of profiles. Pure.

Rules:
- What is found stands between word borders, with the s of whose something is: ``Eks’``, ``Torbens``, ``Torben's``.
- A whole name may be written as one word, as in a link: ``torben.eks``, ``torbeneks92``.
- A part alone counts where it begins with a capital; a long one that is no ordinary word also without.
- Where several people share a part, it may be each of them.
- The name of the person whose case it is stays, and each part of it. So do the whole names of those who are told in
  their function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from app.naming.letters import NOT_AFTER_LETTER, NOT_BEFORE_LETTER, spelled
from app.naming.people import People, Person, Pseudonym

SHORTEST_PART = 2
_LONG_PART = 5
_SHORTEST_HANDLE = 3
_NO_PART = frozenset({"af", "da", "de", "den", "der", "el", "la", "van", "von", "og", "und", "di"})
# Names that are ordinary words as well: only with a capital.
_ORDINARY = frozenset(
    {
        *("bjerg", "holm", "skov", "krogh", "krog", "lund", "mark", "storm", "sommer", "vinter"),
        *("bager", "møller", "smed", "fisker", "ridder", "munk", "bonde", "konge", "prins"),
        *("engel", "falk", "svane", "falke", "stork", "winther", "kirke", "bakke", "bruun"),
        *("rosen", "lilje", "viola", "aftale", "frank", "glad", "sejer", "lykke", "bjørn"),
        *("damgaard", "nygaard", "dahl", "strand", "steen", "stein", "hjort", "sten", "berg"),
        *("leder", "borger", "kollega", "barn", "afsender", "citizen", "sender", "child"),
        *("april", "august", "dansk", "fransk", "svensk", "tysk", "marts"),
    }
)
_OWNED = "(?:['’]?s|es(?<=[sxz]es)|['’](?=[^\\w]|$))?"
_APART = "[\\s._\\-\u2010-\u2015]*"


class How(StrEnum):
    """How somebody is named."""

    NAME = "name"
    PART = "part"
    HANDLE = "handle"
    PROFILE_ID = "profile_id"


class Naming(msgspec.Struct, frozen=True):
    """A place in a text where somebody is named.

    Attributes:
        start: of the letters in the text.
        end: behind the last one.
        who: whom it can be, by what they are called instead.
        how: by what.
        owned: whether the s of whose something is stands at its end.
    """

    start: int
    end: int
    who: tuple[Pseudonym, ...]
    how: How
    owned: bool = False


class _Sought(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    how: How
    capital: bool = False
    who: Pseudonym | None = None


def find_people(text: str, people: People, *, links: bool = False) -> tuple[Naming, ...]:
    """Return where people are named, in order, none over another; ``links`` takes parts in small letters as well."""
    if not text or not people.persons:
        return ()
    spans: dict[tuple[int, int], Naming | None] = {}
    for sought in _all_sought(people):
        for match in sought.pattern.finditer(text):
            start, end = match.start("name"), match.end()
            if sought.capital and not (links or _capital(match["name"])):
                continue
            if sought.who is None:
                spans[start, end] = None
                continue
            made = Naming(start, end, (sought.who,), sought.how, bool(match["owned"]))
            stood = spans.get((start, end), made)
            if stood is not None:
                spans[start, end] = replace(stood, who=_each(stood.who, made.who))
    return tuple(_joined(text, _apart(spans)))


def names_somebody(text: str, people: People, *, links: bool = False) -> bool:
    """Return whether somebody is named."""
    return bool(find_people(text, people, links=links))


def _capital(words: str) -> bool:
    first = next((letter for letter in words if letter.isalpha()), "")
    return first.isupper()


def _apart(spans: dict[tuple[int, int], Naming | None]) -> Iterator[Naming]:
    """Yield those that are kept: of two that overlap the longer one; what stays keeps its letters."""
    taken: list[tuple[int, int]] = []
    kept: list[Naming] = []
    for (start, end), naming in sorted(
        spans.items(), key=lambda each: (each[0][0] - each[0][1], each[0][0])
    ):
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if naming is not None:
            kept.append(naming)
    yield from sorted(kept, key=lambda each: each.start)


def _joined(text: str, namings: Iterator[Naming]) -> Iterator[Naming]:
    """Yield them, two of one person side by side as one: ``Torben B. Eks`` of one who is called Torben Eks."""
    last: Naming | None = None
    for naming in namings:
        if (
            last is not None
            and not last.owned
            and re.fullmatch(
                r"[ \t\u00a0]*,?[ \t\u00a0]*(?:\w\.[ \t\u00a0]*)?", text[last.end : naming.start]
            )
            and (shared := tuple(each for each in last.who if each in naming.who))
        ):
            last = replace(last, end=naming.end, who=shared, owned=naming.owned)
            continue
        if last is not None:
            yield last
        last = naming
    if last is not None:
        yield last


@lru_cache(maxsize=64)
def _all_sought(people: People) -> tuple[_Sought, ...]:
    own_parts = {part.casefold() for part in parts_of(people.own)}
    registered = {name.casefold() for person in people.persons for name in person.names}
    stay = [people.own, *(name for name in people.stay if name.casefold() not in registered)]
    made = [
        _Sought(_bordered(_whole(name)), How.NAME)
        for name in dict.fromkeys(" ".join(each.split()) for each in stay)
        if len(name) >= SHORTEST_PART and (" " in name or name == people.own)
    ]
    for person in people.persons:
        made += _sought_of(person, own_parts)
    return tuple(made)


def _sought_of(person: Person, own_parts: set[str]) -> Iterator[_Sought]:
    who = person.pseudonym
    for name in person.names:
        words = name.split()
        if len(words) > 1:
            for run in _runs(words):
                yield _Sought(_bordered(_whole(" ".join(run)), tail=True), How.NAME, who=who)
            initial = f"{spelled(words[0][0])}\\.\\s?{spelled(words[-1])}"
            yield _Sought(_bordered(initial), How.NAME, who=who)
            turned = f"{spelled(words[-1])},\\s*" + "[\\s.\\-]+".join(map(spelled, words[:-1]))
            yield _Sought(_bordered(turned), How.NAME, who=who)
        for part in parts_of(name):
            if part.casefold() in own_parts:
                continue
            plain = len(part) >= _LONG_PART and part.casefold() not in _ORDINARY
            yield _Sought(_bordered(spelled(part)), How.PART, capital=not plain, who=who)
    for handle in person.handles:
        bare = handle.strip().lstrip("@")
        if len(bare) >= _SHORTEST_HANDLE or handle.strip().startswith("@"):
            border = "" if len(bare) >= _SHORTEST_HANDLE else "@"
            yield _Sought(_exact(bare, border or "@?"), How.HANDLE, who=who)
    for id in person.ids:
        if len(id.strip()) >= _SHORTEST_HANDLE:
            yield _Sought(_exact(id.strip(), ""), How.PROFILE_ID, who=who)


def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that could stand for somebody alone: those with a capital, or all where none has."""
    words = [word.strip(".,()\"'“”’") for word in re.split(r"[\s,/]+", name)]
    # Anna-Marie is called Anna or Marie, too.
    words += [
        piece for word in words for piece in word.split("-") if piece != word and piece.istitle()
    ]
    kept = [
        word
        for word in words
        if len(word) >= SHORTEST_PART and word.casefold() not in _NO_PART and not word.isdigit()
    ]
    capital = [word for word in kept if word[0].isupper()]
    return tuple(dict.fromkeys(capital or kept))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name, and those of them that could stand for the whole: neighbours, and first with last."""
    count = len(words)
    for start in range(count):
        for end in range(start + 2, count + 1):
            yield tuple(words[start:end])
    if count > 2:
        yield words[0], words[-1]


def _whole(name: str) -> str:
    return _APART.join(spelled(word) for word in re.split(r"[\s\-]+", name) if word)


def _bordered(pattern: str, *, tail: bool = False) -> re.Pattern[str]:
    # A name in one word often has a number behind it: torbeneks92.
    behind = "(?:[._\\-]?\\d+(?!\\d))?" if tail else ""
    return re.compile(
        f"{NOT_AFTER_LETTER}(?P<name>{pattern}){behind}(?P<owned>{_OWNED}){NOT_BEFORE_LETTER}",
        re.IGNORECASE,
    )


def _exact(words: str, before: str) -> re.Pattern[str]:
    return re.compile(
        f"(?<!\\w)(?P<name>{before}{re.escape(words)})(?P<owned>(?:['’]s)?)(?!\\w)", re.IGNORECASE
    )


def _each(some: tuple[Pseudonym, ...], more: tuple[Pseudonym, ...]) -> tuple[Pseudonym, ...]:
    return tuple(dict.fromkeys((*some, *more)))
