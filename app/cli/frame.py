"""``frame``: make frames of a film exhibits."""

from __future__ import annotations

import argparse
import re

import msgspec

from app.casework import moment_in_film
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import name_of, read_exhibit

NAME = "frame"

_MOMENT = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,5}):)?(\d{1,7})(?:[.,](\d{1,6}))?\Z", re.ASCII)


class MomentFormError(Exception):
    """What was typed is no moment of a film.

    Attributes:
        typed: as the person typed it.
    """

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class Frame(msgspec.Struct, frozen=True):
    """One frame: its exhibit, its place in the log, and when in the film it begins, in microseconds.

    ``new`` says whether it was made an exhibit now.
    """

    id: str
    seq: int
    exhibit: int
    at_us: int
    new: bool


class Frames(msgspec.Struct, frozen=True):
    """The result: the frames, in the order in which they were asked for."""

    frames: tuple[Frame, ...]


def read_moment(typed: str) -> int:
    """Return a moment such as ``12``, ``0:12.5`` or ``1:02:03,25`` in microseconds.

    Raises:
        MomentFormError: it is none.
    """
    match = _MOMENT.match(typed.strip())
    if match is None:
        raise MomentFormError(typed)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    part = int((match[4] or "").ljust(6, "0"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + part


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("make frames of a film exhibits")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Which film, and which moments."""
    parser.add_argument("id", metavar="ID", help=text("the exhibit"))
    parser.add_argument(
        "--at",
        action="append",
        required=True,
        metavar="TIME",
        help=text("when in the film: 12, 0:12.5 or 1:02:03.25; may be given more than once"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Take the frames and seal them."""
    from app.actions.take_frame import take_frames

    moments = [read_moment(each) for each in arguments.at]
    language = desk.language
    lines: list[str] = []
    frames: list[Frame] = []
    with desk.open_case() as case:
        film = read_exhibit(case, arguments.id)
        for taken in take_frames(case, film, moments):
            exhibit = case.state.exhibit_of(taken.entry)
            number = exhibit.number if exhibit is not None else 0
            name = name_of(case, taken.entry)
            frames.append(Frame(name, taken.entry.seq, number, taken.at_us, taken.new))
            words = {
                "number": number,
                "film": film.number,
                "time": moment_in_film(taken.at_us, language),
            }
            lines.append(
                language.text(
                    "Saved and locked: Exhibit {number}, the frame at {time} of exhibit {film}.",
                    **words,
                )
                if taken.new
                else language.text(
                    "Exhibit {number} is the frame at {time} of exhibit {film} already.", **words
                )
            )
    return Answer(lines=tuple(lines), result=Frames(tuple(frames)))
