"""Whether words have the room that they need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QWidget


def words_are_whole(widgets: Iterable[QWidget]) -> bool:
    """Return whether every visible label in them that breaks its lines is as tall as they are."""
    return all(
        label.height() >= label.heightForWidth(label.width())
        for widget in widgets
        for label in widget.findChildren(QLabel)
        if label.wordWrap() and label.isVisible()
    )
