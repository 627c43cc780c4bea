"""A recipient of a pack is shown less, or is told in other words; whatever it asks for, never more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import KIND_PARTS
from app.dossier import load_policy, recipients
from app.language import Wording
from app.packs import PackDocument, PackOpensMoreError, PackTableError, narrowed, narrowed_by
from app.packs.document import PackRecipient
from tests.worlds import RESOURCES

FOLDER = RESOURCES / "recipients"
MANAGER = load_policy(FOLDER, "manager")
EVERY = [load_policy(FOLDER, each) for each in recipients(FOLDER)]
HEALTH = ("health", "care", "absence", "expense", "injury", "support_offer", "consent")
WORDS = Wording("Andre ord", "Other words")


def recipient(**values: Any) -> PackRecipient:
    return PackRecipient(id="theirs", based_on="manager", **values)


def opened(kind: str, *parts: str) -> dict[str, tuple[str, ...]]:
    """What the manager is shown, and that."""
    return {**MANAGER.opened, kind: (*MANAGER.opened.get(kind, ()), *parts)}


def test_other_words_alone_change_nothing_of_what_is_opened() -> None:
    found = narrowed(MANAGER, recipient(name=WORDS, asks={"meeting": WORDS}, warnings=(WORDS,)))
    assert (found.name, found.asks[0].da) == (WORDS, "Andre ord")
    assert found.warnings == (*MANAGER.warnings, WORDS)
    assert (found.opened, found.opened_if_chosen) == (MANAGER.opened, MANAGER.opened_if_chosen)
    assert (found.recipient, found.role) == (MANAGER.recipient, MANAGER.role)
    assert found.log_leaves_out == MANAGER.log_leaves_out


def test_less_can_be_opened_offered_and_told() -> None:
    found = narrowed(
        MANAGER,
        recipient(
            opened={k: v for k, v in MANAGER.opened.items() if k != "concern"},
            offered=(),
            sections=tuple(s for s in MANAGER.sections if s != "concern"),
            asks_left_out=("safety",),
        ),
    )
    assert "concern" not in found.opened
    assert "concern" not in found.sections
    assert found.offered == ()
    assert "safety" not in {ask.id for ask in found.asks}


@pytest.mark.parametrize("kind", HEALTH)
def test_a_pack_that_opens_health_is_refused(kind: str) -> None:
    with pytest.raises(PackOpensMoreError) as told:
        narrowed(MANAGER, recipient(opened=opened(kind, "facts")))
    assert told.value.what == f"{kind}.facts"


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("incident", "sender_name"),
        ("incident", "full"),
        ("capture", "machine"),
        ("capture", "window"),
        ("file", "source"),
        ("notification", "to"),
        ("private_note", "text"),
        ("disclosed", "text"),
        ("nothing_of_that_name", "facts"),
    ],
)
def test_nothing_that_is_shut_is_opened(kind: str, part: str) -> None:
    for more in (
        {"opened": opened(kind, part)},
        {"opened_if_chosen": {**MANAGER.opened_if_chosen, kind: (part,)}},
    ):
        with pytest.raises(PackOpensMoreError):
            narrowed(MANAGER, recipient(**more))


@pytest.mark.parametrize(
    "more",
    [
        {"offered": (*MANAGER.offered, "diary")},
        {"sections": (*MANAGER.sections, "private_notes")},
    ],
)
def test_nothing_is_offered_or_told_besides(more: dict[str, Any]) -> None:
    with pytest.raises(PackOpensMoreError):
        narrowed(MANAGER, recipient(**more))


@pytest.mark.parametrize(
    "wrong",
    [
        {"asks": {"a new one": WORDS}},
        {"asks_left_out": ("a new one",)},
        {"sections": ("cover", "summary")},
        {"name": Wording("", "x")},
        {"opened": {"incident": ("text",)}},
        {"opened": {**MANAGER.opened, "working_copy": ("facts", "object")}},
    ],
)
def test_what_is_no_policy_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(PackTableError):
        narrowed(MANAGER, recipient(**wrong))


parts = st.sampled_from(
    sorted((kind, part) for kind, of in KIND_PARTS.items() for part in (*of, "machine", "person"))
)


@given(st.sampled_from(EVERY), st.lists(parts, max_size=12), st.lists(parts, max_size=4))
def test_whatever_a_pack_asks_for_nothing_more_is_opened(
    base: Any, wanted: list[tuple[str, str]], chosen: list[tuple[str, str]]
) -> None:
    tables: list[dict[str, tuple[str, ...]]] = []
    for pairs in (wanted, chosen):
        table: dict[str, tuple[str, ...]] = {}
        for kind, part in pairs:
            table[kind] = (*table.get(kind, ()), part)
        tables.append(table)
    asked = PackRecipient(
        id="theirs", based_on=base.recipient, opened=tables[0], opened_if_chosen=tables[1]
    )
    try:
        found = narrowed(base, asked)
    except (PackOpensMoreError, PackTableError):
        return
    for kind, of in KIND_PARTS.items():
        for part in of:
            assert base.opens(kind, part) or not found.opens(kind, part)
            assert base.opens_chosen(kind, part) or not found.opens_chosen(kind, part)


def test_the_last_pack_that_speaks_of_a_recipient_stands_and_others_are_not_touched() -> None:
    packs = [PackDocument(recipient=(recipient(name=Wording(each, each)),)) for each in ("a", "b")]
    policy, origin = narrowed_by(MANAGER, packs)
    assert policy.name.da == "b"
    assert origin is not None
    for base in EVERY:
        if base.recipient != "manager":
            assert narrowed_by(base, packs) == (base, None)
