"""What happened and what goes outwards, from its command and its form to the list and the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import IncidentRelations, IncidentTags
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import ContentTag
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk


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
    options = {each.value: each.label for each in told_by.options}
    assert options[form.values["told_by"]] == "Not stated"
