"""What is told of an exhibit that was taken over from a colleague: where it stands in their log, by their clock."""

from __future__ import annotations

from app.casework import Exhibit
from app.casework.kinds.adopt import AdoptColleague, AdoptOrigin, adopted
from app.dossier.composing.gate import Gate
from app.dossier.model import Manner, PrintedRow
from app.language import Language


def disclose_origin(
    exhibit: Exhibit, gate: Gate
) -> tuple[AdoptOrigin | None, AdoptColleague | None]:
    """Open what the policy opens of where an exhibit came from; both None where it is no such exhibit."""
    kind = exhibit.kind.value
    origin = gate.disclose(kind, "origin", exhibit.original, exhibit.origin)
    colleague = gate.disclose(kind, "colleague", exhibit.original, exhibit.colleague)
    return origin, colleague


def origin_rows(
    origin: AdoptOrigin, colleague: AdoptColleague | None, language: Language
) -> tuple[PrintedRow, ...]:
    """Return its rows; the last one is the hash of the entry there, which the added log has too."""
    text = language.text
    return (
        PrintedRow(
            text("Origin"),
            text(
                "Sealed on a colleague’s computer with this program; taken over with the log of that computer"
            ),
        ),
        *(PrintedRow(each.label, each.value) for each in adopted(origin, colleague, language)),
        PrintedRow(text("Entry hash there"), origin.hash, Manner.CODE),
    )
