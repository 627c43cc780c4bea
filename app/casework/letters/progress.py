"""How far a letter is: made, handed over, receipt or number, answer. And what is sealed when it is handed over. Pure.

Rules:
- That a letter is made is known from the scratch pad; everything after it from the kinds that there are, so that what
  was noted without a letter counts as well.
- What is handed over is sealed with the words of the letter, at the moment that is handed in. It can be corrected as
  everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.fields import Draft
from app.casework.kind import Written
from app.casework.kinds.internal_registration import (
    INTERNAL_REGISTRATION,
    RegistrationDraft,
    RegistrationReference,
)
from app.casework.kinds.notification import NOTIFICATION, NotificationAbout, NotificationDraft
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft, PoliceReference
from app.casework.kinds.takedown import TAKEDOWN, TakedownDraft, TakedownReference
from app.casework.letters.tables import Letter
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import (
    Channel,
    DoneBy,
    PoliceStatus,
    RegistrationStatus,
    Role,
    TakedownStatus,
    TakedownTo,
)
from evidence_store import EntryId


class LetterStage(StrEnum):
    """How far a letter is, in order; frozen with ``drafts --json``."""

    NONE = "none"
    MADE = "made"
    HANDED_OVER = "handed_over"
    RECEIPT = "receipt"
    ANSWERED = "answered"


class Progress(msgspec.Struct, frozen=True):
    """How far a letter is.

    Attributes:
        stage: how far.
        entry: what was noted of it; None where nothing was.
        at: when it was handed over, as a stamp; "" where that is not known.
        number: the number of a receipt or a case, where there is one.
    """

    stage: LetterStage
    entry: EntryId | None = None
    at: str = ""
    number: str = ""


_KINDS: dict[Letter, Written[Any]] = {
    Letter.MANAGER: NOTIFICATION,
    Letter.POLICE: POLICE_REPORT,
    Letter.NOT_REPORTING: POLICE_REPORT,
    Letter.REMOVAL: TAKEDOWN,
    Letter.REGISTRATION: INTERNAL_REGISTRATION,
}
_ENDED = frozenset({PoliceStatus.CLOSED, PoliceStatus.DECIDED})
_KNOWN = frozenset({PoliceStatus.RECEIVED, PoliceStatus.UNDER_WAY})


def progress_of(
    letter: Letter, state: CaseState, event: EntryId | None, *, made: bool = False
) -> Progress:
    """Return how far a letter about an event is; what was noted about no event counts for every one."""
    found = (_progress(letter, each) for each in _noted(letter, state, event))
    noted = [each for each in found if each.stage is not LetterStage.NONE]
    best = max(noted, key=lambda each: list(LetterStage).index(each.stage), default=None)
    return best or Progress(LetterStage.MADE if made else LetterStage.NONE)


def handing_over(letter: Letter, words: str, event: EntryId | None, at: str) -> Draft:
    """Return what is sealed when a letter is handed over.

    Args:
        letter: which one.
        words: what it says.
        event: what it is about; None for nothing that is written down.
        at: when, as a stamp.
    """
    about = (event,) if event is not None else ()
    match letter:
        case Letter.MANAGER:
            return NotificationDraft(
                role=Role.MANAGER, at=at, channel=Channel.OTHER, said=words, incidents=about
            )
        case Letter.POLICE:
            return PoliceDraft(
                status=PoliceStatus.REPORTED, at=at, by=DoneBy.ME, letter=words, incidents=about
            )
        case Letter.NOT_REPORTING:
            return PoliceDraft(status=PoliceStatus.NOT_REPORTED, why_not=words, incidents=about)
        case Letter.REMOVAL:
            return TakedownDraft(
                asked=TakedownTo.PLATFORM,
                by=DoneBy.ME,
                at=at,
                status=TakedownStatus.SENT,
                letter=words,
                incidents=about,
            )
        case Letter.REGISTRATION:
            return RegistrationDraft(
                status=RegistrationStatus.ASKED, at=at, letter=words, incidents=about
            )


def _noted(letter: Letter, state: CaseState, event: EntryId | None) -> Iterator[Versioned[Any]]:
    kind = _KINDS[letter]
    about = {each.id for each in state.about(event, kind)} if event is not None else set()
    for each in state.of(kind):
        if not each.hidden and (each.id in about or not _events(each.current)):
            yield each


def _events(value: Any) -> tuple[EntryId, ...]:  # noqa: ANN401 - of one of the four kinds
    said = getattr(value, "about", None)
    holder = said if isinstance(said, NotificationAbout) else value.facts
    return getattr(holder, "incidents", ())


def _progress(letter: Letter, thing: Versioned[Any]) -> Progress:
    value, facts = thing.current, thing.current.facts
    stage, number = LetterStage.NONE, ""
    match letter:
        case Letter.MANAGER:
            if facts.role is Role.MANAGER:
                reply = facts.reply_at or getattr(value.text, "reply", "")
                stage = LetterStage.ANSWERED if reply else LetterStage.HANDED_OVER
        case Letter.POLICE:
            number = _of(value.reference, PoliceReference, "journal_no", "receipt_ref")
            if facts.status not in (PoliceStatus.UNKNOWN, PoliceStatus.NOT_REPORTED):
                stage = _step(number or facts.status in _KNOWN, answered=facts.status in _ENDED)
        case Letter.NOT_REPORTING:
            if facts.status is PoliceStatus.NOT_REPORTED:
                stage = LetterStage.HANDED_OVER
        case Letter.REMOVAL:
            number = _of(value.reference, TakedownReference, "ticket")
            received = facts.status is TakedownStatus.RECEIVED
            waits = received or facts.status is TakedownStatus.SENT
            stage = _step(number or received, answered=not waits)
        case Letter.REGISTRATION:
            number = _of(value.reference, RegistrationReference, "ref")
            asked = facts.status is RegistrationStatus.ASKED
            stage = _step(number, answered=not asked and not number)
    return Progress(stage, thing.id, getattr(facts, "at", ""), number)


def _step(receipt: object, *, answered: bool) -> LetterStage:
    if answered:
        return LetterStage.ANSWERED
    return LetterStage.RECEIPT if receipt else LetterStage.HANDED_OVER


def _of(part: object, kind: type[msgspec.Struct], *names: str) -> str:
    """The first number of a part that says one."""
    if not isinstance(part, kind):
        return ""
    return next((each for each in (getattr(part, name) for name in names) if each), "")
