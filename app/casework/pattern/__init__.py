"""How often, for how long, where, how wide and how aimed: figures over what was written down, never a judgement."""

from app.casework.pattern.figures import (
    Counted,
    Pattern,
    PatternEvent,
    pattern_among,
    pattern_of,
)
from app.casework.pattern.telling import FigureName, PatternFigure, PatternTold, pattern_told

__all__ = [
    "Counted",
    "FigureName",
    "Pattern",
    "PatternEvent",
    "PatternFigure",
    "PatternTold",
    "pattern_among",
    "pattern_of",
    "pattern_told",
]
