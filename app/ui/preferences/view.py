"""The settings page: cards of choices, each applied at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.casework.kinds.case import Author
from app.settings import MOST_LOCK_MINUTES
from app.ui.context import UiContext
from app.ui.kit import (
    TEXT_SIZES,
    Button,
    Card,
    Choice,
    FieldForm,
    FlowRow,
    Heading,
    Muted,
    NumberField,
    Page,
    Segmented,
    TextField,
    named,
)
from app.ui.preferences.presenter import Choices, PreferencesPresenter
from app.ui.screens import ScreenPage

_INDENT_PX = 30
_WIDTH_PX = 760


class PreferencesPage(ScreenPage):
    """The page."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._text = context.language.text
        self._indent_px = context.look().px(_INDENT_PX)
        text = self._text
        page = Page(
            text("Settings"),
            text("What you choose counts at once."),
            column_px=_WIDTH_PX,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        page.add(self._window_card())
        page.add(self._discretion_card())
        page.add(self._capture_card())
        page.add(self._author_card())
        page.add_stretch()
        self.presenter = PreferencesPresenter(context, self)
        self._connect()
        self.presenter.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.show()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_choices(self, choices: Choices) -> None:
        fields = (
            self.language,
            self.look,
            self.text_size,
            self.blur,
            self.whole_screen,
            self.minutes,
            self.breaks,
        )
        blocked = [QSignalBlocker(field) for field in fields]
        self.language.choose(choices.language)
        self.look.choose(choices.look)
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - choices.text_percent))
        self.text_size.choose(str(nearest))
        self.blur.setChecked(choices.blur)
        self.whole_screen.setChecked(choices.whole_screen)
        self.minutes.setValue(choices.lock_minutes)
        self.breaks.setChecked(choices.breaks)
        for blocker in blocked:
            blocker.unblock()

    def show_author(self, author: Author, *, open_case: bool) -> None:
        for field, value in (
            (self.name, author.name),
            (self.job, author.job_title),
            (self.workplace, author.workplace),
        ):
            with QSignalBlocker(field):
                field.setText(value)
            field.setEnabled(open_case)

    def show_author_state(self, words: str, *, unsaved: bool) -> None:
        self.author_state.setText(words)
        self.author_state.setVisible(bool(words))
        self.save.setEnabled(unsaved)

    # -- Qt ----------------------------------------------------------------------------------------

    def _window_card(self) -> Card:
        text = self._text
        self.language = Choice([("da", "Dansk"), ("en", "English")])
        looks = [
            ("system", text("As the computer")),
            ("light", text("Light")),
            ("dark", text("Dark")),
        ]
        self.look = Segmented(looks)
        sizes = [(str(size), text("{percent} %", percent=size)) for size in TEXT_SIZES]
        self.text_size = Segmented(sizes)
        form = FieldForm()
        form.add(text("Language"), self.language)
        form.add(text("Look"), self.look)
        form.add(text("Text size"), self.text_size)
        self.breaks = QCheckBox(text("Suggest a break now and then"))
        explained = text("After 20 minutes with exhibits. It goes away by itself.")
        form.add_plain(_explained(self.breaks, explained, self._indent_px))
        return _card(text("The window"), form)

    def _discretion_card(self) -> Card:
        text = self._text
        self.blur = QCheckBox(text("Blur small pictures in lists"))
        self.minutes = NumberField(0, MOST_LOCK_MINUTES)
        self.minutes.setSpecialValueText(text("Never"))
        self.minutes.setSuffix(" " + text("minutes"))
        form = FieldForm()
        discreet = text("So that others do not see them in passing.")
        form.add_plain(_explained(self.blur, discreet, self._indent_px))
        form.add(
            text("Lock after a time without use"),
            self.minutes,
            text(
                "The window is covered and asks for the passphrase. Screenshots are still saved and locked."
            ),
        )
        return _card(text("In an open office"), form)

    def _capture_card(self) -> Card:
        text = self._text
        self.whole_screen = QCheckBox(text("Keep the whole screen too"))
        explained = _explained(
            self.whole_screen,
            text(
                "Each screenshot then also keeps all of the screen as an original of its own. It can show where the "
                "post stood. But it can also show other citizens, colleagues and cases that have nothing to do with "
                "it, so it is off unless you choose it."
            ),
            self._indent_px,
        )
        return _card(text("Screenshots"), explained)

    def _author_card(self) -> Card:
        text = self._text
        self.name, self.job, self.workplace = TextField(), TextField(), TextField()
        form = FieldForm()
        form.add(text("Name"), self.name)
        form.add(text("Job title"), self.job)
        form.add(text("Workplace"), self.workplace)
        self.save = Button(text("Save in the vault"))
        self.author_state = Muted()
        card = _card(text("On your dossiers"), form)
        lead = Muted(
            text(
                "Printed on the cover. It is saved in the open case; what stood before stays readable."
            )
        )
        card.column.insertWidget(1, lead)
        card.add(FlowRow(self.save))
        card.add(self.author_state)
        return card

    def _connect(self) -> None:
        presenter = self.presenter
        self.language.changed.connect(presenter.choose_language)
        self.look.changed.connect(presenter.choose_look)
        self.text_size.changed.connect(lambda size: presenter.choose_text_percent(int(size)))
        self.blur.toggled.connect(lambda on: presenter.choose_blur(blurred=on))
        self.whole_screen.toggled.connect(lambda on: presenter.choose_whole_screen(kept=on))
        self.minutes.valueChanged.connect(presenter.choose_lock_minutes)
        self.breaks.toggled.connect(lambda on: presenter.choose_breaks(reminded=on))
        for field in (self.name, self.job, self.workplace):
            field.textChanged.connect(self._author_typed)
            field.returnPressed.connect(presenter.save_author)
        self.save.clicked.connect(presenter.save_author)

    def _author_typed(self) -> None:
        self.presenter.write_author(self.name.value(), self.job.value(), self.workplace.value())


def _card(title: str, inside: QWidget) -> Card:
    card = Card()
    card.add(Heading(title))
    card.add(inside)
    return card


def _explained(box: QCheckBox, words: str, indent_px: int) -> QWidget:
    box.setAccessibleName(box.text())
    box.setAccessibleDescription(words)
    group = QWidget()
    named(group, "group")
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    meaning = Muted(words)
    meaning.setContentsMargins(indent_px, 0, 0, 0)
    column.addWidget(box)
    column.addWidget(meaning)
    return group
