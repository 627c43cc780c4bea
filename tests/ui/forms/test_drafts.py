"""What was typed is there again: after leaving, after a full disk, after the program died between two writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework.kinds.contact import CONTACT, ContactFacts, ContactPerson
from app.casework.kinds.note import NOTE, NoteFacts
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import Role
from evidence_store import Act, DiskFullError, EntryId, Vault
from tests.fakes.drafts import draft_keys
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk
from tests.written import keep_contact, write_note

LINK = "https://www.facebook.com/groups/nordby/posts/88120"


def reopened(desk: Desk) -> tuple[FormPresenter, FakeFormPage]:
    page = FakeFormPage()
    return FormPresenter(desk.context, page), page


def refuse(*_args: Any, **_named: Any) -> None:
    raise DiskFullError(Path("/a"))


def exhibit(desk: Desk) -> EntryId:
    (entry,) = capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    return entry


def test_what_was_typed_is_there_when_the_form_is_opened_again(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("text", "Jeg sov dårligt")
    assert page.waiting
    form.keep_draft()
    assert page.status
    other, shown = reopened(desk)
    other.open(Write("note"))
    assert (shown.values["text"], shown.restored) == ("Jeg sov dårligt", True)
    other.start_over()
    assert (shown.values["text"], shown.restored) == ("", False)
    assert draft_keys(desk.case.vault) == ()


def test_leaving_keeps_the_draft_and_says_so(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("text", "Halvt")
    form.leave()
    assert (page.closed, len(draft_keys(desk.case.vault))) == (1, 1)
    assert [toast.title for toast in desk.acts.toasts] == ["Your draft is kept"]


def test_leaving_a_form_with_nothing_in_it_says_and_keeps_nothing(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("text", "x")
    form.change("text", "")
    form.leave()
    assert (draft_keys(desk.case.vault), desk.acts.toasts) == ((), [])


def test_each_target_and_each_case_has_its_own_draft(desk: Desk, form: FormPresenter) -> None:
    about = exhibit(desk)
    form.open(Write("note"))
    form.change("text", "om alt")
    form.open(Write("note", about=about))
    form.change("text", "om bilaget")
    form.leave()
    desk.session.begin("En anden sag")
    other, shown = reopened(desk)
    other.open(Write("note"))
    assert shown.values["text"] == ""
    assert len(draft_keys(desk.case.vault)) == 2


WORDS = {
    "incident": "quote",
    "note": "text",
    "notification": "said",
    "contact": "name",
}


@pytest.mark.parametrize("kind", WORDS)
def test_an_entry_is_sealed_and_its_draft_dropped_together_or_neither(
    desk: Desk,
    form: FormPresenter,
    page: FakeFormPage,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    form.open(Write(kind))
    form.change(WORDS[kind], "En gang er nok")
    form.keep_draft()
    before = desk.case.state
    with monkeypatch.context() as broken:
        broken.setattr(Act, "drop_draft", refuse)
        form.save()
    assert page.problem
    assert desk.case.state == before
    assert len(draft_keys(desk.case.vault)) == 1

    with monkeypatch.context() as broken:
        broken.setattr(Vault, "drop_draft", refuse)
        form.save()
    assert desk.case.state != before
    assert draft_keys(desk.case.vault) == ()


@pytest.mark.parametrize("zone", ["evidence", "private"])
def test_a_draft_that_says_what_was_sealed_before_is_kept_like_any_other(
    desk: Desk, form: FormPresenter, page: FakeFormPage, zone: str
) -> None:
    write_note(desk.case, "Det samme", NoteFacts())
    form.open(Write("note"))
    form.change("text", "Det samme")
    form.change("zone", zone)
    form.leave()
    form.open(Write("note"))
    assert (page.values["text"], page.values["zone"], page.restored) == ("Det samme", zone, True)


def test_an_old_draft_of_a_correction_changes_nothing_but_what_was_typed(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("contact"))
    form.change("name", "Lis")
    form.save()
    (contact,) = desk.session.state.of(CONTACT)
    form.open(Write("contact", corrects=contact.id))
    form.change("phone", "12 34 56 78")
    form.leave()
    keep_contact(
        desk.case,
        ContactFacts(role=Role.POLICE, corrects=contact.id),
        ContactPerson(name="Lis Holm"),
    )
    form.open(Write("contact", corrects=contact.id))
    assert (page.values["name"], page.values["phone"]) == ("Lis Holm", "12 34 56 78")
    assert page.values["role"] == "police"


def test_a_draft_that_cannot_be_read_is_passed_over(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("contact"))
    form.change("name", "Lis")
    form.leave()
    (key,) = draft_keys(desk.case.vault)
    for body in (b"\xff", b"[]", b'{"values":{"role":"king","nothing":"x"}}'):
        desk.case.vault.save_draft(key, body, "2026-11-23T13:03:11.042Z")
        form.open(Write("contact"))
        assert (page.values["role"], page.restored) == ("manager", False)


def test_a_full_disk_is_said_and_nothing_typed_is_lost(
    desk: Desk, form: FormPresenter, page: FakeFormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.open(Write("note"))
    form.change("text", "Bliver her")
    with monkeypatch.context() as patched:
        patched.setattr(desk.case.vault, "act", refuse)
        form.save()
    assert page.problem
    assert (page.closed, form.values["text"], page.saving) == (0, "Bliver her", False)
    form.save()
    assert len(desk.session.state.of(NOTE)) == 1


def test_a_closed_vault_takes_the_words_off_the_screen_and_keeps_the_draft(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note"))
    form.change("text", "Kun i mappen")
    form.flush()
    desk.session.close()
    desk.session.publish()
    assert (page.closed, form.values) == (1, {})
    assert not form.accepts(Write("note"))
    desk.open()
    form.open(Write("note"))
    assert page.values["text"] == "Kun i mappen"
