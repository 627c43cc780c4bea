"""What a program read in a picture and a quote was taken from: sealed just before the post that has the quote.

The cache of what was read is no evidence, and a better program reads better tomorrow. What is printed of it has to rest
on something that was sealed: which program, of which version, told to expect which languages, in which picture, and the
words as it read them, before a person mended them. The post names it, and says whether they were changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Labelled, dotted, filled, first_words, listed
from app.language import Language, deferred
from app.vocabulary import YesNo
from evidence_store import EntryId

ORIGIN = deferred("Where the quote comes from")


class PictureTextFacts(Part, frozen=True, kw_only=True, tag="picture_text"):
    """The entry whose picture was read, and by what: name, version, and the languages it was told to expect."""

    read_in: EntryId
    tool: str = ""
    tool_version: str = ""
    languages: str = ""


class PictureTextWords(Part, frozen=True, kw_only=True, tag="picture_text_text"):
    """The words as the program read them, a line of the picture a line (part ``text``)."""

    words: str = ""


class PictureText(msgspec.Struct, frozen=True):
    """What a program read in a picture."""

    entry: EntryId
    time: str
    facts: PictureTextFacts
    text: PictureTextWords | Gap | None = None

    @property
    def words(self) -> str:
        """As they were read; "" where they cannot be seen any more."""
        return self.text.words if isinstance(self.text, PictureTextWords) else ""


def engine(facts: PictureTextFacts) -> str:
    """Return by what it was read: ``tesseract 5.5.4, dan+eng``."""
    return listed(f"{facts.tool} {facts.tool_version}".strip(), facts.languages)


def how_read(
    facts: Sequence[PictureTextFacts], numbers: Sequence[int], changed: YesNo, language: Language
) -> str:
    """Return how a quote was read, in a sentence or two; "" where nothing was.

    Args:
        facts: what was read, in the order of the quote.
        numbers: of the exhibits in whose pictures, as far as they are told.
        changed: whether it was changed after.
        language: of the words.
    """
    if not facts:
        return ""
    text = language.text
    by = "; ".join(dict.fromkeys(engine(each) for each in facts))
    if not numbers:
        said = text("Read in a picture by a program ({engine}).", engine=by)
    else:
        said = language.plural(
            "Read in the picture of exhibit {numbers} by a program ({engine}).",
            "Read in the pictures of exhibits {numbers} by a program ({engine}).",
            len(numbers),
            numbers=listed(*map(str, numbers)),
            engine=by,
        )
    after = {
        YesNo.YES: text("Corrected by hand afterwards."),
        YesNo.NO: text("Not changed afterwards."),
    }
    return f"{said} {after.get(changed, '')}".strip()


def _line(read: PictureText, around: Around, language: Language) -> tuple[str, str]:
    numbers = listed(*map(str, around.numbers_of((read.facts.read_in,))))
    title = language.text("Text read in a picture")
    if numbers:
        title = language.text("Text read in the picture of exhibit {number}", number=numbers)
    return title, dotted(engine(read.facts), first_words(read.words))


def _details(read: PictureText, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    return filled(
        Labelled(text("Read by"), engine(read.facts)),
        Labelled(text("As the program read it"), read.words),
    )


PICTURE_TEXT: Single[PictureText] = Single(
    tag="picture_text",
    name=deferred("text read in a picture"),
    parts={"facts": PictureTextFacts, "text": PictureTextWords},
    erasing=Erasing(lists=("incident",)),
    make=lambda entry: PictureText(
        entry.id,
        entry.time,
        read_facts(entry, PictureTextFacts),
        entry.read("text", PictureTextWords),
    ),
    in_timeline=False,
    line=_line,
    details=_details,
    brief=lambda read, _: first_words(read.words),
)
