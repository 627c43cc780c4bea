"""Capture the screen and seal it: the act that comes before everything else.

A picture is encoded once and never again. With context, the region and the screen around it come from one grab and
are two originals in one transaction. Pictures of a series are linked as they are sealed: nothing has to be
joined later.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

import msgspec

from app.actions.open_case import CaseAct, OpenCase
from app.capture import Grab, NoWindowError, Region, Screen, cut
from app.casework import Part, danish_local, told_capture
from app.casework.kinds.capture import (
    CaptureFacts,
    CaptureFull,
    CaptureScreen,
    CaptureSeries,
    CaptureWindow,
)
from app.clock import stamp
from app.picture import Pixels, encode_png, find_overlap, thumbnail
from app.vocabulary import SeriesFit
from evidence_store import EntryId, NewObject


class CaptureWish(msgspec.Struct, frozen=True):
    """What to capture: a region, a window, one screen (counted from 1), or by default all screens as one picture.

    Attributes:
        region: in pixels of the desktop; goes before ``screen``.
        screen: one screen.
        window: the window that is worked in, without what is around it; goes before ``screen``.
        context: with a region, the whole screen around it too.
        url: address of the page, as the person gave it.
    """

    region: Region | None = None
    screen: int | None = None
    window: bool = False
    context: bool = False
    url: str = ""


class SeriesLink:
    """What leads from one picture of a series to the next. Every first picture may turn out to begin one.

    It belongs to the thread that seals.

    Attributes:
        first: the entry of the first picture, None before that.
        count: how many pictures were sealed.
        gaps: the places of those that share nothing with the one before.
        last: what was said of the last one.
    """

    def __init__(self) -> None:
        self.first: EntryId | None = None
        self.count = 0
        self.gaps: tuple[int, ...] = ()
        self.last = CaptureSeries()
        self._before: Pixels | None = None

    @classmethod
    def after(cls, first: EntryId, count: int, before: Pixels) -> SeriesLink:
        """Return the link of a series that was begun before.

        Args:
            first: the entry of its first picture.
            count: how many there are.
            before: the last of them.
        """
        link = cls()
        link.first, link.count, link._before = first, count, before
        return link

    def next(self, chain: str, pixels: Pixels) -> CaptureSeries:
        """Return what is sealed with the next picture; in another case a series begins anew."""
        if self.first is None or self.first.chain != chain or self._before is None:
            self.first, self.count, self.gaps = None, 0, ()
            return CaptureSeries()
        found = find_overlap(self._before, pixels)
        rows = found.rows if found else 0
        fit = SeriesFit.GAP if found is None else SeriesFit.OVERLAPS
        if found is not None and not found.moved:
            fit = SeriesFit.SAME
        return CaptureSeries(first=self.first, place=self.count + 1, fit=fit, rows=rows)

    def sealed(self, entry: EntryId, said: CaptureSeries, pixels: Pixels) -> None:
        """Go on from a picture that was sealed."""
        self.first = self.first or entry
        self.count += 1
        self.last, self._before = said, pixels
        if said.fit is SeriesFit.GAP:
            self.gaps = (*self.gaps, said.place)


def capture_and_seal(
    case: OpenCase,
    screen: Screen,
    wish: CaptureWish,
    *,
    link: SeriesLink | None = None,
    new_grab_id: Callable[[], str] = lambda: secrets.token_hex(8),
) -> tuple[EntryId, ...]:
    """Grab, encode, seal; return the entries once they are on disk, the wished picture first.

    ``link`` is of the series that the picture goes on.

    Raises:
        CaptureError: nothing could be captured; the vault was not touched.
        VaultError: nothing was sealed.
    """
    grabs = grab(screen, wish)
    return seal_grabs(case, grabs, url=wish.url, grab_id=new_grab_id(), link=link)


def grab(screen: Screen, wish: CaptureWish) -> tuple[Grab, ...]:
    """Take the picture, and the screen around it if that was wished for. Raises CaptureError."""
    if wish.region is not None:
        if wish.context:
            return screen.grab_with_context(wish.region)
        return (screen.grab_region(*wish.region),)
    if wish.window:
        frame = screen.grab_all()
        if frame.window.place is None:
            raise NoWindowError
        return (cut(frame, frame.window.place),)
    return (screen.grab_all() if wish.screen is None else screen.grab_screen(wish.screen),)


def seal_grabs(
    case: OpenCase,
    grabs: tuple[Grab, ...],
    *,
    url: str,
    grab_id: str,
    link: SeriesLink | None = None,
) -> tuple[EntryId, ...]:
    """Seal pictures of one grab in one transaction, the first of them as the next of the ``link``'s series.

    Raises:
        VaultError: nothing was sealed.
    """
    link = link or SeriesLink()
    encoded = [(each, encode_png(each.pixels), thumbnail(each.pixels)) for each in grabs]
    series = link.next(case.chains.evidence, grabs[0].pixels)
    said = (series, *(CaptureSeries() for _ in grabs[1:]))
    with case.act() as act:
        entries = tuple(
            _seal(
                act,
                each,
                NewObject(png, "image/png"),
                small,
                {**_parts(case, each, url, grab_id), "series": where},
            )
            for (each, png, small), where in zip(encoded, said, strict=True)
        )
    link.sealed(entries[0], series, grabs[0].pixels)
    return entries


def _seal(
    act: CaseAct, taken: Grab, content: NewObject, small: bytes, parts: dict[str, Part]
) -> EntryId:
    return act.seal(parts, moment=taken.taken, content=content, thumbnail=small).id


def _parts(case: OpenCase, taken: Grab, url: str, grab_id: str) -> dict[str, Part]:
    return {
        "facts": told_capture(_facts(case, taken, url, grab_id)),
        # It stands there whether the link was cut or not: by its presence it must tell nothing.
        "full": CaptureFull(url=url),
        "screen": _screen(case, taken),
        # It stands there even when it is empty: by it a capture keeps its number after its facts were erased.
        "window": CaptureWindow(title=taken.window.title, program=taken.window.program),
    }


def _facts(case: OpenCase, taken: Grab, url: str, grab_id: str) -> CaptureFacts:
    moment = taken.taken
    return CaptureFacts(
        captured_at=stamp(moment.utc),
        captured_at_local=danish_local(moment.utc),
        clock_check=moment.check,
        method=taken.method,
        grab_id=grab_id,
        context=taken.context,
        width_px=taken.pixels.width_px,
        height_px=taken.pixels.height_px,
        url=url,
        program=case.machine.program,
    )


def _screen(case: OpenCase, taken: Grab) -> CaptureScreen:
    return CaptureScreen(
        x=taken.x,
        y=taken.y,
        monitors=taken.monitors,
        platform=taken.platform,
        python=case.machine.python,
        qt=case.machine.qt,
        os=case.machine.os,
    )
