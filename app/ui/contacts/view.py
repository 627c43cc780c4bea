"""The page of who knows: the list, and beside it what one of them was told and answered, and how they are reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.contacts.people import KnownPerson, ToldPerson
from app.ui.contacts.presenter import ContactsPresenter, ShownContacts
from app.ui.context import UiContext
from app.ui.kit import (
    Badge,
    BadgeKind,
    Banner,
    Button,
    CardRule,
    ChosenDetail,
    EmptyState,
    FlowRow,
    ListBeside,
    ListRow,
    LongText,
    Muted,
    QuietButton,
    SaidBlock,
    Sign,
    Subheading,
    Text,
    read_as,
    spaced,
    widest,
)
from app.ui.kit.look import S1, S2

_WIDTH_PX, _LIST_PX, _DETAIL_PX = 1120, 320, 380
_VALUE_PX = 220


class ContactsPage(CasePage):
    """The page.

    Attributes:
        detail: all about the chosen one; None where there is nobody.
    """

    presenter: ContactsPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Who knows?"),
            text(
                "Whom you have told and asked, what they answered, and whom you can go to. "
                "Names and numbers stay in your vault."
            ),
            column_px=_WIDTH_PX,
        )
        self._language = context.language
        self.detail: PersonDetail | None = None
        self.tell_button = Button(text("Note who was told …"))
        self.add_button = Button(text("Add contact …"))
        self.banner = Banner("", "")
        self.empty = EmptyState(
            text("Nobody is noted yet"),
            text(
                "Note whom you have told. Your manager and your safety representative are a good beginning."
            ),
            secondary=text("Note who was told …"),
            quiet=text("Add contact …"),
            sign=Sign.PEOPLE,
        )
        self.list = ListBeside(list_px=_LIST_PX, detail_px=_DETAIL_PX)
        self.list.foot.addWidget(FlowRow(self.tell_button, self.add_button))
        self.add(self.banner)
        self.add(self.empty)
        self.add(self.list)
        self.add_stretch()
        self._shown: tuple[KnownPerson, ...] | None = None
        self.presenter = ContactsPresenter(context, self)
        presenter = self.presenter
        self.banner.clicked.connect(presenter.take_step)
        self.tell_button.clicked.connect(presenter.tell_somebody)
        self.add_button.clicked.connect(presenter.add)
        self.empty.secondary_clicked.connect(presenter.tell_somebody)
        self.empty.quiet_clicked.connect(presenter.add)
        self.list.chosen.connect(presenter.choose)
        presenter.refresh()

    @property
    def rows(self) -> dict[str, ListRow]:
        """The rows by the key of their person."""
        return self.list.rows

    # -- what the presenter calls ------------------------------------------------------------------

    def show_people(self, shown: ShownContacts) -> None:
        self.empty.setVisible(not shown.people)
        self.list.setVisible(bool(shown.people))
        self.banner.say(*shown.step)
        self.banner.setVisible(bool(shown.step[0]))
        if shown.people != self._shown:
            self._shown = shown.people
            self.list.fill(
                {
                    each.key: ListRow(
                        [(each.title, each.second)], [(each.mark, cast("BadgeKind", each.tone))]
                    )
                    for each in shown.people
                }
            )
            self.detail = None
        self.list.choose(shown.chosen)
        self._show(next((each for each in shown.people if each.key == shown.chosen), None))

    def _show(self, person: KnownPerson | None) -> None:
        if person is not None and self.detail is not None and self.detail.person == person:
            return
        self.detail = None
        if person is not None:
            self.detail = PersonDetail(person, self.presenter, self._language.text)
        self.list.show_detail(self.detail)


class PersonDetail(ChosenDetail):
    """One of them.

    Attributes:
        person: who it is.
        buttons: by what they do: "correct", "tell", "copy_phone", "copy_mail", and "answer", "again" and "told" with a
            number for each time.
    """

    def __init__(
        self, person: KnownPerson, presenter: ContactsPresenter, text: Callable[..., str]
    ) -> None:
        super().__init__(person.title, person.second)
        self.person = person
        self._presenter, self._text = presenter, text
        self.buttons: dict[str, QuietButton | Button] = {}
        if person.phone:
            self._reached(text("Phone"), person.phone, "copy_phone")
        if person.mail:
            self._reached(text("E-mail"), person.mail, "copy_mail")
        if person.corrected:
            self.add(Muted(person.corrected))
        self._acts(person)
        self.add(CardRule())
        self.add(Subheading(text("Told and answered")))
        if not person.told:
            self.add(Muted(text("Nothing is noted yet.")))
        for number, told in enumerate(person.told):
            if number:
                self.add(CardRule())
            self._told(number, told)

    def _acts(self, person: KnownPerson) -> None:
        text = self._text
        tell = self.buttons["tell"] = Button(text("Note who was told …"))
        read_as(tell, f"{text('Note who was told …')}: {person.title}")
        tell.clicked.connect(lambda: self._presenter.tell(person))
        row = FlowRow(tell)
        if person.contact is not None:
            correct = self.buttons["correct"] = Button(text("Correct"))
            correct.clicked.connect(lambda: self._presenter.correct(person))
            row.add(correct)
        self.add(row)

    def _reached(self, label: str, value: str, key: str) -> None:
        words = widest(LongText(value), _VALUE_PX)
        read_as(words, f"{label}: {value}")
        copy = self.buttons[key] = QuietButton(self._text("Copy"))
        read_as(copy, self._text("Copy {what}", what=value))
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

    def _told(self, number: int, told: ToldPerson) -> None:
        text, presenter = self._text, self._presenter
        row = FlowRow()
        acts: list[tuple[str, str, Callable[[ToldPerson], None]]] = []
        if told.answered:
            acts.append(("answer", text("Note the answer"), presenter.answer))
        if told.missing:
            acts.append(("again", text("Ask again …"), presenter.ask_again))
        acts.append(("told", text("Correct"), presenter.correct_told))
        for key, label, act in acts:
            button = self.buttons[f"{key}{number}"] = QuietButton(label)
            read_as(button, f"{label}: {told.title}")
            button.clicked.connect(lambda _=False, act=act: act(told))
            row.add(button)
        state = [FlowRow(Badge(told.state, cast("BadgeKind", told.tone)))] if told.state else []
        self.add(
            _tight(
                Text(told.title, kit="strong"),
                *state,
                *(SaidBlock(each.label, each.value, each.rest) for each in told.said),
                row,
                gap=S2,
            )
        )


def _tight(*widgets: QWidget, gap: int = S1) -> QWidget:
    ground = QWidget()
    column = spaced(QVBoxLayout(ground), gap, 0)
    for widget in widgets:
        column.addWidget(widget)
    return ground
