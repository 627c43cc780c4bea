"""What Qt shows in an X11 tray is let be: a tray throws out an icon that hides, and nothing of ours is seen on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui.cover.cover import Cover
from app.ui.overlay.own_windows import OwnWindows
from app.ui.tray.place import mark_as_menu, stands_in_tray
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


def test_the_cover_leaves_the_icons_menu_open_and_no_other(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    menus = QMenu(), QMenu()
    mark_as_menu(menus[0])
    desk = Desk(tmp_path)
    cover = Cover(desk.context, qapp)
    cover.hide_now()
    for menu in menus:
        qtbot.addWidget(menu)
        menu.addAction("Afslut")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for menu in menus:
        menu.popup(window.pos())
    assert [menu.isVisible() for menu in menus] == [True, False]
    menus[0].close()
    cover.stop()
    cover.deleteLater()
    desk.session.close()
