"""Capture the screen and seal it: the act that comes before everything else.

A picture is encoded once and never again. With context, the region and the screen around it come from one grab and
are two originals in one transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

import msgspec

from app.actions.open_case import CaseAct, OpenCase
from app.capture import Grab, Region, Screen
from app.casework import Part, danish_local, told_capture
from app.casework.kinds.capture import CaptureFacts, CaptureFull, CaptureScreen, CaptureWindow
from app.clock import stamp
from app.picture import encode_png, thumbnail
from evidence_store import EntryId, NewObject


class CaptureWish(msgspec.Struct, frozen=True):
    """What to capture: a region, one screen (counted from 1), or by default all screens as one picture.

    Attributes:
        region: in pixels of the desktop; goes before ``screen``.
        screen: one screen.
        context: with a region, the whole screen around it too.
        url: address of the page, as the person gave it.
    """

    region: Region | None = None
    screen: int | None = None
    context: bool = False
    url: str = ""


def capture_and_seal(
    case: OpenCase,
    screen: Screen,
    wish: CaptureWish,
    *,
    new_grab_id: Callable[[], str] = lambda: secrets.token_hex(8),
) -> tuple[EntryId, ...]:
    """Grab, encode, seal; answer the entries once they are on disk, the wished picture first.

    Raises:
        CaptureError: nothing could be captured; the vault was not touched.
        VaultError: nothing was sealed.
    """
    return seal_grabs(case, grab(screen, wish), url=wish.url, grab_id=new_grab_id())


def grab(screen: Screen, wish: CaptureWish) -> tuple[Grab, ...]:
    """Take the picture, and the screen around it if that was wished for. Raises CaptureError."""
    if wish.region is not None:
        if wish.context:
            return screen.grab_with_context(wish.region)
        return (screen.grab_region(*wish.region),)
    return (screen.grab_all() if wish.screen is None else screen.grab_screen(wish.screen),)


def seal_grabs(
    case: OpenCase, grabs: tuple[Grab, ...], *, url: str, grab_id: str
) -> tuple[EntryId, ...]:
    """Seal pictures of one grab in one transaction. Raises VaultError; nothing was sealed."""
    encoded = [(each, encode_png(each.pixels), thumbnail(each.pixels)) for each in grabs]
    with case.act() as act:
        return tuple(
            _seal(act, each, NewObject(png, "image/png"), small, _parts(case, each, url, grab_id))
            for each, png, small in encoded
        )


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
