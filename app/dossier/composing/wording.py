"""The words a dossier uses for what the records hold as codes and stamps."""

from __future__ import annotations

from datetime import date, datetime

from app.casework.records import AccessBasis, Channel, IncidentKind, Role, Visibility
from app.clock import parse_stamp
from app.language import Language


def quoted(text: str, language: Language) -> str:
    """In the language's quotation marks: ”Danish”, “English”."""
    return language.text("“{text}”", text=text)


def exact_time(stamp: str, language: Language) -> str:
    """To the second with UTC; a stamp that cannot be read is shown as it stands, an empty one as unknown."""
    if not stamp:
        return language.text("not stated")
    try:
        return language.exact(parse_stamp(stamp))
    except ValueError:
        return stamp


def minute(stamp: str, language: Language) -> str:
    """To the minute in Danish time."""
    if not stamp:
        return language.text("not stated")
    try:
        return language.moment(parse_stamp(stamp))
    except ValueError:
        return stamp


def day(text: str, language: Language) -> str:
    """The day of a stamp, or of a plain date."""
    try:
        return language.day(parse_stamp(text) if "T" in text else date.fromisoformat(text))
    except ValueError:
        return text


def period(first: datetime, last: datetime, language: Language) -> str:
    """Two days and what lies between, without saying month and year twice: 3.–23. november 2026."""
    start, end = language.day(first), language.day(last)
    if start == end:
        return start
    start_day, start_month, start_year = start.split(" ")
    _, end_month, end_year = end.split(" ")
    if (start_month, start_year) == (end_month, end_year):
        return f"{start_day}–{end}"
    if start_year == end_year:
        return f"{start_day} {start_month} – {end}"
    return f"{start} – {end}"


def clock_check(code: str, language: Language) -> str:
    """How far the computer's clock was checked."""
    if code in ("", "not_checked"):
        return language.text("clock not checked")
    return language.text("clock check: {result}", result=code)


def form(kind: IncidentKind, language: Language) -> str:
    """What was published."""
    return {
        IncidentKind.POST: language.text("Post"),
        IncidentKind.COMMENT: language.text("Comment"),
        IncidentKind.SHARE: language.text("Share"),
        IncidentKind.MESSAGE: language.text("Message"),
        IncidentKind.MAIL: language.text("E-mail"),
        IncidentKind.TEXT_MESSAGE: language.text("Text message"),
        IncidentKind.CALL: language.text("Call"),
        IncidentKind.VIDEO: language.text("Video"),
        IncidentKind.WEBSITE: language.text("Website"),
        IncidentKind.FAKE_PROFILE: language.text("Fake profile"),
        IncidentKind.REVIEW: language.text("Review"),
        IncidentKind.OTHER: language.text("Event"),
    }[kind]


def visibility(value: Visibility, language: Language) -> str:
    """Who could see it, "" where that is unknown."""
    return {
        Visibility.PUBLIC: language.text("public"),
        Visibility.GROUP: language.text("members of the group"),
        Visibility.FRIENDS: language.text("the sender’s friends"),
        Visibility.PRIVATE: language.text("private"),
        Visibility.UNKNOWN: "",
    }[value]


def access(value: AccessBasis, language: Language) -> str:
    """How the person came to see it, "" where that is unknown."""
    return {
        AccessBasis.PUBLIC: language.text("Public page"),
        AccessBasis.MEMBER: language.text("As a member"),
        AccessBasis.SENT_BY: language.text("Sent by somebody else"),
        AccessBasis.SHOWN_BY: language.text("Shown by somebody else"),
        AccessBasis.UNKNOWN: "",
    }[value]


def role(value: Role, language: Language) -> str:
    """Who somebody is to the case."""
    return {
        Role.MANAGER: language.text("Manager"),
        Role.SAFETY_REP: language.text("Safety representative"),
        Role.SHOP_STEWARD: language.text("Shop steward"),
        Role.UNION_CONSULTANT: language.text("Union consultant"),
        Role.COLLEAGUE: language.text("Colleague"),
        Role.HR: language.text("HR"),
        Role.POLICE: language.text("Police"),
        Role.INSURER: language.text("Insurer"),
        Role.DOCTOR: language.text("Doctor"),
        Role.RELATIVE: language.text("Relative"),
        Role.PLATFORM: language.text("The platform"),
        Role.WITNESS: language.text("Witness"),
        Role.OTHER: language.text("Somebody else"),
    }[value]


def channel(value: Channel, language: Language) -> str:
    """How somebody was told."""
    return {
        Channel.CONVERSATION: language.text("Conversation"),
        Channel.PHONE: language.text("Phone"),
        Channel.MAIL: language.text("E-mail"),
        Channel.DIGITAL_POST: language.text("Digital Post"),
        Channel.MEETING: language.text("Meeting"),
        Channel.PACKAGE: language.text("Dossier handed over"),
        Channel.OTHER: language.text("Another way"),
    }[value]


def joined(parts: tuple[str, ...], separator: str = ", ") -> str:
    """Those that are not empty."""
    return separator.join(part for part in parts if part)
