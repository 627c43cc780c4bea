"""A request to the employer from its command and its form to the list, the search and the correction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework import TimeDoubt
from app.casework.kinds.request import (
    REQUEST,
    Request,
    RequestAgain,
    RequestClosing,
    RequestFacts,
    RequestPerson,
    RequestSubject,
    RequestText,
)
from app.messages import doubt_sentence
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import Channel, Role
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import ENGLISH, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    return house


def test_a_request_is_noted_found_and_answered_later(house: House) -> None:
    asked = house.ok(
        "request", "--what", "Retningslinjer og et møde", "--role", "manager", "--name", "Anne Eks",
        "--at", "23.11.2026 10.00", "--due", "1.12.2026",
    )  # fmt: skip
    (line,) = (each for each in house.ok("list")["items"] if each["id"] == asked["id"])
    assert line["kind"] == "request"
    (found,) = house.ok("search", "retningslinjer")["items"]
    assert found["id"] == asked["id"]
    again = house.ok("request", "--corrects", asked["id"], "--reply", "Mødet er onsdag")
    (kept,) = [each for each in house.ok("list")["items"] if each["kind"] == "request"]
    assert kept["id"] == asked["id"]
    parts = {each["name"]: each["body"] for each in house.ok("show", again["id"])["parts"]}
    assert parts["text"]["what"] == "Retningslinjer og et møde"
    assert parts["text"]["reply"] == "Mødet er onsdag"
    assert (parts["facts"]["due_on"], parts["to"]["name"]) == ("2026-12-01", "Anne Eks")
    assert parts["facts"]["at"] == "2026-11-23T09:00:00.000Z"


def test_a_request_without_words_is_refused_and_an_answer_before_it_is_doubted(
    house: House,
) -> None:
    assert house.run("request", "--role", "manager").code == 2
    assert house.run("request", "--what", "  ").code == 2
    said = house.ok(
        "request", "--what", "Et møde", "--at", "23.11.2026 10.00", "--reply-at", "22.11.2026 10.00"
    )
    assert said["remarks"] == [doubt_sentence(TimeDoubt.ANSWERED_BEFORE_ASKED, ENGLISH)]


def test_the_form_asks_the_fields_and_seals_them(desk: Desk) -> None:
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("request"))
    assert page.sheet is not None
    assert [field.key for field in page.sheet.fields] == [
        "topic", "what", "role", "name", "at", "channel", "due", "reply", "reply_at", "outcome", "closed",
    ]  # fmt: skip
    form.change("what", "En anden sagsbehandler")
    form.change("due", "1.12.2026")
    form.save()
    (request,) = desk.session.state.of(REQUEST)
    facts = RequestFacts(role=Role.MANAGER, at=request.current.facts.at, due_on="2026-12-01")
    said = RequestText(what="En anden sagsbehandler")
    topic = RequestSubject(channel=Channel.CONVERSATION)
    rest = (topic, RequestAgain(), RequestClosing())
    assert request.current == Request(facts, RequestPerson(), said, *rest)
    assert request.current.facts.at.startswith("2026-11-23T13:03")


def test_a_request_stands_in_the_timeline_with_its_fields(desk: Desk) -> None:
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("request"))
    form.change("what", "Et møde om retningslinjer")
    form.save()
    assert "Et møde om retningslinjer" in told(desk)


def told(desk: Desk) -> str:
    from app.timeline import Ways, all_rows
    from app.ui.timeline.details import detail_of

    state, language = desk.session.state, desk.context.language
    (row,) = all_rows(state, Ways()).rows
    detail = detail_of(state, row, language)
    return " ".join((detail.line.spoken, *(field.value for field in detail.fields)))
