"""The row of the folder that a phone copies to: chosen, told, and left again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.clock import stamp
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext
from app.ui.preferences.rows import SettingsRows


class PhoneRow:
    """Keeps the choice and says what becomes of it."""

    def __init__(self, context: UiContext, rows: SettingsRows) -> None:
        self._context, self._rows = context, rows
        rows.choose_phone.clicked.connect(self._ask)
        rows.leave_phone.clicked.connect(lambda: self.choose(None))
        self.show()

    def show(self) -> None:
        """Say which folder it is, or what it is good for."""
        text, folder = self._context.language.text, self._context.settings.phone_folder
        self._rows.leave_phone.setVisible(folder is not None)
        self._rows.rows["phone"].say(
            text(
                "New files in {folder} are offered. Nothing in it is changed or deleted.",
                folder=folder,
            )
            if folder is not None
            else text("New pictures in it are offered, and saved when you say so.")
        )

    def choose(self, folder: Path | None) -> None:
        """Watch another folder from now on, or none."""
        since = stamp(self._context.clock.now().utc)
        self._context.settings.choose_phone_folder(folder, since)
        self._context.acts.apply(ChangedSetting.PHONE)
        self.show()
        self._rows.show_saved("phone", self._context.language.text("✓ Saved"))

    def _ask(self) -> None:
        start = self._context.settings.phone_folder or Path.home()
        title = self._context.language.text("Folder that your phone copies to")
        chosen = QFileDialog.getExistingDirectory(self._rows, title, str(start))
        if chosen:
            self.choose(Path(chosen))
