"""The page of people: added, corrected, taken out, and led to where they are named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.mark_and_redact import mark_and_redact
from app.actions.name_people import people_in
from app.actions.read_text import keep_text
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NoteDraft
from app.markup import Box, Redaction
from app.picture import ReadText, ReadWord
from app.ui.people import build
from app.ui.people.presenter import ShownPerson
from app.ui.people.view import PeoplePage
from app.ui.routes import Exhibit, Timeline
from app.vocabulary import Relation, Zone
from tests.unit.actions.acting import captured
from tests.worlds import FONT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PeoplePage:
    page = build(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def add(page: PeoplePage, who: Relation, names: str, handles: str = "") -> None:
    page.add_button.click()
    page.form.relation.choose(who.value)
    page.form.names.setPlainText(names)
    page.form.handles.setPlainText(handles)
    page.form.save.click()


def chosen(page: PeoplePage) -> ShownPerson:
    assert page.detail is not None
    return page.detail.person


def test_somebody_is_added_corrected_and_keeps_what_they_are_called(
    page: PeoplePage, desk: Desk
) -> None:
    assert page.empty.isVisible()
    add(page, Relation.CITIZEN, "Lars Holm", "@larsholm\nlars.h")
    add(page, Relation.CHILD, "Ida Holm")
    assert [each.called for each in page.presenter.shown.people] == ["Citizen A", "Child 1"]
    assert chosen(page).called == "Child 1"  # the one that was just noted
    page.list.rows["citizen/A"].click()
    page.detail.correct.click() if page.detail else None
    assert not page.form.relation.isVisible()  # who it is decides what they are called
    assert page.form.names.value() == "Lars Holm"
    page.form.names.setPlainText("Lars Bo Holm")
    page.form.save.click()
    person = chosen(page)
    assert (person.called, person.person.names) == ("Citizen A", ("Lars Bo Holm",))
    assert person.person.handles == ("larsholm", "lars.h")
    assert [each.names for each in people_in(desk.case).persons] == [
        ("Lars Bo Holm",),
        ("Ida Holm",),
    ]


def test_an_empty_form_is_refused_with_a_sentence_and_keeps_nothing(
    page: PeoplePage, desk: Desk
) -> None:
    page.add_button.click()
    page.form.save.click()
    assert page.form.form.errors() == [page.form.names]
    page.form.names.setPlainText("Lars Holm")
    page.form.cancel.click()
    assert page.form.names.value() == ""
    assert people_in(desk.case).persons == ()


def test_who_is_named_where_leads_there(page: PeoplePage, desk: Desk) -> None:
    add(page, Relation.COLLEAGUE, "Lars Holm")
    neutral = write_down(desk.case, NoteDraft(text="Lars’ bil", zone=Zone.EVIDENCE))
    private = write_down(desk.case, NoteDraft(text="Kun Holm ved det", zone=Zone.PRIVATE))
    write_down(desk.case, NoteDraft(text="Ingen her", zone=Zone.EVIDENCE))
    desk.session.publish()
    assert page.detail is not None
    assert len(page.detail.things) == 2
    for button in page.detail.things:
        button.click()
    assert desk.navigator.routes == [Timeline(show=(neutral,)), Timeline(show=(private,))]


def test_pictures_that_name_somebody_are_told_once_they_were_read(
    page: PeoplePage, desk: Desk
) -> None:
    first, second = captured(desk.case, 1), captured(desk.case, 2)
    captured(desk.case, 3)
    read = ReadText(
        (ReadWord("Lars", 5, 5, 20, 10, 96, 0), ReadWord("Holms", 30, 5, 30, 10, 96, 0)),
        *("tesseract", "5.5.4", "dan", 120, 80),
    )
    for exhibit in (first, second):
        keep_text(desk.case, exhibit, read)
    add(page, Relation.COLLEAGUE, "Lars Holm")
    black = Redaction(Box(0, 0, 110, 30), "navn")
    mark_and_redact(desk.case, second, redactions=[black], font=FONT)
    desk.session.publish()
    assert [each.words for each in chosen(page).things] == [
        f"The picture of exhibit {first.number}",
        f"The picture of exhibit {second.number} (covered)",
    ]
    assert page.detail is not None
    assert page.detail.unread == 1
    page.detail.things[0].click()
    assert desk.navigator.routes == [Exhibit(first.number)]


def test_senders_come_from_the_posts_and_only_more_of_their_names_is_noted(
    page: PeoplePage, desk: Desk
) -> None:
    write_down(desk.case, IncidentDraft(name="Torben Prøve", quote="Hej"))
    desk.session.publish()
    assert chosen(page).called == "Sender A"
    assert page.detail is not None
    assert page.detail.forget is None
    page.detail.correct.click()
    assert page.form.names.value() == ""
    page.form.names.setPlainText("Torben P. Eks")
    page.form.save.click()
    assert chosen(page).person.names == ("Torben Prøve", "Torben P. Eks")
    assert page.detail is not None
    page.detail.correct.click()
    page.form.names.setPlainText("")
    page.form.save.click()
    assert chosen(page).person.names == ("Torben Prøve",)


def test_names_that_are_taken_out_can_be_put_back_under_the_same_mark(
    page: PeoplePage, desk: Desk
) -> None:
    add(page, Relation.CITIZEN, "Lars Holm")
    add(page, Relation.CITIZEN, "Ane Skov")
    page.list.rows["citizen/A"].click()
    assert page.detail is not None
    assert page.detail.forget is not None
    page.detail.forget.click()
    assert [each.called for each in page.presenter.shown.people] == ["Citizen B"]
    assert "Holm" not in desk.acts.toasts[-1].title
    desk.acts.toasts[-1].actions[0].act()
    assert [each.called for each in page.presenter.shown.people] == ["Citizen A", "Citizen B"]
    assert chosen(page).person.names == ("Lars Holm",)


def test_a_closed_vault_takes_the_names_off_the_page(page: PeoplePage, desk: Desk) -> None:
    add(page, Relation.CITIZEN, "Lars Holm")
    page.add_button.click()
    page.form.names.setPlainText("Ane Skov")
    desk.session.close()
    desk.session.publish()
    assert page.presenter.shown.people == ()
    assert page.detail is None
    assert page.form.names.value() == ""
