"""The page of who is called by another name: the list, one of them beside it, or the form in place of both."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inert import isolated_parts
from app.language import Language
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Button,
    CardRule,
    ChosenDetail,
    EmptyState,
    FlowRow,
    ListBeside,
    ListRow,
    LongText,
    Muted,
    PageFoot,
    QuietButton,
    Sign,
    Subheading,
    Text,
    read_as,
    spaced,
)
from app.ui.kit.look import S1
from app.ui.people.form import PersonCard
from app.ui.people.presenter import PeoplePresenter, PersonForm, ShownPeople, ShownPerson
from app.vocabulary import in_words

_WIDTH_PX, _LIST_PX, _DETAIL_PX = 1120, 320, 380


class PeoplePage(CasePage):
    """The page.

    Attributes:
        detail: all about the chosen one; None where there is nobody.
        form: what is filled in for somebody.
        foot: its buttons.
    """

    presenter: PeoplePresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("People"),
            text(
                "Those who are called something else in what leaves. Only the police and your own copy get the names. "
                "The key stays in your vault."
            ),
            column_px=_WIDTH_PX,
        )
        self._language = context.language
        self.detail: PersonDetail | None = None
        self.problem = Text(kit="error")
        self.form = PersonCard(context.language)
        self.add_button = Button(text("Add person …"))
        self.empty = EmptyState(
            text("Nobody is noted yet"),
            text(
                "Note citizens, children, relatives and colleagues that are named in your case. "
                "Whoever wrote a post comes here by themselves."
            ),
            secondary=text("Add person …"),
            sign=Sign.PEOPLE,
        )
        self.list = ListBeside(list_px=_LIST_PX, detail_px=_DETAIL_PX)
        self.list.foot.addWidget(FlowRow(self.add_button))
        for widget in (self.problem, self.empty, self.form, self.list):
            self.add(widget)
        self.add_stretch()
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.put([self.form.cancel], [self.form.save])
        self.add_foot(self.foot)
        self._shown: ShownPeople | None = None
        self.presenter = PeoplePresenter(context, self)
        presenter = self.presenter
        self.add_button.clicked.connect(presenter.add)
        self.empty.secondary_clicked.connect(presenter.add)
        self.list.chosen.connect(presenter.choose)
        self.form.given_up.connect(presenter.give_up)
        self.form.kept.connect(presenter.keep)
        presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_people(self, shown: ShownPeople) -> None:
        before, self._shown = self._shown, shown
        self._show_form(before.form if before else None, shown.form)
        asking = shown.form is not None
        self.problem.setText(shown.problem)
        self.problem.setVisible(bool(shown.problem))
        self.empty.setVisible(not (shown.people or asking or shown.problem))
        self.list.setVisible(bool(shown.people) and not asking)
        if before is None or shown.people != before.people:
            self.list.fill(
                {each.key: ListRow([(each.called, each.names)]) for each in shown.people}
            )
            self.detail = None
        self.list.choose(shown.chosen)
        self._show(next((each for each in shown.people if each.key == shown.chosen), None))

    def complain(self, words: str) -> None:
        self.form.complain(words)

    # -- inside ------------------------------------------------------------------------------------

    def _show_form(self, before: PersonForm | None, form: PersonForm | None) -> None:
        self.form.setVisible(form is not None)
        self.foot.setVisible(form is not None)
        if form is not None and form is not before:
            self.form.show_form(form)
        elif form is None and before is not None:
            self.form.forget()

    def _show(self, person: ShownPerson | None) -> None:
        unread = self._shown.unread if self._shown is not None else 0
        detail = self.detail
        if detail is not None and (detail.person, detail.unread) == (person, unread):
            return
        self.detail = None
        if person is not None:
            self.detail = PersonDetail(person, unread, self.presenter, self._language)
        self.list.show_detail(self.detail)


class PersonDetail(ChosenDetail):
    """One of them.

    Attributes:
        person: who it is.
        correct: opens their form.
        forget: takes their names out; None where nothing was registered.
        things: the ways to where they are named.
        unread: how many pictures nothing has read yet.
    """

    def __init__(
        self, person: ShownPerson, unread: int, presenter: PeoplePresenter, language: Language
    ) -> None:
        super().__init__(person.called, in_words(person.who, language))
        text = language.text
        self.person = person
        self.unread = unread
        self.forget: QuietButton | None = None
        self.things: list[QuietButton] = []
        for label, values in (
            (text("Names"), person.person.names),
            (text("Names on social media"), person.person.handles),
            (text("Numbers of profiles"), person.person.ids),
        ):
            if values:
                words = LongText("\n".join(values))
                read_as(words, f"{label}: {', '.join(values)}")
                ground = QWidget()
                pair = spaced(QVBoxLayout(ground), S1, 0)
                pair.addWidget(Muted(label))
                pair.addWidget(words)
                self.add(ground)
        if person.sender:
            self.add(Muted(text("The posts say who it is. Here you can note more of their names.")))
        self.correct = Button(text("More names …") if person.sender else text("Correct"))
        read_as(self.correct, f"{self.correct.text()}: {person.called}")
        self.correct.clicked.connect(partial(presenter.correct, person))
        row = FlowRow(self.correct)
        noted = person.registered
        if noted.names or noted.handles or noted.ids:
            self.forget = QuietButton(text("Take the names out"))
            read_as(self.forget, f"{text('Take the names out')}: {person.called}")
            self.forget.clicked.connect(partial(presenter.forget, person))
            row.add(self.forget)
        self.add(row)
        self.add(CardRule())
        self.add(Subheading(text("Named in")))
        if not person.things:
            self.add(
                Muted(text("No text in the case names them, and none that was read in a picture."))
            )
        for thing in person.things:
            button = QuietButton(isolated_parts(thing.words))
            button.clicked.connect(partial(presenter.see, thing))
            self.things.append(button)
            self.add(FlowRow(button))
        if unread:
            self.add(
                Muted(
                    language.plural(
                        "{count} picture is not looked through: its text was not read yet (Ctrl+Shift+T).",
                        "{count} pictures are not looked through: their text was not read yet (Ctrl+Shift+T).",
                        unread,
                    )
                )
            )
