"""People who are not named in what leaves, as the case knows them, and the texts that stood there instead. Pure."""

from app.casework.named.known_people import people_of, profile_names
from app.casework.named.places_named import where_named
from app.casework.named.shared_texts import (
    shared_texts_of,
    stands_for,
    texts_in,
    texts_standing_for,
    with_texts,
)

__all__ = [
    "people_of",
    "profile_names",
    "shared_texts_of",
    "stands_for",
    "texts_in",
    "texts_standing_for",
    "where_named",
    "with_texts",
]
