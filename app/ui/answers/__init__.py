"""What was asked of the workplace, and what came of it: requests, answers, measures, support and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.answers.view import AnswersPage


def build(context: UiContext) -> AnswersPage:
    """Return the page, showing what was asked in the open case."""
    from app.ui.answers.view import AnswersPage

    return AnswersPage(context)


DOOR = Door((routes.Answers,), build)

__all__ = ["DOOR", "build"]
