"""Make the sheet for a talk about a concern, and save it where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.casework import CaseState, NotThatKindError, Versioned
from app.casework.kinds.concern import (
    Concern,
    ConcernPerson,
    ConcernText,
    ConcernWatchPoints,
)
from app.clock import Clock
from app.dossier import TalkingFacts, make_talking_sheet
from app.language import Language
from app.vocabulary import in_words, lowered, minute, short_day
from atomic_file import write_atomically
from evidence_store import EntryId


def talking_facts(
    state: CaseState, entry: EntryId, *, clock: Clock, language: Language
) -> TalkingFacts:
    """What the sheet tells of a concern.

    Raises:
        NotThatKindError: the entry states no concern.
    """
    thing = state.thing_of(entry)
    if not isinstance(thing, Versioned) or not isinstance(thing.current, Concern):
        raise NotThatKindError(entry.seq)
    concern: Concern = thing.current
    facts, person = concern.facts, concern.to
    text: Any = concern.text if isinstance(concern.text, ConcernText) else ConcernText()
    points: Any = concern.watch_points
    if not isinstance(points, ConcernWatchPoints):
        points = ConcernWatchPoints()
    role = in_words(facts.role, language)
    name = person.name if isinstance(person, ConcernPerson) else ""
    return TalkingFacts(
        who=f"{name} ({lowered(role)})" if name else role,
        when=minute(facts.at, language) if facts.at else "",
        what=text.what.strip(),
        watch_for=_points(points.watch_for),
        agreed=_points(points.agreed),
        follow_up=short_day(facts.follow_up_on, language) if facts.follow_up_on else "",
        place=f"e{thing.id.seq}",
        made_on=language.day(clock.now().utc),
    )


def save_talking_sheet(
    facts: TalkingFacts, target: Path, *, language: Language, fonts: Path
) -> None:
    """Write the sheet, whole or not at all.

    Raises:
        FontMissingError: the installation is not whole.
        OSError: the file cannot be written; nothing of it is left.
    """
    pdf = make_talking_sheet(facts, language, fonts)
    with write_atomically(target) as file:
        file.write(pdf)


def _points(words: str) -> tuple[str, ...]:
    """Return what was written as points: a line each, without the sign that somebody put before it."""
    lines = (line.strip().lstrip("-–•*").strip() for line in words.splitlines())
    return tuple(line for line in lines if line)
