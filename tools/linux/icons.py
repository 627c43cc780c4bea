"""The program's icon in the sizes that desktops ask for, drawn from the one in resources/icons."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.windows.icon import draw_png

SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


def write_icons(drawing: Path, theme: Path) -> None:
    """Write the drawing, and pictures of it, into the folders of an icon theme."""
    scalable = theme / "scalable" / "apps" / "bevismappe.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable)
    for size in SIZES_PX:
        target = theme / f"{size}x{size}" / "apps" / "bevismappe.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draw_png(drawing, size))
