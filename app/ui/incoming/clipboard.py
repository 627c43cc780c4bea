"""What was pasted or dropped, as files or as pictures.

A picture is taken as the bytes that the other program gave, where it gives PNG or JPEG: they are the original, and
nothing of them is decoded here. Only what comes as bare pixels is written as PNG.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from app.ui.kit import files_of

_AS_GIVEN = ("image/png", "image/jpeg")


def read_mime(data: QMimeData | None) -> tuple[list[Path], list[bytes]]:
    """The files of this computer; where there are none, the pictures."""
    if data is None:
        return [], []
    files = files_of(data)
    if files:
        return files, []
    for name in _AS_GIVEN:
        if data.hasFormat(name) and (given := bytes(data.data(name).data())):
            return [], [given]
    if data.hasImage():
        picture = data.imageData()
        if isinstance(picture, QImage) and not picture.isNull():
            return [], [_png(picture)]
    return [], []


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
    return bytes(buffer.data().data())
