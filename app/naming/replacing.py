"""A text with what people are called instead of their names. Pure."""

from __future__ import annotations

from collections.abc import Collection

from app.language import Language
from app.naming.links import link_names_somebody, links_in
from app.naming.people import People, Pseudonym
from app.naming.seeking import find_people


def without_names(text: str, people: People, language: Language, sent: Collection[str] = ()) -> str:
    """Return a text that names nobody.

    Args:
        text: as it was typed.
        people: who is called by another name.
        language: of what they are called.
        sent: links that the person sends although they hold a name.

    Returns:
        The same text where nobody is named. A link that holds a name is left out whole, and said to be.
    """
    if not people.persons or not text:
        return text
    made, last = "", 0
    for start, end in links_in(text):
        link = text[start:end]
        made += _words(text[last:start], people, language)
        if link in sent or not link_names_somebody(link, people):
            made += link
        else:
            made += language.text("(link left out)")
        last = end
    return made + _words(text[last:], people, language)


def called(who: tuple[Pseudonym, ...], language: Language) -> str:
    """Return what somebody is called; where it may be one of several, all of them."""
    *others, last = (each.words(language) for each in who)
    if not others:
        return last
    return language.text("{one} or {other}", one=", ".join(others), other=last)


def _words(text: str, people: People, language: Language) -> str:
    made, last = "", 0
    for naming in find_people(text, people):
        made += text[last : naming.start] + called(naming.who, language)
        made += "’s" if naming.owned else ""
        last = naming.end
    return made + text[last:]
