"""Puts a look on the application and its windows.

Palette and font are the application's, and so is Qt's style, which is asked for when the application is made
(``STYLE``): to ask for it in Python later loads all that Qt knows of styles.

The style sheet is each window's own: a sheet of the whole application would style every part of a page anew each time
it is put into a larger part, and so most of the time that it takes to build a page; under a window's sheet the page is
styled once, when it comes into the window. What is opened with a window for its parent has that window's sheet.

The system's own font is used on Windows and macOS. Elsewhere there may be none with the letters we need, so the
Noto Sans that lies with the program is taken. What is read sign by sign (fingerprints, codes) is set in the mono that
lies with it on every system: "monospace" is the name of no font on Windows.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.look import BODY_PX, Look
from app.ui.kit.scale import measure_anew
from app.ui.kit.sheet import ICONS, style_sheet

STYLE = ("-style", "fusion")
"""Words for Qt's application object: the style that the sheet was made for, on every system."""
_OWN_FONT = "Noto Sans"
_STYLED = "styled"


def load_fonts(resources: Path) -> None:
    """Make the fonts that lie with the program known to Qt; once, before the first ``apply_style``."""
    fonts = resources / "fonts"
    # By name alone: a pattern is compiled at the first use, which the start would wait for.
    own = sorted(name for name in os.listdir(fonts) if _is_own_font(name))  # noqa: PTH208 - names are all that is asked
    for name in [*own, "DejaVuSansMono.ttf"]:
        QFontDatabase.addApplicationFont(str(fonts / name))


def _is_own_font(name: str) -> bool:
    return name.startswith("NotoSans-") and name.endswith(".ttf")


def apply_style(application: QApplication, chosen: Look, resources: Path) -> None:
    """Give the application the look, and every window of ``style_window``, open or not."""
    QDir.setSearchPaths(ICONS, [str(resources / "icons")])
    # Qt goes through a list of all widgets here and calls our code for each: one that Python collects meanwhile would
    # be gone when its turn comes, and the program with it.
    collects = gc.isenabled()
    gc.disable()
    try:
        application.setPalette(_palette(chosen))
        application.setFont(_font(chosen))
        for window in application.topLevelWidgets():
            if window.property(_STYLED):
                window.setStyleSheet(style_sheet(chosen))
                measure_anew(window)
    finally:
        if collects:
            gc.enable()


def style_window(window: QWidget, look: Look) -> None:
    """Let a window without parent have the look that is on, and each look that comes after it.

    Something inside such a window that is drawn by itself otherwise may be styled alone.

    Best called when the window is built and before it is shown: what is put into it later is styled as it comes.
    """
    window.setProperty(_STYLED, True)
    window.setStyleSheet(style_sheet(look))


def _font(chosen: Look) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # Where the system's is away, Qt takes any that it knows: fixed letters, too.
    own = sys.platform in {"win32", "darwin"}
    font.setFamilies([*(font.families() if own else ()), _OWN_FONT])
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
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.off))
    return palette
