"""What an exhibit is supported by, and what could still be added, each with a plain reason. Pure.

Rules:
- Only pictures of a page are asked: a whole screen that was kept along, and a file, may show anything.
- It says what is there and what is not, never how much it is worth: that is for others to judge.
- What was put out of sight supports nothing; nor does a witness who was only asked, or said no.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from app.casework.exhibit import Exhibit, ExhibitKind
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.incident import Incident, IncidentSender, IncidentSenderName
from app.casework.kinds.recheck import RECHECK
from app.casework.kinds.witness import WITNESS
from app.casework.kinds.witness_statement import WITNESS_STATEMENT
from app.casework.series import in_series
from app.casework.state import CaseState
from app.casework.wording import Labelled, enumerated, filled
from app.language import Language, deferred
from app.vocabulary import AccessBasis, StatementStatus
from evidence_store import EntryId


class Support(StrEnum):
    """What can support a picture of a page; the first four belong to every post."""

    LINK = "link"
    SENDER = "sender"
    TIME = "time"
    ACCESS = "access"
    AROUND = "around"
    WITNESS = "witness"
    RECHECK = "recheck"


_EVERY = (Support.LINK, Support.SENDER, Support.TIME, Support.ACCESS)
_WORDS = {
    Support.LINK: deferred("link"),
    Support.SENDER: deferred("who wrote it"),
    Support.TIME: deferred("when it was posted"),
    Support.ACCESS: deferred("how you came to see it"),
    Support.AROUND: deferred("what stood around it"),
    Support.WITNESS: deferred("a witness who saw it"),
    Support.RECHECK: deferred("another look at the page"),
}
_FIELDS = {
    Support.LINK: "url",
    Support.SENDER: "name",
    Support.TIME: "shown_time",
    Support.ACCESS: "access",
}
# Why somebody who reads it may ask for what is not there.
_STRONGER = {
    Support.AROUND: deferred("a series or the whole screen, so that nothing seems cut away"),
    Support.WITNESS: deferred("a witness, so that it does not rest on you alone"),
    Support.RECHECK: deferred("another look, so that it is known whether it is still there"),
}


def supported_by(state: CaseState, exhibit: Exhibit) -> frozenset[Support] | None:
    """Return what supports an exhibit; None where it is no picture of a page."""
    if exhibit.kind is not ExhibitKind.CAPTURE or exhibit.context:
        return None
    incidents = [each for each in state.incidents_about(exhibit) if not each.hidden]
    found = {each for incident in incidents for each in _of_post(incident.current)}
    if isinstance(exhibit.facts, CaptureFacts) and exhibit.facts.url:
        found.add(Support.LINK)
    if in_series(state, exhibit) is not None or _has_whole_screen(state, exhibit):
        found.add(Support.AROUND)
    entries = (exhibit.original, *(each.id for each in incidents))
    if any(_looked(state, entries)):
        found.add(Support.RECHECK)
    if any(_witnessed(state, entries)):
        found.add(Support.WITNESS)
    return frozenset(found)


def lacks_facts(state: CaseState, exhibit: Exhibit) -> bool:
    """Return whether something that belongs to every post is not there yet."""
    found = supported_by(state, exhibit)
    return found is not None and not found.issuperset(_EVERY)


def missing_field(state: CaseState, exhibit: Exhibit) -> str:
    """Return the field of the post, by its name, in which the first of what is missing is written; "" for none."""
    found = supported_by(state, exhibit)
    missing = (_FIELDS[each] for each in _EVERY if found is not None and each not in found)
    return next(missing, "")


def missing_words(state: CaseState, exhibit: Exhibit, language: Language) -> str:
    """Return what belongs to every post and is not there yet, in words; "" where nothing is missing."""
    found = supported_by(state, exhibit)
    if found is None:
        return ""
    return enumerated(language.text(_WORDS[each]) for each in _EVERY if each not in found)


def support_words(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[Labelled, ...]:
    """Return what supports an exhibit, what is missing, and what would make it stronger, in words."""
    found = supported_by(state, exhibit)
    if found is None:
        return ()
    text = language.text
    there = (text(_WORDS[each]) for each in Support if each in found)
    stronger = (text(words) for each, words in _STRONGER.items() if each not in found)
    return filled(
        Labelled(text("Supported by"), enumerated(there)),
        Labelled(text("Still missing"), missing_words(state, exhibit, language)),
        Labelled(text("Would make it stronger"), "; ".join(stronger)),
    )


def _of_post(incident: Incident) -> Iterator[Support]:
    facts, sender, named = incident.facts, incident.sender, incident.sender_name
    if facts.permalink or facts.url:
        yield Support.LINK
    profile = isinstance(sender, IncidentSender) and any(
        (sender.handle, sender.profile_url, sender.platform_id)
    )
    if profile or (isinstance(named, IncidentSenderName) and named.display_name):
        yield Support.SENDER
    if facts.published_at or facts.published_at_text:
        yield Support.TIME
    if facts.access_basis is not AccessBasis.UNKNOWN:
        yield Support.ACCESS


def _has_whole_screen(state: CaseState, exhibit: Exhibit) -> bool:
    """The whole screen that was kept along stands right behind the picture."""
    facts, behind = exhibit.facts, state.exhibit(exhibit.number + 1)
    if behind is None or not behind.context or not isinstance(facts, CaptureFacts):
        return False
    return isinstance(behind.facts, CaptureFacts) and behind.facts.grab_id == facts.grab_id


def _looked(state: CaseState, entries: tuple[EntryId, ...]) -> Iterator[bool]:
    for entry in entries:
        yield any(not each.hidden for each in state.about(entry, RECHECK))


def _witnessed(state: CaseState, entries: tuple[EntryId, ...]) -> Iterator[bool]:
    nothing = {StatementStatus.ASKED, StatementStatus.DECLINED}
    for entry in entries:
        for each in state.about(entry, WITNESS_STATEMENT):
            yield not each.hidden and each.current.facts.status not in nothing
    yield from (each.facts.exhibit in entries for each in state.of(WITNESS))
