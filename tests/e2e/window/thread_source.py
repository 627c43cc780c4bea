"""Another program with a thread that is longer than its window; Page Down goes on by four fifths of it.

Usage: thread_source.py X Y WIDTH HEIGHT TITLE. Says "shown" when it stands.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

_POSTS = 120
AREA_PX = 600


class Thread(QScrollArea):
    """Goes on by its own step: Qt's own leaves nothing of the page before."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt calls it by this name
        if event.key() == Qt.Key.Key_PageDown:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + AREA_PX * 4 // 5)


def main(arguments: list[str]) -> int:
    """Show the thread until it is killed."""
    x, y, width, height = (int(each) for each in arguments[:4])
    application = QApplication([])
    lines = "\n\n".join(
        f"Indlæg {number}: {'Det her er ord nummer ' + str(number * number)} {'og mere ' * 4}"
        for number in range(1, _POSTS)
    )
    words = QLabel(lines)
    words.setStyleSheet("background: white; color: black; font: 16px; padding: 20px")
    area = Thread()
    area.setWindowTitle(arguments[4])
    area.setWidget(words)
    area.setWidgetResizable(True)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setGeometry(x, y, width, height)
    area.show()
    area.setFocus()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
