"""``capture``: capture the screen and seal it at once."""

from __future__ import annotations

import argparse
import secrets
import time
from contextlib import closing

import msgspec

from app.actions.open_case import OpenCase
from app.casework import in_series, series_words
from app.casework.kinds.capture import CaptureFacts
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import made_exhibit, read_exhibit
from app.language import Language
from app.messages import look_at_picture
from evidence_store import EntryId

NAME = "capture"
_LONGEST_DELAY_S = 60


class RegionFormError(Exception):
    """A region is not four whole numbers.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class DelayFormError(Exception):
    """A wait is no whole number of seconds, or too long.

    Attributes:
        typed: as the person typed it.
        longest_s: the most seconds that can be waited.
    """

    def __init__(self, typed: str, longest_s: int) -> None:
        super().__init__(typed)
        self.typed = typed
        self.longest_s = longest_s


class NoPictureOfScreenError(Exception):
    """What a series should go on from is no picture of the screen, or was erased.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class Captured(msgspec.Struct, frozen=True):
    """One sealed picture.

    Attributes:
        series: its place, such as 2/4; "" where it is in none.
        overlap: whether it shares something with the picture before.
    """

    exhibit: int
    seq: int
    width_px: int
    height_px: int
    captured_at: str
    series: str = ""
    overlap: str = ""


class Captures(msgspec.Struct, frozen=True):
    """The result: the wished picture first, the whole screen second if it was asked for."""

    captures: tuple[Captured, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("capture the screen and seal the picture")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """What to capture; everything else can be filled in later."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--region",
        metavar="X,Y,W,H",
        help=text("a rectangle of the desktop, in pixels"),
    )
    what.add_argument("--screen", type=int, metavar="N", help=text("one screen, counted from 1"))
    what.add_argument(
        "--window", action="store_true", help=text("only the window that is worked in")
    )
    what.add_argument(
        "--all", action="store_true", help=text("all screens as one picture (default)")
    )
    what.add_argument(
        "--series",
        metavar="ID",
        help=text(
            "the next picture of the series that this exhibit is in or begins, of the same area"
        ),
    )
    parser.add_argument(
        "--context",
        action="store_true",
        help=text("keep the whole screen too, as an exhibit of its own"),
    )
    parser.add_argument(
        "--delay", default="0", metavar="S", help=text("wait this many seconds first, at most 60")
    )
    parser.add_argument("--url", default="", help=text("address of the page that is shown"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Open the case first: a picture that cannot be kept must not be taken for kept."""
    from app.actions.capture_and_seal import CaptureWish, SeriesLink, grab, seal_grabs
    from app.actions.go_on_series import link_after
    from app.capture import Region

    link: SeriesLink | None = None
    wish = CaptureWish(
        region=None if arguments.region is None else Region(*_read_region(arguments.region)),
        screen=arguments.screen,
        window=arguments.window,
        context=arguments.context,
        url=arguments.url,
    )
    delay_s = _read_delay(arguments.delay)
    # The screen is opened before the wait: that there is none is told at once, not after a minute.
    with desk.open_case() as case, closing(desk.open_screen()) as screen:
        if arguments.series is not None:
            found = link_after(case, read_exhibit(case, arguments.series))
            if found is None:
                raise NoPictureOfScreenError(arguments.series)
            link, region = found
            wish = msgspec.structs.replace(wish, region=region)
        time.sleep(delay_s)
        grabs = grab(screen, wish)
        grab_id = secrets.token_hex(8)
        sealed = seal_grabs(case, grabs, url=wish.url, grab_id=grab_id, link=link)
        captures = tuple(_captured(case, entry) for entry in sealed)
        series = _series_line(case, sealed[0], desk.language)
    language = desk.language
    lines = [
        language.text(
            "Saved and locked: Exhibit {number} ({width} × {height} pixels)",
            number=each.exhibit,
            width=each.width_px,
            height=each.height_px,
        )
        for each in captures
    ]
    look = look_at_picture(grabs[0], language)
    lines += filter(None, (*series, look))
    return Answer(lines=tuple(lines), result=Captures(captures))


def _captured(case: OpenCase, entry: EntryId) -> Captured:
    number, facts = made_exhibit(case, entry, CaptureFacts)
    exhibit = case.state.exhibit(number)
    series = in_series(case.state, exhibit) if exhibit is not None else None
    return Captured(
        exhibit=number,
        seq=entry.seq,
        width_px=facts.width_px,
        height_px=facts.height_px,
        captured_at=facts.captured_at,
        series=series.short if series is not None else "",
        overlap=series.fit.value if series is not None else "",
    )


def _series_line(case: OpenCase, entry: EntryId, language: Language) -> tuple[str, ...]:
    exhibit = case.state.exhibit_of(entry)
    series = in_series(case.state, exhibit) if exhibit is not None else None
    return (series_words(series, language) + ".",) if series is not None else ()


def _read_region(typed: str) -> tuple[int, int, int, int]:
    """``X,Y,W,H`` in pixels; X and Y may be negative, where a screen lies left of or above the first."""
    try:
        x, y, width, height = (int(field) for field in typed.split(","))
    except ValueError as error:
        raise RegionFormError(typed) from error
    return x, y, width, height


def _read_delay(typed: str) -> int:
    """Seconds."""
    if not typed.isascii() or not typed.isdigit() or int(typed) > _LONGEST_DELAY_S:
        raise DelayFormError(typed, _LONGEST_DELAY_S)
    return int(typed)
