"""``capture``: capture the screen and seal it at once."""

from __future__ import annotations

import argparse
import time

import msgspec

from app.casework.records import CaptureFacts
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk

NAME = "capture"
_REGION_FIELDS = 4
_LONGEST_DELAY_S = 60


class Captured(msgspec.Struct, frozen=True):
    """One sealed picture."""

    exhibit: int
    seq: int
    width_px: int
    height_px: int
    captured_at: str


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
        type=_region,
        metavar="X,Y,W,H",
        help=text("a rectangle of the desktop, in pixels"),
    )
    what.add_argument("--screen", type=int, metavar="N", help=text("one screen, counted from 1"))
    what.add_argument(
        "--all", action="store_true", help=text("all screens as one picture (default)")
    )
    parser.add_argument(
        "--context",
        action="store_true",
        help=text("keep the whole screen too, as an exhibit of its own"),
    )
    parser.add_argument(
        "--delay", type=_delay, default=0, metavar="S", help=text("wait this many seconds first")
    )
    parser.add_argument("--url", default="", help=text("address of the page that is shown"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Open the case first: a picture that cannot be kept must not be taken for kept."""
    from app.actions.capture_and_seal import CaptureWish, capture_and_seal
    from app.capture import Region

    wish = CaptureWish(
        region=Region(*arguments.region) if arguments.region else None,
        screen=arguments.screen or 0,
        context=arguments.context,
        url=arguments.url,
    )
    with desk.open_case() as case:
        screen = desk.open_screen()
        if arguments.delay:
            time.sleep(arguments.delay)
        sealed = capture_and_seal(case, screen, wish)
        captures = []
        for entry in sealed:
            exhibit = case.state.exhibit_of(entry)
            if exhibit is None or not isinstance(exhibit.facts, CaptureFacts):
                raise AssertionError(entry)
            facts = exhibit.facts
            captures.append(
                Captured(
                    exhibit=exhibit.number,
                    seq=entry.seq,
                    width_px=facts.width_px,
                    height_px=facts.height_px,
                    captured_at=facts.captured_at,
                )
            )
        screen.close()
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
    return Answer(lines=tuple(lines), result=Captures(tuple(captures)))


def _region(text: str) -> tuple[int, int, int, int]:
    fields = text.split(",")
    if len(fields) != _REGION_FIELDS:
        raise argparse.ArgumentTypeError(text)
    x, y, width, height = (int(field) for field in fields)
    return x, y, width, height


def _delay(text: str) -> int:
    seconds = int(text)
    if not 0 <= seconds <= _LONGEST_DELAY_S:
        raise argparse.ArgumentTypeError(text)
    return seconds
