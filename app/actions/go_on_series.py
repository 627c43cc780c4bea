"""Go on with a series that was begun before: find its last picture, and the area it shows."""

from __future__ import annotations

from app.actions.capture_and_seal import SeriesLink
from app.actions.open_case import OpenCase
from app.capture import Region
from app.casework import Exhibit, in_series
from app.casework.kinds.capture import CaptureFacts, CaptureScreen
from app.picture import decode_own_png
from evidence_store import ObjectBody


def link_after(case: OpenCase, exhibit: Exhibit) -> tuple[SeriesLink, Region] | None:
    """Return what leads on from the series of an exhibit, or from it alone, and the area of its last picture.

    None where it is no picture of the screen, or was erased.

    Raises:
        VaultError: the last picture cannot be read.
        OwnPngError: it is not one of ours.
    """
    series = in_series(case.state, exhibit)
    every = series.exhibits if series is not None else (exhibit,)
    first, last = every[0], every[-1]
    facts, place = last.facts, last.screen
    if not isinstance(facts, CaptureFacts) or not isinstance(place, CaptureScreen):
        return None
    if not isinstance(last.object, ObjectBody):
        return None
    with case.vault.open_object(last.original) as source:
        pixels = decode_own_png(source.read())
    count = series.total if series is not None else 1
    region = Region(place.x, place.y, facts.width_px, facts.height_px)
    return SeriesLink.after(first.original, count, pixels), region
