"""Who knows: each with what they were told, asked, answered and promised, and the step that is suggested."""

from __future__ import annotations

from app.actions.write_down import write_down
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.contact import CONTACT, ContactDraft
from app.casework.kinds.notification import NOTIFICATION, NotificationDraft
from app.casework.kinds.request import REQUEST, RequestDraft
from app.ui.contacts.people import KnownPerson
from app.ui.contacts.presenter import ContactsPresenter, ShownContacts
from app.ui.routes import Write
from app.vocabulary import AnswerKind, RequestTopic, Role
from tests.worlds import Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown = ShownContacts()

    def show_people(self, shown: ShownContacts) -> None:
        self.shown = shown

    @property
    def people(self) -> tuple[KnownPerson, ...]:
        return self.shown.people


def shown(desk: Desk) -> tuple[ContactsPresenter, Page]:
    page = Page()
    presenter = ContactsPresenter(desk.context, page)
    presenter.refresh()
    return presenter, page


def test_a_contact_knows_what_names_it_and_what_was_told_under_its_name(peopled: Desk) -> None:
    _, page = shown(peopled)
    anne, ole, colleague, *_ = page.people
    assert (anne.title, anne.second) == ("Anne Leder", "Manager · Familieafdelingen")
    assert (anne.phone, anne.mail) == ("12 34 56 78", "anne@nordby.example")
    assert (anne.mark, anne.tone) == ("told 22 Nov 2026", "ok")
    assert [each.title for each in anne.told] == [
        "22 November 2026 at 15:10 · Phone",
        "20 November 2026 at 15:10 · Conversation",
    ]
    assert [(each.label, each.value) for each in anne.told[0].said] == [
        ("Answered", "22 November 2026 at 16:00"),
        ("What was answered", "Vi mødes i morgen"),
    ]
    assert [each.state for each in anne.told] == ["Answered", "Told"]
    assert (ole.title, ole.told, ole.mark) == ("Ole Eks", (), "not told")
    assert (colleague.title, colleague.second) == ("Colleague", "not kept as a contact")
    assert colleague.contact is None
    assert len(colleague.told) == 1


def test_those_whom_one_should_tell_first_stand_at_the_end_until_somebody_in_the_role_is_there(
    peopled: Desk,
) -> None:
    _, page = shown(peopled)
    assert [each.title for each in page.people[3:]] == [
        "Safety representative (AMR)",
        "Union consultant",
    ]
    assert {each.mark for each in page.people[3:]} == {"not told"}
    write_down(peopled.case, NotificationDraft(role=Role.SAFETY_REP, at="2026-11-23T08:00:00.000Z"))
    peopled.session.publish()
    assert [each.title for each in page.people[3:]] == [
        "Safety representative (AMR)",
        "Union consultant",
    ]
    assert [each.mark for each in page.people[3:]] == ["told 23 Nov 2026", "not told"]


def test_what_was_asked_shows_how_long_it_waits_and_then_what_was_answered_and_promised(
    peopled: Desk,
) -> None:
    asked = write_down(
        peopled.case,
        RequestDraft(
            role=Role.MANAGER,
            name="Anne Leder",
            topic=RequestTopic.GUIDELINES,
            what="Hvad gælder hos os?",
            at="2026-11-16T14:10:00.000Z",
        ),
    )
    presenter, page = shown(peopled)
    anne = page.people[0]
    (once,) = (each for each in anne.told if each.kind == "request")
    assert once.title == "16 November 2026 at 15:10 · The workplace’s guidelines"
    assert (once.state, once.tone, once.missing) == ("7 days without an answer", "wait", True)
    assert (anne.mark, anne.tone) == ("7 days without an answer", "wait")
    presenter.answer(once)
    presenter.ask_again(once)
    assert peopled.navigator.routes == [
        Write("answer", about=asked),
        Write("request", about=asked),
    ]
    write_down(
        peopled.case,
        AnswerDraft(
            about=asked,
            role=Role.MANAGER,
            reply=AnswerKind.YES,
            said="De ligger på intranettet",
            promise="Et møde",
            due="2026-11-27",
            at="2026-11-23T09:00:00.000Z",
        ),
    )
    peopled.session.publish()
    (once,) = (each for each in page.people[0].told if each.kind == "request")
    assert (once.state, once.tone, once.missing) == ("Promised", "info", False)
    said = {each.label: each.value for each in once.said}
    assert said["What was asked for"] == "Hvad gælder hos os?"
    assert said["Answer from: manager"] == "De ligger på intranettet"
    assert said["Promised by"] == "27 November 2026"


def test_nobody_goes_higher_up_before_a_representative_knows(peopled: Desk) -> None:
    asked = write_down(
        peopled.case,
        RequestDraft(role=Role.MANAGER, what="Et møde", at="2026-11-02T14:10:00.000Z"),
    )
    presenter, page = shown(peopled)
    title, reason, button = page.shown.step
    assert title == "Next step: Contact your safety representative or shop steward"
    assert reason.startswith("They can come along to the meeting.")
    assert button == "Note who was told"
    presenter.take_step()
    write_down(peopled.case, NotificationDraft(role=Role.SHOP_STEWARD))
    peopled.session.publish()
    assert page.shown.step[0] == "Next step: Ask again: manager"
    assert page.shown.step[2] == "Ask again …"
    presenter.take_step()
    assert peopled.navigator.routes == [Write("notification"), Write("request", about=asked)]
    (request,) = peopled.session.state.of(REQUEST)
    assert request.id == asked


def test_what_is_suggested_is_what_comes_first_of_telling_once_something_is_noted(
    desk: Desk,
) -> None:
    _, page = shown(desk)
    assert page.shown == ShownContacts()
    write_down(desk.case, ContactDraft(role=Role.MANAGER, name="Anne Leder"))
    desk.session.publish()
    assert page.shown.step[0] == "Next step: Tell your manager what has happened"
    for role in (Role.MANAGER, Role.SHOP_STEWARD):
        write_down(desk.case, NotificationDraft(role=role))
    desk.session.publish()
    assert page.shown.step == ("", "", "")


def test_everything_leads_to_its_form(peopled: Desk) -> None:
    presenter, page = shown(peopled)
    anne = page.people[0]
    (contact, _) = peopled.session.state.of(CONTACT)
    messages = {each.id for each in peopled.session.state.of(NOTIFICATION)}
    presenter.correct(anne)
    presenter.tell(anne)
    presenter.correct_told(anne.told[0])
    presenter.tell_somebody()
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
    assert page.shown.chosen == page.people[0].key
    write_down(peopled.case, ContactDraft(role=Role.HR, name="Bo Eks"))
    peopled.session.publish()
    assert page.shown.chosen == next(each.key for each in page.people if each.title == "Bo Eks")
    presenter.choose(page.people[0].key)
    assert page.shown.chosen == page.people[0].key


def test_a_closed_vault_shows_nobody(peopled: Desk) -> None:
    presenter, page = shown(peopled)
    assert presenter.accepts()
    peopled.session.close()
    peopled.session.publish()
    assert page.shown == ShownContacts()
    assert not presenter.accepts()
