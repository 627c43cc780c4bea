"""The cards of the first run: each builds its widgets and tells what was pressed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.language import Language
from app.ui.first_run.words import NumberedWords
from app.ui.kit import (
    Button,
    Card,
    Complaint,
    FieldForm,
    FlowRow,
    Lead,
    LongText,
    Muted,
    PassphraseField,
    QuietButton,
    Segmented,
    Subheading,
    Text,
    TextField,
    named,
)

MADE, OWN = "made", "own"


class CardNote(QFrame):
    """A line that is good to know, on quiet ground."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        named(self, "banner")
        self.words = Text(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.words)
        if not text:
            self.hide()

    def say(self, text: str) -> None:
        """Show these words; "" hides the line."""
        self.words.setText(text)
        self.setVisible(bool(text))


class WhatCard(Card):
    """Explains what the program does."""

    existing = Signal()
    restored = Signal()
    example = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.column.setSpacing(14)
        for title, words in (
            (
                text("Everything stays on this computer"),
                text("There is no account and no network. Nothing leaves before you hand it over."),
            ),
            (
                text("Changes to what you keep can be noticed"),
                text(
                    "Each screenshot is saved and locked with its time, so that others can check it later."
                ),
            ),
            (
                text("You need not write anything now"),
                text("Save first. Links, names and notes can wait until you have the strength."),
            ),
        ):
            group = QWidget()
            rows = QVBoxLayout(group)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(2)
            rows.addWidget(Subheading(title))
            rows.addWidget(Lead(words))
            self.add(group)
        button, restore, example = (
            QuietButton(text("I have a vault already …")),
            QuietButton(text("Restore from a copy …")),
            QuietButton(text("Show me an example")),
        )
        button.clicked.connect(self.existing)
        restore.clicked.connect(self.restored)
        example.clicked.connect(self.example)
        self.add(FlowRow(button, restore, example))


class WhereCard(Card):
    """Shows the vault's folder, and lets the person choose another."""

    choose = Signal()
    choose_local = Signal()
    open_taken = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self._language = language
        self.column.setSpacing(14)
        self.lead = Lead("")
        self.add(self.lead)
        form = FieldForm()
        self.path = LongText()
        form.add(text("The vault will lie here"), self.path)
        self.add(form)
        self.fixed = Muted()
        self.fixed.hide()
        self.add(self.fixed)
        self.choose_button = Button(text("Choose another folder …"))
        self.choose_button.clicked.connect(self.choose)
        self.open_taken_button = Button(text("Open that vault"))
        self.open_taken_button.clicked.connect(self.open_taken)
        self.local_button = Button(text("Keep it on this computer alone"))
        self.local_button.clicked.connect(self.choose_local)
        self.buttons = FlowRow(self.choose_button, self.local_button, self.open_taken_button)
        self.add(self.buttons)
        self.warning = CardNote()
        self.add(self.warning)

    def show_folder(
        self, vault: Path, warning: str, *, taken: bool, local: bool, fixed: str
    ) -> None:
        """Show where the vault would lie, what to think of, and whether one lies there.

        Args:
            vault: its file.
            warning: what to think of; "" where there is nothing.
            taken: one lies there already.
            local: there is a folder to offer that no program copies.
            fixed: who has set the folder, in words; "" where the person chooses.
        """
        self.path.set_words(str(vault))
        self.path.setAccessibleName(
            self._language.text("The vault will lie here: {path}", path=vault)
        )
        self.open_taken_button.setVisible(taken)
        self.local_button.setVisible(local)
        self.choose_button.setVisible(not fixed)
        self.buttons.setVisible(taken or local or not fixed)
        self.fixed.setText(fixed)
        self.fixed.setVisible(bool(fixed))
        text = self._language.text
        self.lead.setText(
            text("A vault is one file that only your passphrase opens.")
            if fixed
            else text(
                "A vault is one file that only your passphrase opens. Choose a folder that is yours and not shared."
            )
        )
        if taken and fixed:
            warning = text("A vault lies there already. It is not touched. Open it.")
        elif taken:
            warning = text(
                "A vault lies there already. It is not touched. Open it, or choose another folder."
            )
        self.warning.say(warning)


class PassphraseCard(Card):
    """Offers made words, or asks for the person's own."""

    another = Signal()
    submitted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.column.setSpacing(14)
        self.way = Segmented(
            [(MADE, text("Use these six words")), (OWN, text("Write my own"))],
            name=text("Which passphrase"),
        )
        self.add(self.way)
        self._made, self._own = QWidget(), QWidget()
        self._fill_made(language)
        self._fill_own(language)
        self.add(self._made)
        self.add(self._own)
        self.complaint = Complaint()
        self.complaint.hide()
        self.add(self.complaint)
        self.add(
            CardNote(
                text(
                    "Nobody can reset it: not we, not your IT department. Write it down: the vault cannot be "
                    "opened without it."
                )
            )
        )
        self.way.changed.connect(lambda _way: self._show_way())
        self._show_way()

    def show_phrase(self, phrase: str) -> None:
        """Show the made words."""
        self.phrase.set_text(phrase)

    def complain(self, words: str) -> None:
        """Say what is the matter."""
        own = self.way.value() == OWN
        self.complaint.say(words, *((self.first, self.second) if own else (self.written,)))

    def forget(self) -> None:
        """Empty every field."""
        self.phrase.set_text("")
        self.first.clear()
        self.second.clear()
        self.written.setChecked(False)

    def _fill_made(self, language: Language) -> None:
        text = language.text
        self.phrase = NumberedWords()
        self.written = QCheckBox(text("I have written them down"))
        self.written.setAccessibleName(self.written.text())
        self.written.toggled.connect(lambda _on: self.complain(""))
        another = QuietButton(text("Six other words"))
        another.clicked.connect(self.another)
        column = QVBoxLayout(self._made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.phrase)
        column.addWidget(FlowRow(another))
        column.addWidget(self.written)

    def _fill_own(self, language: Language) -> None:
        text = language.text
        self.first = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        self.second = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        self.first.changed.connect(lambda _typed: self.complain(""))
        self.second.changed.connect(lambda _typed: self.complain(""))
        self.second.submitted.connect(self.submitted)
        self.second.toggle.setAccessibleName(text("Show what is written again"))
        form = FieldForm()
        form.add(
            text("Your passphrase"),
            self.first,
            text("Some words that nobody connects with you. Not one you use elsewhere."),
        )
        form.add(text("Once more"), self.second)
        # Who writes it twice goes from one line to the other; looking at it comes after.
        order = (self.first.line, self.second.line, self.first.toggle, self.second.toggle)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        column = QVBoxLayout(self._own)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _show_way(self) -> None:
        made = self.way.value() == MADE
        self._made.setVisible(made)
        self._own.setVisible(not made)
        self.complaint.say("", self.first, self.second, self.written)
        if not made:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadyCard(Card):
    """Says that the vault is there, and offers the recovery sheet."""

    saved = Signal()
    printed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self.column.setSpacing(14)
        self.add(Subheading(text("Print a recovery sheet")))
        self.add(
            Lead(
                text(
                    "One page with your passphrase and the vault’s number. Keep it at home, away from the computer."
                )
            )
        )
        self.name = TextField()
        form = FieldForm()
        form.add(text("Name"), self.name, text("Printed on the sheet and in your reports."))
        self.add(form)
        self.print_button = Button(text("Print the recovery sheet …"))
        self.print_button.clicked.connect(self.printed)
        self.save_button = Button(text("Save it as a PDF …"))
        self.save_button.clicked.connect(self.saved)
        self.add(FlowRow(self.print_button, self.save_button))
        self.state = Muted()
        self.state.allow_selection()
        self.state.hide()
        self.add(self.state)

    def show_sheet(self, words: str) -> None:
        """Say what became of the recovery sheet."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
