"""One post, many pictures: the post that was written about is offered, and its pictures can be added and taken away."""

from __future__ import annotations

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.casework.kinds.incident import INCIDENT
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from evidence_store import EntryId
from tests.fakes.clock import FakeClock
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

LINK = "https://www.facebook.com/groups/nordby/posts/88120"
A_DAY = 24 * 60


def capture(desk: Desk) -> EntryId:
    (entry,) = capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    return entry


def wait(desk: Desk, minutes: int) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.wait(minutes)


def described(desk: Desk, form: FormPresenter, link: str = LINK) -> EntryId:
    """The entry of a picture whose post is written about."""
    first = capture(desk)
    form.open(Write("incident", about=first))
    form.change("url", link)
    form.save()
    return first


def exhibits(desk: Desk) -> tuple[EntryId, ...]:
    (incident,) = desk.session.state.of(INCIDENT)
    return incident.current.facts.exhibits


def test_a_picture_of_some_minutes_later_may_belong_to_the_post(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    first = described(desk, form)
    wait(desk, 4)
    second = capture(desk)
    form.open(Write("incident", about=second))
    assert page.same_post == "Yes, the post from 14:03"
    form.take_same_post()
    (route,) = desk.navigator.routes[-1:]
    assert isinstance(route, Write)
    form.open(route)
    assert page.pictures == [1, 2]
    form.save()
    assert exhibits(desk) == (first, second)


def test_the_same_link_says_so_however_long_ago(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    described(desk, form)
    wait(desk, 3 * A_DAY)
    form.open(Write("incident", about=capture(desk)))
    assert page.same_post == ""
    form.change("url", LINK.replace("https://www.", "http://") + "/#comment")
    assert page.same_post == "Yes, the post from 23 November 2026 at 14:03"
    form.change("url", "https://www.facebook.com/groups/nordby/posts/2")
    assert page.same_post == ""


def test_who_says_no_is_not_asked_again(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    described(desk, form)
    form.open(Write("incident", about=capture(desk)))
    form.decline_same_post()
    assert page.same_post == ""
    form.change("url", LINK)
    assert page.same_post == ""
    form.save()
    assert len(desk.session.state.of(INCIDENT)) == 2


@pytest.mark.parametrize("kind", ["note", "request"])
def test_only_a_post_is_asked_about(
    desk: Desk, form: FormPresenter, page: FakeFormPage, kind: str
) -> None:
    described(desk, form)
    form.open(Write(kind, about=capture(desk)))
    assert page.same_post == ""
    form.leave()


def test_a_picture_comes_along_to_a_draft_of_the_correction_too(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    described(desk, form)
    (incident,) = desk.session.state.of(INCIDENT)
    form.open(Write("incident", corrects=incident.id))
    form.change("name", "Torben Eks")
    form.leave()
    form.open(Write("incident", about=capture(desk), corrects=incident.id))
    assert page.values["name"] == "Torben Eks"
    assert page.pictures == [1, 2]
    form.save()
    assert len(exhibits(desk)) == 2


def test_a_correction_adds_pictures_and_takes_them_away(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    first = described(desk, form)
    second = capture(desk)
    (incident,) = desk.session.state.of(INCIDENT)
    form.open(Write("incident", corrects=incident.id))
    form.change("exhibits", f"{first.seq} {second.seq}")
    assert page.pictures == [1, 2]
    assert page.hints["exhibits"] == "Before: Exhibit 1 · 23 Nov 2026 14:03"
    form.change("exhibits", f"{second.seq}")
    form.save()
    assert exhibits(desk) == (second,)
    form.open(Write("incident", corrects=incident.id))
    form.change("name", "Torben Eks")
    form.save()
    assert exhibits(desk) == (second,)
    form.open(Write("incident", corrects=incident.id))
    form.change("exhibits", "")
    form.save()
    assert exhibits(desk) == ()


def test_a_note_about_a_post_has_its_pictures_beside_it(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    described(desk, form)
    (incident,) = desk.session.state.of(INCIDENT)
    form.open(Write("note", about=incident.id))
    assert page.pictures == [1]
    form.open(Write("contact"))
    assert page.pictures == []
