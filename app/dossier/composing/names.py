"""What is said of names that are left out: of the text only, since profiles name people, too, and so do pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.casework import listed
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import DisclosedIncident
from app.dossier.composing.numbers import in_ranges
from app.dossier.model import Omission
from app.dossier.policy import Policy
from app.language import Language
from app.markup import black_areas


def names_left_out(
    policy: Policy,
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    language: Language,
) -> Iterable[Omission]:
    """Yield that senders' names are left out, and where they stand all the same."""
    if not incidents or policy.opens("incident", "sender_name"):
        return
    why = [
        language.text(
            "They are called Sender A, Citizen A, Child 1 and so on, in quotes and in the employee’s own words, too."
        ),
        language.text(
            "Names that the employee has not noted, and names in pictures, can stand there all the same."
        ),
    ]
    why.append(_may_show_names(showings, incidents, language))
    yield Omission(
        language.text(
            "Names and profiles of senders and of other people whom the employee has noted"
        ),
        " ".join(filter(None, why)),
    )


def names_all_the_same(
    showings: Sequence[DisclosedExhibit], incidents: Sequence[DisclosedIncident], language: Language
) -> str:
    """Return where names that are left out can stand all the same: in every picture, and in what somebody typed.

    Not where they were found: that would tell a reader whose name it is.
    """
    numbers = {showing.source.number for showing in showings if showing.object is not None}
    numbers |= {showing.source.number for showing in showings if showing.captions}
    numbers |= {number for each in incidents if each.text for number in each.exhibits}
    if not numbers:
        return language.text(
            "The employee’s own words stand as they were typed, and can name them."
        )
    return language.plural(
        "Pictures, quotes and the employee’s own words can show names: exhibit {numbers}.",
        "Pictures, quotes and the employee’s own words can show names: exhibits {numbers}.",
        len(numbers),
        numbers=in_ranges(numbers),
    )


def _may_show_names(
    showings: Sequence[DisclosedExhibit], incidents: Sequence[DisclosedIncident], language: Language
) -> str:
    """Return which pictures can show the senders that are noted of them, and how much is covered in each."""
    found: dict[tuple[str, int], list[int]] = {}
    for showing in sorted(showings, key=lambda each: each.source.number):
        if showing.object is None:
            continue
        labels = {
            incident.source.current.label
            for incident in incidents
            if showing.source.number in incident.exhibits and incident.source.current.label
        }
        letters = ", ".join(sorted(labels, key=lambda each: (len(each), each)))
        key = (letters, black_areas(showing.redactions))
        found.setdefault(key, []).append(showing.source.number)
    if not found:
        return ""
    bare = not any(count for _, count in found)
    seen = "; ".join(
        _pictures(numbers, letters, _how_much(count, bare, language), language)
        for (letters, count), numbers in sorted(found.items(), key=lambda each: each[1][0])
    )
    if bare:
        return language.text(
            "Pictures can show the names, and nothing is covered in them: {exhibits}.",
            exhibits=seen,
        )
    return language.text("Pictures can show the names: {exhibits}.", exhibits=seen)


def _how_much(count: int, bare: bool, language: Language) -> str:
    """Return how much is covered in a picture; "" where that is said of all of them at once."""
    if bare:
        return ""
    covered = language.plural("{count} place covered", "{count} places covered", count)
    return covered if count else language.text("nothing covered")


def _pictures(numbers: Sequence[int], letters: str, covered: str, language: Language) -> str:
    sender = language.text("sender {letters}", letters=letters) if letters else ""
    said = language.plural(
        "exhibit {numbers}", "exhibits {numbers}", len(numbers), numbers=in_ranges(numbers)
    )
    inside = listed(sender, covered)
    return f"{said} ({inside})" if inside else said
