"""Guidance that carries where it stands and when that was looked at, and how far it can be relied on. Pure."""

from app.guidance.notes import GuidanceContact, GuidanceNote
from app.guidance.sourced import BUILT_IN, Origin, Sourced, certainty_of, certainty_of_pack
from app.guidance.standing import Standing

__all__ = [
    "BUILT_IN",
    "GuidanceContact",
    "GuidanceNote",
    "Origin",
    "Sourced",
    "Standing",
    "certainty_of",
    "certainty_of_pack",
]
