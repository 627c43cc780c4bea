"""What the person has to look for in each picture before it leaves: said to them alone, never printed. Pure.

The program cannot see what is in a picture. It knows who wrote what the picture shows and what was quoted from it, so
it can say which of the names typed in the case probably stand there, and what was covered; whether that is enough can
only be seen.
"""

from __future__ import annotations

import msgspec

from app.casework import CaseState, Exhibit, Incident
from app.casework.kinds.incident import IncidentText
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.dossier.model import Dossier
from app.dossier.people import all_names, sender_names
from app.language import Language
from app.markup import Redaction, black_areas, reasons

_SHORTEST = 3


class PictureLook(msgspec.Struct, frozen=True):
    """One picture of a dossier.

    Attributes:
        number: of the exhibit.
        covered: how many places are covered with black.
        reasons: why, each once.
        names: those typed in the case that it probably shows, as they were typed.
    """

    number: int
    covered: int
    reasons: tuple[str, ...]
    names: tuple[str, ...]


def pictures_to_look_at(state: CaseState, dossier: Dossier) -> tuple[PictureLook, ...]:
    """Return every picture that the dossier shows, by number."""
    numbers = sorted(each.number for each in dossier.exhibits if each.picture)
    exhibits = (state.exhibit(number) for number in numbers)
    return tuple(_look(state, exhibit) for exhibit in exhibits if exhibit is not None)


def said_of(look: PictureLook, language: Language) -> str:
    """Return what is covered, which names it probably shows, and that it wants looking at."""
    text = language.text
    if look.covered:
        said = language.plural(
            "{count} place is covered ({reasons}).",
            "{count} places are covered ({reasons}).",
            look.covered,
            reasons=", ".join(look.reasons) or text("No reason stated"),
        )
    else:
        said = text("Nothing is covered.")
    if look.names:
        names = text("The picture probably shows: {names}.", names=", ".join(look.names))
        said = f"{said} {names}"
    return f"{said} {text('Look whether enough is covered.')}"


def _look(state: CaseState, exhibit: Exhibit) -> PictureLook:
    copy = exhibit.copy
    boxes: tuple[Redaction, ...] = ()
    if copy is not None and isinstance(copy.redactions, WorkingCopyRedactions):
        boxes = copy.redactions.redactions
    about = [each.current for each in state.incidents_about(exhibit) if not each.hidden]
    names = [name for incident in about for name in sender_names(incident)]
    quotes = " ".join(_quote(incident) for incident in about).casefold()
    names += [
        name for name in all_names(state) if len(name) >= _SHORTEST and name.casefold() in quotes
    ]
    return PictureLook(
        exhibit.number, black_areas(boxes), reasons(boxes), tuple(dict.fromkeys(names))
    )


def _quote(incident: Incident) -> str:
    return incident.text.quote if isinstance(incident.text, IncidentText) else ""
