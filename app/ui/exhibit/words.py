"""How the page speaks of an exhibit and its marks. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework import Exhibit, ExhibitKind, Step, dotted, listed
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.language import Language, deferred
from app.messages import clock_mark, clock_sentence
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.model import Drawing, Shape, numbers
from app.ui.exhibit.tools import Tool, boxed, kind_of, words_of
from app.vocabulary import minute
from evidence_store import ObjectBody

TOOLS = {
    Tool.SELECT: deferred("Select"),
    Tool.ARROW: deferred("Arrow"),
    Tool.FRAME: deferred("Frame"),
    Tool.HIGHLIGHT: deferred("Yellow"),
    Tool.NUMBER: deferred("Number"),
    Tool.TEXT: deferred("Text"),
    Tool.REDACT: deferred("Black out"),
}
"""On the tools and in the list: one short word."""

SENTENCES = {
    Tool.SELECT: deferred("Select and move marks"),
    Tool.ARROW: deferred("Draw an arrow"),
    Tool.FRAME: deferred("Draw a frame"),
    Tool.HIGHLIGHT: deferred("Highlight in yellow"),
    Tool.NUMBER: deferred("Place a number"),
    Tool.TEXT: deferred("Write a text"),
    Tool.REDACT: deferred("Cover with black"),
}
"""What a tool does: for menus, hints and screen readers."""

ADDED = {
    Tool.ARROW: deferred("Arrow in the middle"),
    Tool.FRAME: deferred("Frame in the middle"),
    Tool.HIGHLIGHT: deferred("Yellow highlight in the middle"),
    Tool.NUMBER: deferred("Number in the middle"),
    Tool.TEXT: deferred("Text in the middle"),
    Tool.REDACT: deferred("Black box in the middle"),
}

HINTS = {
    Tool.SELECT: deferred("Click on a mark to select it. Drag to move it."),
    Tool.ARROW: deferred("Drag to where the arrow points, or click in two places."),
    Tool.FRAME: deferred("Drag a frame, or click in two corners."),
    Tool.HIGHLIGHT: deferred("Drag over what shall be yellow, or click in two corners."),
    Tool.NUMBER: deferred("Click where the number shall stand."),
    Tool.TEXT: deferred("Click where the text shall stand."),
    Tool.REDACT: deferred("Drag over what shall be black, or click in two corners."),
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

REASONS = (
    deferred("Citizen's name"),
    deferred("Child's name"),
    deferred("Civil registration number"),
    deferred("Another employee"),
    deferred("Private information"),
)


class MarkLine(msgspec.Struct, frozen=True):
    """One mark in the list.

    Attributes:
        id: the shape's.
        kind: what it is.
        sign: its number, "" where it has none.
        title: what it says, or what it is.
        detail: the second line.
        spoken: kind, number, words and size, for screen readers.
    """

    id: int
    kind: Tool
    sign: str
    title: str
    detail: str
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


def lines(
    drawing: Drawing, width_px: int, height_px: int, language: Language
) -> tuple[MarkLine, ...]:
    """Return the marks as the list shows them, in drawing order."""
    shown = numbers(drawing, width_px, height_px)
    return tuple(
        _line(each.id, each.shape, shown.get(each.id, 0), language) for each in drawing.items
    )


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


def _line(id: int, shape: Shape, number: int, language: Language) -> MarkLine:
    tool = kind_of(shape)
    kind = language.text(TOOLS[tool])
    words = words_of(shape).strip()
    sign = str(number) if number else ""
    if tool is Tool.REDACT:
        kind = language.text("Covered")
    detail, size = kind, ""
    if tool is Tool.NUMBER and number:
        detail = language.text("{kind} · is listed in the report", kind=kind)
    elif tool is Tool.NUMBER:
        detail = language.text("{kind} · is covered, and not listed in the report", kind=kind)
        size = language.text("Covered")
    elif (box := boxed(shape)) is not None:
        size = f"{box.width} × {box.height} px"
        detail = f"{kind} · {size}" if words else size
    title = words.replace("\n", " ") or _nameless(tool, language)
    spoken = listed(f"{kind} {sign}".strip(), words, size)
    return MarkLine(id, tool, sign, title, detail, spoken)


def _nameless(tool: Tool, language: Language) -> str:
    if tool is Tool.NUMBER:
        return language.text("Write what the number shows")
    return language.text(TOOLS[tool])


def _taken(exhibit: Exhibit, language: Language) -> str:
    facts = exhibit.facts
    if isinstance(facts, CaptureFacts) and facts.captured_at:
        return language.text("Taken {moment}", moment=minute(facts.captured_at, language))
    moment = minute(exhibit.time, language)
    if exhibit.kind is ExhibitKind.FILE:
        return language.text("Added {moment}", moment=moment)
    return language.text("Saved {moment}", moment=moment)
