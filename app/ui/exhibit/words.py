"""How the page speaks of an exhibit and its marks. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework import Exhibit, Step, dotted, listed
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.language import Language, deferred
from app.messages import clock_mark, clock_sentence
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.groups import MarkGroup, in_groups
from app.ui.exhibit.model import Drawing, PlacedMark, numbers
from app.ui.exhibit.tools import Tool, kind_of, words_of
from app.vocabulary import minute
from evidence_store import ObjectBody

TOOLS = {
    Tool.SELECT: deferred("Select"),
    Tool.REDACT: deferred("Black out"),
    Tool.NUMBER: deferred("Number"),
    Tool.FRAME: deferred("Frame"),
    Tool.ELLIPSE: deferred("Ellipse"),
    Tool.HIGHLIGHT: deferred("Yellow"),
    Tool.ARROW: deferred("Arrow"),
    Tool.LINE: deferred("Line"),
    Tool.FREEHAND: deferred("By hand"),
    Tool.TEXT: deferred("Text"),
}
"""On the tools and in the list: one short word."""

SENTENCES = {
    Tool.SELECT: deferred("Select and move marks"),
    Tool.REDACT: deferred("Cover with black"),
    Tool.NUMBER: deferred("Place a number"),
    Tool.FRAME: deferred("Draw a frame"),
    Tool.ELLIPSE: deferred("Draw an ellipse"),
    Tool.HIGHLIGHT: deferred("Highlight in yellow"),
    Tool.ARROW: deferred("Draw an arrow"),
    Tool.LINE: deferred("Draw a straight line"),
    Tool.FREEHAND: deferred("Draw by hand"),
    Tool.TEXT: deferred("Write a text"),
}
"""What a tool does: for menus, hints and screen readers."""

ADDED = {
    Tool.REDACT: deferred("Black box in the middle"),
    Tool.NUMBER: deferred("Number in the middle"),
    Tool.FRAME: deferred("Frame in the middle"),
    Tool.ELLIPSE: deferred("Ellipse in the middle"),
    Tool.HIGHLIGHT: deferred("Yellow highlight in the middle"),
    Tool.ARROW: deferred("Arrow in the middle"),
    Tool.LINE: deferred("Line in the middle"),
    Tool.FREEHAND: deferred("Line by hand in the middle"),
    Tool.TEXT: deferred("Text in the middle"),
}

HINTS = {
    Tool.SELECT: deferred("Click on a mark to select it. Drag to move it."),
    Tool.REDACT: deferred("Drag over what shall be black, or click in two corners."),
    Tool.NUMBER: deferred("Click where the number shall stand."),
    Tool.FRAME: deferred("Drag a frame, or click in two corners."),
    Tool.ELLIPSE: deferred("Drag an ellipse, or click in two corners."),
    Tool.HIGHLIGHT: deferred("Drag over what shall be yellow, or click in two corners."),
    Tool.ARROW: deferred("Drag to where the arrow points, or click in two places."),
    Tool.LINE: deferred("Drag a line, or click at both ends."),
    Tool.FREEHAND: deferred("Draw with the button down."),
    Tool.TEXT: deferred("Click where the text shall stand."),
}

FIGURES = {
    Figure.X: deferred("From the left"),
    Figure.Y: deferred("From the top"),
    Figure.WIDTH: deferred("Width"),
    Figure.HEIGHT: deferred("Height"),
    Figure.X2: deferred("Tip from the left"),
    Figure.Y2: deferred("Tip from the top"),
    Figure.SIZE: deferred("Letter size"),
}

UNSTATED = deferred("No reason stated")
"""The reason of a black box while the person has given none: no box is kept without one."""

REASONS = (
    deferred("Citizen's name"),
    deferred("Child's name"),
    deferred("Civil registration number"),
    deferred("Another employee"),
    deferred("Private information"),
)


GROUPS = {
    MarkGroup.COVERED: deferred("Covered with black"),
    MarkGroup.LISTED: deferred("Goes into the report"),
    MarkGroup.DRAWN: deferred("Only drawn"),
}
"""What becomes of a mark: over its part of the list."""


class MarkLine(msgspec.Struct, frozen=True):
    """One mark in the list.

    Attributes:
        id: the shape's.
        kind: what it is.
        sign: its number, "" where it has none.
        name: what it is, in one word.
        title: what it says, or what it is.
        detail: the second line, "" where there is nothing more to say.
        group: what becomes of it.
        count: how many the group has, where this is its first; 0 in all others.
        spoken: kind, number, words and what becomes of it, for screen readers.
    """

    id: int
    kind: Tool
    sign: str
    name: str
    title: str
    detail: str
    group: str
    count: int
    spoken: str


class ExhibitHeading(msgspec.Struct, frozen=True):
    """What stands over the picture: ``locked`` is "" where the original is not there any more.

    ``clock`` is what there is to say of the computer's clock, "" in most cases.
    """

    title: str
    taken: str
    locked: str
    clock: str = ""


def heading(exhibit: Exhibit, language: Language, jumps: Sequence[Step] = ()) -> ExhibitHeading:
    """Which exhibit, from when, and that it is locked; ``jumps`` are its entries before which the clock was moved."""
    locked = isinstance(exhibit.object, ObjectBody)
    return ExhibitHeading(
        title=language.text("Exhibit {number}", number=exhibit.number),
        taken=dotted(_taken(exhibit, language), *(clock_mark(step, language) for step in jumps)),
        locked=language.text("Original saved and locked") if locked else "",
        clock=" ".join(clock_sentence(step, language) for step in jumps),
    )


def lines(drawing: Drawing, ground: EditorGround, language: Language) -> tuple[MarkLine, ...]:
    """Return the marks as the list shows them, group by group."""
    shown = numbers(drawing, ground.width_px, ground.height_px)
    return tuple(
        _line(each, shown.get(each.id, 0), group, 0 if place else len(members), language)
        for group, members in in_groups(drawing, ground)
        for place, each in enumerate(members)
    )


def stated(reason: str, language: Language) -> str:
    """Return the reason that the person gave, "" where there is none yet."""
    return "" if reason.strip() in {UNSTATED, language.text(UNSTATED)} else reason


def no_picture(exhibit: Exhibit, language: Language) -> str:
    """Return what is said of a file that cannot be shown."""
    facts = exhibit.facts
    name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
    said = language.text(
        "This file cannot be shown as a picture. It is saved and locked as you received it, "
        "and it can go into a report as a file."
    )
    size = language.size(facts.size) if isinstance(facts, FileFacts) else ""
    about = dotted(name, size)
    return f"{said}\n\n{about}" if about else said


def marks_count(drawing: Drawing, language: Language) -> str:
    """Return how much lies on the picture: the canvas says so to screen readers."""
    marks = language.plural("{count} mark", "{count} marks", len(drawing.marks))
    covered = language.plural(
        "{count} place covered with black",
        "{count} places covered with black",
        len(drawing.redactions),
    )
    return language.text("{marks}, {covered}.", marks=marks, covered=covered)


def _line(
    placed: PlacedMark, number: int, group: MarkGroup, count: int, language: Language
) -> MarkLine:
    tool = kind_of(placed.shape)
    words = words_of(placed.shape).strip().replace("\n", " ")
    name = language.text("Covered") if tool is Tool.REDACT else language.text(TOOLS[tool])
    title, detail = words or name, ""
    if tool is Tool.REDACT and not stated(words, language):
        title, words, detail = name, "", language.text("No reason given yet")
    elif tool is Tool.NUMBER and not words:
        title = language.text("Write what the number shows")
    if tool is Tool.NUMBER and not number:
        detail = language.text("Is covered, and not listed in the report")
    sign, becomes = str(number) if number else "", language.text(GROUPS[group])
    spoken = listed(f"{name} {sign}".strip(), words, detail or becomes)
    return MarkLine(placed.id, tool, sign, name, title, detail, becomes, count, spoken)


def _taken(exhibit: Exhibit, language: Language) -> str:
    facts = exhibit.facts
    if isinstance(facts, CaptureFacts) and facts.captured_at:
        return language.text("Taken {moment}", moment=minute(facts.captured_at, language))
    moment = minute(exhibit.time, language)
    if exhibit.received:
        return language.text("Added {moment}", moment=moment)
    return language.text("Saved {moment}", moment=moment)
