"""Several sources of one post that were compared word by word, and what came of it.

It is made by the act that compares; another comparison is another entry. The words stand in a part of their own that
leaves with nothing but the own copy: a source may say what is covered in a picture.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, filled, listed
from app.language import Language, deferred
from app.vocabulary import Agreement, in_words, lowered
from evidence_store import EntryId

SHOWS = deferred(
    "A program compared the words. It does not look at pictures, names beside the post, or who wrote it."
)
OWN_WORDS = deferred("the words in the file")


class ComparedFacts(Part, frozen=True, kw_only=True, tag="compared"):
    """Which exhibits, and what came of it.

    ``comparable`` counts those that could be compared, ``word_count`` the words that they have in common.
    """

    exhibits: tuple[EntryId, ...]
    outcome: Agreement = Agreement.NOT_COMPARED
    agree: int = 0
    comparable: int = 0
    word_count: int = 0
    differences: int = 0
    unsure: int = 0


class ComparedTools(Part, frozen=True, kw_only=True, tag="compared_tools"):
    """By what each exhibit was read, in their order (part ``tools``): "" for the words that the file itself holds.

    ``rules`` counts the versions of how words are compared.
    """

    tools: tuple[str, ...] = ()
    rules: int = 1


class ComparedSpot(msgspec.Struct, frozen=True):
    """A place where they part: what each says there, in the order of the exhibits; None where it was not compared.

    ``odd`` are places in that order, from 0: those that say what most do not.
    """

    said: tuple[str | None, ...]
    before: str = ""
    after: str = ""
    sure: bool = True
    odd: tuple[int, ...] = ()


class ComparedWords(Part, frozen=True, kw_only=True, tag="compared_spots"):
    """The words that were compared, and where they part (part ``spots``)."""

    stretch: str = ""
    spots: tuple[ComparedSpot, ...] = ()


class Compared(msgspec.Struct, frozen=True):
    """Several sources of one post that were compared."""

    entry: EntryId
    time: str
    facts: ComparedFacts
    tools: ComparedTools | Gap | None = None
    spots: ComparedWords | Gap | None = None

    @property
    def id(self) -> EntryId:
        """What it is called by: its one entry."""
        return self.entry

    @property
    def exhibits(self) -> tuple[EntryId, ...]:
        """What was compared."""
        return self.facts.exhibits


def result_line(facts: ComparedFacts, language: Language) -> str:
    """Return what came of it in a few words, such as “3 of 3 agree”; where no two agree, that they do not."""
    if facts.outcome is Agreement.NOT_COMPARED:
        return in_words(facts.outcome, language)
    if facts.agree < 2:
        said = in_words(facts.outcome, language)
    else:
        said = language.text("{agree} of {of} agree", agree=facts.agree, of=facts.comparable)
    counted = language.text("words compared: {count}", count=facts.word_count)
    return dotted(said, counted)


def result_rows(facts: ComparedFacts, language: Language) -> tuple[Labelled, ...]:
    """Return what came of it, label by label."""
    text = language.text
    left = len(facts.exhibits) - facts.comparable
    return filled(
        Labelled(text("Result"), result_line(facts, language)),
        Labelled(
            text("Not compared"),
            language.plural(
                "{count} of them has too little in common with the others.",
                "{count} of them have too little in common with the others.",
                left,
            )
            if left and facts.comparable
            else "",
        ),
        Labelled(text("Words that differ"), str(facts.differences or "")),
        Labelled(
            text("Not sure"),
            language.plural(
                "{count} place could not be read well enough. Look at it yourself.",
                "{count} places could not be read well enough. Look at them yourself.",
                facts.unsure,
            )
            if facts.unsure
            else "",
        ),
    )


def spot_words(
    spot: ComparedSpot, names: tuple[str, ...], language: Language
) -> tuple[str, tuple[str, ...]]:
    """Return the words around a place, and a line for each source that says something else than most.

    Args:
        spot: the place.
        names: what the sources are called, in their order.
        language: of the words.
    """
    text = language.text
    around = f"… {spot.before} [ … ] {spot.after} …"
    lines = [
        text("{source}: “{words}”", source=name, words=said)
        if said
        else text("{source}: nothing stands there", source=name)
        for name, said in zip(names, spot.said, strict=False)
        if said is not None
    ]
    return around, tuple(lines)


def odd_words(spot: ComparedSpot, names: tuple[str, ...], language: Language) -> str:
    """Return who says something else than most, in words; "" where nobody can be named."""
    odd = [names[at] for at in spot.odd if at < len(names)]
    told = sum(said is not None for said in spot.said)
    if not odd or len(odd) * 2 >= told:
        return ""
    return language.text("Differs from the others: {sources}", sources=listed(*map(lowered, odd)))


def _names(exhibits: tuple[EntryId, ...], around: Around, language: Language) -> tuple[str, ...]:
    return tuple(
        language.text("Exhibit {number}", number=listed(*map(str, around.numbers_of((each,)))))
        for each in exhibits
    )


def _line(compared: Compared, around: Around, language: Language) -> tuple[str, str]:
    numbers = listed(*map(str, around.numbers_of(compared.exhibits)))
    title = language.text("Sources compared: exhibits {numbers}", numbers=numbers)
    return title, result_line(compared.facts, language)


def _details(compared: Compared, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    by = compared.tools.tools if isinstance(compared.tools, ComparedTools) else ()
    read = tuple(dict.fromkeys(each or text(OWN_WORDS) for each in by))
    return filled(
        *result_rows(compared.facts, language),
        Labelled(text("Read by"), listed(*read)),
        Labelled(text("What it shows"), text(SHOWS)),
    )


def _more(compared: Compared, around: Around, language: Language) -> tuple[Labelled, ...]:
    rows = [
        Labelled(language.text("Exhibits"), listed(*map(str, around.numbers_of(compared.exhibits))))
    ]
    if isinstance(compared.spots, ComparedWords):
        names = _names(compared.exhibits, around, language)
        for spot in compared.spots.spots:
            where, lines = spot_words(spot, names, language)
            label = language.text("Differs") if spot.sure else language.text("Not sure")
            odd = odd_words(spot, names, language)
            rows.append(Labelled(label, where, rest=tuple(filter(None, (*lines, odd)))))
    return filled(*rows)


def _make(entry: Decoded) -> Compared:
    return Compared(
        entry.id,
        entry.time,
        read_facts(entry, ComparedFacts),
        entry.read("tools", ComparedTools),
        entry.read("spots", ComparedWords),
    )


COMPARED: Single[Compared] = Single(
    tag="compared",
    name=deferred("comparison of sources"),
    parts={"facts": ComparedFacts, "tools": ComparedTools, "spots": ComparedWords},
    searched={"spots": ("stretch",)},
    erasing=Erasing(),
    make=_make,
    badge=Badge(deferred("Sources"), Tone.INFO),
    icon=Icon.LINES,
    line=_line,
    details=_details,
    more=_more,
    brief=lambda compared, language: result_line(compared.facts, language),
)
