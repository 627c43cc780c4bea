"""The fields of one form as widgets: built from its sheet, and thrown away with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.casework import FieldKind
from app.language import Language
from app.ui.forms.cards import OptionCards
from app.ui.forms.model import Field, Section, Sheet, Values
from app.ui.kit import (
    Card,
    Choice,
    FieldForm,
    FlowRow,
    Heading,
    Look,
    QuietButton,
    TextArea,
    TextField,
)

FieldWidget = TextField | TextArea | Choice | OptionCards


class FormBody(QObject):
    """Widgets by the key of their field.

    Signals:
        changed: key and value, when the person changed it.
        left: key, when the focus left it.
    """

    changed = Signal(str, str)
    left = Signal(str)

    def __init__(
        self, sheet: Sheet, values: Values, language: Language, look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._look = look
        self._keys: dict[QObject, str] = {}
        self._forms: dict[str, FieldForm] = {}
        self._folds: dict[str, _Fold] = {}
        self.fields: dict[str, FieldWidget] = {}
        self.cards = [self._card(section, values) for section in sheet.sections]

    def set_value(self, key: str, value: str) -> None:
        """Fill a field in; nobody is told."""
        widget = self.fields[key]
        widget.blockSignals(True)
        if isinstance(widget, TextField):
            widget.setText(value)
            if not widget.hasFocus():
                widget.setCursorPosition(0)  # a long link is known by its beginning
        elif isinstance(widget, TextArea):
            widget.setPlainText(value)
        else:
            widget.choose(value)
        widget.blockSignals(False)

    def complain(self, key: str, words: str) -> None:
        """Say below the field what is the matter."""
        self._forms[key].complain(self.fields[key], words)
        if words:
            self.unfold(key)

    def hint(self, key: str, words: str) -> None:
        """Say below the field what is good to know."""
        self._forms[key].hint(self.fields[key], words)

    def unfold(self, key: str) -> None:
        """Show the section that a field stands in."""
        if key in self._folds:
            self._folds[key].open(opened=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched in self._keys:
            self.left.emit(self._keys[watched])
        return super().eventFilter(watched, event)

    def _card(self, section: Section, values: Values) -> Card:
        card = Card()
        form = FieldForm()
        fold = _Fold(section.title, form, self._language)
        if section.folded:
            card.add(FlowRow(fold.button))
            for field in section.fields:
                self._folds[field.key] = fold
        elif section.title:
            card.add(Heading(section.title))
        for field in section.fields:
            self._add(field, form)
            self.set_value(field.key, values[field.key])
        card.add(form)
        if section.folded:
            fold.open(opened=any(self._says_something(field, values) for field in section.fields))
        return card

    @staticmethod
    def _says_something(field: Field, values: Values) -> bool:
        value = values[field.key]
        return value != (field.options[0].value if field.options else "")

    def _add(self, field: Field, form: FieldForm) -> None:
        widget = self._widget(field)
        key = field.key
        self.fields[key] = widget
        self._forms[key] = form
        self._keys[widget] = key
        form.add(field.label, widget, field.help)
        widget.setEnabled(not field.fixed or field.kind is FieldKind.CARDS)
        widget.installEventFilter(self)
        tell = self._teller(key)
        if isinstance(widget, TextField):
            widget.textChanged.connect(tell)
        elif isinstance(widget, TextArea):
            widget.textChanged.connect(lambda: tell(widget.toPlainText()))
        else:
            widget.changed.connect(tell)

    def _teller(self, key: str) -> Callable[[str], None]:
        return lambda value: self.changed.emit(key, value)

    def _widget(self, field: Field) -> FieldWidget:
        if field.kind is FieldKind.AREA:
            return TextArea(field.placeholder, lines=field.lines)
        if field.kind in (FieldKind.CHOICE, FieldKind.ENTRY):
            return Choice([(option.value, option.label) for option in field.options])
        if field.kind is FieldKind.CARDS:
            return OptionCards(field.options, self._look, fixed=field.fixed)
        return TextField(field.placeholder)


class _Fold:
    """Shows and hides fields that few need."""

    def __init__(self, title: str, inside: QWidget, language: Language) -> None:
        self._words = (
            language.text("Show: {title}", title=title),
            language.text("Hide: {title}", title=title),
        )
        self._inside = inside
        self._opened = False
        self.button = QuietButton(self._words[0])
        self.button.clicked.connect(lambda: self.open(opened=not self._opened))

    def open(self, *, opened: bool) -> None:
        """Show them, or not."""
        self._opened = opened
        self._inside.setVisible(opened)
        self.button.set_text(self._words[1 if opened else 0])
