"""A picture of the screen: the next exhibit."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Original
from app.casework.links import cut_link
from app.casework.part import Part
from app.vocabulary import CaptureMethod, SeriesFit
from evidence_store import EntryId, ObjectBody


class Monitor(msgspec.Struct, frozen=True):
    """One screen in physical pixels of the whole desktop; scale is per cent (100 = 96 dpi), 0 = unknown."""

    x: int
    y: int
    width_px: int
    height_px: int
    scale_percent: int = 0
    name: str = ""


class CaptureFacts(Part, frozen=True, kw_only=True, tag="capture"):
    """How a picture of the screen was taken.

    ``captured_at`` is the moment of the grab, ``captured_at_local`` the same in Danish time with offset.
    ``grab_id`` joins the region and the whole screen that came from one grab; ``context`` marks the latter.
    ``url`` is without what follows whoever opens it; in full it stands in ``full``.
    """

    captured_at: str = ""
    captured_at_local: str = ""
    clock_check: str = "not_checked"
    method: CaptureMethod = CaptureMethod.SCREEN
    grab_id: str = ""
    context: bool = False
    width_px: int = 0
    height_px: int = 0
    url: str = ""
    program: str = ""


class CaptureFull(Part, frozen=True, kw_only=True, tag="capture_full"):
    """The address as it was given, with all that follows whoever opens it (part ``full``); it leaves with nothing."""

    url: str = ""


class CaptureScreen(Part, frozen=True, kw_only=True, tag="capture_screen"):
    """Where on the desktop it was taken, and by what (part ``screen``). Together that tells one machine from others.

    ``x`` and ``y`` are the picture's upper left corner in the desktop's pixels.
    """

    x: int = 0
    y: int = 0
    monitors: tuple[Monitor, ...] = ()
    platform: str = ""
    python: str = ""
    qt: str = ""
    os: str = ""


class CaptureWindow(Part, frozen=True, kw_only=True, tag="capture_window"):
    """The window that had the focus (part ``window``); empty where the platform does not tell.

    It stands in every capture, empty or not: by its presence the capture keeps its number after its facts were
    erased.
    """

    title: str = ""
    program: str = ""


class CaptureSeries(Part, frozen=True, kw_only=True, tag="capture_series"):
    """Which series of pictures of one area it belongs to (part ``series``); it stands in every capture.

    ``first`` is the entry of the first picture; None in that one itself, and in a picture of no series. ``place``
    counts from 1; 0 in a picture of no series. ``rows`` is how many rows of pixels are in the picture before too, and
    ``fit`` what that means. Nothing is put together.
    """

    first: EntryId | None = None
    place: int = 0
    fit: SeriesFit = SeriesFit.UNKNOWN
    rows: int = 0


def told_capture(facts: CaptureFacts) -> CaptureFacts:
    """Return what of a capture's facts may be printed."""
    return replace(facts, url=cut_link(facts.url))


def _whole(facts: CaptureFacts, full: CaptureFull | Gap | None) -> CaptureFacts:
    """Return the facts with the link as it was given, as far as that can be read."""
    return replace(facts, url=full.url) if isinstance(full, CaptureFull) else facts


CAPTURE = Original(
    tag="capture",
    parts={
        "facts": CaptureFacts,
        "full": CaptureFull,
        "screen": CaptureScreen,
        "window": CaptureWindow,
        "series": CaptureSeries,
        "object": ObjectBody,
    },
    searched={"facts": ("url",), "full": ("url",), "window": ("title", "program")},
    erasing=Erasing(
        lists=(
            *("capture", "view", "working_copy", "incident", "note", "own_reply"),
            "witness",
            "compared",
            "witness_statement",
            "transcript",
            *("own_statement", "recheck"),
        )
    ),
    known_by="window",
    whole=_whole,
)
