"""What is sealed apart from what recipients may be shown: links in full, and the exact size of an original.

The part ``facts`` of an entry holds what a page can print; the part ``full`` holds what was typed or measured, and is
opened for nobody. In the case the two are one again: whoever works on it sees links and sizes in full.

Rules:
- ``told_…`` is what may be printed. It is the same for what was typed and for what is told already.
- An older entry has no ``full``: its ``facts`` hold everything.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from app.casework.decoding import Gap
from app.casework.links import cut_link
from app.casework.records import (
    CaptureFacts,
    CaptureFull,
    FileFacts,
    FileFull,
    IncidentFacts,
    IncidentFull,
    IncidentSender,
)

T = TypeVar("T")


def told_capture(facts: CaptureFacts) -> CaptureFacts:
    """What of a capture's facts may be printed."""
    return replace(facts, url=cut_link(facts.url))


def told_file(facts: FileFacts) -> FileFacts:
    """What of a file's facts may be printed: not how many bytes it has, which says something of its content."""
    return replace(facts, size=0)


def told_incident(facts: IncidentFacts) -> IncidentFacts:
    """What of an event's facts may be printed."""
    return replace(facts, url=cut_link(facts.url), permalink=cut_link(facts.permalink))


def told_sender(sender: IncidentSender) -> IncidentSender:
    """What of a profile may be printed."""
    return replace(sender, profile_url=cut_link(sender.profile_url))


def whole_capture(facts: CaptureFacts, full: CaptureFull | Gap | None) -> CaptureFacts:
    """The facts with the link as it was given, as far as that can be read."""
    return replace(facts, url=full.url) if isinstance(full, CaptureFull) else facts


def whole_file(facts: FileFacts, full: FileFull | Gap | None) -> FileFacts:
    """The facts with the size, as far as that can be read."""
    return replace(facts, size=full.size) if isinstance(full, FileFull) else facts


def whole_incident(facts: IncidentFacts, full: IncidentFull | Gap | None) -> IncidentFacts:
    """The facts with the links as they were typed, as far as that can be read."""
    if not isinstance(full, IncidentFull):
        return facts
    return replace(facts, url=full.url, permalink=full.permalink)


def whole_sender(
    sender: IncidentSender | Gap | None, full: IncidentFull | Gap | None
) -> IncidentSender | Gap | None:
    """The profile with its link as it was typed, as far as that can be read."""
    if not isinstance(full, IncidentFull) or not isinstance(sender, IncidentSender):
        return sender
    return replace(sender, profile_url=full.profile_url)
