"""The form of somebody who is called by another name: who they are, and all by which they are found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    Choice,
    FieldForm,
    Heading,
    PrimaryButton,
    TextArea,
    widest,
)
from app.ui.people.presenter import PersonForm
from app.vocabulary import Relation, in_words

_LINES, _WIDTH_PX = 2, 560
_NEW = (Relation.CITIZEN, Relation.RELATIVE, Relation.CHILD, Relation.COLLEAGUE)
"""Who can be registered; senders come from the posts."""


class PersonCard(Card):
    """The form; its buttons stand in the foot of the page, where they are seen however long it is.

    Signals:
        kept: who it is, and the names, the names on platforms and the ids, each on a line of its own.
        given_up: nothing of it is to be kept.
    """

    kept = Signal(object, str, str, str)
    given_up = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        text = language.text
        self.heading = Heading()
        self.relation = Choice([(each.value, in_words(each, language)) for each in _NEW])
        self.names = TextArea(lines=_LINES)
        self.handles = TextArea(lines=_LINES)
        self.ids = TextArea(lines=_LINES)
        self.form = widest(FieldForm(), _WIDTH_PX)
        self.form.add(
            text("Who is it?"),
            self.relation,
            text(
                "It decides what they are called: Citizen A, Child 1. That stays the same for ever."
            ),
        )
        self.form.add(
            text("Names"),
            self.names,
            text("The whole name. One on each line, if there are several."),
        )
        self.form.add(
            text("Names on social media"), self.handles, text("Such as @name. One on each line.")
        )
        self.form.add(
            text("Numbers of profiles"),
            self.ids,
            text("What a platform calls the profile, where there is a number. One on each line."),
        )
        self.cancel = Button(text("Cancel"))
        self.save = PrimaryButton(text("Keep"))
        self.add(self.heading)
        self.add(self.form)
        self.cancel.clicked.connect(self.given_up)
        self.save.clicked.connect(self._keep)
        self._relation = Relation.CITIZEN

    def show_form(self, form: PersonForm) -> None:
        """Begin anew with what is there."""
        text, person = self._language.text, form.person
        self.form.show_field(self.relation, shown=person is None)
        self.relation.choose(Relation.CITIZEN.value)
        self._relation = person.who if person is not None else Relation.CITIZEN
        self.heading.setText(
            text("Somebody more") if person is None else text("Correct: {what}", what=person.called)
        )
        was = person.registered if person is not None else None
        for field, words in (
            (self.names, was.names if was else ()),
            (self.handles, was.handles if was else ()),
            (self.ids, was.ids if was else ()),
        ):
            field.setPlainText("\n".join(words))
        self.form.complain(self.names, "")
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, words: str) -> None:
        """Say what is the matter."""
        self.form.complain(self.names, words)
        self.form.go_to_first_error()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        for field in (self.names, self.handles, self.ids):
            field.clear()

    def _keep(self) -> None:
        relation = self._relation
        if self.relation.isVisibleTo(self):
            relation = Relation(self.relation.value())
        self.kept.emit(relation, self.names.value(), self.handles.value(), self.ids.value())
