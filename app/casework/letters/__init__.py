"""The letters of the first days: what each receiver asks for, which event fills it, how far each is. Pure; the door."""

from app.casework.letters.kept import KeptLetters, read_kept, write_kept
from app.casework.letters.progress import LetterStage, Progress, handing_over, progress_of
from app.casework.letters.tables import (
    Letter,
    LetterAsk,
    LetterFact,
    LetterTable,
    LetterTableError,
    read_letters,
)
from app.casework.letters.told import EventTold, newest_event, told_of

__all__ = [
    "EventTold",
    "KeptLetters",
    "Letter",
    "LetterAsk",
    "LetterFact",
    "LetterStage",
    "LetterTable",
    "LetterTableError",
    "Progress",
    "handing_over",
    "newest_event",
    "progress_of",
    "read_kept",
    "read_letters",
    "told_of",
    "write_kept",
]
