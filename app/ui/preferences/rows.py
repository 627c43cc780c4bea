"""The settings themselves: rows in groups, the list of groups beside them, and a search over all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.language import Language
from app.settings import MOST_LOCK_MINUTES
from app.ui.hotkey.field import HotkeyField
from app.ui.kit import (
    TEXT_SIZES,
    Button,
    CardPage,
    Choice,
    Columns,
    DangerButton,
    FlowRow,
    NumberField,
    QuietButton,
    Segmented,
    SettingGroup,
    SettingRow,
    Text,
    TextField,
    Title,
    named,
)
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import S2, S3, S4
from app.ui.kit.scale import spaced, text_percent
from app.ui.preferences.care_model import Care
from app.ui.preferences.stamp_fields import StampControls

_COLUMN_PX = 824
_PLACES_PX = 200
_WITH_PLACES_PX = 900
_FIELD_PX = 300


class _GroupButton(PressedByEnter, QPushButton):
    """Leads to a group of the page."""


class SettingsRows(QWidget):
    """Every row.

    Signals:
        care_wanted: one of the things that is done for the vault.
    """

    care_wanted = Signal(Care)

    def __init__(self, language: Language, *, can_leave_sharing: bool = False) -> None:
        """Build every row.

        Args:
            language: words.
            can_leave_sharing: this system can leave our windows out of a shared screen.
        """
        super().__init__()
        self._can_leave_sharing = can_leave_sharing
        self._language = language
        self._text = language.text
        self._groups: list[SettingGroup] = []
        self.rows: dict[str, SettingRow] = {}
        text = self._text
        self.page = CardPage(column_px=_COLUMN_PX)
        self.page.stand(middle=False)  # the places of the groups are beside it
        self.search = TextField(text("Search in the settings"))
        self.search.setAccessibleName(text("Search in the settings"))
        self.search.setClearButtonEnabled(True)
        named(self.search, "search")
        self.search.textChanged.connect(self._filter)
        self.nothing = Text(text("No setting has these words."))
        self.nothing.hide()
        self.page.add(Columns(Title(text("Settings")), self.search, least_px=200, shares=(3, 2)))
        self.page.add(self.nothing)
        self._window_group()
        self._discretion_group()
        self._capture_group()
        self._time_group()
        self._stamp_group()
        self._reading_group()
        self._closing_group()
        self._words_group()
        self._author_group()
        self._vault_group()
        self._key_group()
        self.page.add_stretch()
        self.places = self._places()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.places)
        row.addWidget(self.page, 1)
        self.page.area.verticalScrollBar().valueChanged.connect(lambda _: self._mark_place())

    def show_saved(self, key: str, words: str) -> None:
        """Say by one row what became of the choice, and by no other."""
        for name, row in self.rows.items():
            row.show_saved(words if name == key else "")

    def show_old(self, path: str) -> None:
        """Show the row of the file that the vault was moved from; "" hides it."""
        self.rows["old"].say(path)
        self._filter()

    # -- the groups --------------------------------------------------------------------------------

    def _window_group(self) -> None:
        text = self._text
        group = self._group(text("Look"))
        self.language = Choice([("da", "Dansk"), ("en", "English")])
        self.look = Segmented(
            [
                ("system", text("As the computer")),
                ("light", text("Light")),
                ("dark", text("Dark")),
            ]
        )
        self.text_size = Segmented(
            [(str(size), text("{percent} %", percent=size)) for size in TEXT_SIZES]
        )
        self._row(group, "language", text("Language"), self.language)
        self._row(group, "look", text("Light or dark"), self.look)
        self._row(group, "text_size", text("Text size"), self.text_size)
        self.breaks = QCheckBox()
        self._row(
            group,
            "breaks",
            text("Suggest a break now and then"),
            self.breaks,
            text("After 20 minutes with exhibits. It goes away by itself."),
        )

    def _reading_group(self) -> None:
        text = self._text
        group = self._group(text("When you look at it yourself"))
        self.words_only, self.gaps = QCheckBox(), QCheckBox()
        self._row(
            group,
            "words_only",
            text("Only words in lists"),
            self.words_only,
            text("No small pictures. You see a picture when you ask for it."),
        )
        self._row(
            group,
            "gaps",
            text("Read with gaps"),
            self.gaps,
            text("Coarse words have dots in the timeline. What is saved is unchanged."),
        )

    def _discretion_group(self) -> None:
        text = self._text
        group = self._group(text("When others can see your screen"))
        self.blur = QCheckBox()
        self.minutes = NumberField(0, MOST_LOCK_MINUTES)
        self.minutes.setSpecialValueText(text("Never"))
        self.minutes.setSuffix(" " + text("minutes"))
        self._row(
            group,
            "blur",
            text("Blur small pictures in lists"),
            self.blur,
            text("So that others do not see them in passing."),
        )
        self._row(
            group,
            "lock",
            text("Lock after a time without use"),
            self.minutes,
            text("Screenshots are still saved and locked."),
        )
        self.sharing = QCheckBox(self)
        self.sharing.hide()
        if self._can_leave_sharing:
            self.sharing.show()
            self._row(
                group,
                "sharing",
                text("Leave Bevismappe out of shared screens"),
                self.sharing,
                text(
                    "In Teams and the like others see what lies behind it. Do not rely on it: some programs show it "
                    "all the same."
                ),
            )

    def _capture_group(self) -> None:
        text = self._text
        group = self._group(text("Screenshots"))
        self.whole_screen = QCheckBox()
        self.hotkey = HotkeyField(self._language)
        self._row(group, "hotkey", text("Shortcut in every program"), self.hotkey)
        self.choose_phone, self.leave_phone = (
            Button(text("Choose a folder …")),
            QuietButton(text("Stop")),
        )
        phone = FlowRow(self.choose_phone, self.leave_phone)
        self._row(
            group,
            "whole_screen",
            text("Keep the whole screen too"),
            self.whole_screen,
            text("It can show where the post stood, but also other citizens and cases."),
        )
        self._row(group, "phone", text("Folder that your phone copies to"), phone)

    def _time_group(self) -> None:
        text = self._text
        group = self._group(text("The computer’s clock"))
        self.asks_time = QCheckBox()
        self.server = TextField()
        self.server.setMinimumWidth(_FIELD_PX * text_percent() // 100)
        self.ask_now = Button(text("Ask now"))
        self._row(
            group,
            "time",
            text("Compare the clock with a time server"),
            self.asks_time,
            text(
                "Once an hour a random number goes over the network, and nothing of your case. Each screenshot then "
                "says how right the clock was."
            ),
        )
        self._row(group, "server", text("Time server"), self.server)
        self._row(group, "asked", text("How the clock stands"), self.ask_now)

    def _stamp_group(self) -> None:
        group = self._group(self._text("Timestamps from outside"))
        self.stamps = StampControls(self._language)
        for row in self.stamps.rows():
            self._row(group, *row)

    def _closing_group(self) -> None:
        text = self._text
        group = self._group(text("When you close the window"))
        self.tray = QCheckBox()
        self._row(group, "tray", text("Go on beside the clock"), self.tray)

    def _words_group(self) -> None:
        text = self._text
        group = self._group(text("Support"))
        self.kind_words = QCheckBox()
        self._row(
            group,
            "kind_words",
            text("Show a few words that reassure"),
            self.kind_words,
            text("Another card each day. They stand in no report."),
        )

    def _author_group(self) -> None:
        text = self._text
        group = self._group(text("On your reports"))
        self.name, self.job, self.workplace = TextField(), TextField(), TextField()
        self.save = Button(text("Save in the vault"))
        for key, label, field in (
            ("name", text("Name"), self.name),
            ("job", text("Job title"), self.job),
            ("workplace", text("Workplace"), self.workplace),
        ):
            field.setMinimumWidth(_FIELD_PX * text_percent() // 100)
            self._row(group, key, label, field)
        self.author = self._row(
            group,
            "author",
            text("Printed on the cover"),
            self.save,
            text("It is saved in the open case. What stood before stays readable."),
        )

    def _vault_group(self) -> None:
        text = self._text
        group = self._group(text("The vault"))
        self.care: dict[Care, Button] = {}
        for care, label, button, second in (
            (
                Care.PASSPHRASE,
                text("Passphrase"),
                text("Change the passphrase …"),
                text("If others may know it. What is saved is not changed."),
            ),
            (Care.BACKUP, text("Backup"), text("Back up now …"), ""),
            (
                Care.REHEARSAL,
                text("Try your backup"),
                text("Try a backup …"),
                text("See that it can be opened and used, before you need it."),
            ),
            (Care.MOVE, text("Where the vault lies"), text("Move the vault …"), ""),
            (
                Care.SHEET,
                text("Recovery sheet"),
                text("Make a recovery sheet …"),
                text("One page with your passphrase and the vault’s number."),
            ),
        ):
            made = self.care[care] = Button(button)
            made.clicked.connect(lambda _checked=False, care=care: self.care_wanted.emit(care))
            self._row(group, care.value, label, made, second)
        self.delete_old = DangerButton(text("Delete the old file"))
        self.keep_old = Button(text("Keep it"))
        both = FlowRow(self.delete_old, self.keep_old)
        self._row(group, "old", text("The vault was moved from here"), both)

    def _key_group(self) -> None:
        text = self._text
        group = self._group(text("Keys"))
        self.keys = Button(text("Show every key"))
        self._row(
            group, "keys", text("Keys"), self.keys, text("F9 covers the window wherever you are.")
        )

    # -- inside ------------------------------------------------------------------------------------

    def _group(self, title: str) -> SettingGroup:
        group = SettingGroup(title)
        self._groups.append(group)
        self.page.add(group)
        return group

    def _row(
        self, group: SettingGroup, key: str, label: str, control: QWidget, second: str = ""
    ) -> SettingRow:
        self.rows[key] = group.row(label, control, second)
        return self.rows[key]

    def _places(self) -> QWidget:
        """The groups as a list at the left."""
        places = QFrame()
        named(places, "places")
        column = spaced(QVBoxLayout(places), S2 // 2, (S3, S4 + S2, S3, S3))
        self._place_group = QButtonGroup(self)
        for group in self._groups:
            button = _GroupButton(group.title.text())
            named(button, "place")
            button.setAccessibleName(self._text("Go to: {group}", group=group.title.text()))
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, group=group: self._go_to(group))
            self._place_group.addButton(button)
            column.addWidget(button)
        self._place_group.buttons()[0].setChecked(True)
        column.addStretch(1)
        return places

    def _go_to(self, group: SettingGroup) -> None:
        bar = self.page.area.verticalScrollBar()
        bar.setValue(self._top(group) - S4)
        self._place_group.buttons()[self._groups.index(group)].setChecked(True)

    def _mark_place(self) -> None:
        """Mark the group that is read: the last one that begins in the upper third."""
        area = self.page.area
        top = area.verticalScrollBar().value() + area.viewport().height() // 3
        above = [at for at, group in enumerate(self._groups) if self._top(group) <= top]
        self._place_group.buttons()[above[-1] if above else 0].setChecked(True)

    def _top(self, group: SettingGroup) -> int:
        ground = self.page.area.widget()
        return group.mapTo(ground, QPoint(0, 0)).y() if ground is not None else 0

    def _filter(self) -> None:
        words = self.search.value().casefold().split()

        def wanted(row: QWidget) -> bool:
            if not isinstance(row, SettingRow):
                return False
            if row is self.rows["old"] and not row.second.text():
                return False
            group = next(each for each in self._groups if each.isAncestorOf(row))
            said = f"{group.title.text()} {row.words()}".casefold()
            return all(word in said for word in words)

        found = [group.show_only(wanted) for group in self._groups]
        self.nothing.setVisible(not any(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        percent = text_percent()
        needed = self.places.sizeHint().width()
        self.places.setFixedWidth(max(_PLACES_PX * percent // 100, needed))
        self.places.setVisible(self.width() * 100 // percent >= _WITH_PLACES_PX)
