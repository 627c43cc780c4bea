"""What others may come to ask about, told before anything is handed over; and limits that nobody can mend. The door."""

from app.casework.review.looking import LimitMet, Review, Weakness, lacking_field, review_of
from app.casework.review.rules import (
    Limit,
    ReviewRule,
    ReviewRules,
    ReviewTableError,
    read_review_rules,
)

__all__ = [
    "Limit",
    "LimitMet",
    "Review",
    "ReviewRule",
    "ReviewRules",
    "ReviewTableError",
    "Weakness",
    "lacking_field",
    "read_review_rules",
    "review_of",
]
