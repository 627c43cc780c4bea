"""The words of each closed set: one table, in the order in which a form offers them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import Language, deferred
from app.vocabulary.at_work import AT_WORK_WORDS
from app.vocabulary.case_sets import CASE_WORDS
from app.vocabulary.choice import Words
from app.vocabulary.closed_sets import (
    AccessBasis,
    CaptureMethod,
    Channel,
    IncidentKind,
    PictureColours,
    PictureGround,
    PictureWhole,
    Role,
    SeriesFit,
    Visibility,
    Zone,
)
from app.vocabulary.deadline_sets import Confidence, CountsFrom, DeadlineState, Owner
from app.vocabulary.file_sets import FILE_WORDS
from app.vocabulary.guidance_sets import GUIDANCE_WORDS
from app.vocabulary.outwards import OUTWARDS_WORDS
from app.vocabulary.pattern_sets import PATTERN_WORDS
from app.vocabulary.people_sets import PEOPLE_WORDS
from app.vocabulary.private import PRIVATE_WORDS
from app.vocabulary.review_sets import REVIEW_WORDS

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    Role: {  # those who are told most often come first
        Role.MANAGER: Words(deferred("Manager")),
        Role.SAFETY_REP: Words(
            deferred("Safety representative"), deferred("Safety representative (AMR)")
        ),
        Role.SHOP_STEWARD: Words(deferred("Shop steward"), deferred("Shop steward (TR)")),
        Role.UNION_CONSULTANT: Words(deferred("Union consultant")),
        Role.HR: Words(deferred("HR")),
        Role.POLICE: Words(deferred("Police")),
        Role.PLATFORM: Words(deferred("The platform")),
        Role.COLLEAGUE: Words(deferred("Colleague")),
        Role.DOCTOR: Words(deferred("Doctor")),
        Role.INSURER: Words(deferred("Insurer")),
        Role.RELATIVE: Words(deferred("Relative")),
        Role.WITNESS: Words(deferred("Witness")),
        Role.OTHER: Words(deferred("Somebody else")),
    },
    Channel: {
        Channel.CONVERSATION: Words(deferred("Conversation")),
        Channel.PHONE: Words(deferred("Phone")),
        Channel.MAIL: Words(deferred("E-mail")),
        Channel.MEETING: Words(deferred("Meeting")),
        Channel.DIGITAL_POST: Words(deferred("Digital Post")),
        Channel.PACKAGE: Words(deferred("Dossier handed over")),
        Channel.OTHER: Words(deferred("Another way")),
    },
    IncidentKind: {
        IncidentKind.POST: Words(deferred("Post")),
        IncidentKind.COMMENT: Words(deferred("Comment")),
        IncidentKind.SHARE: Words(deferred("Share")),
        IncidentKind.MESSAGE: Words(deferred("Message")),
        IncidentKind.MAIL: Words(deferred("E-mail")),
        IncidentKind.TEXT_MESSAGE: Words(deferred("Text message")),
        IncidentKind.CALL: Words(deferred("Call")),
        IncidentKind.VIDEO: Words(deferred("Video")),
        IncidentKind.WEBSITE: Words(deferred("Website")),
        IncidentKind.FAKE_PROFILE: Words(deferred("Fake profile")),
        IncidentKind.REVIEW: Words(deferred("Review")),
        IncidentKind.OTHER: Words(deferred("Event"), deferred("Something else")),
    },
    Visibility: {
        Visibility.UNKNOWN: Words("", deferred("I do not know")),
        Visibility.PUBLIC: Words(deferred("public"), deferred("Everybody")),
        Visibility.GROUP: Words(deferred("members of the group"), deferred("A group")),
        Visibility.FRIENDS: Words(
            deferred("the sender’s friends"), deferred("The sender’s friends")
        ),
        Visibility.PRIVATE: Words(deferred("private"), deferred("Only its receivers")),
    },
    AccessBasis: {
        AccessBasis.UNKNOWN: Words("", deferred("Not stated")),
        AccessBasis.PUBLIC: Words(deferred("Public page"), deferred("It was open to everybody")),
        AccessBasis.MEMBER: Words(deferred("As a member"), deferred("I am a member or a friend")),
        AccessBasis.SENT_BY: Words(
            deferred("Sent by somebody else"), deferred("Somebody sent it to me")
        ),
        AccessBasis.SHOWN_BY: Words(
            deferred("Shown by somebody else"), deferred("Somebody showed it to me")
        ),
    },
    Zone: {  # the long words say what follows from it
        Zone.EVIDENCE: Words(
            deferred("Neutral note"),
            deferred("May stand in a report. Write only what you saw, heard and did."),
        ),
        Zone.PRIVATE: Words(
            deferred("Private note"),
            deferred(
                "Never leaves this vault with a report. For how it felt, and for what only you should read."
            ),
        ),
    },
    Owner: {
        Owner.PERSON: Words(
            deferred("You"),
            others=deferred("The employee"),
        ),
        Owner.EMPLOYER: Words(
            deferred("Your employer"),
            others=deferred("The employer"),
        ),
        Owner.PERSON_OR_EMPLOYER: Words(
            deferred("You or your employer"),
            others=deferred("The employee or the employer"),
        ),
    },
    Confidence: {
        Confidence.VERIFIED: Words(deferred("seen at its source")),
        Confidence.SECONDARY: Words(deferred("told by another source")),
        Confidence.UNVERIFIED: Words(deferred("not confirmed")),
    },
    CountsFrom: {
        CountsFrom.PUBLISHED: Words(deferred("Counts from when it was posted")),
        CountsFrom.FIRST_SEEN: Words(
            deferred("Counts from when you first saw it"),
            others=deferred("Counts from when the employee first saw it"),
        ),
        CountsFrom.CAPTURED: Words(
            deferred("Counts from when you captured it"),
            others=deferred("Counts from when the employee captured it"),
        ),
        CountsFrom.KNOWN: Words(
            deferred("Counts from the day you knew enough"),
            others=deferred("Counts from the day the employee knew enough"),
        ),
        CountsFrom.IDENTIFIED: Words(
            deferred("Counts from the day you knew who was behind it"),
            others=deferred("Counts from the day the employee knew who was behind it"),
        ),
        CountsFrom.INJURY: Words(deferred("Counts from the day it happened to you")),
        CountsFrom.ABSENCE: Words(deferred("Counts from the first day of absence")),
        CountsFrom.REPORTED: Words(deferred("Counts from the day it was reported")),
        CountsFrom.GRANTED: Words(deferred("Counts from the day the protection began")),
        CountsFrom.CLOSED: Words(deferred("Counts from the day the criminal case ended")),
        CountsFrom.LINKED: Words(deferred("Counts from the day it was linked to work")),
        CountsFrom.ANSWERED: Words(deferred("Counts from the day the platform answered")),
        CountsFrom.LODGED: Words(deferred("Counts from the day it went to the body outside court")),
    },
    DeadlineState: {  # the long words say what one can do
        DeadlineState.OPEN: Words(deferred("Good time")),
        DeadlineState.SOON: Words(deferred("Soon")),
        DeadlineState.PASSED: Words(
            deferred("Ask your consultant"),
            deferred("The day has gone by. There can be exceptions: talk to your consultant."),
        ),
        DeadlineState.DONE: Words(deferred("Done")),
        DeadlineState.UNDATED: Words(deferred("No date")),
        DeadlineState.HISTORIC: Words(deferred("Earlier rule")),
    },
    CaptureMethod: {
        CaptureMethod.REGION: Words(
            deferred("A part of the screen"), deferred("Screenshot of a part of the screen")
        ),
        CaptureMethod.SCREEN: Words(
            deferred("The whole screen"), deferred("Screenshot of a whole screen")
        ),
        CaptureMethod.ALL_SCREENS: Words(
            deferred("All screens"), deferred("Screenshot of all screens")
        ),
    },
    SeriesFit: {
        SeriesFit.UNKNOWN: Words("", deferred("Not compared with the picture before")),
        SeriesFit.OVERLAPS: Words(
            deferred("{rows} rows of pixels are also in the picture before"),
            deferred("Overlaps the picture before"),
        ),
        SeriesFit.GAP: Words(
            deferred(
                "Nothing of the picture before was found in it: something may be missing between them"
            ),
            deferred("Something may be missing before it"),
        ),
        SeriesFit.SAME: Words(deferred("Shows the same as the picture before")),
    },
    # Nothing is said of a picture that is shown as it is.
    PictureWhole: {
        PictureWhole.WHOLE: Words(""),
        PictureWhole.CUT: Words(
            deferred(
                "The file was not whole when it was added: {percent} per cent of the picture is shown, the"
                " rest is missing."
            )
        ),
        PictureWhole.BROKEN: Words(
            deferred(
                "The file was damaged when it was added: the picture is shown as far as it goes, the rest is missing."
            )
        ),
    },
    PictureGround: {
        PictureGround.NONE: Words(""),
        PictureGround.WHITE: Words(deferred("Transparent places are shown as white.")),
        PictureGround.DARK: Words(deferred("Transparent places are shown as dark grey.")),
        PictureGround.CHECKER: Words(deferred("Transparent places are shown as grey squares.")),
    },
    PictureColours: {
        PictureColours.AS_THEY_ARE: Words(""),
        PictureColours.CONVERTED: Words(
            deferred("The colours were converted to sRGB by the file’s own colour profile.")
        ),
        PictureColours.NOT_APPLIED: Words(
            deferred(
                "What the file says about its colours is not used: they can look different elsewhere."
            )
        ),
    },
    **CASE_WORDS,
    **AT_WORK_WORDS,
    **FILE_WORDS,
    **OUTWARDS_WORDS,
    **PRIVATE_WORDS,
    **PATTERN_WORDS,
    **REVIEW_WORDS,
    **PEOPLE_WORDS,
    **GUIDANCE_WORDS,
}


def in_words(
    value: StrEnum,
    language: Language,
    *,
    long: bool = False,
    others: bool = False,
    **values: object,
) -> str:
    """Return the words of one choice, with ``values`` in their placeholders; ``others`` is in what others read.

    Raises:
        KeyError: its set has no words, or a placeholder no value.
    """
    words = WORDS[type(value)][value]
    said = (long and words.long) or (others and words.others) or words.short
    return language.text(said, **values) if said else ""


def choices(members: type[StrEnum], language: Language) -> tuple[tuple[StrEnum, str], ...]:
    """Return each choice of a set with its long words, in the order of a form."""
    return tuple((each, in_words(each, language, long=True)) for each in WORDS[members])


_OWN_COPY = "own_copy"


def recipient(code: str, language: Language) -> str:
    """Return whom a report is for; a recipient of another program by the name it has there."""
    if code == _OWN_COPY:
        return language.text("My own copy")
    return in_words(Role(code), language) if code in list(Role) else code


def lowered(words: str) -> str:
    """Return words as they stand inside a sentence: they begin small, but HR stays HR, and so does a name."""
    first, *_ = words.split(" ", 1)
    abbreviated = len(first) > 1 and first.isupper()
    return words if abbreviated else f"{words[:1].lower()}{words[1:]}"
