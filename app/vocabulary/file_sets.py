"""What is said of files that were added, in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class PackedAnew(StrEnum):
    """Whether a picture was packed anew on its way, as messengers do: it is then not the file that the camera wrote."""

    NO = "no"
    MARKED = "marked"
    LIKELY = "likely"


class DrawnAs(StrEnum):
    """What stands in a view: the picture of the file, pages, a page of our own with its text, or frames of a film."""

    PICTURE = "picture"
    PAGES = "pages"
    TEXT = "text"
    FRAMES = "frames"


class CarriedBy(StrEnum):
    """How an envelope came from the phone, as the person says."""

    UNKNOWN = "unknown"
    CABLE = "cable"
    MAIL = "mail"
    TEAMS = "teams"
    ONEDRIVE = "onedrive"
    AIRDROP = "airdrop"
    USB = "usb"
    OTHER = "other"


FILE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    PackedAnew: {
        PackedAnew.NO: Words(""),
        PackedAnew.MARKED: Words(
            deferred(
                "A service of Meta (Facebook, Instagram) has packed the picture anew: its own mark stands in it."
                " Ask for the file as the camera wrote it."
            )
        ),
        PackedAnew.LIKELY: Words(
            deferred(
                "The picture looks as if a messenger has packed it anew. Ask for the file as the camera wrote it."
            )
        ),
    },
    CarriedBy: {
        CarriedBy.UNKNOWN: Words("", deferred("Not stated")),
        CarriedBy.CABLE: Words(deferred("Cable")),
        CarriedBy.MAIL: Words(deferred("E-mail")),
        CarriedBy.TEAMS: Words(deferred("Teams")),
        CarriedBy.ONEDRIVE: Words(deferred("OneDrive")),
        CarriedBy.AIRDROP: Words(deferred("AirDrop")),
        CarriedBy.USB: Words(deferred("USB stick")),
        CarriedBy.OTHER: Words(deferred("Another way")),
    },
    DrawnAs: {
        DrawnAs.PICTURE: Words(""),
        DrawnAs.PAGES: Words(deferred("The pages stand below each other.")),
        DrawnAs.TEXT: Words(
            deferred(
                "This is a page of our own with the text and the pictures of the file. It does not show how the file"
                " looked elsewhere."
            )
        ),
        DrawnAs.FRAMES: Words(
            deferred(
                "This is an overview of our own: frames of the film, each with its running time. The film itself is"
                " kept as it was received."
            )
        ),
    },
}
