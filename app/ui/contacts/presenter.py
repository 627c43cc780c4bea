"""Who knows: the people, what each was told and answered, what is missing, and the one step that is suggested. No Qt.

Rules:
- The page shows what is sealed, and changes nothing: what is new or corrected is written in its form.
- How long something has waited is reckoned anew whenever the page is opened.
- What is suggested is the first step of “What now?” that is about telling or asking somebody.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from app.casework import who_knows
from app.casework.kinds.notification import NOTIFICATION
from app.casework.kinds.request import REQUEST
from app.clock import DANISH_TIME
from app.ui.acts import Toast
from app.ui.case_presenter import CasePresenter
from app.ui.contacts.people import KnownPerson, ToldPerson, people, still_to_tell
from app.ui.context import UiContext
from app.ui.proposed_step import ABOUT_PEOPLE, ProposedStep
from app.ui.routes import Write


class ShownContacts(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        people: everybody, in the order of the list.
        chosen: the key of the one beside the list; "" where there is nobody.
        step: what is suggested, why, and what its button says; "" for nothing.
    """

    people: tuple[KnownPerson, ...] = ()
    chosen: str = ""
    step: tuple[str, str, str] = ("", "", "")


class ContactsView(Protocol):
    """What the presenter asks of the page."""

    def show_people(self, shown: ShownContacts) -> None:
        """Show the list, and one of them beside it."""
        ...


class ContactsPresenter(CasePresenter):
    """Turns the case into people.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: ContactsView) -> None:
        super().__init__(context)
        self.shown = ShownContacts()
        self._page = page
        self._proposed = ProposedStep(context, self, ABOUT_PEOPLE)

    def _show(self) -> None:
        language = self._context.language
        before = self.shown
        self.shown = ShownContacts()
        if self._state is not None:
            today = self._context.clock.now().utc.astimezone(DANISH_TIME).date()
            known = people(self._state, who_knows(self._state, today), language)
            if known:
                known = (*known, *still_to_tell(known, language))
                self.shown = ShownContacts(known, _chosen(known, before), before.step)
        self._page.show_people(self.shown)
        if self._state is not None and self.shown.people:
            self._proposed.look(self._state, empty=False)
        else:
            self._proposed.stop()

    def choose(self, key: str) -> None:
        """Show somebody else."""
        if key != self.shown.chosen and key in {each.key for each in self.shown.people}:
            self.shown = msgspec.structs.replace(self.shown, chosen=key)
            self._page.show_people(self.shown)

    # -- what leads to a form ----------------------------------------------------------------------

    def add(self) -> None:
        """A new contact."""
        self._context.navigator.go(Write("contact"))

    def correct(self, person: KnownPerson) -> None:
        """The contact's form."""
        if person.contact is not None:
            self._context.navigator.go(Write("contact", corrects=person.contact))

    def tell(self, person: KnownPerson) -> None:
        """Note that they were told."""
        self._context.navigator.go(Write(NOTIFICATION.tag, about=person.contact))

    def tell_somebody(self) -> None:
        """Note that somebody was told; the form asks who."""
        self._context.navigator.go(Write(NOTIFICATION.tag))

    def answer(self, told: ToldPerson) -> None:
        """Note what they answered."""
        self._context.navigator.go(Write("answer", about=told.id))

    def ask_again(self, told: ToldPerson) -> None:
        """Ask for the same once more."""
        self._context.navigator.go(Write(REQUEST.tag, about=told.id))

    def correct_told(self, told: ToldPerson) -> None:
        """Correct what was told."""
        self._context.navigator.go(Write(told.kind, corrects=told.id))

    def take_step(self) -> None:
        """Do what is suggested."""
        self._proposed.take()

    def show_step(self, title: str, reason: str, button: str) -> None:
        """Show what is suggested now."""
        self.shown = msgspec.structs.replace(self.shown, step=(title, reason, button))
        self._page.show_people(self.shown)

    def copied(self) -> None:
        """Say that what was asked for lies on the clipboard."""
        self._context.acts.toast(Toast(self._context.language.text("Copied")))


def _chosen(known: tuple[KnownPerson, ...], before: ShownContacts) -> str:
    """Return whom to show: the one that was just added, the one that was there, or the first."""
    old = {each.key for each in before.people}
    new = [each.key for each in known if each.key not in old and each.contact]
    if old and len(new) == 1:
        return new[0]
    if before.chosen in {each.key for each in known}:
        return before.chosen
    return known[0].key
