"""What each way from the phone does to pictures, as cards of words. Nothing here is a promise of the makers."""

from __future__ import annotations

import msgspec

from app.language import Language, deferred
from app.vocabulary import CarriedBy, in_words


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
        "Keeps files as they are, but a copy stays in the cloud until you delete it there. In an envelope nobody can "
        "read it."
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


def ways(language: Language) -> tuple[Way, ...]:
    """Return the ways in the order in which they are offered."""
    return tuple(
        Way(value, in_words(value, language), language.text(line)) for value, line in _LINES.items()
    )
