"""What each thing that is done for the vault asks before it is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    FieldForm,
    FlowRow,
    LongText,
    PassphraseField,
    PrimaryButton,
    QuietButton,
    TextField,
)
from app.ui.preferences.care_model import Care, CareField, Facts


class CareForm(Card):
    """One form.

    Attributes:
        title: what the page is called meanwhile.
        lead: what it means, in a sentence.
        primary: does it.
        fields: what can be complained of.
    """

    title = lead = ""

    def __init__(self, language: Language, button: str) -> None:
        super().__init__()
        self._language = language
        self.primary = PrimaryButton(button)
        self.form = FieldForm()
        self.add(self.form)
        self.fields: dict[CareField, QWidget] = {}

    def complain(self, field: CareField | None, words: str) -> None:
        """Say what is the matter with a field; None takes all back."""
        for name, widget in self.fields.items():
            if field is None or name is field:
                self.form.complain(widget, words if name is field else "")
        self.form.go_to_first_error()

    def show_facts(self, facts: Facts) -> None:
        """Show what the form tells of the vault."""

    def start(self) -> None:
        """Put the focus where one begins."""
        secret = (each for each in self.fields.values() if isinstance(each, PassphraseField))
        next(secret, self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty every field with a passphrase."""
        for widget in self.fields.values():
            if isinstance(widget, PassphraseField):
                widget.clear()

    def _secret(self, field: CareField, label: str, help_text: str = "") -> PassphraseField:
        text = self._language.text
        made = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        made.submitted.connect(self.primary.click)
        made.toggle.setAccessibleName(text("Show: {field}", field=label))
        self.fields[field] = made
        self.form.add(label, made, help_text)
        return made


class PassphraseForm(CareForm):
    """The present passphrase, and the new one twice."""

    suggested = Signal()

    def __init__(self, language: Language) -> None:
        text = language.text
        super().__init__(language, text("Change the passphrase"))
        self.title = text("Change the passphrase")
        self.lead = text(
            "What is saved stays as it is, and so do all receipt codes. It can take some minutes."
        )
        self.present = self._secret(CareField.PRESENT, text("Present passphrase"))
        self.new = self._secret(
            CareField.NEW,
            text("New passphrase"),
            text("Nobody can reset it: not we, not your IT department. Write it down."),
        )
        self.again = self._secret(CareField.AGAIN, text("The new one once more"))
        self.suggest = QuietButton(text("Suggest six words"))
        self.suggest.clicked.connect(self.suggested)
        self.form.add_plain(FlowRow(self.suggest))

    def show_phrase(self, phrase: str) -> None:
        """Put made words into both fields, and show them."""
        for field in (self.new, self.again):
            field.clear()
            field.line.setText(phrase)
            field.toggle.click()


class BackupForm(CareForm):
    """Where the copy goes is asked by the system."""

    def __init__(self, language: Language) -> None:
        text = language.text
        super().__init__(language, text("Choose where to save it …"))
        self.title = text("Back up now")
        self.lead = text(
            "A whole copy, under the same passphrase. Put it on a USB stick, or on another drive than this "
            "computer’s. The copy is read to its end when it is written."
        )
        self.last = LongText()
        self.fields[CareField.FOLDER] = self.last
        self.form.add(text("Backup"), self.last)

    def show_facts(self, facts: Facts) -> None:
        self.last.set_words(facts.backup)


class RehearsalForm(CareForm):
    """Which copy, and the passphrase that it had."""

    chosen = Signal()

    def __init__(self, language: Language) -> None:
        text = language.text
        super().__init__(language, text("Try it"))
        self.title = text("Try your backup")
        self.lead = text(
            "The copy is opened as after a loss, and read to its end. Neither it nor the vault is changed."
        )
        self.copy: Path | None = None
        self.path = LongText(text("None is chosen yet."))
        self.fields[CareField.COPY] = self.path
        self.form.add(text("The copy"), self.path)
        self.choose = Button(text("Choose the copy …"))
        self.choose.clicked.connect(self.chosen)
        self.form.add_plain(FlowRow(self.choose))
        self.passphrase = self._secret(
            CareField.PRESENT,
            text("Passphrase of the copy"),
            text("The one that the vault had when the copy was made."),
        )

    def start(self) -> None:
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_copy(self, copy: Path) -> None:
        """Show which copy is chosen."""
        self.copy = copy
        self.path.set_words(str(copy))


class MoveForm(CareForm):
    """Where it lies; where it goes is asked by the system."""

    def __init__(self, language: Language) -> None:
        text = language.text
        super().__init__(language, text("Choose the new folder …"))
        self.title = text("Move the vault")
        self.lead = text(
            "The vault is copied, the copy is read to its end, and you go on in it. The old file stays until you say "
            "that it may go."
        )
        self.path = LongText()
        self.fields[CareField.FOLDER] = self.path
        self.form.add(text("It lies here now"), self.path)
        self.fixed = LongText()
        self.form.add(text("Set by your workplace"), self.fixed)
        self.form.show_field(self.fixed, shown=False)

    def show_facts(self, facts: Facts) -> None:
        self.path.set_words(facts.path)
        if facts.fixed is None:
            return
        text = self._language.text
        self.fixed.set_words(str(facts.fixed))
        self.form.show_field(self.fixed, shown=True)
        self.primary.setText(text("Move it to that folder"))
        self.primary.setEnabled(not facts.in_place)


class SheetForm(CareForm):
    """The passphrase, which is printed on the sheet, and the name where the case has none."""

    def __init__(self, language: Language) -> None:
        text = language.text
        super().__init__(language, text("Save it as a file …"))
        self.title = text("Make a recovery sheet")
        self.lead = text(
            "One page with your passphrase and the vault’s number. Print it and keep it at home, away from the "
            "computer. It is written only where you say."
        )
        self.name = TextField()
        self.fields[CareField.NAME] = self.name
        self.form.add(text("Name"), self.name, text("Printed on the sheet and in your reports."))
        self.passphrase = self._secret(CareField.PRESENT, text("Passphrase"))
        self.folder = LongText()
        self.fields[CareField.FOLDER] = self.folder
        self.form.add("", self.folder)
        self.form.show_field(self.folder, shown=False)
        self.print = Button(text("Print …"))

    def show_facts(self, facts: Facts) -> None:
        self.form.show_field(self.name, shown=not facts.name)
        if not facts.name and not self.name.value():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if facts.name:
            self.name.setText(facts.name)

    def complain(self, field: CareField | None, words: str) -> None:
        self.form.show_field(self.folder, shown=field is CareField.FOLDER)
        super().complain(field, words)


FORMS = {
    Care.PASSPHRASE: PassphraseForm,
    Care.BACKUP: BackupForm,
    Care.REHEARSAL: RehearsalForm,
    Care.MOVE: MoveForm,
    Care.SHEET: SheetForm,
}
