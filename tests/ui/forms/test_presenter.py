"""A form seals what was written, once, and loses nothing at a time it does not understand."""

from __future__ import annotations

import pytest

from app.actions.capture_and_seal import CaptureWish, SeriesLink, capture_and_seal
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.casework.kinds.notification import NOTIFICATION
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import Role
from evidence_store import EntryId
from tests.fakes.drafts import draft_keys
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk
from tests.written import keep_contact, write_note

LINK = "https://www.facebook.com/groups/nordby/posts/88120"


def entries(desk: Desk) -> int:
    chains = (desk.case.chains.evidence, desk.case.chains.private)
    return sum(1 for chain in chains for _ in desk.case.vault.entries(chain))


def exhibit(desk: Desk) -> EntryId:
    (entry,) = capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    return entry


def test_the_copied_link_is_offered_and_brings_its_platform(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.copied("noget tekst")
    assert page.offered == ""
    form.copied(f" {LINK}\n")
    assert page.offered == LINK
    form.take_link(LINK)
    assert (page.values["url"], page.values["platform"], page.offered) == (LINK, "Facebook", "")
    form.copied(LINK)
    assert page.offered == ""


def test_a_form_that_is_opened_with_a_link_has_it_and_its_platform(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident", link=LINK))
    assert (page.values["url"], page.values["platform"], page.offered) == (LINK, "Facebook", "")
    form.leave()
    form.open(Write("incident", link="https://nabolaget.example/2"))
    # The draft has another one, and that is not written over.
    assert (page.values["url"], page.offered) == (LINK, "https://nabolaget.example/2")


def test_a_platform_that_was_written_by_hand_is_not_overwritten(
    form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("platform", "Kommunens intranet")
    form.change("url", LINK)
    assert form.values["platform"] == "Kommunens intranet"


POST = "https://x.com/bo_test/status/123?s=20&t=abc"


def test_a_link_fills_in_what_it_says_and_takes_it_back_with_another(
    form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("url", POST)
    said = ("platform", "permalink", "profile_url", "handle")
    assert [form.values[key] for key in said] == [
        "X",
        "https://x.com/bo_test/status/123",
        "https://x.com/bo_test",
        "@bo_test",
    ]
    form.change("url", "https://www.tiktok.com/@eks/video/7")
    assert form.values["handle"] == "@eks"
    form.change("url", "https://nabolaget.example/1")
    assert [form.values[key] for key in said[1:]] == ["", "", ""]


def test_what_somebody_wrote_of_a_profile_stays(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(Write("incident"))
    form.change("handle", "@en_anden")
    form.change("url", POST)
    assert form.values["handle"] == "@en_anden"
    assert form.values["profile_url"] == "https://x.com/bo_test"
    form.change("profile_url", "https://x.com/rettet")
    form.change("url", "https://x.com/eks/status/9")
    assert form.values["profile_url"] == "https://x.com/rettet"


def test_one_entry_with_everything_that_was_written(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    original = exhibit(desk)
    before = entries(desk)
    form.open(Write("incident", about=original))
    for key, value in {
        "url": LINK,
        "name": "Torben Eks",
        "quote": "Så er det ude",
        "published": "22/11 2026 20.15",
        "visibility": "group",
    }.items():
        form.change(key, value)
    form.save()
    (incident,) = desk.session.state.of(INCIDENT)
    assert entries(desk) == before + 1
    assert incident.current.facts.exhibits == (original,)
    assert incident.current.facts.published_at == "2026-11-22T19:15:00.000Z"
    assert incident.current.facts.platform == "Facebook"
    assert (page.closed, len(desk.acts.toasts)) == (1, 1)
    assert draft_keys(desk.case.vault) == ()


@pytest.mark.parametrize("kind", ["incident", "note", "contact"])
def test_saving_a_form_in_which_nothing_was_written_seals_nothing_and_says_so(
    desk: Desk, form: FormPresenter, page: FakeFormPage, kind: str
) -> None:
    before = entries(desk)
    form.open(Write(kind))
    form.save()
    assert page.problem == "You have written nothing yet. Nothing was saved."
    assert (entries(desk), page.closed) == (before, 0)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("incident", "quote"), ("note", "text"), ("contact", "name")],
)
def test_blanks_are_refused_with_a_sentence_and_the_form_stays(
    desk: Desk, form: FormPresenter, page: FakeFormPage, kind: str, key: str
) -> None:
    before = entries(desk)
    form.open(Write(kind))
    form.change(key, " \u200b\u00a0 ")
    form.save()
    assert "Nothing was saved." in page.problem
    assert (entries(desk), page.closed, page.saving) == (before, 0, False)
    form.change(key, "Nu står der noget")
    form.save()
    assert (entries(desk), page.closed) == (before + 1, 1)


def test_a_correction_in_which_nothing_was_changed_closes_and_seals_nothing(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    note = write_note(desk.case, "Det samme", NoteFacts())
    before = entries(desk)
    form.open(Write("note", corrects=note))
    form.save()
    assert (entries(desk), page.closed, page.problem) == (before, 1, "")


def test_a_note_cannot_be_corrected_to_nothing(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    note = write_note(desk.case, "Kl. 9", NoteFacts())
    form.open(Write("note", corrects=note))
    form.change("text", "")
    form.save()
    assert "The note has no words." in page.problem


def test_a_wrong_time_is_said_at_its_field_and_everything_typed_stays(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    before = entries(desk)
    form.open(Write("incident"))
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


def test_the_hour_that_came_twice_asks_which_one(form: FormPresenter, page: FakeFormPage) -> None:
    form.open(Write("incident"))
    form.change("first_seen", "25.10.2026 2.30")
    form.leave_field("first_seen")
    assert "+02:00" in page.complaints["first_seen"]
    assert "+01:00" in page.complaints["first_seen"]


def test_a_correction_prefills_keeps_the_old_readable_and_moves_no_time(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("name", "Torben")
    form.change("published", "22.11.2026 20.15.42")
    form.save()
    (incident,) = desk.session.state.of(INCIDENT)
    form.open(Write("incident", corrects=incident.id))
    assert page.values["name"] == "Torben"
    assert page.values["published"] == "22 Nov 2026 20:15"
    form.change("name", "Torben Eks")
    assert page.hints["name"] == "Before: Torben"
    form.save()
    (corrected,) = desk.session.state.of(INCIDENT)
    assert corrected.current.facts.published_at == "2026-11-22T19:15:42.000Z"
    assert [len(corrected.versions), len(corrected.earlier)] == [2, 1]


def test_a_cpr_number_is_warned_of_and_still_saved(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("incident"))
    form.change("quote", "Ring til 010190-1234 i dag")
    assert "CPR" in page.hints["quote"]
    form.change("quote", "Journal 20261123-1234")
    assert page.hints["quote"] == ""
    form.change("quote", "Ring til 010190-1234 i dag")
    form.save()
    assert len(desk.session.state.of(INCIDENT)) == 1


def test_characters_that_cannot_be_seen_are_told_and_still_saved(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("text", "filen faktura\u202egnp.exe")
    assert page.hints["text"] == "Characters in it cannot be seen: filen faktura[U+202E]gnp.exe"
    form.save()
    (note,) = desk.session.state.of(NOTE)
    assert note.current.text == NoteText(text="filen faktura\u202egnp.exe")


def test_a_private_note_goes_to_the_private_chain_and_its_correction_stays_there(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("zone", "private")
    form.change("text", "Kun til mig")
    form.save()
    (note,) = desk.session.state.private_of(NOTE)
    form.open(Write("note", corrects=note.id))
    assert page.sheet is not None
    assert page.sheet.fields[0].fixed
    assert page.values["zone"] == "private"
    form.change("text", "Kun til mig selv")
    form.save()
    (note,) = desk.session.state.private_of(NOTE)
    assert (len(note.versions), len(desk.session.state.of(NOTE))) == (2, 0)


def test_a_message_stands_at_now_and_can_be_saved_as_it_stands(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("notification"))
    assert page.values["at"] == "23 Nov 2026 14:03"
    form.save()
    (message,) = desk.session.state.of(NOTIFICATION)
    assert message.current.facts.role is Role.MANAGER
    assert message.current.facts.at.startswith("2026-11-23T13:03:")


def test_the_answer_comes_later_as_a_correction(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("notification"))
    form.change("said", "Jeg bad om et møde")
    form.change("follow_up", "30/11 2026")
    form.save()
    (message,) = desk.session.state.of(NOTIFICATION)
    form.open(Write("notification", corrects=message.id))
    assert page.values["follow_up"] == "30 Nov 2026"
    form.change("reply", "Onsdag kl. 9")
    form.change("follow_up", "når de svarer")
    form.save()
    assert page.complaints["follow_up"]
    form.change("follow_up", "")
    form.save()
    (message,) = desk.session.state.of(NOTIFICATION)
    assert message.current.facts.follow_up_on == ""
    assert len(message.earlier) == 1


def test_a_chosen_contact_brings_role_and_name(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    contact = keep_contact(
        desk.case, ContactFacts(role=Role.SHOP_STEWARD), ContactPerson(name="Ole Eks")
    )
    form.open(Write("notification"))
    form.change("contact", str(contact.seq))
    assert (page.values["role"], page.values["name"]) == ("shop_steward", "Ole Eks")
    form.save()
    (message,) = desk.session.state.of(NOTIFICATION)
    assert message.current.facts.contact == contact


def test_saving_twice_at_once_seals_one_entry(desk: Desk, page: FakeFormPage) -> None:
    from tests.fakes.lanes import HeldLanes

    lanes = HeldLanes()
    held = Desk(desk.folder / "held", lanes)
    held.folder.mkdir()
    held.open()
    form = FormPresenter(held.context, page)
    form.open(Write("note"))
    form.change("text", "Én gang")
    form.save()
    form.save()
    form.leave()
    assert page.closed == 0
    lanes.run_all()
    assert len(held.session.state.of(NOTE)) == 1
    held.session.close()


def test_a_message_about_a_contact_names_it_and_has_a_draft_of_its_own(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    contact = keep_contact(
        desk.case, ContactFacts(role=Role.SHOP_STEWARD), ContactPerson(name="Ole Eks")
    )
    form.open(Write("notification", about=contact))
    assert (page.values["contact"], page.values["name"]) == (str(contact.seq), "Ole Eks")
    form.change("said", "Halvt")
    form.open(Write("notification"))
    assert page.values["said"] == ""
    form.open(Write("notification", about=contact))
    form.save()
    (message,) = desk.session.state.of(NOTIFICATION)
    assert message.current.facts.contact == contact


def test_a_form_about_one_picture_of_a_series_is_about_them_all(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    link = SeriesLink()
    found = [
        capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish(), link=link)[0]
        for _ in range(3)
    ]
    form.open(Write("incident", about=found[1]))
    assert form.form is not None
    assert form.form.sheet.title.endswith("1–3")
    assert "3 " in form.form.sheet.notice
    form.change("url", LINK)
    form.save()
    (incident,) = desk.case.state.of(INCIDENT)
    assert incident.current.facts.exhibits == tuple(found)
