"""What holds for every kind of entry: drafts, fields and parts fit, and what is not said is empty."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec
import pytest

from app.casework import KINDS, FieldKind, Kind, Part, Written, empty
from app.casework.kinds.note import NOTE, NoteDraft
from app.vocabulary import WORDS, Zone

WRITTEN = [kind for kind in KINDS if isinstance(kind, Written)]
EMPTY = ("", 0, False, None, ())
SAID_BY_THE_PROGRAM: dict[tuple[str, str], object] = {
    ("capture", "clock_check"): "not_checked",
    ("dossier", "language"): "da",
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
        assert (field.choices is not None) is (field.kind in (FieldKind.CHOICE, FieldKind.CARDS))
        assert field.choices is None or field.choices in WORDS
        assert not field.after or field.after in names
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
    assert bool(kind.form.menu) is bool(kind.form.key)
    assert kind.name


def test_no_two_kinds_share_a_tag_a_command_or_a_key() -> None:
    for names in (
        [kind.tag for kind in KINDS],
        [kind.command.name for kind in WRITTEN],
        [kind.form.key for kind in WRITTEN if kind.form.key],
    ):
        assert len(set(names)) == len(names)


def test_a_note_alone_asks_who_may_read_it() -> None:
    assert [kind.tag for kind in WRITTEN if Zone.PRIVATE in kind.zones] == ["note"]
    assert NOTE.draft is NoteDraft


def test_a_case_without_entries_is_empty() -> None:
    state = empty()
    assert (state.case_id, state.evidence_chain, state.private_chain) == ("", "", "")
    assert (state.latest, state.latest_private, state.title, state.local_ref) == ("", "", "", "")
    assert not state.exhibits
    assert all(not state.of(kind) for kind in WRITTEN)
