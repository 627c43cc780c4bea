"""The program's icon in the sizes that desktops ask for, drawn from the one in resources/icons."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


def write_icons(drawing: Path, theme: Path) -> None:
    """Write the drawing, and pictures of it, into the folders of an icon theme."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication(["icons"])
    renderer = QSvgRenderer(str(drawing))
    scalable = theme / "scalable" / "apps" / "bevismappe.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable)
    for size in SIZES_PX:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        target = theme / f"{size}x{size}" / "apps" / "bevismappe.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(target)):
            raise SystemExit(f"{target} could not be written")
    del application
