"""What holds for every kind of entry: drafts, fields and parts fit, and what is not said is empty."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec
import pytest

from app.casework import KINDS, AttachedSource, FieldKind, Kind, Part, Written, empty
from app.casework.kind import Derived, Original
from app.casework.kinds.note import NOTE, NoteDraft
from app.vocabulary import WORDS, Zone
from tests.fakes.private_kind import SPELL

WRITTEN = [kind for kind in KINDS if isinstance(kind, Written)]
EMPTY = ("", 0, False, None, ())
SAID_BY_THE_PROGRAM: dict[tuple[str, str], object] = {
    ("capture", "clock_check"): "not_checked",
    ("compared_tools", "rules"): 1,
    ("dossier", "language"): "da",
    ("adopt_contents", "whole"): True,
    ("file_contents", "whole"): True,
    ("hidden", "hidden"): True,
    ("view_shown", "percent"): 100,
    ("view_shown", "frames"): 1,
    ("view_shown", "smaller"): 1,
}


def tag(kind: Kind) -> str:
    return kind.tag


@pytest.mark.parametrize("kind", KINDS, ids=tag)
def test_what_is_not_said_is_empty(kind: Kind) -> None:
    for part in kind.parts.values():
        if not issubclass(part, Part):
            continue
        name = str(part.__struct_config__.tag)
        for field in msgspec.structs.fields(part):
            if field.default is msgspec.NODEFAULT or field.name == "version":
                continue
            expected = SAID_BY_THE_PROGRAM.get((name, field.name))
            if isinstance(field.default, StrEnum):
                assert field.default in set(type(field.default))
            elif expected is not None:
                assert field.default == expected
            else:
                assert field.default in EMPTY, (name, field.name)


@pytest.mark.parametrize("kind", WRITTEN, ids=tag)
def test_a_draft_has_the_fields_of_its_kind_and_each_is_kept_in_a_part(kind: Written[Any]) -> None:
    names = [field.name for field in kind.fields]
    assert set(kind.draft.__struct_fields__) == set(names)
    assert len(set(names)) == len(names)
    for field in kind.fields:
        if field.part:
            assert field.key in kind.said[field.part].__struct_fields__, field.name
        chosen = field.kind in (FieldKind.CHOICE, FieldKind.CARDS, FieldKind.CHOICES)
        assert (field.choices is not None) is chosen
        assert field.choices is None or field.choices in WORDS
        for each in field.after:
            # What it is compared with stands in the same form and is a time, too.
            assert kind.field(each.name).kind in {FieldKind.TIME, FieldKind.DAY}
            assert each.name != field.name
    assert {*kind.needs, *kind.order, *filter(None, [kind.about])} <= set(names)


@pytest.mark.parametrize("kind", WRITTEN, ids=tag)
def test_what_a_form_asks_is_shown_afterwards(kind: Written[Any]) -> None:
    asked = [field for field in kind.fields if field.label and field.part]
    if kind.details is None:
        hidden = [
            each.name
            for each in asked
            if not (each.shown or each.beside or each.kind is FieldKind.ENTRY)
        ]
        assert hidden == []
    assert kind.details is None or not kind.order


@pytest.mark.parametrize("kind", WRITTEN, ids=tag)
def test_a_kind_that_is_written_has_words_for_window_and_command(kind: Written[Any]) -> None:
    for words in (kind.form, kind.command):
        said = msgspec.to_builtins(words)
        optional = {"new_about", "about_notice", "menu", "key"}
        assert [key for key, value in said.items() if not value and key not in optional] == []
    assert kind.form.menu or not kind.form.key
    assert kind.name


def test_no_two_kinds_share_a_tag_a_command_or_a_key() -> None:
    for names in (
        [kind.tag for kind in KINDS],
        [kind.command.name for kind in WRITTEN],
        [kind.form.key for kind in WRITTEN if kind.form.key],
    ):
        assert len(set(names)) == len(names)


def test_a_note_alone_asks_who_may_read_it() -> None:
    assert [kind.tag for kind in WRITTEN if len(kind.zones) > 1] == ["note"]
    assert NOTE.draft is NoteDraft
    assert [kind.tag for kind in WRITTEN if "zone" in kind.draft.__struct_fields__] == ["note"]


def test_what_stands_in_the_private_chain_alone_is_written_down_so_its_rows_stand_apart() -> None:
    alone = [kind for kind in KINDS if kind.zones == {Zone.PRIVATE}]
    assert all(isinstance(kind, Written) and kind.in_dossier is None for kind in alone)
    assert all(kind.home is Zone.PRIVATE for kind in alone if isinstance(kind, Written))


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if isinstance(kind, Written | Original | Derived)], ids=tag
)
def test_a_kind_says_what_erasing_it_takes_and_lists(kind: Kind) -> None:
    assert kind.erasing is not None
    assert kind.erasing.keeps <= set(kind.parts)
    assert set(kind.erasing.lists) <= {each.tag for each in KINDS}


@pytest.mark.parametrize("kind", [*WRITTEN, SPELL], ids=tag)
def test_a_kind_that_takes_a_file_has_room_for_it_and_says_so(kind: Written[Any]) -> None:
    names = list(kind.parts)
    assert kind.takes_file is ("attached" in kind.value.__struct_fields__)
    assert kind.takes_file is (names[-2:] == ["source", "object"])
    source = kind.parts.get("source", AttachedSource)
    assert issubclass(source, AttachedSource)


def test_a_case_without_entries_is_empty() -> None:
    state = empty()
    assert (state.case_id, state.evidence_chain, state.private_chain) == ("", "", "")
    assert (state.latest, state.latest_private, state.title, state.local_ref) == ("", "", "", "")
    assert not state.exhibits
    assert all(not state.of(kind) for kind in WRITTEN)
