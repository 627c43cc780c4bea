"""What there is to look at before it leaves: each picture, and what the texts about it hold. Pure, no Qt.

Nothing here says that enough is covered: the program cannot see what is in a picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.casework import CaseState, listed
from app.dossier import (
    Dossier,
    Found,
    PictureLook,
    pictures_to_look_at,
)
from app.language import Language
from app.ui.report.choosing import what_and_when
from app.ui.report.model import PictureLine, Pictures
from app.vocabulary import Likeness, lowered


def pictures(
    dossier: Dossier, state: CaseState, found: Sequence[Found], language: Language
) -> Pictures:
    """Return the pictures of a dossier with what to look for; ``found`` is all that was found in what leaves."""
    looks = pictures_to_look_at(state, dossier)
    shown = {each.number: each.shown for each in dossier.exhibits}
    own = state.author.name.strip() if state.author else ""
    lines = tuple(
        PictureLine(
            number=look.number,
            words=language.text("Exhibit {number}", number=look.number),
            what=what_and_when(exhibit, language),
            shown=shown[look.number],
            covered=_covered(look, language),
            chips=_chips(
                (each for each in found if look.number in each.exhibits and not each.sent), language
            ),
            seen=_seen(look, found, own, language),
        )
        for look in looks
        if (exhibit := state.exhibit(look.number)) is not None
    )
    return Pictures(_sentence(len(lines), language), lines)


def _sentence(count: int, language: Language) -> str:
    if not count:
        return language.text("The report shows no pictures.")
    return language.plural(
        "{count} picture leaves with the report. The program cannot see what is in it. "
        "Look at it before you go on.",
        "{count} pictures leave with the report. The program cannot see what is in them. "
        "Look at them before you go on.",
        count,
    )


def _covered(look: PictureLook, language: Language) -> str:
    if not look.covered:
        return language.text("Nothing covered")
    count = language.plural("{count} place covered", "{count} places covered", look.covered)
    reasons = listed(*(lowered(each) for each in look.reasons))
    return language.text("{what}: {how}", what=count, how=reasons) if reasons else count


def _chips(found: Iterable[Found], language: Language) -> tuple[str, ...]:
    """Return what somebody should look at, most private first; places where the same stands count once."""
    counts = Counter(likeness for likeness, _ in {(each.likeness, each.words) for each in found})
    return tuple(
        _chip(likeness, counts[likeness], language) for likeness in Likeness if counts[likeness]
    )


def _chip(likeness: Likeness, count: int, language: Language) -> str:
    match likeness:
        case Likeness.CPR:
            return language.plural(
                "{count} likely civil registration number",
                "{count} likely civil registration numbers",
                count,
            )
        case Likeness.PHONE:
            return language.plural(
                "{count} likely telephone number",
                "{count} likely telephone numbers",
                count,
            )
        case Likeness.MAIL:
            return language.plural(
                "{count} likely mail address", "{count} likely mail addresses", count
            )
        case Likeness.ADDRESS:
            return language.plural(
                "{count} likely street address", "{count} likely street addresses", count
            )
        case Likeness.PLATE:
            return language.plural(
                "{count} likely number plate", "{count} likely number plates", count
            )
        case Likeness.LINK:
            return language.plural("{count} link with a name", "{count} links with a name", count)
        case Likeness.NAME:
            return language.plural("{count} name in the text", "{count} names in the text", count)
        case Likeness.FILE:
            return language.plural(
                "{count} file name in the text", "{count} file names in the text", count
            )


def _seen(look: PictureLook, found: Sequence[Found], own: str, language: Language) -> str:
    """Return the names that the picture probably shows, then what stands in the texts about it."""
    names = listed(*(each for each in look.names if each != own))
    parts = [language.text("{names} (probably in the picture)", names=names)] if names else []
    by_place: dict[str, list[str]] = {}
    for each in found:
        if look.number in each.exhibits and each.likeness is not Likeness.LINK:
            by_place.setdefault(each.where, []).append(each.words)
    parts += [
        language.text("{names} ({where})", names=listed(*words), where=lowered(where))
        for where, words in by_place.items()
    ]
    return language.text("Can be seen: {names}", names=listed(*parts)) if parts else ""
