"""The program's sign in the sizes that Windows asks for, drawn from the one SVG."""

from __future__ import annotations

import io
import os
from pathlib import Path

ICON_SIDES_PX = (16, 20, 24, 32, 40, 48, 64, 256)


def draw_png(svg: Path, side_px: int, share: float = 1.0) -> bytes:
    """Return the sign as a PNG.

    Args:
        svg: the drawing.
        side_px: width and height of the picture.
        share: how much of the width the sign takes; the rest is see-through.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(side_px, side_px, QImage.Format.Format_ARGB32)
    picture.fill(0)
    room = side_px * (1 - share) / 2
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(
        painter, QRectF(room, room, side_px * share, side_px * share)
    )
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(buffer.data().data())


def draw_icon(svg: Path) -> bytes:
    """Return the sign as an .ico file with all its sizes."""
    from PIL import Image

    drawn = [Image.open(io.BytesIO(draw_png(svg, side))) for side in ICON_SIDES_PX]
    target = io.BytesIO()
    drawn[-1].save(target, "ICO", sizes=[one.size for one in drawn], append_images=drawn[:-1])
    return target.getvalue()
