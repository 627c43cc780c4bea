"""Menus with round corners, also where the desktop lets nothing through behind a window's corners."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit.look import CONTROL_RADIUS_PX


class PopupMenu(QMenu):
    """A menu as all of the window's are."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        let_through(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        round_off(self)


def let_through(popup: QWidget) -> None:
    """Let what is behind a popup be seen at its corners; before it is first shown."""
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu that Qt made, such as that of a text field, as all others are."""
    let_through(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
    round_off(menu)


def round_off(popup: QWidget, radius_px: int = CONTROL_RADIUS_PX) -> None:
    """Cut the corners of a window that has no frame of the desktop's, a little inside its border.

    Where nothing of what is behind is let through, the outer half of the border's corner would be black.
    """
    path = QPainterPath()
    path.addRoundedRect(QRectF(popup.rect()), radius_px + 1, radius_px + 1)
    popup.setMask(QRegion(path.toFillPolygon().toPolygon()))
