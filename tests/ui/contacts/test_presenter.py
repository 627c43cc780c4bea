"""Who knows: each contact with what they were told and answered, and those who are no contact."""

from __future__ import annotations

from app.actions.write_down import write_down
from app.casework.kinds.contact import CONTACT, ContactDraft
from app.casework.kinds.notification import NOTIFICATION
from app.ui.contacts.presenter import ContactsPresenter, Person
from app.ui.routes import Write
from app.vocabulary import Role
from tests.worlds import Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.people: tuple[Person, ...] = ()
        self.chosen = ""

    def show_people(self, people: tuple[Person, ...], chosen: str) -> None:
        self.people, self.chosen = people, chosen


def shown(desk: Desk) -> tuple[ContactsPresenter, Page]:
    page = Page()
    presenter = ContactsPresenter(desk.context, page)
    presenter.refresh()
    return presenter, page


def test_a_contact_knows_what_names_it_and_what_was_told_under_its_name(peopled: Desk) -> None:
    _, page = shown(peopled)
    anne, ole, colleague = page.people
    assert (anne.title, anne.second) == ("Anne Leder", "Manager · Familieafdelingen")
    assert (anne.phone, anne.mail) == ("12 34 56 78", "anne@nordby.example")
    assert [each.title for each in anne.told] == [
        "22 November 2026 at 15:10 · Phone",
        "20 November 2026 at 15:10 · Conversation",
    ]
    assert [(each.label, each.value) for each in anne.told[0].said] == [
        ("Answered", "22 November 2026 at 16:00"),
        ("What was answered", "Vi mødes i morgen"),
    ]
    assert [each.waits for each in anne.told] == [False, True]
    assert (ole.title, ole.told) == ("Ole Eks", ())
    assert (colleague.title, colleague.second) == ("Colleague", "not kept as a contact")
    assert colleague.contact is None
    assert len(colleague.told) == 1


def test_everything_leads_to_its_form(peopled: Desk) -> None:
    presenter, page = shown(peopled)
    anne = page.people[0]
    (contact, _) = peopled.session.state.of(CONTACT)
    messages = {each.id for each in peopled.session.state.of(NOTIFICATION)}
    presenter.correct(anne)
    presenter.tell(anne)
    presenter.correct_told(anne.told[0])
    presenter.add()
    *routes, _ = peopled.navigator.routes
    assert routes[:2] == [
        Write("contact", corrects=contact.id),
        Write("notification", about=contact.id),
    ]
    told = routes[2]
    assert isinstance(told, Write)
    assert told.kind == "notification"
    assert told.corrects in messages


def test_a_corrected_contact_says_so_and_a_new_one_is_the_one_that_is_shown(peopled: Desk) -> None:
    presenter, page = shown(peopled)
    (contact, _) = peopled.session.state.of(CONTACT)
    write_down(peopled.case, ContactDraft(phone="87 65 43 21"), corrects=contact.id)
    peopled.session.publish()
    assert page.people[0].phone == "87 65 43 21"
    assert page.people[0].corrected.startswith("Corrected 23 November 2026 at 14:03.")
    assert page.chosen == page.people[0].key
    write_down(peopled.case, ContactDraft(role=Role.HR, name="Bo Eks"))
    peopled.session.publish()
    assert page.chosen == next(each.key for each in page.people if each.title == "Bo Eks")
    presenter.choose(page.people[0].key)
    assert page.chosen == page.people[0].key


def test_a_closed_vault_shows_nobody(peopled: Desk) -> None:
    presenter, page = shown(peopled)
    assert presenter.accepts()
    peopled.session.close()
    peopled.session.publish()
    assert (page.people, page.chosen) == ((), "")
    assert not presenter.accepts()
