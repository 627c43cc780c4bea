"""How a widget of the kit gets its rules in the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def named(widget: QWidget, kit: str) -> None:
    """Give a widget its name in the style sheet."""
    widget.setProperty("kit", kit)


def mark(widget: QWidget, **properties: str) -> None:
    """Change properties that the style sheet asks for, and have them seen."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
