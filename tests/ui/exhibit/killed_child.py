"""The editor in a process of its own, for a test that ends it without a warning: marks a picture, and waits."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui import routes
from app.ui.exhibit import build
from app.ui.exhibit.tools import Tool
from app.ui.tasks import Tasks
from tests.ui.exhibit.editor import House

_LOOK_MS = 20


def main(folder: Path) -> None:
    application = QApplication(["bevismappe", "-platform", "offscreen"])
    house = House(folder)
    session = house.unlocked()
    tasks = Tasks(lambda error: sys.exit(repr(error)), session.publish)
    page = build(house.make_context(session, tasks))
    page.show()
    page.open(routes.Exhibit(1))

    def mark() -> None:
        editing = page.presenter.editing
        if editing is None:
            QTimer.singleShot(_LOOK_MS, mark)
            return
        page.picture.show_button.click()
        editing.add_at(Tool.NUMBER, (60, 40))
        editing.set_words("Her staar det")
        editing.add_at(Tool.REDACT, (30, 30))
        tell()

    def tell() -> None:
        # The words stand there once the store lane has written the newest draft.
        if not any(each.startswith("Marks saved") for each in page.status_words()):
            QTimer.singleShot(_LOOK_MS, tell)
            return
        sys.stdout.write("kept\n")
        sys.stdout.flush()

    QTimer.singleShot(0, mark)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
