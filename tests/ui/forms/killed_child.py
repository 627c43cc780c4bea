"""A window in a process of its own, for a test that ends it without a warning: types half a note, and waits."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.forms import build
from app.ui.kit import TextArea
from app.ui.routes import Write
from app.ui.tasks import Tasks
from tests.worlds import Desk


def main(folder: Path) -> None:
    application = QApplication(["bevismappe", "-platform", "offscreen"])
    tasks = Tasks(lambda error: sys.exit(repr(error)), lambda: None)
    desk = Desk(folder, tasks)
    desk.open()
    forms = build(desk.context)
    forms.show()
    forms.open(Write("note"))
    assert forms.body is not None
    field = forms.body.fields["text"]
    assert isinstance(field, TextArea)

    def tell() -> None:
        # The words stand there once the store lane has written the draft.
        if forms.status.text():
            looking.stop()
            sys.stdout.write("kept\n")
            sys.stdout.flush()

    looking = QTimer()
    looking.timeout.connect(tell)
    looking.start(20)
    field.setFocus()
    field.insertPlainText("Kl. 9 ringede en fremmed ")
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
