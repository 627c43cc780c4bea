"""Where messages stand on a page, and what they keep clear of: a page says it of its own parts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

MIDDLE, CLEAR = "middle column", "kept clear"


def middle_column(widget: QWidget) -> QWidget:
    """Let messages stand at the lower right of this part of a page, while they have room there; return it."""
    widget.setObjectName(MIDDLE)
    return widget


def keep_clear(widget: QWidget) -> QWidget:
    """Let no message stand over this part of a page, whatever room there is; return it."""
    widget.setObjectName(CLEAR)
    return widget
