"""Words of the timeline for closed sets, and short forms of texts. No Qt."""

from __future__ import annotations

from datetime import date

from app.casework.records import (
    AccessBasis,
    CaptureMethod,
    Channel,
    IncidentKind,
    Role,
    Visibility,
)
from app.clock import parse_stamp
from app.language import Language, deferred

FORMS = {
    IncidentKind.POST: deferred("Post"),
    IncidentKind.COMMENT: deferred("Comment"),
    IncidentKind.SHARE: deferred("Share"),
    IncidentKind.MESSAGE: deferred("Message"),
    IncidentKind.MAIL: deferred("E-mail"),
    IncidentKind.TEXT_MESSAGE: deferred("Text message"),
    IncidentKind.CALL: deferred("Call"),
    IncidentKind.VIDEO: deferred("Video"),
    IncidentKind.WEBSITE: deferred("Website"),
    IncidentKind.FAKE_PROFILE: deferred("Fake profile"),
    IncidentKind.REVIEW: deferred("Review"),
    IncidentKind.OTHER: deferred("Event"),
}

SEEN_BY = {
    Visibility.PUBLIC: deferred("public"),
    Visibility.GROUP: deferred("members of the group"),
    Visibility.FRIENDS: deferred("the sender’s friends"),
    Visibility.PRIVATE: deferred("private"),
}

ACCESS = {
    AccessBasis.PUBLIC: deferred("Public page"),
    AccessBasis.MEMBER: deferred("As a member"),
    AccessBasis.SENT_BY: deferred("Sent by somebody else"),
    AccessBasis.SHOWN_BY: deferred("Shown by somebody else"),
}

ROLES = {
    Role.MANAGER: deferred("Manager"),
    Role.SAFETY_REP: deferred("Safety representative"),
    Role.SHOP_STEWARD: deferred("Shop steward"),
    Role.UNION_CONSULTANT: deferred("Union consultant"),
    Role.COLLEAGUE: deferred("Colleague"),
    Role.HR: deferred("HR"),
    Role.POLICE: deferred("Police"),
    Role.INSURER: deferred("Insurer"),
    Role.DOCTOR: deferred("Doctor"),
    Role.RELATIVE: deferred("Relative"),
    Role.PLATFORM: deferred("The platform"),
    Role.WITNESS: deferred("Witness"),
    Role.OTHER: deferred("Somebody else"),
}

CHANNELS = {
    Channel.CONVERSATION: deferred("Conversation"),
    Channel.PHONE: deferred("Phone"),
    Channel.MAIL: deferred("E-mail"),
    Channel.DIGITAL_POST: deferred("Digital Post"),
    Channel.MEETING: deferred("Meeting"),
    Channel.PACKAGE: deferred("Dossier handed over"),
    Channel.OTHER: deferred("Another way"),
}

METHODS = {
    CaptureMethod.REGION: deferred("A part of the screen"),
    CaptureMethod.SCREEN: deferred("The whole screen"),
    CaptureMethod.ALL_SCREENS: deferred("All screens"),
}


def recipient(code: str, language: Language) -> str:
    """Who a report is for; a recipient of another program's by the name it has there."""
    return language.text(ROLES[Role(code)]) if code in list(Role) else code


def minute(stamp: str, language: Language) -> str:
    """A day and a time of day; what is no stamp is shown as it stands."""
    try:
        return language.moment(parse_stamp(stamp))
    except ValueError:
        return stamp


def clock(stamp: str, language: Language) -> str:
    """The time of day alone."""
    try:
        return language.clock(parse_stamp(stamp))
    except ValueError:
        return stamp


def plain_day(text: str, language: Language) -> str:
    """A plain date as a day; what is none is shown as it stands."""
    try:
        return language.day(date.fromisoformat(text))
    except ValueError:
        return text


def dotted(*words: str) -> str:
    """Those that are not empty, with dots between them."""
    return " · ".join(filter(None, words))


def first_words(text: str, most: int = 90) -> str:
    """One line of a text: the list shows it, the pane has all."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def groups(fingerprint: str) -> str:
    """A fingerprint in groups of four, to be compared by eye."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
