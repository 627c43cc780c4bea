"""The fields of the rows about timestamps."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import Button, FlowRow, QuietButton, TextField, empty_out
from app.ui.kit.look import S2
from app.ui.kit.scale import spaced, text_percent
from app.ui.preferences.stamps import AuthorityChoice

_FIELD_PX = 300


class AuthorityList(QWidget):
    """The authorities, each to be ticked and taken out.

    Signals:
        used: a name, and whether it is asked from now on.
        removed: a name.
    """

    used = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._text = language.text
        self._column = spaced(QVBoxLayout(self), S2, 0)
        self._shown: tuple[AuthorityChoice, ...] | None = None
        self.ticks: dict[str, QCheckBox] = {}
        self.removes: dict[str, QuietButton] = {}

    def show_choices(self, choices: tuple[AuthorityChoice, ...]) -> None:
        """Show the list; where only the ticks are others, the fields stay."""
        if self._shown is None or [each.name for each in self._shown] != [
            each.name for each in choices
        ]:
            self._build(choices)
        self._shown = choices
        for each in choices:
            with QSignalBlocker(self.ticks[each.name]):
                self.ticks[each.name].setChecked(each.used)

    def _build(self, choices: tuple[AuthorityChoice, ...]) -> None:
        empty_out(self._column)
        self.ticks, self.removes = {}, {}
        for each in choices:
            tick = QCheckBox(each.words)
            tick.toggled.connect(lambda on, name=each.name: self.used.emit(name, on))
            remove = QuietButton(self._text("Remove"))
            remove.setAccessibleName(self._text("Remove {name}", name=each.name))
            remove.clicked.connect(lambda _=False, name=each.name: self.removed.emit(name))
            self.ticks[each.name], self.removes[each.name] = tick, remove
            self._column.addWidget(FlowRow(tick, remove))


class StampControls:
    """The fields of the rows, before anything is shown in them."""

    def __init__(self, language: Language) -> None:
        text = language.text
        self._text = text
        self.switch = QCheckBox()
        self.authorities = AuthorityList(language)
        self.ask_now = Button(text("Ask now"))
        self.name, self.address = TextField(), TextField()
        for field in (self.name, self.address):
            field.setMinimumWidth(_FIELD_PX * text_percent() // 100)
        self.qualified = QCheckBox(text("Qualified service"))
        self.add = Button(text("Choose a file …"))

    def rows(self) -> tuple[tuple[str, str, QWidget, str], ...]:
        """Return key, label, field and what stands below the label, row by row."""
        text = self._text
        return (
            (
                "stamps",
                text("Have the log timestamped"),
                self.switch,
                text(
                    "An authority outside signs what the log was, and when. Only a fingerprint goes over the "
                    "network, and nothing of your case."
                ),
            ),
            (
                "authorities",
                text("Whom to ask"),
                self.authorities,
                text("Two at most. A qualified service stands on a list of the EU."),
            ),
            ("stamped", text("How the log stands"), self.ask_now, ""),
            ("stamp_name", text("Another authority: its name"), self.name, ""),
            ("stamp_address", text("Its address"), self.address, ""),
            (
                "stamp_root",
                text("Its root certificate"),
                FlowRow(self.qualified, self.add),
                text("The one that runs the authority has it on its page."),
            ),
        )
