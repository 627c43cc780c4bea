"""``python -m demo.post.still``: draw the made-up post once, for the example case of the window.

Writes ``resources/demo/post.png`` and ``post-places.toml``: the picture by our own encoder, and where each phrase of
post.toml stands in it. No screen is needed.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.picture import Pixels, encode_png
from demo.post.places import physical
from demo.post.post import read_post
from demo.post.presenter import PostPresenter
from demo.post.showing import take_fonts
from demo.post.view import PostWindow

_FOLDER = Path("resources/demo")
_WIDTH = 700


def main() -> None:
    """Draw the post and write the two files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["still"])
    take_fonts(application, Path("resources/fonts"))
    window = PostWindow(PostPresenter(read_post(_FOLDER / "post.toml")), _WIDTH)
    window.show()
    application.processEvents()
    drawn = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(drawn.constBits())
    width, height, stride = drawn.width(), drawn.height(), drawn.bytesPerLine()
    rgb = b"".join(rows[y * stride : y * stride + 3 * width] for y in range(height))
    (_FOLDER / "post.png").write_bytes(encode_png(Pixels(width, height, rgb)))
    places = {name: physical(area, QPointF(), 1.0) for name, area in window.areas().items()}
    lines = [f"{name} = [{', '.join(map(str, box))}]" for name, box in sorted(places.items())]
    head = (
        "# Where the phrases of post.toml stand in post.png: left, top, width, height in pixels.\n"
    )
    text = head + "# Written by python -m demo.post.still.\n\n" + "\n".join(lines) + "\n"
    (_FOLDER / "post-places.toml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
