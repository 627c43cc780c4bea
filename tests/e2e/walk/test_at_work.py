"""What is asked, answered and done at work, from its command and its form to the list, the search and the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.kinds.answer import ANSWER
from app.casework.kinds.request import REQUEST, RequestDraft
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

COMMANDS = {
    "answer": ("--said", "kanariefugl"),
    "measure": ("--what", "kanariefugl"),
    "support": ("--what", "kanariefugl"),
    "caseworker": ("--why", "kanariefugl"),
    "concern": ("--what", "kanariefugl"),
    "idea": ("--what", "kanariefugl"),
    "complaint-guidance": ("--note", "kanariefugl"),
    "journal": ("--doc-no", "kanariefugl"),
}


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    return house


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_seals_what_a_search_finds_and_a_correction_keeps(
    house: House, command: str
) -> None:
    noted = house.ok(command, *COMMANDS[command])
    (found,) = house.ok("search", "kanariefugl")["items"]
    assert found["id"] == noted["id"]
    again = house.ok(command, "--corrects", noted["id"], "--at", "20.11.2026 10.00")
    assert [each["id"] for each in house.ok("list")["items"]].count(noted["id"]) == 1
    parts = [each["body"] for each in house.ok("show", again["id"])["parts"]]
    assert parts[0]["at"] == "2026-11-20T09:00:00.000Z"
    assert any("kanariefugl" in str(body) for body in parts)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", [*COMMANDS, "answers"])
def test_each_command_explains_itself_in_both_languages(
    house: House, command: str, lang: str
) -> None:
    helped = house.run(command, "--help", lang=lang)
    assert helped.code == 0
    assert command in helped.answer["result"]["text"]


def test_an_answer_keeps_the_letter_that_came_with_it(house: House, tmp_path: Path) -> None:
    letter = tmp_path / "retningslinjer.pdf"
    letter.write_bytes(b"%PDF-1.4 retningslinjer")
    noted = house.ok("answer", "--file", str(letter))
    parts = {each["name"]: each["body"] for each in house.ok("show", noted["id"])["parts"]}
    assert parts["source"]["name"] == "retningslinjer.pdf"
    assert parts["object"]["size"] == len(b"%PDF-1.4 retningslinjer")


def test_the_answers_say_what_is_missing_and_who_comes_first(house: House) -> None:
    asked = house.ok("request", "--what", "Et møde", "--at", "1.11.2026 10.00", "--role", "manager")
    known = house.ok("answers", "--on", "23.11.2026")
    (row,) = known["asked"]
    assert (row["id"], row["missing"], row["days"], row["overdue"]) == (asked["id"], True, 22, True)
    assert known["next_step"] == "tell_a_representative"
    house.ok("notify", "--role", "safety_rep", "--at", "2.11.2026 10.00")
    assert house.ok("answers", "--on", "23.11.2026")["next_step"] == "escalate"
    answer = house.ok("answer", "--about", asked["id"], "--reply", "later", "--promise", "Et møde",
                      "--due", "20.11.2026", "--at", "3.11.2026 10.00")  # fmt: skip
    known = house.ok("answers", "--on", "23.11.2026")
    assert known["asked"][0]["answers"] == [answer["id"]]
    assert known["next_step"] == "wait"
    assert known["promises"][0]["overdue"]


def test_the_form_of_an_answer_belongs_to_the_request_it_was_opened_for(desk: Desk) -> None:
    from app.actions.write_down import write_down

    assert desk.session.case is not None
    write_down(desk.session.case, RequestDraft(what="Et andet møde"))
    asked = write_down(desk.session.case, RequestDraft(what="Et møde"))
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("answer", about=asked))
    form.change("said", "På onsdag")
    form.save()
    (answer,) = desk.session.state.about(asked, ANSWER)
    assert answer.current.facts.about == asked


def test_a_form_that_was_opened_for_nothing_guesses_nothing_that_it_belongs_to(desk: Desk) -> None:
    from app.actions.write_down import write_down

    assert desk.session.case is not None
    write_down(desk.session.case, RequestDraft(what="Et møde"))
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("answer"))
    form.change("said", "På onsdag")
    form.save()
    (answer,) = desk.session.state.of(ANSWER)
    assert answer.current.facts.about is None
    (request,) = desk.session.state.of(REQUEST)
    assert not desk.session.state.about(request.id, ANSWER)
