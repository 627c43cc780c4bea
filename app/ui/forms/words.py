"""The choices of the forms, in words. No Qt."""

from __future__ import annotations

from app.casework.records import AccessBasis, Channel, IncidentKind, Role, Visibility
from app.language import Language
from app.ui.forms.model import Option


def roles(language: Language) -> tuple[Option, ...]:
    """Those who are told most often come first."""
    text = language.text
    return _options(
        {
            Role.MANAGER: text("Manager"),
            Role.SAFETY_REP: text("Safety representative (AMR)"),
            Role.SHOP_STEWARD: text("Shop steward (TR)"),
            Role.UNION_CONSULTANT: text("The union’s consultant"),
            Role.HR: text("Personnel department or lawyer"),
            Role.POLICE: text("Police"),
            Role.PLATFORM: text("The platform"),
            Role.COLLEAGUE: text("Colleague"),
            Role.DOCTOR: text("Doctor"),
            Role.INSURER: text("Insurer"),
            Role.RELATIVE: text("Relative"),
            Role.WITNESS: text("Witness"),
            Role.OTHER: text("Somebody else"),
        }
    )


def channels(language: Language) -> tuple[Option, ...]:
    """How somebody was told."""
    text = language.text
    return _options(
        {
            Channel.CONVERSATION: text("Conversation"),
            Channel.PHONE: text("Phone"),
            Channel.MAIL: text("E-mail"),
            Channel.MEETING: text("Meeting"),
            Channel.DIGITAL_POST: text("Digital Post"),
            Channel.PACKAGE: text("Dossier handed over"),
            Channel.OTHER: text("Another way"),
        }
    )


def forms(language: Language) -> tuple[Option, ...]:
    """What was published."""
    text = language.text
    return _options(
        {
            IncidentKind.POST: text("Post"),
            IncidentKind.COMMENT: text("Comment"),
            IncidentKind.SHARE: text("Share"),
            IncidentKind.MESSAGE: text("Message"),
            IncidentKind.MAIL: text("E-mail"),
            IncidentKind.TEXT_MESSAGE: text("Text message"),
            IncidentKind.CALL: text("Call"),
            IncidentKind.VIDEO: text("Video"),
            IncidentKind.WEBSITE: text("Website"),
            IncidentKind.FAKE_PROFILE: text("Fake profile"),
            IncidentKind.REVIEW: text("Review"),
            IncidentKind.OTHER: text("Something else"),
        }
    )


def visibilities(language: Language) -> tuple[Option, ...]:
    """Who could see it."""
    text = language.text
    return _options(
        {
            Visibility.UNKNOWN: text("I do not know"),
            Visibility.PUBLIC: text("Everybody"),
            Visibility.GROUP: text("The members of a group"),
            Visibility.FRIENDS: text("The sender’s friends"),
            Visibility.PRIVATE: text("Only those it was sent to"),
        }
    )


def accesses(language: Language) -> tuple[Option, ...]:
    """How the person came to see it."""
    text = language.text
    return _options(
        {
            AccessBasis.UNKNOWN: text("Not stated"),
            AccessBasis.PUBLIC: text("It was open to everybody"),
            AccessBasis.MEMBER: text("I am a member or a friend"),
            AccessBasis.SENT_BY: text("Somebody sent it to me"),
            AccessBasis.SHOWN_BY: text("Somebody showed it to me"),
        }
    )


def _options(
    words: dict[IncidentKind, str]
    | dict[Role, str]
    | dict[Channel, str]
    | dict[Visibility, str]
    | dict[AccessBasis, str],
) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in words.items())
