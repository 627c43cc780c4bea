"""The page of contacts: the list, and beside it how one of them is reached, what they were told and answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.casework import Labelled
from app.ui.contacts.presenter import ContactsPresenter, Person, Told, last_told
from app.ui.contacts.row import PersonRow
from app.ui.context import UiContext
from app.ui.kit import (
    Badge,
    Button,
    Card,
    Columns,
    EmptyState,
    FlowRow,
    Heading,
    LongText,
    Muted,
    Page,
    QuietButton,
    Rule,
    Sign,
    Subheading,
    Text,
    mark,
    spaced,
    widest,
)
from app.ui.kit.look import S1, S2, S3, S4
from app.ui.routes import Route
from app.ui.screens import ScreenPage

_WIDTH_PX, _LEAST_PX = 1120, 340
_VALUE_PX = 220


class ContactsPage(Page, ScreenPage):
    """The page."""

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Contacts"),
            text("Whom you can go to, and who knows. Names and numbers stay in your vault."),
            column_px=_WIDTH_PX,
        )
        self._language = context.language
        self._group = QButtonGroup(self)
        self.rows: dict[str, PersonRow] = {}
        self.detail: PersonCard | None = None
        self.add_button = Button(text("Add contact …"))
        self.empty = EmptyState(
            text("No contacts yet"),
            text(
                "Keep those you can turn to: your manager, your safety representative, your union."
            ),
            secondary=text("Add contact …"),
            sign=Sign.PEOPLE,
        )
        self._list = Card()
        spaced(self._list.column, 0, 0)
        self._right = QWidget()
        self._beside = spaced(QVBoxLayout(self._right), S3, 0)
        left = QWidget()
        column = spaced(QVBoxLayout(left), S3, 0)
        column.addWidget(self._list)
        column.addWidget(FlowRow(self.add_button))
        column.addStretch(1)
        self._columns = Columns(left, self._right, least_px=_LEAST_PX, shares=(2, 3))
        self.add(self.empty)
        self.add(self._columns)
        self.add_stretch()
        self._shown: tuple[Person, ...] | None = None
        self.presenter = ContactsPresenter(context, self)
        self.add_button.clicked.connect(self.presenter.add)
        self.empty.secondary_clicked.connect(self.presenter.add)
        self.show_people((), "")
        self.presenter.refresh()

    # -- what the frame calls ----------------------------------------------------------------------

    def accepts(self, _route: Route) -> bool:
        return self.presenter.accepts()

    def open(self, _route: Route) -> None:
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_people(self, people: tuple[Person, ...], chosen: str) -> None:
        self.empty.setVisible(not people)
        self._columns.setVisible(bool(people))
        if people != self._shown:
            self._shown = people
            self._fill(people)
        if chosen in self.rows:
            self.rows[chosen].setChecked(True)
        self._show(next((each for each in people if each.key == chosen), None))

    def _fill(self, people: tuple[Person, ...]) -> None:
        _clear(self._list.column)
        for row in self.rows.values():
            self._group.removeButton(row)
        self.rows.clear()
        for person in people:
            if self.rows:
                self._list.add(Rule())
            row = PersonRow(person, self._state(person))
            row.toggled.connect(partial(self._toggled, person.key))
            self._group.addButton(row)
            self.rows[person.key] = row
            self._list.add(row)
        # The ends of the list are as round as the card that it stands in.
        if rows := list(self.rows.values()):
            mark(rows[0], first="true")
            mark(rows[-1], last="true")

    def _state(self, person: Person) -> tuple[str, bool]:
        when = last_told(person, self._language)
        if not when:
            return self._language.text("not told"), False
        return self._language.text("told {day}", day=when), True

    def _toggled(self, key: str, checked: bool) -> None:
        if checked:
            self.presenter.choose(key)

    def _show(self, person: Person | None) -> None:
        _clear(self._beside)
        self.detail = None
        if person is not None:
            self.detail = PersonCard(person, self.presenter, self._language.text)
            self._beside.addWidget(self.detail)
            self._beside.addStretch(1)


class PersonCard(Card):
    """One of them.

    Attributes:
        buttons: by what they do: "correct", "tell", "copy_phone", "copy_mail", and "told" with a number for each time.
    """

    def __init__(
        self, person: Person, presenter: ContactsPresenter, text: Callable[..., str]
    ) -> None:
        super().__init__()
        spaced(self.column, S3, S4)
        self._presenter, self._text = presenter, text
        self.buttons: dict[str, QuietButton | Button] = {}
        self.add(_tight(Heading(person.title), Muted(person.second)))
        if person.phone:
            self._reached(text("Phone"), person.phone, "copy_phone")
        if person.mail:
            self._reached(text("E-mail"), person.mail, "copy_mail")
        if person.corrected:
            self.add(Muted(person.corrected))
        self._acts(person)
        self.add(Rule())
        self.add(Subheading(text("Told and answered")))
        if not person.told:
            self.add(Muted(text("Nothing is noted yet.")))
        for number, told in enumerate(person.told):
            if number:
                self.add(Rule())
            self._told(number, told)

    def _acts(self, person: Person) -> None:
        text = self._text
        tell = self.buttons["tell"] = Button(text("Record message …"))
        tell.clicked.connect(lambda: self._presenter.tell(person))
        row = FlowRow(tell)
        if person.contact is not None:
            correct = self.buttons["correct"] = Button(text("Correct"))
            correct.clicked.connect(lambda: self._presenter.correct(person))
            row.add(correct)
        self.add(row)

    def _reached(self, label: str, value: str, key: str) -> None:
        words = widest(LongText(value), _VALUE_PX)
        words.setAccessibleName(f"{label}: {value}")
        copy = self.buttons[key] = QuietButton(self._text("Copy"))
        copy.setAccessibleName(self._text("Copy {what}", what=value))
        copy.clicked.connect(lambda: self._copy(value))
        line = QWidget()
        row = spaced(QHBoxLayout(line), S2, 0)
        row.addWidget(words, 1)
        row.addWidget(copy)
        row.addStretch(0)
        self.add(_tight(Muted(label), line))

    def _copy(self, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self._presenter.copied()

    def _told(self, number: int, told: Told) -> None:
        text = self._text
        label = text("Note the answer") if told.waits else text("Correct")
        button = self.buttons[f"told{number}"] = QuietButton(label)
        button.setAccessibleName(f"{label}: {told.title}")
        button.clicked.connect(lambda: self._presenter.correct_told(told))
        row = FlowRow(button)
        if told.waits:
            row.add(Badge(text("no answer noted"), "wait"))
        self.add(_tight(Text(told.title, kit="strong"), *map(_said, told.said), row))


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _said(said: Labelled) -> QWidget:
    value = LongText(said.value)
    value.setAccessibleName(f"{said.label}: {said.value}")
    return _tight(Muted(said.label), value, gap=0)


def _tight(*widgets: QWidget, gap: int = S1) -> QWidget:
    ground = QWidget()
    column = spaced(QVBoxLayout(ground), gap, 0)
    for widget in widgets:
        column.addWidget(widget)
    return ground
