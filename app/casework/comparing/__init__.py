"""Whether several sources of one post say the same: words in a picture, a saved page, an export. Pure."""

from app.casework.comparing.comparing import Again, Comparison, Source, Spot, compare
from app.casework.comparing.words import SourceWord, words_of_text

__all__ = [
    "Again",
    "Comparison",
    "Source",
    "SourceWord",
    "Spot",
    "compare",
    "words_of_text",
]
