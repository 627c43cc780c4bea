"""What others may come to ask about a case: the rules that come with the program, asked of it. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.casework import CaseState
from app.casework.review import Review, ReviewRules, ReviewTableError, read_review_rules, review_of

_FOLDER = "review"


def read_review(resources: Path) -> ReviewRules:
    """Read the rules that come with the program.

    Raises:
        ReviewTableError: they cannot be read.
    """
    try:
        tables = [file.read_bytes() for file in sorted((resources / _FOLDER).glob("*.toml"))]
    except OSError as error:
        raise ReviewTableError(str(error)) from error
    if not tables:
        raise ReviewTableError("no rules")
    return read_review_rules(tables)


def look_over(state: CaseState, rules: ReviewRules, shown: Collection[int] | None = None) -> Review:
    """Return what can be mended, and what nobody can mend; ``shown`` as ``review_of`` has it."""
    return review_of(state, rules, shown)
