"""How a widget of the kit gets its rules in the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.inert import isolated_parts, shown


def named(widget: QWidget, kit: str) -> None:
    """Give a widget its name in the style sheet."""
    widget.setProperty("kit", kit)


def mark(widget: QWidget, **properties: str) -> None:
    """Change properties that the style sheet asks for, and apply it anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # One that was not styled yet will be, with these. To ask for the style is expensive on first use: Qt then tells
        # Python all that it knows of styles.
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def tip(text: str) -> str:
    """Return words for a tooltip, which Qt would read as markup where they look like it."""
    words = shown(text)
    if "<" not in words:
        return words
    from html import escape

    return f"<span>{escape(words)}</span>"


def read_as(widget: QWidget, words: str) -> None:
    """Give a widget the name that a screen reader tells; what strangers wrote in it steers nothing."""
    widget.setAccessibleName(isolated_parts(words))
