"""Who is called by another name in what leaves: shown, added, corrected, taken out. No Qt.

Rules:
- What somebody is called is given once, by the order in which people are registered, and stays with them.
- Senders come from the posts: here more of their names can be noted, and nothing of the posts' own is changed.
- What was typed stays in the form until it is kept or given up; a form that says nothing is not kept.
- Names stand on the page only while a case is open, and in no message.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

import msgspec

from app.actions.name_people import (
    KnownPerson,
    NamelessPersonError,
    correct_person,
    forget_person,
    known_people,
    register_person,
)
from app.actions.named_in_pictures import PictureNaming
from app.actions.open_case import OpenCase
from app.actions.read_text import exhibits_unread
from app.casework import KEPT, CaseState, Exhibit, Written
from app.messages import explain
from app.naming import Person, Pseudonym
from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.routes import Route
from app.vocabulary import Relation
from evidence_store import EntryId


class NamedThing(msgspec.Struct, frozen=True):
    """Something whose text names somebody: what it is called, and the way to it."""

    words: str
    route: Route


class ShownPerson(msgspec.Struct, frozen=True):
    """Somebody.

    Attributes:
        key: names the row.
        called: what they are called in what leaves.
        who: who they are to the case.
        names: all by which they are found, in a line.
        person: the same, each by itself.
        registered: what of it can be corrected here.
        things: where they are named.
        sender: whether the posts say who it is.
    """

    key: str
    called: str
    who: Relation
    names: str
    person: Person
    registered: Person
    things: tuple[NamedThing, ...] = ()
    sender: bool = False


class PersonForm(msgspec.Struct, frozen=True):
    """The form: whom it is about, None for somebody new, and what it begins with."""

    person: ShownPerson | None = None


class ShownPeople(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        people: everybody, in the order of the list.
        chosen: the key of the one beside the list; "" where there is nobody.
        form: the form that is open in place of the list; None while none is.
        problem: what is the matter with the register; "" where it can be read.
        unread: how many pictures nothing has read yet: they are not looked through.
    """

    people: tuple[ShownPerson, ...] = ()
    chosen: str = ""
    form: PersonForm | None = None
    problem: str = ""
    unread: int = 0


class PeopleView(Protocol):
    """What the presenter asks of the page."""

    def show_people(self, shown: ShownPeople) -> None:
        """Show the list with one of them, or the form."""
        ...

    def complain(self, words: str) -> None:
        """Say at the first field what is the matter."""
        ...


class PeoplePresenter(CasePresenter):
    """Reads the register and writes it.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: PeopleView) -> None:
        super().__init__(context)
        self.shown = ShownPeople()
        self._page = page
        self._reading = Latest()
        self._next = ""  # whom to show once they are there

    def _show(self) -> None:
        case = self._context.session.case
        if case is None:
            self._reading.stop()
            self.shown = ShownPeople()
            self._page.show_people(self.shown)
            return
        self._context.lanes.store(
            lambda: (known_people(case), len(exhibits_unread(case))),
            partial(self._read, case.state),
            self._not_read,
            latest=self._reading,
        )

    def _read(self, state: CaseState, read: tuple[tuple[KnownPerson, ...], int]) -> None:
        known, unread = read
        people = tuple(self._person(each, state) for each in known)
        keys = [each.key for each in people]
        wanted, self._next = self._next or self.shown.chosen, ""
        chosen = wanted if wanted in keys else next(iter(keys), "")
        self.shown = ShownPeople(people, chosen, self.shown.form, unread=unread)
        self._page.show_people(self.shown)

    def _not_read(self, error: BaseException) -> None:
        self.shown = ShownPeople(problem=explain(error, self._context.language).sentence)
        self._page.show_people(self.shown)

    def choose(self, key: str) -> None:
        """Show somebody else."""
        if key != self.shown.chosen and key in {each.key for each in self.shown.people}:
            self._now(chosen=key)

    def add(self) -> None:
        """Open the form for somebody new."""
        self._now(form=PersonForm())

    def correct(self, person: ShownPerson) -> None:
        """Open the form of somebody."""
        self._now(form=PersonForm(person))

    def give_up(self) -> None:
        """Close the form; nothing of it is kept."""
        self._now(form=None)

    def see(self, thing: NamedThing) -> None:
        """Go to where somebody is named."""
        self._context.navigator.go(thing.route)

    def keep(self, relation: Relation, names: str, handles: str, ids: str) -> None:
        """Keep what stands in the form: of each field one on a line."""
        case, form = self._context.session.case, self.shown.form
        if case is None or form is None:
            return
        said = (_lines(names), tuple(each.lstrip("@") for each in _lines(handles)), _lines(ids))
        if form.person is None:
            self._act(partial(register_person, case, relation, *said), self._kept)
            return
        who = form.person.person.pseudonym
        if any(said):
            work: Callable[[], Any] = partial(correct_person, case, who, *said)
        elif form.person.sender:
            work = partial(_nothing_more, case, form.person)
        else:
            self._failed(NamelessPersonError())
            return
        self._act(work, lambda _: self._kept(who))

    def forget(self, person: ShownPerson) -> None:
        """Take out what was registered of somebody; it can be taken back."""
        case = self._context.session.case
        if case is not None:
            who = person.person.pseudonym
            self._act(partial(forget_person, case, who), lambda _: self._forgot(case, person))

    # -- inside ------------------------------------------------------------------------------------

    def _act(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._context.lanes.store(work, done, self._failed)

    def _kept(self, who: Pseudonym) -> None:
        language = self._context.language
        self._next = _key(who)
        self._now(form=None)
        words = language.text("Noted. In what leaves it says {called}.", called=who.words(language))
        self._context.acts.toast(Toast(words))
        self.refresh()

    def _forgot(self, case: OpenCase, person: ShownPerson) -> None:
        language, was = self._context.language, person.registered
        back = partial(
            register_person,
            case,
            was.pseudonym.relation,
            was.names,
            was.handles,
            was.ids,
            mark=was.pseudonym.mark,
        )
        words = language.text("The names of {called} are taken out.", called=person.called)
        undo = ToastAction(language.text("Undo"), lambda: self._act(back, self._kept), undoes=True)
        self._context.acts.toast(Toast(words, actions=(undo,)))
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        sentence = explain(error, self._context.language).sentence
        if self.shown.form is not None:
            self._page.complain(sentence)
        else:
            self._context.acts.show_error(explain(error, self._context.language))

    def _now(self, **changes: object) -> None:
        self.shown = msgspec.structs.replace(self.shown, **changes)
        self._page.show_people(self.shown)

    def _person(self, known: KnownPerson, state: CaseState) -> ShownPerson:
        person = known.person
        who = person.pseudonym
        things = (
            *(self._thing(each, state) for each in known.named),
            *(self._picture(each, state) for each in known.pictured),
        )
        return ShownPerson(
            key=_key(who),
            called=who.words(self._context.language),
            who=who.relation,
            names=", ".join((*person.names, *person.handles, *person.ids)),
            person=person,
            registered=known.registered,
            things=tuple(each for each in things if each is not None),
            sender=who.relation is Relation.SENDER,
        )

    def _picture(self, naming: PictureNaming, state: CaseState) -> NamedThing | None:
        text, exhibit = self._context.language.text, state.exhibit_of(naming.exhibit)
        if exhibit is None:
            return None
        words = text("The picture of exhibit {number}", number=exhibit.number)
        if naming.covered:
            words = text("{what} (covered)", what=words)
        return NamedThing(words, routes.Exhibit(exhibit.number))

    def _thing(self, entry: EntryId, state: CaseState) -> NamedThing | None:
        language = self._context.language
        thing: Any = state.thing_of(entry)
        if isinstance(thing, Exhibit):
            words = language.text("Exhibit {number}", number=thing.number)
            return NamedThing(words, routes.Exhibit(thing.number))
        place = state.places.get(entry)
        kind = KEPT.get(place.tag) if place is not None else None
        if not isinstance(kind, Written):
            return None
        title, _ = kind.line_of(thing.current, state, language)
        return NamedThing(title, routes.Timeline(show=(entry,)))


def _nothing_more(case: OpenCase, person: ShownPerson) -> None:
    """Leave a sender with what the posts say."""
    registered = person.registered
    if registered.names or registered.handles or registered.ids:
        forget_person(case, person.person.pseudonym)


def _key(who: Pseudonym) -> str:
    return f"{who.relation.value}/{who.mark}"


def _lines(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.splitlines() if each.strip())
