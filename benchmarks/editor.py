"""Dragging a mark over a 4K picture that carries two hundred: each step from the pointer to the repainted screen.

Nobody else's editor can be called from here, so the peer is time itself: what a screen of 60 Hz leaves for a step.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from statistics import median

from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from app.language import Language
from app.markup import (
    Arrow,
    Box,
    Frame,
    Highlight,
    Layer,
    Mark,
    Number,
    Redaction,
    Text,
    burn,
)
from app.picture import Canvas as Pen
from app.picture import Pixels
from app.ui.exhibit.canvas import EditorCanvas
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import Drawing, Edit, drawing_of
from app.ui.exhibit.tools import Tool
from app.ui.kit import LIGHT
from benchmarks.frames import frames
from benchmarks.rows import Row, against_peer, medians_ms, table, timed_ms

MARKS = 200
BOXES = 50
STEPS = 60
_FRAME_MS = 1000 / 60
_SIZE = (3840, 2160)
_QUICK_SIZE = (1920, 1080)
_WINDOW = (1440, 900)
_RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def rows(*, quick: bool = False) -> list[Row]:
    """The median and the slowest step, with the whole picture in sight and at full size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width_px, height_px = _QUICK_SIZE if quick else _SIZE
    found = []
    for zoom, words in ((0.0, "whole picture"), (1.0, "full size")):
        steps = sorted(drag_steps_ms(width_px, height_px, zoom))
        name = f"editor: drag step, {width_px}x{height_px}, {MARKS} marks, {words}"
        peer = "a frame at 60 Hz"
        found.append(against_peer(name, median(steps), _FRAME_MS, peer, 1.0))
        slow = steps[int(len(steps) * 0.95)]
        found.append(against_peer(f"{name}, slowest of 20", slow, _FRAME_MS, peer, 2.0))
    return [*found, burn_row(width_px, height_px)]


def burn_row(width_px: int, height_px: int) -> Row:
    """Burning black boxes into a copy, as it is sealed; the peer draws them on a copy and checks nothing."""
    (_, pixels), *_ = frames(width_px, height_px)
    font = _RESOURCES / "fonts" / "NotoSans-Bold.ttf"
    places = [(40 + 300 * (at % 6), 30 + 110 * (at // 6)) for at in range(BOXES)]
    boxes = tuple(Redaction(Box(x, y, 240, 60), "Navn") for x, y in places)
    picture = Image.frombytes("RGB", (width_px, height_px), pixels.rgb)

    def peer() -> bytes:
        copy = picture.copy()
        pen = ImageDraw.Draw(copy)
        for x, y in places:
            pen.rectangle((x, y, x + 239, y + 59), fill=(0, 0, 0))
        return copy.tobytes()

    ours, theirs = medians_ms(5, lambda: burn(pixels, Layer(redactions=boxes), font).rgb, peer)
    label = f"editor: burn of {BOXES} boxes, {width_px}x{height_px}"
    return against_peer(label, ours, theirs, "Pillow alone", 1.5)


def drag_steps_ms(width_px: int, height_px: int, zoom: float) -> list[float]:
    """Milliseconds of each step of a drag; ``zoom`` 0 shows the whole picture."""
    app = QApplication.instance() or QApplication([])
    _, pixels = frames(width_px, height_px)[0]
    measure = Pen(Pixels(1, 1, bytes(3)), _RESOURCES / "fonts" / "NotoSans-Bold.ttf").text_size
    ground = EditorGround(width_px, height_px, measure)
    canvas = EditorCanvas(QApplication.font(), lambda: LIGHT)
    language = Language("en", _RESOURCES / "locales")
    editing = Editing(
        language, _Page(canvas), ground, drawing_of(_layer(ground)), can_change=lambda: True
    )
    canvas.resize(*_WINDOW)
    canvas.show()
    canvas.set_picture(pixels)
    if zoom:
        canvas.zoom_to(zoom)
        canvas.centerOn(QPointF(width_px / 2, height_px / 2))
    editing.show()
    app.processEvents()
    x, y = width_px // 2, height_px // 2
    editing.press(x, y, 8)
    if not editing.selected:
        raise RuntimeError("nothing lies under the pointer: nothing was measured")

    def step(number: int) -> None:
        editing.drag(x + 5 * number, y + 3 * number)
        app.processEvents()

    taken = [timed_ms(partial(step, number)) for number in range(1, STEPS + 1)]
    canvas.close()
    return taken


class _Page:
    """Shows the marks, and keeps no steps: what is measured ends before the pointer goes up."""

    def __init__(self, canvas: EditorCanvas) -> None:
        self._canvas = canvas

    def show_drawing(
        self,
        drawing: Drawing,
        selected: int,
        ground: EditorGround,
        *,
        settled: bool,  # noqa: ARG002 - the list beside the picture is told only at the end
    ) -> None:
        self._canvas.show_drawing(drawing, selected, ground)

    def show_tool(self, tool: Tool) -> None:  # noqa: ARG002 - no tools beside the picture
        return

    def show_notice(self, sentence: str) -> None:  # noqa: ARG002 - no line below it
        return

    def push(self, edit: Edit) -> None:  # noqa: ARG002 - nothing is let go of
        return

    def edit_words(self) -> None:
        return


def _layer(ground: EditorGround) -> Layer:
    """Marks of every kind in a grid over the picture, and one under its middle to be dragged."""
    wide, high = ground.width_px // 20, ground.height_px // 10
    marks: list[Mark] = []
    redactions: list[Redaction] = []
    for cell in range(MARKS - 1):
        x, y = (cell % 20) * wide, (cell // 20) * high
        box = Box(x + 4, y + 4, wide - 20, high // 2)
        match cell % 6:
            case 0:
                marks.append(Frame(box))
            case 1:
                marks.append(Highlight(box))
            case 2:
                marks.append(Number(x + wide // 2, y + high // 2))
            case 3:
                marks.append(Text(x + 4, y + 4, "tekst", 30))
            case 4:
                marks.append(Arrow(x + 4, y + 4, x + wide - 4, y + high - 4))
            case _:
                redactions.append(Redaction(box, "x"))
    middle = Box(ground.width_px // 2 - 150, ground.height_px // 2 - 60, 300, 120)
    return Layer((*marks,), (*redactions, Redaction(middle, "x")))


if __name__ == "__main__":
    print(table(rows()))
