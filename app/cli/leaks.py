"""What could slip out with a report, as lines and as the answer of ``--check-leaks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.actions.open_case import OpenCase
from app.cli.command import Answer
from app.language import Language
from app.vocabulary import Likeness, in_words, lowered

if TYPE_CHECKING:
    from app.actions.make_dossier import DossierOrder
    from app.dossier import Found

_FOUND_SOMETHING = 1


class LeakFound(msgspec.Struct, frozen=True):
    """Something that could slip out; ``sent`` is a link that is sent on purpose."""

    likeness: str
    words: str
    place: str
    exhibits: tuple[int, ...]
    in_picture: bool
    sent: bool


class Leaks(msgspec.Struct, frozen=True):
    """The result of ``--check-leaks``."""

    leaks: tuple[LeakFound, ...]


def check_leaks(case: OpenCase, order: DossierOrder) -> Answer:
    """Tell what could slip out, and make nothing; code 1 where there is something that was not chosen to be sent.

    Raises:
        DossierError: what was chosen cannot be made.
    """
    from app.actions.find_leaks import find_leaks
    from app.actions.preview_dossier import compose_dossier
    from app.dossier import place_words

    language = order.language
    found = find_leaks(case, order, compose_dossier(case, order))
    rows = tuple(
        LeakFound(
            each.likeness.value,
            each.words,
            place_words(each, language),
            each.exhibits,
            each.in_picture,
            each.sent,
        )
        for each in found
    )
    lines = leak_lines(found, language) or (
        language.text("Nothing was found. Look at the pictures yourself."),
    )
    # A link that is not sent is left out by itself.
    open_ones = [each for each in found if each.likeness is not Likeness.LINK]
    return Answer(lines, Leaks(rows), _FOUND_SOMETHING if open_ones else 0)


def leak_lines(found: tuple[Found, ...], language: Language) -> tuple[str, ...]:
    """Return each with its place: said to the person, printed nowhere."""
    return tuple(_line(each, language) for each in found)


def _line(found: Found, language: Language) -> str:
    from app.dossier import place_words

    if found.likeness is Likeness.LINK:
        if found.sent:
            return language.text("This link holds a name, and is sent: {link}", link=found.words)
        return language.text(
            "This link holds a name, and is left out: {link}. It goes along with --send-link.",
            link=found.words,
        )
    return language.text(
        "{words}: {what} ({where})",
        words=found.words,
        what=lowered(in_words(found.likeness, language)),
        where=place_words(found, language),
    )
