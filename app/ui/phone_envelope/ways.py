"""What each way from the phone does to pictures, as cards of words, each with what of it was tried here, and when.

Nothing here is a promise of the makers. Where one of them was read, docs/envelope.md names the page and the day; for
most ways there was none. What was tried is what tests/unit/actions/test_same_by_each_road.py does; no phone was at
hand.
"""

from __future__ import annotations

import msgspec

from app.language import Language, deferred
from app.vocabulary import CarriedBy, day, in_words


class Way(msgspec.Struct, frozen=True):
    """A way that can be chosen: what it is called, and what it does to a file."""

    value: CarriedBy
    name: str
    line: str


_LINES = {
    CarriedBy.CABLE: deferred(
        "Copies the phone’s files as they are, with or without an envelope. On an iPhone, choose to keep originals "
        "first: Settings, Apps, Photos."
    ),
    CarriedBy.MAIL: deferred(
        "Pictures may be made smaller on the way, and the mail servers can read them. An envelope goes as it is, and "
        "nobody on the way can read it. Most mail takes up to 20 MB."
    ),
    CarriedBy.TEAMS: deferred(
        "Pictures in a chat may be made smaller, and they stay with your workplace. Of an envelope your workplace can "
        "see its name and size, and not what lies in it."
    ),
    CarriedBy.ONEDRIVE: deferred(
        "Most files stay as they are. Users have reported to Microsoft that Live Photos of an iPhone come back "
        "shorter. A copy stays in the cloud until you delete it there. In an envelope nobody can read it."
    ),
    CarriedBy.AIRDROP: deferred(
        "Between an iPhone and a Mac. The iPhone may convert pictures, unless you choose all photo data under Options. "
        "An envelope goes as it is."
    ),
    CarriedBy.USB: deferred(
        "Copies files as they are. Whoever finds the stick can read them; in an envelope they cannot."
    ),
    CarriedBy.OTHER: deferred(
        "An envelope goes any way as it is. Without one, ask for the files unchanged."
    ),
}
_TRIED_ON = "2026-12-01"
_TRIED = {
    CarriedBy.MAIL: deferred(
        "Tried {day}: what is attached to a mail comes out as it was. What a phone does to it before was not tried."
    ),
    CarriedBy.USB: deferred("Tried {day}: files from a folder come in as they were."),
    CarriedBy.OTHER: deferred(
        "Tried {day}: what lies in an exported chat (zip) comes out as it was, and a picture that was packed anew is "
        "told from the one it looks like."
    ),
}
_NOT_TRIED = deferred("Not tried here. It can be otherwise on your phone.")


def ways(language: Language) -> tuple[Way, ...]:
    """Return the ways in the order in which they are offered."""
    return tuple(
        Way(value, in_words(value, language), f"{language.text(line)} {tried(value, language)}")
        for value, line in _LINES.items()
    )


def tried(way: CarriedBy, language: Language) -> str:
    """Return what of a way was tried, and when; or that nothing was."""
    return language.text(_TRIED.get(way, _NOT_TRIED), day=day(_TRIED_ON, language))
