"""Whether a new picture belongs to a post that somebody has written about already. Pure.

Rules:
- The same link says so; else pictures that were taken within some minutes of each other may.
- It is offered, never done: the person says yes or no. Of several the nearest is offered.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from app.casework import CaseState, Exhibit
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.incident import INCIDENT
from app.clock import DANISH_TIME
from app.language import Language
from app.vocabulary import clock, minute, moment_of
from evidence_store import EntryId

_MINUTES_APART = timedelta(minutes=15)


class SamePost(msgspec.Struct, frozen=True):
    """A post that is offered; ``yes`` is the answer that it is the one, which tells it by its time."""

    incident: EntryId
    yes: str


def same_post(
    state: CaseState, exhibit: Exhibit, link: str, now: datetime, language: Language
) -> SamePost | None:
    """Return the post that an exhibit may belong to.

    Args:
        state: the case.
        exhibit: the new picture.
        link: where it was found, as far as that is known; "" where it is not.
        now: the moment of asking.
        language: of the words.
    """
    wanted, taken = _bare(link), _taken(exhibit)
    found: list[tuple[bool, timedelta, SamePost]] = []
    for incident in state.of(INCIDENT):
        facts = incident.current.facts
        exhibits = [state.exhibit_of(each) for each in facts.exhibits]
        if exhibit in exhibits or incident.hidden:
            continue
        linked = bool(wanted) and wanted in {_bare(facts.url), _bare(facts.permalink)}
        times = [_taken(each) for each in exhibits if each is not None]
        apart = min((abs(each - taken) for each in times if each and taken), default=timedelta.max)
        if linked or apart <= _MINUTES_APART:
            first = next((each for each in exhibits if each is not None), None)
            stamp = first.time if first is not None else incident.time
            found.append((not linked, apart, SamePost(incident.id, _yes(stamp, now, language))))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _taken(exhibit: Exhibit) -> datetime | None:
    facts = exhibit.facts
    known = facts.captured_at if isinstance(facts, CaptureFacts) else ""
    return moment_of(known or exhibit.time)


def _bare(link: str) -> str:
    """A link without what may differ between two visits of one page."""
    bare = link.strip().split("#")[0].rstrip("/").lower()
    for start in ("https://", "http://", "www.", "m."):
        bare = bare.removeprefix(start)
    return bare


def _yes(stamp: str, now: datetime, language: Language) -> str:
    moment = moment_of(stamp)
    today = now.astimezone(DANISH_TIME).date()
    same_day = moment is not None and moment.astimezone(DANISH_TIME).date() == today
    if same_day:
        return language.text("Yes, the post from {clock}", clock=clock(stamp, language))
    return language.text("Yes, the post from {moment}", moment=minute(stamp, language))
