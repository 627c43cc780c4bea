"""The closed sets of the records: what a field may hold. Their values are frozen with the log."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is to the case."""

    MANAGER = "manager"
    SAFETY_REP = "safety_rep"
    SHOP_STEWARD = "shop_steward"
    UNION_CONSULTANT = "union_consultant"
    COLLEAGUE = "colleague"
    HR = "hr"
    POLICE = "police"
    INSURER = "insurer"
    DOCTOR = "doctor"
    RELATIVE = "relative"
    PLATFORM = "platform"
    WITNESS = "witness"
    OTHER = "other"


class Channel(StrEnum):
    """How somebody was told."""

    CONVERSATION = "conversation"
    PHONE = "phone"
    MAIL = "mail"
    DIGITAL_POST = "digital_post"
    MEETING = "meeting"
    PACKAGE = "package"
    OTHER = "other"


class Visibility(StrEnum):
    """Who could see a post."""

    PUBLIC = "public"
    GROUP = "group"
    FRIENDS = "friends"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class AccessBasis(StrEnum):
    """How the person came to see the post."""

    PUBLIC = "public"
    MEMBER = "member"
    SENT_BY = "sent_by"
    SHOWN_BY = "shown_by"
    UNKNOWN = "unknown"


class IncidentKind(StrEnum):
    """The form of what was published."""

    POST = "post"
    COMMENT = "comment"
    SHARE = "share"
    MESSAGE = "message"
    MAIL = "mail"
    TEXT_MESSAGE = "text_message"
    CALL = "call"
    VIDEO = "video"
    WEBSITE = "website"
    FAKE_PROFILE = "fake_profile"
    REVIEW = "review"
    OTHER = "other"


class CaptureMethod(StrEnum):
    """How a picture came into being."""

    REGION = "region"
    SCREEN = "screen"
    ALL_SCREENS = "all_screens"


class SeriesFit(StrEnum):
    """Whether a picture of a series shares something with the one before it."""

    UNKNOWN = "unknown"
    OVERLAPS = "overlaps"
    GAP = "gap"
    SAME = "same"


class PictureWhole(StrEnum):
    """How much of a file's picture could be read."""

    WHOLE = "whole"
    CUT = "cut"
    BROKEN = "broken"


class PictureGround(StrEnum):
    """What a transparent picture was laid on."""

    NONE = "none"
    WHITE = "white"
    DARK = "dark"
    CHECKER = "checker"


class PictureColours(StrEnum):
    """What became of what a file says about its colours."""

    AS_THEY_ARE = "as_they_are"
    CONVERTED = "converted"
    NOT_APPLIED = "not_applied"


class Zone(StrEnum):
    """Which of the case's chains an entry goes to: what may be handed over, or what is the person's own."""

    EVIDENCE = "evidence"
    PRIVATE = "private"
