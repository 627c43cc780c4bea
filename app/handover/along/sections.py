"""All sections of a dossier in one form: what was written down, what is derived of it, is due, or was asked. Pure.

On the pages the last two are tables of their own; a spreadsheet, a program and the page that goes along have them as
things with a title and rows, like all others.
"""

from __future__ import annotations

from app.dossier import Dossier, PrintedRow, PrintedSection, PrintedThing, Section
from app.language import Language

_NO_DATE = "–"


def sections_told(dossier: Dossier, language: Language) -> tuple[PrintedSection, ...]:
    """Return the sections in the order in which the dossier has them; one that holds nothing is left out.

    Args:
        dossier: from ``as_shown``, so that it holds nothing of a section that it does not have.
        language: that of the dossier.
    """
    told = (*dossier.written, *dossier.derived, _due(dossier, language), _asked(dossier, language))
    places = {str(name): place for place, name in enumerate(dossier.sections)}
    return tuple(sorted((each for each in told if each.things), key=lambda each: places[each.name]))


def _due(dossier: Dossier, language: Language) -> PrintedSection:
    text = language.text
    things = tuple(
        PrintedThing(
            f"{each.title} ({each.care})" if each.care else each.title,
            (
                PrintedRow(text("No later than"), each.when or _NO_DATE),
                PrintedRow(text("Whose turn"), each.owner),
                PrintedRow(text("Source"), each.source),
            ),
            each.what,
        )
        for each in dossier.deadlines
    )
    return PrintedSection(Section.DEADLINES.value, text("Deadlines"), things)


def _asked(dossier: Dossier, language: Language) -> PrintedSection:
    text = language.text
    things = tuple(
        PrintedThing(
            each.what,
            tuple(
                PrintedRow(label, value)
                for label, value in (
                    (text("Of whom, when"), each.asked),
                    (text("Answer"), each.answer),
                    (text("Missing"), each.missing),
                )
                if value
            ),
        )
        for each in dossier.answers
    )
    return PrintedSection(Section.ANSWERS.value, text("Asked, answered, missing"), things)
