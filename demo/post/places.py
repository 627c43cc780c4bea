"""Where phrases stand in a laid-out text: read from the layout that is painted, never guessed.

Rules:
- A phrase that runs over several lines has one rectangle around all of its lines.
- Rounding goes outwards: a rectangle meant to cover something covers it wholly.
"""

from __future__ import annotations

import math
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextDocument, QTextLine

from demo.post.presenter import PixelBox, Span

MARGIN = 3.0


def phrase_area(document: QTextDocument, span: Span) -> QRectF:
    """The area of ``span`` in the document's own coordinates, with a small margin around the letters."""
    area = QRectF()
    block = document.findBlock(span.start)
    end = span.start + span.length
    while block.isValid() and block.position() < end:
        layout = block.layout()
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(span.start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = _x_of(line, first), _x_of(line, last)
            top = line.y() + line.height() - line.descent() - line.ascent()
            area |= QRectF(
                origin.x() + left, origin.y() + top, right - left, line.ascent() + line.descent()
            )
        block = block.next()
    return area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def _x_of(line: QTextLine, position: int) -> float:
    # Qt answers with the distance and the letter's edge it was measured at; the stubs call that an object.
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def physical(area: QRectF, origin: QPointF, ratio: float) -> PixelBox:
    """Put ``area`` at ``origin`` and turn it into whole physical pixels, rounding outwards."""
    moved = area.translated(origin)
    left, top = math.floor(moved.left() * ratio), math.floor(moved.top() * ratio)
    right, bottom = math.ceil(moved.right() * ratio), math.ceil(moved.bottom() * ratio)
    return PixelBox(left, top, right - left, bottom - top)
