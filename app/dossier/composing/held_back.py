"""Parts of older entries that hold more than the pages show: they stay shut, and the annexes say so."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.dossier.composing import wording
from app.dossier.composing.exhibits import Showing
from app.dossier.model import Omission, Standing, Statement
from app.language import Language


def stated_parts(
    stated: Collection[tuple[int, str]], showings: Sequence[Showing], language: Language
) -> tuple[Statement, ...]:
    """What is printed of an exhibit from a part that stays shut: it rests on the person's word."""
    made: list[Statement] = []
    for showing in showings:
        for seq, part, what in _parts(showing, language):
            if (seq, part) in stated:
                sealed = wording.minute(showing.sealed, language)
                made.append(Statement(what, seq, sealed, Standing.STATED))
    return tuple(made)


def parts_left_out(
    stated: Collection[tuple[int, str]], showings: Sequence[Showing], language: Language
) -> tuple[Omission, ...]:
    """The parts that stay shut, and why."""
    return tuple(
        _omission(what, seq, showing.source.number, language)
        for showing in showings
        for seq, part, what in _parts(showing, language)
        if (seq, part) in stated
    )


def _parts(showing: Showing, language: Language) -> tuple[tuple[int, str, str], ...]:
    exhibit = language.text("Exhibit {number}", number=showing.source.number)
    shown = showing.shown.seq
    return (
        (shown, "marks", language.text("{exhibit}: the marks", exhibit=exhibit)),
        (shown, "redactions", language.text("{exhibit}: the covered places", exhibit=exhibit)),
    )


def _omission(what: str, seq: int, exhibit: int, language: Language) -> Omission:
    return Omission(
        language.text("{what}, as entry {seq} of the log has them", what=what, seq=seq),
        language.text(
            "There the log holds more than the pages show. What is printed is stated by the employee."
        ),
        exhibit,
    )
