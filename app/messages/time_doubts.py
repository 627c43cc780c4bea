"""What is said of a time that can hardly be meant. It can be saved all the same. No Qt."""

from __future__ import annotations

from app.casework import TimeDoubt
from app.language import Language, deferred

_SENTENCES = {
    TimeDoubt.TO_COME: deferred(
        "That time is still to come. Look at day and year; it can be saved as it stands."
    ),
    TimeDoubt.SEEN_BEFORE_POSTED: deferred(
        "That is before it was posted. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.ANSWERED_BEFORE_TOLD: deferred(
        "That is before you told them. Look at both times; they can be saved as they stand."
    ),
    TimeDoubt.ANSWERED_BEFORE_ASKED: deferred(
        "That is before you asked. Look at both times; they can be saved as they stand."
    ),
}


def doubt_sentence(doubt: TimeDoubt | None, language: Language) -> str:
    """What to look at; "" where nothing is in doubt."""
    return language.text(_SENTENCES[doubt]) if doubt is not None else ""
