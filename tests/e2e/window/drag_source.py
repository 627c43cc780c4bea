"""Another program that a person drags something from: a label on the screen. Prints how the drag ended.

Usage: drag_source.py KIND [move], with KIND one of ``chrome``, ``firefox``, ``gone``, ``file``, ``text``. With ``move``
it proposes to move, as a file manager does where Shift is held. A file is given by ``--file PATH``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

_PICTURE = "https://nabolaget.example/billede.png"
_POST = "https://nabolaget.example/grupper/borgere/permalink/123"


class Source(QLabel):
    """What is dragged from."""

    def __init__(self, data: dict[str, bytes], proposed: Qt.DropAction) -> None:
        super().__init__("DRAG")
        self._data = data
        self._proposed = proposed

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt calls it by this name
        data = QMimeData()
        for name, content in self._data.items():
            data.setData(name, content)
        drag = QDrag(self)
        drag.setMimeData(data)
        every = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
        ended = drag.exec(every, self._proposed)
        sys.stdout.write(f"{ended.name}\n")
        sys.stdout.flush()


def data_of(kind: str, file: Path) -> dict[str, bytes]:
    """The forms that a kind of source gives, as bytes by their names."""
    picture = file.read_bytes() if file.is_file() else b""
    kinds: dict[str, dict[str, bytes]] = {
        "file": {"text/uri-list": bytes(QUrl.fromLocalFile(str(file)).toEncoded().data())},
        "gone": {"text/uri-list": b"file:///gone/x.bmp", "image/png": picture},
        "firefox": {
            "text/uri-list": _PICTURE.encode(),
            "text/plain": _PICTURE.encode(),
            "text/html": f'<img src="{_PICTURE}">'.encode(),
            "image/png": picture,
        },
        "chrome": {"text/uri-list": _PICTURE.encode(), "text/plain": _PICTURE.encode()},
        "text": {"text/plain": _POST.encode()},
    }
    return kinds[kind]


def main() -> None:
    """Show the label in the upper left corner until the program is ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind")
    parser.add_argument("proposal", nargs="?", default="copy")
    parser.add_argument("--file", type=Path, default=Path())
    told = parser.parse_args()
    application = QApplication(sys.argv[:1])
    proposed = Qt.DropAction.MoveAction if told.proposal == "move" else Qt.DropAction.CopyAction
    source = Source(data_of(told.kind, told.file), proposed)
    source.setWindowFlags(
        Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.X11BypassWindowManagerHint
    )
    source.setGeometry(5, 5, 70, 60)
    source.show()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main()
