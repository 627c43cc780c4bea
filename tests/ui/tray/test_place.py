"""What Qt shows in an X11 tray is let be: a tray throws out an icon that hides, and nothing of ours is seen on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.cover.cover import Cover
from app.ui.overlay.own_windows import OwnWindows
from app.ui.tray.place import stands_in_tray
from tests.worlds import Desk


def test_neither_a_capture_nor_the_cover_touches_the_icon(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    icon, window = QWidget(), QWidget()
    icon.setObjectName("QSystemTrayIconSys")
    for each in (icon, window):
        qtbot.addWidget(each)
        each.show()
    assert (stands_in_tray(icon), stands_in_tray(window)) == (True, False)

    own = OwnWindows()
    seen = own.seen()
    assert window in seen
    own.take_away(seen)
    assert (icon.isVisible(), window.isVisible()) == (True, False)
    own.bring_back()

    desk = Desk(tmp_path)
    cover = Cover(desk.context, qapp)
    cover.hide_now()
    assert (len(icon.children()), len(window.children())) == (0, 1)
    cover.stop()
    cover.deleteLater()
    desk.session.close()
