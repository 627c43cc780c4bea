"""What a part holds is fixed once a recipient’s file opens it: a new field would leave with it, unasked."""

from __future__ import annotations

import copy
from typing import Any

import msgspec
import pytest

from app.casework import KINDS, Part, Written
from app.dossier import recipients
from tests.data import field_tables
from tests.data.part_fields import faults, opened_by, part_fields, written_fields
from tests.unit.dossier.sample_case import RECIPIENTS

# Their tags are older than the rule.
_OLDER_TAGS = {
    ("contact", "contact"): "contact_person",
    ("notification", "to"): "notification_person",
    ("request", "to"): "request_person",
    ("handed_over", "to"): "handed_over_person",
}
_BY_THE_VAULT = {("genesis", "genesis"), ("tombstone", "reason")}


def test_no_part_lost_a_field_and_none_that_is_opened_got_one() -> None:
    assert faults(written_fields(), part_fields()) == []


def test_what_every_part_holds_is_written_down() -> None:
    assert part_fields() == written_fields(), "run: python -m tests.data.part_fields"


def test_the_page_for_strangers_has_every_field() -> None:
    assert field_tables.PAGE.read_text("utf-8") == field_tables.page(), (
        "run: python -m tests.data.part_fields"
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.tag)
def test_a_part_is_tagged_by_its_kind_and_its_name(kind: Any) -> None:
    for name, part in kind.parts.items():
        tag = str(part.__struct_config__.tag)
        if name == "object" or (kind.tag, name) in _BY_THE_VAULT or not issubclass(part, Part):
            continue
        expected = kind.tag if name == "facts" else f"{kind.tag}_{name}"
        assert tag == _OLDER_TAGS.get((kind.tag, name), expected)


def test_a_field_more_in_what_a_manager_is_shown_is_refused_with_what_to_do() -> None:
    grown = copy.deepcopy(part_fields())
    grown["incident"]["text"].append("mood")
    (said,) = faults(part_fields(), grown)
    assert "incident.text got mood" in said
    # What goes to a colleague are captures alone.
    assert all(each in said for each in recipients(RECIPIENTS) if each != "colleague")
    assert "a part of its own" in said


def test_a_field_deep_inside_counts_too() -> None:
    assert "marks[text].text" in part_fields()["working_copy"]["marks"]
    assert "files[].path" in part_fields()["dossier"]["facts"]


def test_a_part_that_nobody_is_shown_may_grow_and_may_lose_nothing() -> None:
    assert opened_by("capture", "window") == ()
    grown = copy.deepcopy(part_fields())
    grown["capture"]["window"].append("mood")
    assert faults(part_fields(), grown) == []
    assert faults(grown, part_fields())[0].startswith("capture.window lost mood")
    del grown["capture"]["screen"]
    assert faults(part_fields(), grown)[0].startswith("capture.screen is gone")


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if isinstance(kind, Written)], ids=lambda kind: kind.tag
)
def test_the_value_of_a_kind_has_room_for_each_part(kind: Written[Any]) -> None:
    fields = {field.name for field in msgspec.structs.fields(kind.value)}
    said = {name for name, part in kind.parts.items() if issubclass(part, Part)}
    assert said - {"full", "source"} <= fields
