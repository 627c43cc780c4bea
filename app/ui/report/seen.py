"""What can be read or seen in what leaves: each with its place, a tick, and the way to mend it. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from app.actions.preview_dossier import PreviewedDossier
from app.casework import CaseState
from app.dossier import Found, likeness_words, pictures_to_look_at, place_words
from app.language import Language
from app.ui import routes
from app.ui.report.model import SeenLine
from app.ui.routes import Route
from app.vocabulary import Likeness


def seen_lines(
    previewed: PreviewedDossier, state: CaseState, looked: Collection[str], language: Language
) -> tuple[SeenLine, ...]:
    """Return the names that pictures probably show, then all that was found; ``looked`` has the keys ticked off."""
    lines = (
        *_people(previewed, state, language),
        *(_line(each, previewed.dossier.recipient, state, language) for each in previewed.leaks),
    )
    return tuple(_ticked(each, looked) for each in lines)


def _ticked(line: SeenLine, looked: Collection[str]) -> SeenLine:
    return replace(line, looked=line.key in looked)


def _people(
    previewed: PreviewedDossier, state: CaseState, language: Language
) -> Iterator[SeenLine]:
    """Yield who is called by another name in the texts, and probably stands in a picture by their own."""
    if not previewed.called:
        return
    own = state.author.name.strip() if state.author else ""
    read = {
        (number, each.words.casefold())
        for each in previewed.leaks
        if each.in_picture
        for number in each.exhibits
    }
    where: dict[str, list[int]] = {}
    for look in pictures_to_look_at(state, previewed.dossier):
        for name in look.names:
            if name != own and (look.number, name.casefold()) not in read:
                where.setdefault(name, []).append(look.number)
    for name, numbers in where.items():
        place = _place(numbers, language)
        called = _called(name, previewed.called)
        yield SeenLine(
            name,
            language.text("{place} · in the texts: {called}", place=place, called=called)
            if called
            else place,
            numbers[0],
            cover=True,
            key=_key(previewed.dossier.recipient, "picture", name, place),
            way=routes.Exhibit(numbers[0], cover=True),
        )


def _place(numbers: Sequence[int], language: Language) -> str:
    return language.plural(
        "Probably in the picture of exhibit {numbers}",
        "Probably in the pictures of exhibits {numbers}",
        len(numbers),
        numbers=", ".join(map(str, numbers)),
    )


def _called(name: str, called: Sequence[tuple[str, str]]) -> str:
    return next((mark for mark, names in called if name in names.split(", ")), "")


def _line(found: Found, recipient: str, state: CaseState, language: Language) -> SeenLine:
    """Return one thing that is found, and where it stands."""
    what, where = likeness_words(found.likeness, language), place_words(found, language)
    link = found.likeness is Likeness.LINK
    way = None if link else _way(found, state)
    return SeenLine(
        found.words,
        f"{what} · {where}",
        found.exhibits[0] if found.exhibits else 0,
        cover=found.in_picture,
        link=found.words if link else "",
        sent=found.sent,
        # What becomes of a link is chosen: there is nothing to tick off.
        key="" if link else _key(recipient, found.likeness.value, found.words, where),
        way=way,
        own=way is None and not link,
    )


def _way(found: Found, state: CaseState) -> Route | None:
    """Return where it is mended: in the picture, in the form of what it stands in, or among the captions."""
    if found.in_picture:
        return routes.Exhibit(found.exhibits[0], cover=True)
    place = state.places.get(found.source) if found.source is not None else None
    if place is not None:
        return routes.Write(place.tag, corrects=found.source, words=found.words)
    return routes.Exhibit(found.exhibits[0]) if found.exhibits else None


def _key(*words: str) -> str:
    return "\n".join(words)
