"""Write what is due into a calendar file: days and moments, and nothing of the case."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.actions.find_deadlines import Due
from app.casework.deadlines import CalendarWords, calendar_of
from app.language import Language
from app.vocabulary import is_running
from atomic_file import write_atomically


def save_calendar(
    due: Due, target: Path, language: Language, *, secret: str, made_at: datetime
) -> int:
    """Write what still runs; return how many days and moments there are.

    Args:
        due: what is due.
        target: the file; one that is there is replaced.
        language: what the entries are called in.
        secret: something of the case that never leaves the vault.
        made_at: when it is made.

    Raises:
        OSError: the file cannot be written; nothing of it is left.
    """
    words = CalendarWords(deadline=language.text("Deadline"), follow_up=language.text("Follow-up"))
    content = calendar_of(
        [row for row in due.deadlines if is_running(row.state)],
        [each.follow_up for each in due.follow_ups if is_running(each.state)],
        words,
        secret=secret,
        made_at=made_at,
    )
    with write_atomically(target) as file:
        file.write(content)
    return content.count(b"BEGIN:VEVENT")
