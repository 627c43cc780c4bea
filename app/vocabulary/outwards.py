"""Closed sets of what happened and of what goes outwards: to police, platforms and witnesses; with their words.

Their values are frozen with the log. Tags and words are decided in docs/closed-sets.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words

_NOT_STATED = Words("", deferred("Not stated"))
_ELSE = Words(deferred("Something else"))
_RECEIPT = Words(deferred("Receipt came"))


class Direction(StrEnum):
    """How a post is aimed at the person."""

    UNKNOWN = "unknown"
    TAGGED = "tagged"
    SENT = "sent"
    NAMED = "named"
    NAMED_REACHING = "named_reaching"
    INDIRECT = "indirect"
    OTHERS = "others"


class SpringsFrom(StrEnum):
    """What of the work a post springs from."""

    UNKNOWN = "unknown"
    LAW = "law"
    DECISION = "decision"
    GUIDELINE = "guideline"
    RESOURCES = "resources"
    CONVERSATION = "conversation"
    OTHER = "other"


class ContentTag(StrEnum):
    """What is in a post, as the person sees it."""

    THREAT = "threat"
    ACCUSATION = "accusation"
    PRIVATE_INFORMATION = "private_information"
    PICTURE_OF_ME = "picture_of_me"
    PICTURE_OF_CHILDREN = "picture_of_children"
    CALL_TO_OTHERS = "call_to_others"
    SEXUAL = "sexual"
    ABUSE = "abuse"
    FAKE_PROFILE = "fake_profile"
    LEGITIMATE_CRITICISM = "legitimate_criticism"


class Affected(StrEnum):
    """Who else a post hits."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER_FAMILY = "other_family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    WORKPLACE = "workplace"
    CITIZEN = "citizen"


class Severity(StrEnum):
    """How bad it is to the person."""

    UNKNOWN = "unknown"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"
    UNBEARABLE = "unbearable"


class PoliceStatus(StrEnum):
    """How far a report to the police is."""

    UNKNOWN = "unknown"
    NOT_REPORTED = "not_reported"
    REPORTED = "reported"
    RECEIVED = "received"
    UNDER_WAY = "under_way"
    CLOSED = "closed"
    DECIDED = "decided"


class PoliceChannel(StrEnum):
    """How something is reported to the police."""

    OTHER = "other"
    PHONE = "phone"
    STATION = "station"
    DIGITAL_POST = "digital_post"
    WEB = "web"
    WRITTEN = "written"


class PolicePurpose(StrEnum):
    """What a report to the police is for."""

    UNKNOWN = "unknown"
    PROSECUTION = "prosecution"
    COMPENSATION = "compensation"
    BOTH = "both"


class TakedownTo(StrEnum):
    """Who is asked to take something down."""

    PLATFORM = "platform"
    SENDER = "sender"
    GROUP = "group"
    SITE_OWNER = "site_owner"
    HOST = "host"
    SEARCH = "search"


class TakedownGround(StrEnum):
    """Why something is to be taken down."""

    OTHER = "other"
    UNTRUE = "untrue"
    PRIVATE = "private"
    THREAT = "threat"
    PICTURE = "picture"
    FAKE_PROFILE = "fake_profile"
    HARASSMENT = "harassment"


class TakedownStatus(StrEnum):
    """What became of it."""

    SENT = "sent"
    RECEIVED = "received"
    REMOVED = "removed"
    PARTLY = "partly"
    REFUSED = "refused"
    COMPLAINED = "complained"
    OUT_OF_COURT = "out_of_court"
    RESTORED = "restored"


class RegistrationStatus(StrEnum):
    """How far an internal registration is."""

    ASKED = "asked"
    REGISTERED = "registered"
    REFUSED = "refused"


class OnlineStatus(StrEnum):
    """Whether something is still online."""

    ONLINE = "online"
    CHANGED = "changed"
    REMOVED = "removed"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


OUTWARDS_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    Direction: {
        Direction.UNKNOWN: _NOT_STATED,
        Direction.TAGGED: Words(deferred("Tagged")),
        Direction.SENT: Words(deferred("Sent to me"), others=deferred("Sent to the employee")),
        Direction.NAMED: Words(deferred("Named")),
        Direction.NAMED_REACHING: Words(
            deferred("Named, certain to reach me"),
            others=deferred("Named, certain to reach the employee"),
        ),
        Direction.INDIRECT: Words(deferred("Not named, but meant")),
        Direction.OTHERS: Words(deferred("Somebody else")),
    },
    SpringsFrom: {
        SpringsFrom.UNKNOWN: _NOT_STATED,
        SpringsFrom.LAW: Words(deferred("The law")),
        SpringsFrom.DECISION: Words(deferred("A decision")),
        SpringsFrom.GUIDELINE: Words(deferred("A guideline")),
        SpringsFrom.RESOURCES: Words(deferred("Time or resources")),
        SpringsFrom.CONVERSATION: Words(deferred("A talk or meeting")),
        SpringsFrom.OTHER: _ELSE,
    },
    ContentTag: {
        ContentTag.THREAT: Words(deferred("Threat")),
        ContentTag.ACCUSATION: Words(deferred("Accusation of something criminal or dishonourable")),
        ContentTag.PRIVATE_INFORMATION: Words(deferred("Private details")),
        ContentTag.PICTURE_OF_ME: Words(
            deferred("Picture of me"), others=deferred("Picture of the employee")
        ),
        ContentTag.PICTURE_OF_CHILDREN: Words(deferred("Picture of children")),
        ContentTag.CALL_TO_OTHERS: Words(deferred("Call to others")),
        ContentTag.SEXUAL: Words(deferred("Sexual")),
        ContentTag.ABUSE: Words(deferred("Abusive words")),
        ContentTag.FAKE_PROFILE: Words(deferred("Fake profile")),
        ContentTag.LEGITIMATE_CRITICISM: Words(deferred("Legitimate criticism")),
    },
    Affected: {
        Affected.PARTNER: Words(deferred("Partner")),
        Affected.CHILD: Words(deferred("Child")),
        Affected.PARENT: Words(deferred("Parent")),
        Affected.SIBLING: Words(deferred("Sibling")),
        Affected.OTHER_FAMILY: Words(deferred("Other family")),
        Affected.FRIEND: Words(deferred("Friend")),
        Affected.COLLEAGUE: Words(deferred("Colleague")),
        Affected.WORKPLACE: Words(deferred("The workplace")),
        Affected.CITIZEN: Words(deferred("Another citizen")),
    },
    Severity: {
        Severity.UNKNOWN: _NOT_STATED,
        Severity.LITTLE: Words(deferred("A little")),
        Severity.SOME: Words(deferred("Hard")),
        Severity.MUCH: Words(deferred("Very hard")),
        Severity.UNBEARABLE: Words(
            deferred("More than I can bear"), others=deferred("More than the employee can bear")
        ),
    },
    PoliceStatus: {
        PoliceStatus.UNKNOWN: _NOT_STATED,
        PoliceStatus.NOT_REPORTED: Words(deferred("Not reported, with reasons")),
        PoliceStatus.REPORTED: Words(deferred("Reported")),
        PoliceStatus.RECEIVED: _RECEIPT,
        PoliceStatus.UNDER_WAY: Words(deferred("The police work on it")),
        PoliceStatus.CLOSED: Words(deferred("Closed")),
        PoliceStatus.DECIDED: Words(deferred("Decided")),
    },
    PoliceChannel: {  # what is none of them stands last
        PoliceChannel.PHONE: Words(deferred("Phone (114)")),
        PoliceChannel.STATION: Words(deferred("At the station")),
        PoliceChannel.DIGITAL_POST: Words(deferred("Digital Post")),
        PoliceChannel.WEB: Words(deferred("Form at politi.dk")),
        PoliceChannel.WRITTEN: Words(deferred("Letter or e-mail")),
        PoliceChannel.OTHER: Words(deferred("Another way")),
    },
    PolicePurpose: {
        PolicePurpose.UNKNOWN: _NOT_STATED,
        PolicePurpose.PROSECUTION: Words(deferred("That it is investigated")),
        PolicePurpose.COMPENSATION: Words(deferred("Only because of compensation")),
        PolicePurpose.BOTH: Words(
            deferred("Both"), others=deferred("That it is investigated, and compensation")
        ),
    },
    TakedownTo: {
        TakedownTo.PLATFORM: Words(deferred("The platform")),
        TakedownTo.SENDER: Words(deferred("The sender")),
        TakedownTo.GROUP: Words(deferred("Who runs the group or page")),
        TakedownTo.SITE_OWNER: Words(deferred("Who owns the website")),
        TakedownTo.HOST: Words(deferred("The hosting company")),
        TakedownTo.SEARCH: Words(deferred("A search engine")),
    },
    TakedownGround: {  # what is none of them stands last
        TakedownGround.UNTRUE: Words(deferred("Not true")),
        TakedownGround.PRIVATE: Words(deferred("Private details")),
        TakedownGround.THREAT: Words(deferred("Threat")),
        TakedownGround.PICTURE: Words(deferred("Picture without consent")),
        TakedownGround.FAKE_PROFILE: Words(deferred("Fake profile")),
        TakedownGround.HARASSMENT: Words(deferred("Harassment")),
        TakedownGround.OTHER: _ELSE,
    },
    TakedownStatus: {
        TakedownStatus.SENT: Words(deferred("Sent")),
        TakedownStatus.RECEIVED: _RECEIPT,
        TakedownStatus.REMOVED: Words(deferred("Removed")),
        TakedownStatus.PARTLY: Words(deferred("Partly removed")),
        TakedownStatus.REFUSED: Words(deferred("Refused")),
        TakedownStatus.COMPLAINED: Words(deferred("Complained")),
        TakedownStatus.OUT_OF_COURT: Words(deferred("With an out-of-court body")),
        TakedownStatus.RESTORED: Words(deferred("Put back")),
    },
    RegistrationStatus: {
        RegistrationStatus.ASKED: Words(deferred("Has been asked for")),
        RegistrationStatus.REGISTERED: Words(deferred("Registered")),
        RegistrationStatus.REFUSED: Words(deferred("Refused")),
    },
    OnlineStatus: {
        OnlineStatus.ONLINE: Words(deferred("Still online")),
        OnlineStatus.CHANGED: Words(deferred("Changed")),
        OnlineStatus.REMOVED: Words(deferred("Removed")),
        OnlineStatus.HIDDEN: Words(deferred("Cannot be seen any more")),
        OnlineStatus.UNKNOWN: Words(deferred("Could not be checked")),
    },
}
