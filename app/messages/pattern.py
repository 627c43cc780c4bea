"""What the events of a case are together, in lines for a terminal."""

from __future__ import annotations

from app.casework.pattern import FigureName, Pattern, PatternFigure, pattern_told
from app.language import Language


def pattern_lines(found: Pattern, name: FigureName, language: Language) -> tuple[str, ...]:
    """Return the whole, for a terminal."""
    text = language.text
    if not found.incidents:
        return (text("Nothing is described yet. Describe a post with: bevismappe incident"),)
    told = pattern_told(found, name, language)
    return (*map(_line, (*told.held, *told.course, *told.followed)), told.judgement)


def _line(figure: PatternFigure) -> str:
    if not figure.label:
        return figure.words
    return f"{figure.label}: {figure.words}"
