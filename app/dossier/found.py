"""What can be read in the texts that leave: names that stay shut, numbers of people, names of files. Pure.

It is looked for in the dossier itself, so in all that is printed of what somebody typed, and said to the person alone:
the annex says that such texts can name somebody, and never whom. What a picture shows nobody looks for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

import msgspec

from app.casework import CaseState
from app.dossier.model import Dossier, Manner, PrintedRow
from app.dossier.people import file_names, names_not_told, own_name
from app.dossier.policy import Policy
from app.language import Language
from app.naming import find_numbers
from app.vocabulary import Likeness, in_words
from evidence_store import EntryId

_SHORTEST_NAME = 2
_LONG_NAME = 6
_SHORTEST_FILE = 5
_NO_PART = frozenset({"af", "da", "de", "den", "der", "el", "la", "van", "von", "og"})


class Found(msgspec.Struct, frozen=True):
    """Something in a text that leaves.

    Attributes:
        likeness: what it looks like.
        words: as it stands there.
        where: what the text is called on the page.
        exhibits: those that the text is about; none for what belongs to the whole report.
        in_picture: whether a machine has read it in the picture itself.
        sent: of a link that holds a name: whether it goes along all the same.
        source: what of the case the text stands in; None for a caption, and for what is typed for the report itself.
    """

    likeness: Likeness
    words: str
    where: str
    exhibits: tuple[int, ...] = ()
    in_picture: bool = False
    sent: bool = False
    source: EntryId | None = None


class _Text(msgspec.Struct, frozen=True):
    """Something that somebody typed, as it is printed."""

    words: str
    where: str
    exhibits: tuple[int, ...] = ()
    source: EntryId | None = None


def found_in_texts(
    state: CaseState, policy: Policy, dossier: Dossier, language: Language
) -> tuple[Found, ...]:
    """Return what is found in the texts of a dossier, in its order; each once for a text."""
    names = _patterns(state, policy)
    made: dict[Found, None] = {}
    for text in _texts(dossier, language):
        for likeness, words in _in_text(text.words, names):
            found = Found(likeness, words, text.where, text.exhibits, source=text.source)
            made[found] = None
    return tuple(made)


def likeness_words(likeness: Likeness, language: Language) -> str:
    """Return what is said of something that was found."""
    return in_words(likeness, language)


def place_words(found: Found, language: Language) -> str:
    """Return where it stands: ``Citat, bilag 2``."""
    if not found.exhibits:
        return found.where
    numbers = ", ".join(str(number) for number in found.exhibits)
    exhibits = language.plural(
        "exhibit {numbers}", "exhibits {numbers}", len(found.exhibits), numbers=numbers
    )
    return language.text("{where}, {exhibits}", where=found.where, exhibits=exhibits)


def _in_text(
    words: str, names: Sequence[tuple[Likeness, re.Pattern[str]]]
) -> Iterator[tuple[Likeness, str]]:
    for number in find_numbers(words):
        yield number.likeness, words[number.start : number.end]
    for number in reversed(find_numbers(words)):
        # What was found is not found again as something shorter.
        words = f"{words[: number.start]} \n {words[number.end :]}"
    for likeness, pattern in names:
        for each in dict.fromkeys(match[0] for match in pattern.finditer(words)):
            yield likeness, each
            words = words.replace(each, " \n ")


def _patterns(state: CaseState, policy: Policy) -> list[tuple[Likeness, re.Pattern[str]]]:
    """Return what to look for: whole names, then parts of them that are not parts of the person's own."""
    mine = own_name(state)
    names = [each for each in names_not_told(state, policy) if each.casefold() != mine.casefold()]
    parts = {part for name in names for part in _parts(name)} - _parts(mine)
    return [
        *((Likeness.NAME, _as_it_is_called(name)) for name in _longest_first(names)),
        *((Likeness.NAME, _whole_word(part)) for part in _longest_first(parts)),
        *(
            (Likeness.FILE, _whole_word(words, re.IGNORECASE))
            for name in file_names(state)
            for words in (name, PurePath(name).stem)
            if len(words) >= _SHORTEST_FILE
        ),
    ]


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda each: (-len(each), each))


def _as_it_is_called(name: str) -> re.Pattern[str]:
    """Return a name in letters of either case, but for a short one that is an ordinary word as well."""
    return _whole_word(name, re.IGNORECASE if len(name) >= _LONG_NAME else re.NOFLAG)


def _parts(name: str) -> frozenset[str]:
    """Return the words of a name that could stand for somebody alone: those with a capital."""
    return frozenset(
        part
        for part in re.split(r"[\s,.]+", name)
        if len(part) >= _SHORTEST_NAME and part[0].isupper() and part.casefold() not in _NO_PART
    )


def _whole_word(words: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    # A name may have the s of whose something is.
    return re.compile(rf"(?<!\w){re.escape(words)}(?=s?(?!\w))", flags)


def _texts(dossier: Dossier, language: Language) -> Iterator[_Text]:
    """Yield what somebody typed, as it is printed, under what it is called there."""
    yield _Text(dossier.cover.title, language.text("Title on the cover"))
    if dossier.case_title != dossier.cover.title:
        yield _Text(dossier.case_title, language.text("Title of the case"))
    for paragraph in dossier.summary.paragraphs:
        yield _Text(paragraph, language.text("In short, in my own words"))
    for ask in dossier.asks:
        yield _Text(ask.text, language.text("What I ask for"))
    own = {language.text(label) for label in ("Sender", "Posted", "First seen", "Access")}
    for incident in dossier.incidents:
        for row in _typed(incident.rows):
            if row.label not in own:
                yield _Text(row.value, row.label, incident.exhibits, incident.source)
    for exhibit in dossier.exhibits:
        for caption in exhibit.captions:
            where = language.text("Caption {number}", number=caption.number)
            yield _Text(caption.text, where, (exhibit.number,))
    for section in dossier.written:
        for thing in section.things:
            if thing.text:
                yield _Text(thing.text, section.heading, source=thing.source)
            for row in _typed(thing.rows):
                yield _Text(row.value, f"{section.heading}: {row.label}", source=thing.source)


def _typed(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    return (row for row in rows if row.manner in {Manner.PLAIN, Manner.QUOTE})
