"""The fields of one form as widgets: built from its sheet, and thrown away with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.casework import FieldKind, Width
from app.language import Language
from app.ui.forms.cards import OptionCards
from app.ui.forms.exhibits_field import ExhibitsField
from app.ui.forms.file_field import FileField
from app.ui.forms.model import FormField, FormSection, Sheet, Values
from app.ui.kit import (
    Card,
    Choice,
    FieldForm,
    FilterPills,
    FlowRow,
    Heading,
    QuietButton,
    Segmented,
    SeveralPills,
    TextArea,
    TextField,
    widest,
)
from app.ui.kit.look import CurrentLook
from app.ui.links import is_link

FieldWidget = (
    TextField
    | TextArea
    | Choice
    | Segmented
    | FilterPills
    | SeveralPills
    | OptionCards
    | ExhibitsField
    | FileField
)
_WIDTHS = {Width.TIME: 200, Width.PHONE: 240, Width.NAME: 360}
_NARROW = {FieldKind.TIME, FieldKind.DAY, FieldKind.AMOUNT, FieldKind.NUMBER}
# More than these, or longer ones, are found quicker in a list.
_MOST_SEGMENTS, _MOST_LETTERS = 5, 46


class FormBody(QObject):
    """Widgets by the key of their field.

    A folded section stands at the end of the card before it, as a quiet line that opens it.

    Signals:
        changed: key and value, when the person changed it.
        left: key, when the focus left it.
    """

    changed = Signal(str, str)
    left = Signal(str)

    def __init__(
        self, sheet: Sheet, values: Values, language: Language, look: CurrentLook, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._look = look
        self._keys: dict[QObject, str] = {}
        self._forms: dict[str, FieldForm] = {}
        self._folds: dict[str, _Fold] = {}
        self._told = {field.key: field.told_under for field in sheet.fields if field.told_under}
        self._found: dict[str, str] = {}
        self.fields: dict[str, FieldWidget] = {}
        self.cards: list[Card] = []
        lines: FlowRow | None = None
        for section in sheet.sections:
            if section.folded and self.cards:
                if lines is None:
                    lines = FlowRow()
                    self.cards[-1].add(lines)
                self._fold_away(section, values, self.cards[-1], lines)
            else:
                lines = None
                self.cards.append(self._card(section, values))

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
        if key in self._told:
            # A link says itself; only names are told under it.
            self._found[key] = "" if is_link(value) else value
            told = self._told[key]
            words = (self._found.get(each, "") for each, at in self._told.items() if at == told)
            self._forms[told].confirm(self.fields[told], " · ".join(filter(None, words)))

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

    def fill_in(self, key: str, value: str) -> None:
        """Fill a field in, and show it unless its value is told elsewhere."""
        self.set_value(key, value)
        if value and key not in self._told:
            self.unfold(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched in self._keys:
            self.left.emit(self._keys[watched])
        return super().eventFilter(watched, event)

    def _card(self, section: FormSection, values: Values) -> Card:
        card = Card()
        # What the first field asks is not asked twice.
        if section.title and section.title != section.fields[0].label:
            card.add(Heading(section.title))
        card.add(self._form(section, values))
        return card

    def _fold_away(self, section: FormSection, values: Values, card: Card, lines: FlowRow) -> None:
        form = self._form(section, values)
        fold = _Fold(section.title, form, self._language)
        lines.add(fold.button)
        card.add(form)
        for field in section.fields:
            self._folds[field.key] = fold
        fold.open(opened=any(self._says_something(field, values) for field in section.fields))

    def _form(self, section: FormSection, values: Values) -> FieldForm:
        form = FieldForm()
        fields = list(section.fields)
        while fields:
            field = fields.pop(0)
            beside = fields.pop(0) if fields and fields[0].right_of == field.key else None
            widget = self._make(field, form)
            if beside is None:
                form.add(field.label, widget, field.help)
            else:
                form.add_beside(_named(field, widget), _named(beside, self._make(beside, form)))
        for field in section.fields:
            self.set_value(field.key, values[field.key])
        return form

    def _says_something(self, field: FormField, values: Values) -> bool:
        value = values[field.key]
        if field.kind in (FieldKind.ENTRIES, FieldKind.CHOICES):
            return bool(value)
        return not field.told_under and value != (field.options[0].value if field.options else "")

    def _make(self, field: FormField, form: FieldForm) -> FieldWidget:
        widget = self._widget(field)
        key = field.key
        self.fields[key] = widget
        self._forms[key] = form
        self._keys[widget] = key
        widget.setEnabled(not field.fixed or field.kind is FieldKind.CARDS)
        widget.installEventFilter(self)
        tell = self._teller(key)
        if isinstance(widget, TextField):
            widget.textChanged.connect(tell)
        elif isinstance(widget, TextArea):
            widget.textChanged.connect(lambda: tell(widget.toPlainText()))
        else:
            widget.changed.connect(tell)
        return widget

    def _teller(self, key: str) -> Callable[[str], None]:
        return lambda value: self.changed.emit(key, value)

    def _widget(self, field: FormField) -> FieldWidget:
        if field.kind is FieldKind.AREA:
            return TextArea(field.placeholder, lines=field.lines)
        options = [(option.value, option.label) for option in field.options]
        short = sum(len(label) for _, label in options) <= _MOST_LETTERS
        if field.kind is FieldKind.CHOICE and short and len(options) <= _MOST_SEGMENTS:
            return Segmented(options)
        if field.kind is FieldKind.CHOICE and field.in_sight:
            return FilterPills(options)
        if field.kind in (FieldKind.CHOICE, FieldKind.ENTRY):
            return widest(Choice(options), _WIDTHS[Width.NAME])
        if field.kind is FieldKind.CARDS:
            return OptionCards(field.options, self._look, fixed=field.fixed)
        if field.kind is FieldKind.ENTRIES:
            text = self._language.text
            more = text("Add an exhibit …") if field.exhibits else text("Add one more …")
            return ExhibitsField(field.options, more)
        if field.kind in (FieldKind.CHOICES, FieldKind.FILE):
            several = field.kind is FieldKind.CHOICES
            return SeveralPills(options) if several else FileField(self._language)
        usual = Width.TIME if field.kind in _NARROW else Width.WHOLE
        width = _WIDTHS.get(field.width or usual)
        line = TextField(field.placeholder)
        return widest(line, width) if width else line


def _named(field: FormField, widget: FieldWidget) -> tuple[str, QWidget] | tuple[str, QWidget, str]:
    return (field.label, widget, field.help) if field.help else (field.label, widget)


class _Fold:
    """Shows and hides fields that few need."""

    def __init__(self, title: str, inside: FieldForm, language: Language) -> None:
        self._title = title
        self._words = (
            language.text("Show: {title}", title=title),
            language.text("Hide: {title}", title=title),
        )
        self._inside = inside
        self._opened = False
        self.button = QuietButton("")
        self.button.clicked.connect(lambda: self.open(opened=not self._opened))

    def open(self, *, opened: bool) -> None:
        """Show them, or not."""
        self._opened = opened
        self._inside.setVisible(opened)
        self.button.set_text(f"{'–' if opened else '+'} {self._title}")
        self.button.setAccessibleName(self._words[1 if opened else 0])
