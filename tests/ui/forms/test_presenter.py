"""A form loses nothing: not at a wrong time, not when it is left, not when the program dies between two writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.record_facts import keep_contact, write_note
from app.casework.records import ContactFacts, ContactPerson, NoteFacts, Role
from app.ui.forms.model import Sheet, Values
from app.ui.forms.presenter import FormPresenter
from evidence_store import DiskFullError, EntryId
from tests.fakes.desk import Desk

LINK = "https://www.facebook.com/groups/nordby/posts/88120"


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.notice = ""
        self.values: dict[str, str] = {}
        self.complaints: dict[str, str] = {}
        self.hints: dict[str, str] = {}
        self.focus = ""
        self.offered = ""
        self.restored = False
        self.status = ""
        self.problem = ""
        self.saving = False
        self.waiting = False
        self.closed = 0

    def show_form(self, sheet: Sheet, values: Values, notice: str) -> None:
        self.sheet, self.values, self.notice = sheet, dict(values), notice
        self.restored = False

    def set_value(self, key: str, value: str) -> None:
        self.values[key] = value

    def complain(self, key: str, words: str) -> None:
        self.complaints[key] = words

    def hint(self, key: str, words: str) -> None:
        self.hints[key] = words

    def go_to(self, key: str) -> None:
        self.focus = key

    def offer_link(self, link: str) -> None:
        self.offered = link

    def show_restored(self, *, shown: bool) -> None:
        self.restored = shown

    def show_status(self, words: str) -> None:
        self.status = words

    def show_problem(self, words: str) -> None:
        self.problem = words

    def show_saving(self, *, saving: bool) -> None:
        self.saving = saving

    def wait_for_a_pause(self) -> None:
        self.waiting = True

    def stop_waiting(self) -> None:
        self.waiting = False

    def close_form(self) -> None:
        self.closed += 1


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def form(desk: Desk, page: FakePage) -> FormPresenter:
    return FormPresenter(desk.context, page)


def entries(desk: Desk) -> int:
    chains = (desk.case.chains.evidence, desk.case.chains.private)
    return sum(1 for chain in chains for _ in desk.case.vault.entries(chain))


def reopened(desk: Desk) -> tuple[FormPresenter, FakePage]:
    page = FakePage()
    return FormPresenter(desk.context, page), page


def refuse(*_args: Any, **_named: Any) -> None:
    raise DiskFullError(Path("/a"))


def exhibit(desk: Desk) -> EntryId:
    (entry,) = capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    return entry


# -- a post ------------------------------------------------------------------------------------------


def test_the_copied_link_is_offered_and_brings_its_platform(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_incident()
    form.copied("noget tekst")
    assert page.offered == ""
    form.copied(f" {LINK}\n")
    assert page.offered == LINK
    form.take_link(LINK)
    assert (page.values["url"], page.values["platform"], page.offered) == (LINK, "Facebook", "")
    form.copied(LINK)
    assert page.offered == ""


def test_a_platform_that_was_written_by_hand_is_not_overwritten(
    form: FormPresenter, page: FakePage
) -> None:
    form.open_incident()
    form.change("platform", "Kommunens intranet")
    form.change("url", LINK)
    assert form.values["platform"] == "Kommunens intranet"


def test_one_entry_with_everything_that_was_written(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    original = exhibit(desk)
    before = entries(desk)
    form.open_incident(exhibit=1)
    for key, value in {
        "url": LINK,
        "name": "Torben Eks",
        "quote": "Så er det ude",
        "published": "22/11 2026 20.15",
        "visibility": "group",
    }.items():
        form.change(key, value)
    form.save()
    (incident,) = desk.session.state.incidents
    assert entries(desk) == before + 1
    assert incident.current.facts.exhibits == (original,)
    assert incident.current.facts.published_at == "2026-11-22T19:15:00.000Z"
    assert incident.current.facts.platform == "Facebook"
    assert (page.closed, len(desk.navigator.toasts)) == (1, 1)
    assert desk.case.vault.drafts() == ()


def test_a_form_in_which_nothing_was_written_seals_nothing(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    before = entries(desk)
    form.open_incident()
    form.save()
    assert (entries(desk), page.closed) == (before, 1)


def test_a_wrong_time_is_said_at_its_field_and_everything_typed_stays(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    before = entries(desk)
    form.open_incident()
    form.change("quote", "Ord for ord")
    form.change("published", "i går")
    form.leave_field("published")
    assert page.complaints["published"]
    form.change("published", "22.11.2026")
    assert page.complaints["published"] == ""
    form.save()
    assert "time of day" in page.complaints["published"]
    assert (page.focus, page.closed, entries(desk)) == ("published", 0, before)
    assert form.values["quote"] == "Ord for ord"


def test_the_hour_that_came_twice_asks_which_one(form: FormPresenter, page: FakePage) -> None:
    form.open_incident()
    form.change("first_seen", "25.10.2026 2.30")
    form.leave_field("first_seen")
    assert "+02:00" in page.complaints["first_seen"]
    assert "+01:00" in page.complaints["first_seen"]


def test_a_correction_prefills_keeps_the_old_readable_and_moves_no_time(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_incident()
    form.change("name", "Torben")
    form.change("published", "22.11.2026 20.15.42")
    form.save()
    (incident,) = desk.session.state.incidents
    form.open_incident(incident=incident.id)
    assert page.values["name"] == "Torben"
    assert page.values["published"] == "22.11.2026 20.15"
    form.change("name", "Torben Eks")
    assert page.hints["name"] == "Before: Torben"
    form.save()
    (corrected,) = desk.session.state.incidents
    assert corrected.current.facts.published_at == "2026-11-22T19:15:42.000Z"
    assert [len(corrected.versions), len(corrected.earlier)] == [2, 1]


def test_a_cpr_number_is_warned_of_and_still_saved(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_incident()
    form.change("quote", "Ring til 010190-1234 i dag")
    assert "CPR" in page.hints["quote"]
    form.change("quote", "Journal 20261123-1234")
    assert page.hints["quote"] == ""
    form.change("quote", "Ring til 010190-1234 i dag")
    form.save()
    assert len(desk.session.state.incidents) == 1


# -- drafts ------------------------------------------------------------------------------------------


def test_what_was_typed_is_there_when_the_form_is_opened_again(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_note()
    form.change("text", "Jeg sov dårligt")
    assert page.waiting
    form.keep_draft()
    assert page.status
    other, shown = reopened(desk)
    other.open_note()
    assert (shown.values["text"], shown.restored) == ("Jeg sov dårligt", True)
    other.start_over()
    assert (shown.values["text"], shown.restored) == ("", False)
    assert desk.case.vault.drafts() == ()


def test_leaving_keeps_the_draft_and_says_so(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_note()
    form.change("text", "Halvt")
    form.leave()
    assert (page.closed, len(desk.case.vault.drafts())) == (1, 1)
    assert [toast.title for toast in desk.navigator.toasts] == ["Your draft is kept"]


def test_leaving_a_form_with_nothing_in_it_says_and_keeps_nothing(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_note()
    form.change("text", "x")
    form.change("text", "")
    form.leave()
    assert (desk.case.vault.drafts(), desk.navigator.toasts) == ((), [])


def test_each_target_and_each_case_has_its_own_draft(desk: Desk, form: FormPresenter) -> None:
    about = exhibit(desk)
    form.open_note()
    form.change("text", "om alt")
    form.open_note(about)
    form.change("text", "om bilaget")
    form.leave()
    desk.session.begin("En anden sag")
    other, shown = reopened(desk)
    other.open_note()
    assert shown.values["text"] == ""
    assert len(desk.case.vault.drafts()) == 2


def test_a_draft_of_what_was_sealed_right_before_a_crash_is_not_offered_again(
    desk: Desk, form: FormPresenter, page: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.open_note()
    form.change("text", "En gang er nok")
    form.keep_draft()
    with monkeypatch.context() as patched:
        patched.setattr(desk.case.vault, "drop_draft", lambda key: None)
        form.save()
    other, shown = reopened(desk)
    other.open_note()
    assert (shown.values["text"], shown.restored) == ("", False)
    assert desk.case.vault.drafts() == ()


def test_an_old_draft_of_a_correction_changes_nothing_but_what_was_typed(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_contact()
    form.change("name", "Lis")
    form.save()
    (contact,) = desk.session.state.contacts
    form.open_contact(contact.id)
    form.change("phone", "12 34 56 78")
    form.leave()
    keep_contact(
        desk.case,
        ContactFacts(role=Role.POLICE, corrects=contact.id),
        ContactPerson(name="Lis Holm"),
    )
    form.open_contact(contact.id)
    assert (page.values["name"], page.values["phone"]) == ("Lis Holm", "12 34 56 78")
    assert page.values["role"] == "police"


def test_a_draft_that_cannot_be_read_is_passed_over(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_contact()
    form.change("name", "Lis")
    form.leave()
    (key,) = desk.case.vault.drafts()
    for body in (b"\xff", b"[]", b'{"values":{"role":"king","nothing":"x"}}'):
        desk.case.vault.save_draft(key, body, "2026-11-23T13:03:11.042Z")
        form.open_contact()
        assert (page.values["role"], page.restored) == ("manager", False)


def test_a_full_disk_is_said_and_nothing_typed_is_lost(
    desk: Desk, form: FormPresenter, page: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.open_note()
    form.change("text", "Bliver her")
    with monkeypatch.context() as patched:
        patched.setattr(desk.case.vault, "act", refuse)
        form.save()
    assert page.problem
    assert (page.closed, form.values["text"], page.saving) == (0, "Bliver her", False)
    form.save()
    assert len(desk.session.state.notes) == 1


def test_a_closed_vault_takes_the_words_off_the_screen_and_keeps_the_draft(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_note()
    form.change("text", "Kun i mappen")
    form.flush()
    desk.session.close()
    desk.session.publish()
    assert (page.closed, form.values) == (1, {})
    assert not form.open_note()
    desk.open()
    form.open_note()
    assert page.values["text"] == "Kun i mappen"


# -- notes, messages, contacts -----------------------------------------------------------------------


def test_a_private_note_goes_to_the_private_chain_and_its_correction_stays_there(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_note()
    form.change("zone", "private")
    form.change("text", "Kun til mig")
    form.save()
    (note,) = desk.session.state.private_notes
    form.open_note(note=note.id)
    assert page.sheet is not None
    assert page.sheet.fields[0].fixed
    assert page.values["zone"] == "private"
    form.change("text", "Kun til mig selv")
    form.save()
    (note,) = desk.session.state.private_notes
    assert (len(note.versions), len(desk.session.state.notes)) == (2, 0)


def test_the_newest_note_is_asked_in_its_own_zone(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    write_note(desk.case, "Det samme", NoteFacts())
    form.open_note()
    form.change("text", "Det samme")
    form.change("zone", "private")
    form.leave()
    form.open_note()
    assert (page.values["zone"], page.restored) == ("private", True)


def test_a_message_stands_at_now_and_can_be_saved_as_it_stands(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_message()
    assert page.values["at"] == "23.11.2026 14.03"
    form.save()
    (message,) = desk.session.state.notifications
    assert message.current.facts.role is Role.MANAGER
    assert message.current.facts.at.startswith("2026-11-23T13:03:")


def test_the_answer_comes_later_as_a_correction(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    form.open_message()
    form.change("said", "Jeg bad om et møde")
    form.change("follow_up", "30/11 2026")
    form.save()
    (message,) = desk.session.state.notifications
    form.open_message(message.id)
    assert page.values["follow_up"] == "30.11.2026"
    form.change("reply", "Onsdag kl. 9")
    form.change("follow_up", "på torsdag")
    form.save()
    assert page.complaints["follow_up"]
    form.change("follow_up", "")
    form.save()
    (message,) = desk.session.state.notifications
    assert message.current.facts.follow_up_on == ""
    assert len(message.earlier) == 1


def test_a_chosen_contact_brings_role_and_name(
    desk: Desk, form: FormPresenter, page: FakePage
) -> None:
    contact = keep_contact(
        desk.case, ContactFacts(role=Role.SHOP_STEWARD), ContactPerson(name="Ole Eks")
    )
    form.open_message()
    form.change("contact", f"{contact.chain}/{contact.seq}")
    assert (page.values["role"], page.values["name"]) == ("shop_steward", "Ole Eks")
    form.save()
    (message,) = desk.session.state.notifications
    assert message.current.facts.contact == contact


def test_saving_twice_at_once_seals_one_entry(desk: Desk, page: FakePage) -> None:
    from tests.fakes.lanes import HeldLanes

    lanes = HeldLanes()
    held = Desk(desk.folder / "held", lanes)
    held.folder.mkdir()
    held.open()
    form = FormPresenter(held.context, page)
    form.open_note()
    form.change("text", "Én gang")
    form.save()
    form.save()
    form.leave()
    assert page.closed == 0
    lanes.run_all()
    assert len(held.session.state.notes) == 1
    held.session.close()
