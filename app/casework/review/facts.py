"""What rules of the review may ask: plain facts of the case, of an incident, of an exhibit, of an own answer. Pure.

Rules:
- What was put out of sight is not looked at.
- What cannot be read, such as an erased part, is in nobody's hand any more: no fact says that it is missing.
- A whole screen that was taken together with a part of it belongs to that part, and is not counted among exhibits.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from app.casework.decoded import Gap
from app.casework.exhibit import Exhibit
from app.casework.kind import Written
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.incident import (
    INCIDENT,
    Incident,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    noted_late,
)
from app.casework.kinds.incident_more import IncidentCircumstances
from app.casework.kinds.own_reply import OWN_REPLY, OwnReply, OwnReplyText
from app.casework.kinds.own_statement import OWN_STATEMENT
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.kinds.witness import WITNESS
from app.casework.kinds.witness_statement import WITNESS_STATEMENT, WitnessDevice
from app.casework.part import Machine
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import (
    AccessBasis,
    Basis,
    CaptureMethod,
    IncidentKind,
    ReviewOf,
    StatementStatus,
    Visibility,
    WitnessedOn,
)
from evidence_store import EntryId

EXAMPLES = 5
"""So many exhibits are read; of more, some are chosen as examples."""
_NOT_ONLINE = frozenset(
    {IncidentKind.MAIL, IncidentKind.TEXT_MESSAGE, IncidentKind.CALL, IncidentKind.OTHER}
)
_GIVEN = frozenset({StatementStatus.DRAFT, StatementStatus.SIGNED})


class Fact(StrEnum):
    """What holds of a thing; the files of rules name them."""

    # of the case
    EXHIBITS = "exhibits"
    TWO_DEVICES = "two_devices"
    WITNESS = "witness"
    MANY_EXHIBITS = "many_exhibits"
    EXAMPLES_CHOSEN = "examples_chosen"
    # of an incident
    ONLINE = "online"
    TIME = "time"
    LINK = "link"
    PERMALINK = "permalink"
    NAMED = "named"
    STABLE_ID = "stable_id"
    PICTURES = "pictures"
    ACCESS = "access"
    WITHOUT_BASIS = "without_basis"
    DEMANDED = "demanded"
    CAPTURED_BEFORE = "captured_before"
    EXPLAINED = "explained"
    WRITTEN_LATER = "written_later"
    # of an exhibit
    CAPTURED = "captured"
    ADDED = "added"
    CROP = "crop"
    CONTEXT = "context"
    CLOCK_CHECKED = "clock_checked"
    CLOCK_MOVED = "clock_moved"
    # of an own answer; pictures too
    REPLY = "reply"
    WORDS = "words"


class Looked(msgspec.Struct, frozen=True):
    """One thing, and what holds of it; ``about`` is None for the case as a whole."""

    of: ReviewOf
    about: EntryId | None
    facts: frozenset[Fact]


def looked_at(state: CaseState, shown: frozenset[int] | None = None) -> Iterator[Looked]:
    """Yield the case, then its incidents, exhibits and own answers that are in sight.

    ``shown`` has the numbers of the exhibits that were chosen to be shown; None where nobody chose.
    """
    exhibits = [each for each in state.exhibits if not each.hidden]
    if shown is not None:
        exhibits = [each for each in exhibits if each.number in shown]
    whole = frozenset(each.original for each in exhibits if not _crop(each))
    yield Looked(
        ReviewOf.CASE, None, frozenset(_of_case(state, exhibits, chosen=shown is not None))
    )
    for incident in _in_sight(state, INCIDENT):
        yield Looked(ReviewOf.INCIDENT, incident.id, frozenset(_of_incident(state, incident)))
    for exhibit in exhibits:
        facts = frozenset(_of_exhibit(state, exhibit, exhibits, whole))
        yield Looked(ReviewOf.EXHIBIT, exhibit.original, facts)
    for reply in _in_sight(state, OWN_REPLY):
        yield Looked(ReviewOf.REPLY, reply.id, frozenset(_of_reply(state, reply.current)))


def _in_sight(state: CaseState, kind: Written[Any]) -> Iterator[Versioned[Any]]:
    return (each for each in state.of(kind) if not each.hidden)


def _of_case(state: CaseState, exhibits: list[Exhibit], *, chosen: bool) -> Iterator[Fact]:
    counted = [each for each in exhibits if not each.context]
    if counted:
        yield Fact.EXHIBITS
    if len(counted) > EXAMPLES:
        yield Fact.MANY_EXHIBITS
    witnesses = [
        each.current
        for each in _in_sight(state, WITNESS_STATEMENT)
        if each.current.facts.status in _GIVEN
    ]
    signed = state.of(WITNESS)
    if witnesses or signed:
        yield Fact.WITNESS
    devices = {each.machine.device for each in exhibits if isinstance(each.machine, Machine)}
    elsewhere = any(not isinstance(each.facts, CaptureFacts) for each in exhibits)
    seen_elsewhere = any(_on_a_device(each.device) for each in witnesses) or any(
        each.facts.on is WitnessedOn.DEVICE for each in signed
    )
    if len(devices) > 1 or elsewhere or seen_elsewhere:
        yield Fact.TWO_DEVICES
    made = state.of(DOSSIER)
    if not chosen and made and 0 < len(made[-1].facts.exhibits) <= EXAMPLES:
        yield Fact.EXAMPLES_CHOSEN


def _on_a_device(said: object) -> bool:
    return isinstance(said, WitnessDevice) and bool(said.device)


def _of_incident(state: CaseState, thing: Versioned[Incident]) -> Iterator[Fact]:
    event, facts = thing.current, thing.current.facts
    said = {
        Fact.ONLINE: facts.form not in _NOT_ONLINE,
        Fact.TIME: bool(facts.published_at),
        Fact.LINK: bool(facts.url or facts.permalink),
        Fact.PERMALINK: bool(facts.permalink),
        Fact.NAMED: _named(event),
        Fact.STABLE_ID: _known_again(event),
        Fact.ACCESS: facts.access_basis is not AccessBasis.UNKNOWN,
        Fact.WITHOUT_BASIS: bool(without_basis(event)),
        Fact.WRITTEN_LATER: noted_late(thing),
    }
    yield from (fact for fact, holds in said.items() if holds)
    pictures = _exhibits(state, facts.exhibits)
    if pictures:
        yield Fact.PICTURES
    demands = [each for each in state.about(thing.id, TAKEDOWN) if not each.hidden]
    if demands:
        yield Fact.DEMANDED
        first = min(each.id.seq for each in demands)
        if any(each.original.seq < first for each in pictures):
            yield Fact.CAPTURED_BEFORE
    if any(_told_how(state, each) for each in pictures):
        yield Fact.EXPLAINED


def _exhibits(state: CaseState, entries: tuple[EntryId, ...]) -> list[Exhibit]:
    found = (state.exhibit_of(entry) for entry in entries)
    return [each for each in found if each is not None and not each.hidden]


def _told_how(state: CaseState, exhibit: Exhibit) -> bool:
    """Whether the person told how that picture was taken."""
    return any(not each.hidden for each in state.about(exhibit.original, OWN_STATEMENT))


def _named(event: Incident) -> bool:
    name = event.sender_name
    return isinstance(name, IncidentSenderName) and bool(name.display_name)


def _known_again(event: Incident) -> bool:
    sender = event.sender
    if isinstance(sender, Gap):
        return True
    return isinstance(sender, IncidentSender) and bool(
        sender.handle or sender.profile_url or sender.platform_id
    )


_NOTHING_SAID = IncidentCircumstances()


def without_basis(event: Incident) -> tuple[str, ...]:
    """Return what is stated and it is not said how the person knows it: by the names of the fields that say it."""
    around = event.circumstances if event.circumstances is not None else _NOTHING_SAID
    if isinstance(around, Gap):
        return ()
    text = event.text
    described = isinstance(text, IncidentText) and bool(text.description)
    reached = event.facts.visibility is not Visibility.UNKNOWN or bool(event.facts.audience)
    stated = (
        (described, around.basis_description, "basis_description"),
        (_named(event), around.basis_sender, "basis_sender"),
        (reached, around.basis_reach, "basis_reach"),
    )
    return tuple(name for there, basis, name in stated if there and basis is Basis.UNKNOWN)


def _crop(exhibit: Exhibit) -> bool:
    facts = exhibit.facts
    return isinstance(facts, CaptureFacts) and facts.method is CaptureMethod.REGION


def _of_exhibit(
    state: CaseState, exhibit: Exhibit, exhibits: list[Exhibit], whole: frozenset[EntryId]
) -> Iterator[Fact]:
    facts = exhibit.facts
    if state.jumps_of(exhibit):
        yield Fact.CLOCK_MOVED
    if isinstance(facts, Gap):
        return
    if not isinstance(facts, CaptureFacts):
        yield Fact.ADDED
        return
    yield Fact.CAPTURED
    if facts.clock_check != "not_checked":
        yield Fact.CLOCK_CHECKED
    if not _crop(exhibit):
        return
    yield Fact.CROP
    if _of_one_grab(exhibit, exhibits) or _beside(state, exhibit, whole):
        yield Fact.CONTEXT


def _of_one_grab(exhibit: Exhibit, exhibits: list[Exhibit]) -> bool:
    """Whether the whole screen was taken with it."""
    grab = exhibit.facts.grab_id if isinstance(exhibit.facts, CaptureFacts) else ""
    return bool(grab) and any(
        isinstance(each.facts, CaptureFacts) and each.facts.grab_id == grab and not _crop(each)
        for each in exhibits
    )


def _beside(state: CaseState, exhibit: Exhibit, whole: frozenset[EntryId]) -> bool:
    """Whether an incident that it shows is also shown by a whole screen or by a file."""
    for incident in state.incidents_about(exhibit):
        if incident.hidden:
            continue
        shown = _exhibits(state, incident.current.facts.exhibits)
        if any(each.original in whole for each in shown):
            return True
    return False


def _of_reply(state: CaseState, reply: OwnReply) -> Iterator[Fact]:
    yield Fact.REPLY
    if isinstance(reply.text, Gap) or (isinstance(reply.text, OwnReplyText) and reply.text.words):
        yield Fact.WORDS
    if _exhibits(state, reply.facts.exhibits):
        yield Fact.PICTURES
