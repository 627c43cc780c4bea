"""The tables of what is due, and of what was asked and answered."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.model import Dossier, PrintedAnswer, PrintedDeadline
from app.dossier.pages import look
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Sheets
from app.dossier.pages.table import Cell, Column, Table, cell
from app.language import Language

DUE_WIDTH, TURN_WIDTH = 1.76 * look.SIXTH, 0.99 * look.SIXTH
"""A weekday with its day stands in one line, and so does the employer."""
WHAT_WIDTH, WHO_WIDTH, ANSWER_WIDTH, MISSING_WIDTH = (
    share * look.SIXTH for share in (2.02, 1.48, 1.14, 1.36)
)
"""The longest name of a role, a day with its answer, and a year of waiting stand in one line each."""
_HEAD = 60.0


def put_deadlines(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set what is due, by when and whose turn it is, with where that stands and when it was looked at."""
    sheets.text(
        language.text(
            "This is general guidance, not legal advice. Rules may have changed since the day they were checked. "
            "Ask a shop steward, a safety representative or a union consultant."
        ),
        look.SMALL,
    )
    sheets.skip(6)
    table = Table(
        sheets,
        (
            Column(language.text("What"), 6 * look.SIXTH - DUE_WIDTH - TURN_WIDTH),
            Column(language.text("No later than"), DUE_WIDTH),
            Column(language.text("Whose turn"), TURN_WIDTH),
        ),
    )
    for each in dossier.deadlines:
        when = cell(each.when, look.SMALL_INK_BOLD) if each.when else cell("–", look.SMALL)
        table.row((_what_is_due(each), when, cell(each.owner, look.SMALL_INK)))
    table.end()


def _what_is_due(each: PrintedDeadline) -> Cell:
    care = f" ({each.care})" if each.care else ""
    return (
        Span(f"{each.title}{care}\n", look.SMALL_INK_BOLD),
        Span(f"{each.what}\n" if each.what else "", look.SMALL_INK),
        Span(each.source, look.SMALL),
    )


def put_answers(sheets: Sheets, answers: Sequence[PrintedAnswer], language: Language) -> None:
    """Set what was asked, of whom and when, what was answered, and what is missing."""
    table = Table(
        sheets,
        (
            Column(language.text("Asked for"), WHAT_WIDTH),
            Column(language.text("Of whom, when"), WHO_WIDTH),
            Column(language.text("Answer"), ANSWER_WIDTH),
            Column(language.text("Missing"), MISSING_WIDTH),
        ),
    )
    for each in answers:
        missing = look.SMALL_INK_BOLD if each.waits else look.SMALL
        table.row(
            (
                cell(each.what, look.SMALL_INK),
                cell(each.asked, look.SMALL_INK),
                cell(each.answer, look.SMALL_INK),
                cell(each.missing, missing),
            )
        )
    table.end()
    sheets.skip(3)


def answers_that_fit(
    sheets: Sheets, answers: Sequence[PrintedAnswer], room: float
) -> Sequence[PrintedAnswer]:
    """Return the first rows that a page with so much room can hold; none where it would be one or two of many."""
    most, used = 0, _HEAD
    for each in answers:
        texts = (
            (each.what, WHAT_WIDTH),
            (each.asked, WHO_WIDTH),
            (each.answer, ANSWER_WIDTH),
            (each.missing, MISSING_WIDTH),
        )
        lines = max(
            len(sheets.setter.lines((Span(text, look.SMALL_INK_BOLD),), width - 12))
            for text, width in texts
        )
        used += lines * look.SMALL.leading + 8.5
        if used > room:
            break
        most += 1
    return answers[:most] if most >= min(len(answers), 3) else ()
