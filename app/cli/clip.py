"""``clip``: cover something in a film, in a clip of its own."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

import msgspec

from app.casework import moment_in_film
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.frame import MomentFormError, read_moment
from app.cli.sealed import name_of, read_exhibit

if TYPE_CHECKING:
    from app.actions.open_case import OpenCase
    from app.casework import Exhibit

NAME = "clip"

_COVER = re.compile(r"(\d+),(\d+),(\d+),(\d+)(?:@([^-=]+)-([^-=]+))?=(.+)\Z", re.ASCII | re.DOTALL)
_MILLIONTHS = 1_000_000


class CoverFormError(Exception):
    """What was typed is no place in a film to cover.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class Clip(msgspec.Struct, frozen=True):
    """The result: the clip's id and place in the log, how many frames it has, and in how many something is black."""

    id: str
    seq: int
    exhibit: int
    size: int
    frames: int
    covered: int
    muted: bool


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("cover something in a film with black, in a clip of its own")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which film, which part of it, and what is covered."""
    parser.add_argument("id", metavar="ID", help=text("the exhibit"))
    parser.add_argument(
        "--cover",
        action="append",
        default=[],
        metavar="X,Y,W,H[@FROM-TO]=REASON",
        help=text(
            "a place in pixels of the frame, from when to when it is black (else always), and why; may be repeated"
        ),
    )
    parser.add_argument("--from", dest="begin", metavar="TIME", help=text("where the clip begins"))
    parser.add_argument("--to", dest="end", metavar="TIME", help=text("where the clip ends"))
    parser.add_argument("--mute", action="store_true", help=text("leave the sound out"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make the clip and seal it."""
    from app.actions.cover_film import ClipPlan, cover_film
    from app.actions.take_frame import film_in
    from app.casework.kinds.working_copy import ClipCover, WorkingCopyClip

    typed = [_read(each) for each in arguments.cover]
    begin = read_moment(arguments.begin) if arguments.begin else 0
    end = read_moment(arguments.end) if arguments.end else None
    language = desk.language
    with desk.open_case() as case:
        exhibit = read_exhibit(case, arguments.id)
        runs_us = film_in(exhibit).runs_ms * 1000
        end = runs_us if end is None else end
        wide, high = _size(case, exhibit) if typed else (1, 1)
        covers = tuple(
            ClipCover(
                left=box[0] * _MILLIONTHS // wide,
                top=box[1] * _MILLIONTHS // high,
                width=_span(box[0], box[2], wide),
                height=_span(box[1], box[3], high),
                from_us=begin if since is None else since,
                to_us=end if until is None else until,
                reason=reason,
            )
            for box, since, until, reason in typed
        )
        entry = cover_film(case, exhibit, ClipPlan(begin, end, covers, arguments.mute))
        made = next(
            each for each in case.state.exhibits[exhibit.number - 1].copies if each.entry == entry
        )
        told = made.clip if isinstance(made.clip, WorkingCopyClip) else WorkingCopyClip()
        size = getattr(made.object, "size", 0)
        line = language.text(
            "Saved and locked: a clip of exhibit {number}, {begin} to {end}, black in {covered} of {frames} frames. "
            "The film is untouched.",
            number=exhibit.number,
            begin=moment_in_film(begin, language),
            end=moment_in_film(end, language),
            covered=told.covered,
            frames=told.frames,
        )
        name = name_of(case, entry)
    return Answer(
        lines=(line,),
        result=Clip(name, entry.seq, exhibit.number, size, told.frames, told.covered, told.muted),
    )


def _size(case: OpenCase, exhibit: Exhibit) -> tuple[int, int]:
    """Return width and height of the film's frames, upright; the frame that was looked at is not held any longer."""
    from app.actions.take_frame import see_frames

    first = see_frames(case, exhibit, (0,)).frames[0].pixels
    return first.width_px, first.height_px


Typed = tuple[tuple[int, int, int, int], int | None, int | None, str]


def _span(begin: int, length: int, side: int) -> int:
    """Return a length in millionths of a side, such that nothing of it stays out."""
    return -(-(begin + length) * _MILLIONTHS // side) - begin * _MILLIONTHS // side


def _read(typed: str) -> Typed:
    """Return box, moments and reason. Raises CoverFormError."""
    match = _COVER.match(typed)
    if match is None or not match[7].strip():
        raise CoverFormError(typed)
    left, top, width, height = (int(part) for part in match.groups()[:4])
    try:
        since, until = (read_moment(part) if part else None for part in match.groups()[4:6])
    except MomentFormError as error:
        raise CoverFormError(typed) from error
    return (left, top, width, height), since, until, match[7].strip()
