"""What is said at a field whose words name somebody, where nobody is to be named. No Qt."""

from __future__ import annotations

from app.casework import CaseworkError, Field, look_at_words
from app.language import Language
from app.messages import explain


def words_complaint(field: Field, typed: str, language: Language) -> str:
    """Return what is the matter with the words of a field; "" where nothing is."""
    try:
        look_at_words(field, typed)
    except CaseworkError as error:
        return explain(error, language).sentence
    return ""
