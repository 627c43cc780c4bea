"""The rows of timestamps from outside: the switch, the list of authorities, one more, and asking now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog

from app.ui.preferences.stamps import AuthorityChoice, StampSettings

if TYPE_CHECKING:
    from app.ui.context import UiContext
    from app.ui.preferences.rows import SettingsRows


class StampRows:
    """The rows, and what is done by them."""

    def __init__(self, context: UiContext, rows: SettingsRows) -> None:
        """Show everything as it is."""
        self._rows, self._text = rows, context.language.text
        self.presenter = StampSettings(context, self)
        presenter, controls = self.presenter, rows.stamps
        controls.switch.toggled.connect(lambda on: presenter.choose(asks=on))
        controls.authorities.used.connect(lambda name, on: presenter.use(name, used=on))
        controls.authorities.removed.connect(presenter.remove)
        controls.ask_now.clicked.connect(presenter.ask)
        controls.add.clicked.connect(self._ask_for_root)
        presenter.show()

    def show(self) -> None:
        """Show everything as it is."""
        self.presenter.show()

    def add(self, root: Path) -> None:
        """Put what stands in the fields into the list, with that root."""
        controls = self._rows.stamps
        self.presenter.add(
            controls.name.value(),
            controls.address.value(),
            root,
            qualified=controls.qualified.isChecked(),
        )

    # -- what the presenter calls ------------------------------------------------------------------

    def show_stamps(self, *, asks: bool, choices: tuple[AuthorityChoice, ...]) -> None:
        controls = self._rows.stamps
        with QSignalBlocker(controls.switch):
            controls.switch.setChecked(asks)
        controls.authorities.show_choices(choices)

    def show_stamped(self, words: str) -> None:
        # The button stays as it is: one that is shut hands the focus on.
        self._rows.rows["stamped"].say(words)

    def show_added(self, words: str, *, added: bool) -> None:
        controls = self._rows.stamps
        row = self._rows.rows["stamp_root"]
        row.say(words)
        row.complain("" if added else words)
        if added:
            controls.name.clear()
            controls.address.clear()
            controls.qualified.setChecked(False)

    def show_saved(self, row: str) -> None:
        self._rows.show_saved(row, self._text("✓ Saved"))

    def _ask_for_root(self) -> None:
        title = self._text("Choose the root certificate")
        chosen, _ = QFileDialog.getOpenFileName(self._rows, title, str(Path.home()))
        if chosen:
            self.add(Path(chosen))
