"""Puts a look on the application: style, palette, font and style sheet; and reads which one is on.

The system's own font is used on Windows and macOS. Elsewhere there may be none with the letters we need, so the
Noto Sans that lies with the program is taken.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.kit.look import BODY_PX, Look, look
from app.ui.kit.sheet import style_sheet

_OWN_FONT = "Noto Sans"


def load_fonts(resources: Path) -> None:
    """Make the fonts that lie with the program known to Qt; once, before the first ``dress``."""
    for file in sorted((resources / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def dress(application: QApplication, chosen: Look, resources: Path) -> None:
    """Let every window, open or not, have the look."""
    if application.style().objectName().lower() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(_palette(chosen))
    application.setFont(_font(chosen))
    application.setStyleSheet(style_sheet(chosen, resources / "icons"))


def current_look() -> Look:
    """The look that is on: for widgets that paint themselves."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    size = QGuiApplication.font().pixelSize()
    return look(dark=dark, text_percent=round(size * 100 / BODY_PX) if size > 0 else 100)


def _font(chosen: Look) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if sys.platform not in {"win32", "darwin"}:
        font = QFont(_OWN_FONT)
    font.setPixelSize(chosen.px(BODY_PX))
    return font


def _palette(chosen: Look) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, chosen.paper),
        (role.WindowText, chosen.ink),
        (role.Base, chosen.card),
        (role.AlternateBase, chosen.paper),
        (role.Text, chosen.ink),
        (role.Button, chosen.card),
        (role.ButtonText, chosen.ink),
        (role.BrightText, chosen.on_accent),
        (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.on_accent),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.PlaceholderText, chosen.muted),
        (role.ToolTipBase, chosen.ink),
        (role.ToolTipText, chosen.paper),
        (role.Mid, chosen.line),
        (role.Accent, chosen.accent),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.muted))
    return palette
