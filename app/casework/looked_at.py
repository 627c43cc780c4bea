"""What is told of a file's picture beside its facts. Part of the records, and imported from there.

The base of all records stands here, since the records are made of both files.
"""

from __future__ import annotations

import msgspec

from app.vocabulary import PictureColours, PictureGround, PictureWhole


class Part(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every body begins with."""

    version: int = 1


class FileFindings(Part, frozen=True, kw_only=True, tag="file_findings"):
    """What was found in the file beside its picture (part ``findings``); shown to nobody.

    ``more`` says that the file goes on behind the picture's end.
    """

    more: bool = False


class ViewShown(Part, frozen=True, kw_only=True, tag="view_shown"):
    """What was done to the file's picture so that it can be shown (part ``shown``).

    ``percent`` is how much of its height could be read, ``frames`` how many pictures the file has (the first one is
    shown), ``smaller`` how many times smaller the view is.
    """

    whole: PictureWhole = PictureWhole.WHOLE
    percent: int = 100
    frames: int = 1
    smaller: int = 1
    ground: PictureGround = PictureGround.NONE
    colours: PictureColours = PictureColours.AS_THEY_ARE
