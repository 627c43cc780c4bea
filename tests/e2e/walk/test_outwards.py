"""What happened and what goes outwards, from its command and its form to the list and the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.casework import FieldKind, Written, file_name_of
from app.casework.kinds.answer import ANSWER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import IncidentRelations, IncidentTags
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION
from app.casework.kinds.own_reply import OWN_REPLY
from app.casework.kinds.own_statement import OWN_STATEMENT
from app.casework.kinds.police_report import POLICE_REPORT
from app.casework.kinds.recheck import RECHECK
from app.casework.kinds.takedown import TAKEDOWN
from app.casework.kinds.witness_statement import WITNESS_STATEMENT
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import ContentTag
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import DANISH, Desk

COMMANDS = {
    "police": ("--note", "kanariefugl"),
    "takedown": ("--answer", "kanariefugl"),
    "registration": ("--done", "kanariefugl"),
    "reply": ("--words", "kanariefugl"),
    "witness": ("--words", "kanariefugl"),
    "statement": ("--words", "kanariefugl"),
    "recheck": ("--note", "kanariefugl"),
}
WITH_FILE = ("police", "takedown", "registration", "witness", "statement")


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


def bodies(house: House, id: str) -> dict[str, dict[str, object]]:
    return {each["name"]: each["body"] for each in house.ok("show", id)["parts"]}


def test_a_post_is_told_from_the_command_with_all_that_belongs_to_it(house: House) -> None:
    first = house.ok("incident", "--platform", "Facebook")
    warned = house.ok("measure", "--what", "Krav om fjernelse")
    noted = house.ok(
        *("incident", "--tag", "threat", "--tag", "legitimate_criticism"),
        *("--directed-at", "named", "--basis-sender", "told", "--told-by", "colleague"),
        *("--affected", "child", "--severity", "much", "--before", "kanariefugl"),
        *("--sender-mail", "bo@eks.dk", "--ends", "20.11.2026 10.00", "--going-on", "no"),
        *("--series", first["id"], "--repost-of", first["id"], "--after-warning", warned["id"]),
    )
    parts = bodies(house, noted["id"])
    assert parts["tags"]["tags"] == ["threat", "legitimate_criticism"]
    assert parts["circumstances"]["ends_at"] == "2026-11-20T09:00:00.000Z"
    assert parts["circumstances"]["told_by"] == "colleague"
    assert parts["affected"]["affected"] == ["child"]
    assert parts["sender_contact"]["mail"] == "bo@eks.dk"
    (found,) = house.ok("search", "kanariefugl")["items"]
    assert found["id"] == noted["id"]
    again = house.ok("incident", "--corrects", noted["id"], "--platform", "Facebook")
    assert bodies(house, again["id"])["relations"] == parts["relations"]


def test_an_end_before_the_beginning_is_said_and_never_refused(house: House) -> None:
    noted = house.ok(*("incident", "--published", "21.11.2026 10.00", "--ends", "20.11.2026 10.00"))
    assert bodies(house, noted["id"])["circumstances"]["ends_at"] == "2026-11-20T09:00:00.000Z"
    assert noted["remarks"]


def test_a_post_can_come_after_no_other_post_as_a_warning(house: House) -> None:
    first = house.ok("incident", "--platform", "Facebook")
    assert house.run("incident", "--platform", "X", "--after-warning", first["id"]).code == 2


def test_the_form_of_a_post_offers_other_posts_and_never_the_post_itself(desk: Desk) -> None:
    from app.actions.write_down import write_down

    assert desk.session.case is not None
    other = write_down(desk.session.case, IncidentDraft(platform="Facebook"))
    own = write_down(desk.session.case, IncidentDraft(platform="Instagram"))
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("incident", corrects=own))
    assert form.form is not None
    fields = {field.key: field for field in form.form.sheet.fields}
    assert [each.value for each in fields["series"].options] == [str(other.seq)]
    assert "after_warning" not in fields  # there is none yet
    form.change("tags", "threat abuse")
    form.change("series", str(other.seq))
    form.save()
    now = desk.session.state.of(INCIDENT)[1].current
    assert now.tags == IncidentTags(tags=(ContentTag.THREAT, ContentTag.ABUSE))
    assert now.relations == IncidentRelations(series=(other,))
    assert now.facts.platform == "Instagram"


def test_the_form_of_a_post_folds_away_all_but_two_groups(desk: Desk) -> None:
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("incident"))
    assert form.form is not None
    sections = form.form.sheet.sections
    assert [section.folded for section in sections] == [False, False, True, True, True, True]
    assert all(section.fields for section in sections)
    told_by = next(field for field in form.form.sheet.fields if field.key == "told_by")
    first = told_by.options[0]
    assert (first.value, first.label) == (form.values["told_by"], "Not stated")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_seals_what_a_search_finds_and_a_correction_keeps(
    house: House, command: str
) -> None:
    noted = house.ok(command, *COMMANDS[command])
    (found,) = house.ok("search", "kanariefugl")["items"]
    assert found["id"] == noted["id"]
    when = "--seen-at" if command == "witness" else "--at"
    again = house.ok(command, "--corrects", noted["id"], when, "20.11.2026 10.00")
    assert [each["id"] for each in house.ok("list")["items"]].count(noted["id"]) == 1
    parts = bodies(house, again["id"])
    assert "2026-11-20T09:00:00.000Z" in parts["facts"].values()
    assert any("kanariefugl" in str(body) for body in parts.values())


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_both_languages(
    house: House, command: str, lang: str
) -> None:
    helped = house.run(command, "--help", lang=lang)
    assert helped.code == 0
    assert command in helped.answer["result"]["text"]


@pytest.mark.parametrize("command", WITH_FILE)
def test_a_paper_is_kept_beside_the_words(house: House, tmp_path: Path, command: str) -> None:
    paper = tmp_path / "kvittering.pdf"
    paper.write_bytes(b"%PDF-1.4 kvittering")
    noted = house.ok(command, "--file", str(paper))
    parts = bodies(house, noted["id"])
    assert parts["source"]["name"] == "kvittering.pdf"
    assert parts["object"]["size"] == len(b"%PDF-1.4 kvittering")


def test_a_report_to_the_police_names_its_posts_and_says_how_far_it_is(house: House) -> None:
    posts = [house.ok("incident", "--platform", each)["id"] for each in ("Facebook", "Instagram")]
    noted = house.ok(
        *("police", "--status", "reported", "--by", "me", "--channel", "web"),
        *("--incident", posts[0], "--incident", posts[1]),
    )
    receipt = ("--receipt-at", "1.1.2026 10.00", "--journal-no", "0700-1")
    later = house.ok("police", "--corrects", noted["id"], "--status", "received", *receipt)
    parts = bodies(house, later["id"])
    assert len(parts["facts"]["incidents"]) == 2  # type: ignore[arg-type]
    assert parts["reference"]["journal_no"] == "0700-1"
    assert later["remarks"]  # a receipt from before the report
    assert house.ok("search", "0700-1")["items"][0]["id"] == noted["id"]


def test_the_form_of_a_report_to_the_police_belongs_to_the_post_it_was_opened_for(
    desk: Desk,
) -> None:
    from app.actions.write_down import write_down

    assert desk.session.case is not None
    write_down(desk.session.case, IncidentDraft(platform="Instagram"))
    post = write_down(desk.session.case, IncidentDraft(platform="Facebook"))
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("police_report", about=post))
    form.change("status", "reported")
    form.save()
    (report,) = desk.session.state.about(post, POLICE_REPORT)
    assert report.current.facts.incidents == (post,)


@pytest.mark.parametrize(
    "kind",
    [
        POLICE_REPORT,
        TAKEDOWN,
        INTERNAL_REGISTRATION,
        OWN_REPLY,
        WITNESS_STATEMENT,
        OWN_STATEMENT,
        RECHECK,
    ],
    ids=lambda kind: kind.tag,
)
def test_each_form_asks_every_field_seals_it_and_shows_it_again(
    desk: Desk, kind: Written[Any]
) -> None:
    assert desk.session.case is not None
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write(kind.tag))
    assert form.form is not None
    asked = {field.key: field for field in form.form.sheet.fields}
    file = {"file"} if kind.takes_file else set()
    assert set(asked) == file | {field.name for field in kind.fields if not field.names_entries}
    asked.pop("file", None)
    typed = {}
    for key, field in asked.items():
        typed[key] = {
            FieldKind.TIME: "20 Nov 2026 10:00",
            FieldKind.DAY: "20 Nov 2026",
            FieldKind.CHOICE: field.options[-1].value if field.options else "",
        }.get(field.kind, f"ord om {key}")
        form.change(key, typed[key])
    form.save()
    if kind is TAKEDOWN:
        form.save()  # nothing is captured yet, which is said first
    (thing,) = desk.session.state.of(kind)
    form.open(Write(kind.tag, corrects=thing.id))
    assert form.form is not None
    assert {key: form.form.before[key] for key in typed} == typed


@pytest.mark.parametrize("kind", [ANSWER, POLICE_REPORT, OWN_STATEMENT], ids=lambda kind: kind.tag)
def test_a_form_keeps_a_file_beside_the_words_and_a_correction_keeps_it_too(
    desk: Desk, tmp_path: Path, kind: Written[Any]
) -> None:
    paper = tmp_path / "kvittering.pdf"
    paper.write_bytes(b"%PDF-1.4 kvittering")
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write(kind.tag))
    form.change("file", str(paper))
    form.save()
    (thing,) = desk.session.state.of(kind)
    assert file_name_of(thing.current) == "kvittering.pdf"
    state = desk.session.state
    assert "kvittering.pdf" in [row.value for row in kind.more_of(thing.current, state, DANISH)]
    form.open(Write(kind.tag, corrects=thing.id))
    assert page.sheet is not None
    (asked,) = (field for field in page.sheet.fields if field.key == "file")
    assert asked.help.startswith("kvittering.pdf is kept.")
    form.change("at", "20 Nov 2026 10:00")
    form.save()
    (thing,) = desk.session.state.of(kind)
    assert len(thing.versions) == 2
    assert file_name_of(thing.current) == "kvittering.pdf"


def test_a_file_that_is_gone_is_said_and_nothing_typed_is_lost(desk: Desk, tmp_path: Path) -> None:
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("police_report"))
    form.change("note", "De ringede")
    form.change("file", str(tmp_path / "gone.pdf"))
    form.save()
    assert page.problem
    assert form.values["note"] == "De ringede"
    assert not desk.session.state.of(POLICE_REPORT)
    form.change("file", "")
    form.save()
    assert len(desk.session.state.of(POLICE_REPORT)) == 1


def test_a_form_of_what_holds_no_file_asks_for_none(desk: Desk) -> None:
    form = FormPresenter(desk.context, FakeFormPage())
    form.open(Write("recheck"))
    assert form.form is not None
    assert "file" not in {field.key for field in form.form.sheet.fields}


def test_a_request_for_removal_before_anything_is_saved_is_asked_about_and_never_refused(
    desk: Desk,
) -> None:
    from app.actions.write_down import write_down

    post = write_down(desk.case, IncidentDraft(platform="Facebook"))
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write("takedown", about=post))
    form.save()
    assert page.problem.startswith("No picture of it is saved yet")
    assert not desk.session.state.of(TAKEDOWN)
    form.save()
    (asked,) = desk.session.state.of(TAKEDOWN)
    assert asked.current.facts.incidents == (post,)
    form.open(Write("takedown", corrects=asked.id))
    form.change("answer", "Nej")
    form.save()  # a correction asks nothing
    assert len(desk.session.state.of(TAKEDOWN)[0].versions) == 2


def test_a_request_for_removal_of_what_is_kept_is_sealed_at_once(desk: Desk) -> None:
    from app.actions.capture_and_seal import CaptureWish, capture_and_seal
    from app.actions.write_down import write_down

    capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    kept = desk.session.state.exhibits[0].original
    shown = write_down(desk.case, IncidentDraft(platform="Facebook", exhibits=(kept,)))
    bare = write_down(desk.case, IncidentDraft(platform="Instagram"))
    for count, (about, asks) in enumerate([(shown, False), (bare, True), (None, False)], start=1):
        page = FakeFormPage()
        form = FormPresenter(desk.context, page)
        form.open(Write("takedown", about=about))
        form.save()
        assert bool(page.problem) is asks
        if asks:
            form.save()
        assert len(desk.session.state.of(TAKEDOWN)) == count


def test_the_command_says_the_same_beside_what_it_sealed(house: House) -> None:
    post = house.ok("incident", "--platform", "Facebook")["id"]
    noted = house.ok("takedown", "--incident", post)
    assert noted["remarks"][0].startswith("No picture of it is saved yet")
    picture = house.ok("capture", "--all")
    house.ok("incident", "--corrects", post, "--exhibit", "1")
    assert picture
    assert not house.ok("takedown", "--incident", post)["remarks"]
