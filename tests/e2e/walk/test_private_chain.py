"""What stands in the private chain: written by command and by form, found again by its person, and in no package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.reaction import REACTION, ReactionText
from app.casework.kinds.watch_case import WATCH_CASE
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.e2e.walk.case import RECIPIENTS, encodings
from tests.e2e.walk.house import House
from tests.e2e.walk.test_leaks import all_bytes
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk

# Every field that takes words says its own; what is chosen or counted stands beside it.
COMMANDS = {
    "health": ("--words", "kanarie-ord", "--name", "kanarie-navn", "--reaction", "sleep",
               "--by", "family", "--ended", "22.11.2026", "--started", "3.11.2026 03.17"),
    "care": ("--words", "kanarie-ord", "--name", "kanarie-navn", "--phone", "kanarie-telefon",
             "--form", "psychiatrist", "--linked", "17.11.2026"),
    "absence": ("--words", "kanarie-ord", "--from", "7.11.2026", "--to", "9.11.2026",
                "--percent", "37", "--role", "hr", "--told-at", "7.11.2026 07.13"),
    "expense": ("--what", "kanarie-ord", "--form", "medicine", "--amount", "1.337,42",
                "--refunded", "731,24", "--refunded-on", "21.11.2026"),
    "injury": ("--words", "kanarie-ord", "--ref", "kanarie-nummer", "--insurer", "kanarie-selskab",
               "--injury-on", "2.11.2026", "--receipt-on", "19.11.2026"),
    "support-offer": ("--what", "kanarie-ord", "--name", "kanarie-navn", "--form", "legal_help"),
    "watch": ("--alias", "kanarie-alias", "--signs", "kanarie-ord", "--plan", "kanarie-plan"),
    "checklist": ("--list", "kanarie-liste", "--item", "kanarie-punkt", "--note", "kanarie-ord"),
}  # fmt: skip
ABOUT_NOTHING = ("support-offer", "watch", "checklist")
WITH_FILE = ("care", "expense", "injury")
# Tags and values that nothing else in a case says.
# Words of health that guidance uses, too, only as the log would have them: behind a quotation mark.
TELLING = ("support_offer", "watch_case", "checklist", "legal_help",
           '"reaction', "care_contact", '"absence', '"expense', "injury_step", "psychiatrist",
           "133742", "73124", "1.337,42", "731,24")  # fmt: skip


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
    assert noted["id"] == "p1"
    (found,) = house.ok("search", "kanarie-ord")["items"]
    assert found["id"] == noted["id"]
    post = house.ok("incident", "--why", "Usandt")
    about = () if command in ABOUT_NOTHING else ("--incident", post["id"])
    again = house.ok(command, "--corrects", noted["id"], *about)
    parts = {each["name"]: each["body"] for each in house.ok("show", again["id"])["parts"]}
    assert len(parts["facts"].get("incidents", ())) == bool(about)
    assert "kanarie-ord" in str(parts["text"])


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_both_languages(
    house: House, command: str, lang: str
) -> None:
    helped = house.run(command, "--help", lang=lang)
    assert helped.code == 0
    assert command in helped.answer["result"]["text"]


def test_a_day_before_the_one_it_follows_is_said_and_kept(house: House) -> None:
    said = house.ok("absence", "--from", "9.11.2026", "--to", "7.11.2026")
    assert said["remarks"] == [
        "That is before it began. Look at both times; they can be saved as they stand."
    ]
    paid = house.ok(
        "expense", "--what", "x", "--paid-on", "9.11.2026", "--refunded-on", "7.11.2026"
    )
    assert paid["remarks"][0].startswith("That is before it was sent or paid.")


@pytest.mark.parametrize(
    "words",
    [
        ("absence", "--percent", "101"),
        ("absence", "--from", "31.11.2026"),
        ("expense", "--amount", "1,250"),
        ("health",),
        ("injury",),
        ("watch", "--alias", "Jens Hansen"),
        ("watch", "--alias", "x", "--plan", "010203-1234"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_sealed(
    house: House, words: tuple[str, ...]
) -> None:
    assert house.run(*words).code != 0
    assert house.ok("list")["items"] == []


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A package for each recipient, with everything in it that can be chosen."""
    folder = tmp_path_factory.mktemp("private")
    house = House(folder)
    house.ok("init")
    house.ok("case", "--name", "Mette Eks", "--title", "Min sag")
    house.ok("capture", "--all")
    post = house.ok("incident", "--exhibit", "1", "--platform", "Facebook", "--why", "Usandt")
    note = house.ok("note", "En neutral note")
    for command, words in COMMANDS.items():
        receipt = folder / f"kanarie-fil-{command}.txt"
        receipt.write_bytes(f"kanarie-bytes-{command}".encode())
        more = ("--file", str(receipt)) if command in WITH_FILE else ()
        about = () if command in ABOUT_NOTHING else ("--incident", post["id"])
        house.ok(command, *words, *about, *more)
    made = {}
    for recipient in RECIPIENTS:
        made[recipient] = folder / f"{recipient}.zip"
        house.ok(
            "handover", "--for", recipient, "--out", str(made[recipient]), "--note", note["id"]
        )
    return made


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_no_word_and_no_fact_of_it_is_in_a_byte_of_a_package(
    packages: dict[str, Path], recipient: str, tmp_path: Path
) -> None:
    haystack = all_bytes(packages[recipient], tmp_path)
    for words in ("kanarie", *TELLING):
        assert not [each for each in encodings(words) if each in haystack], words
    for words in ("Usandt", "En neutral note"):
        assert [each for each in encodings(words) if each in haystack], words


def test_an_item_that_is_ticked_again_is_the_same_item(house: House) -> None:
    first = house.ok("checklist", "--list", "profile", "--item", "two_step", "--status", "done")
    house.ok("checklist", "--list", "profile", "--item", "two_step", "--status", "open")
    parts = {each["name"]: each["body"] for each in house.ok("show", "p2")["parts"]}
    assert parts["facts"]["status"] == "open"
    assert f"p{parts['facts']['corrects']['seq']}" == first["id"]


def test_support_that_was_offered_is_shared_with_the_words_of_now_alone(house: House) -> None:
    offer = house.ok("support-offer", "--form", "psychologist", "--role", "manager",
                     "--what", "hemmelige ord", "--name", "Eva Eks")  # fmt: skip
    shared = house.ok("share-support", offer["id"], "--what", "Fem samtaler")
    parts = {each["name"]: each["body"] for each in house.ok("show", shared["id"])["parts"]}
    assert shared["id"].startswith("e")
    assert (parts["facts"]["form"], parts["facts"]["role"]) == ("psychologist", "manager")
    assert parts["text"]["what"] == "Fem samtaler"
    assert parts["to"]["name"] == ""
    assert "hemmelige" not in str(parts)
    noted = {each["name"]: each["body"] for each in house.ok("show", "p2")["parts"]}
    assert noted["shared"]["entry"]["seq"] == shared["seq"]
    assert noted["text"]["what"] == "hemmelige ord"
    assert house.run("share-support", offer["id"]).code != 0
    assert house.run("share-support", shared["id"]).code != 0
    assert len([each for each in house.ok("list")["items"] if each["kind"] == "support"]) == 1


def test_a_form_refuses_a_name_at_its_field_and_keeps_what_was_typed(desk: Desk) -> None:
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("watch_case"))
    form.change("alias", "Jens Hansen")
    form.save()
    assert not desk.session.state.private_of(WATCH_CASE)
    assert "dæknavn" in page.complaints["alias"] or "cover name" in page.complaints["alias"]
    assert form.values["alias"] == "Jens Hansen"
    form.change("alias", "den blå sag")
    form.save()
    assert len(desk.session.state.private_of(WATCH_CASE)) == 1


def test_a_form_says_to_whom_it_goes_and_seals_in_the_private_chain(desk: Desk) -> None:
    from app.actions.write_down import write_down

    assert desk.session.case is not None
    post = write_down(desk.session.case, IncidentDraft(why="Usandt"))
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("reaction"))
    form.change("words", "Jeg sov ikke")
    form.change("incidents", str(post.seq))
    form.save()
    (reaction,) = desk.session.state.private_about(post, REACTION)
    assert reaction.current.text == ReactionText(words="Jeg sov ikke")
    assert not desk.session.state.of(REACTION)


def test_a_form_refuses_what_is_no_amount_and_keeps_what_was_typed(desk: Desk) -> None:
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("expense"))
    form.change("what", "Apoteket")
    form.change("amount", "1,250")
    form.save()
    assert not desk.session.state.private_of(EXPENSE)
    form.change("amount", "1.250")
    form.save()
    (expense,) = desk.session.state.private_of(EXPENSE)
    assert expense.current.facts.amount_oere == 125000


def test_a_form_of_absence_names_nobody_unless_somebody_was_told(desk: Desk) -> None:
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("absence"))
    form.save()
    (absence,) = desk.session.state.private_of(ABSENCE)
    assert "told" not in str(ABSENCE.details_of(absence.current, desk.context.language)).lower()
