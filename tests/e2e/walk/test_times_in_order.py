"""A time before the one that it must follow: said at its field, said by the command, and kept all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.casework import KINDS, After, Field, FieldKind, Written
from app.messages import doubt_sentence
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from tests.e2e.walk.house import House
from tests.fakes.form_page import FakeFormPage
from tests.worlds import ENGLISH, Desk

Pair = tuple[Written[Any], Field, After]
PAIRS: list[Pair] = [
    (kind, field, after)
    for kind in KINDS
    if isinstance(kind, Written)
    for field in kind.fields
    for after in field.after
]
_TYPED = {
    FieldKind.TIME: ("22 Nov 2026 10:00", "20 Nov 2026 10:00"),
    FieldKind.DAY: ("22 Nov 2026", "20 Nov 2026"),
}


def named(pair: Pair) -> str:
    kind, field, after = pair
    return f"{kind.tag}: {field.name} after {after.name}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("order"))
    house.ok("init")
    return house


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("order"))
    desk.open()
    yield desk
    desk.session.close()


@pytest.mark.parametrize("pair", [each for each in PAIRS if each[1].option_help], ids=named)
def test_the_command_says_it_and_seals_it(house: House, pair: Pair) -> None:
    kind, field, after = pair
    earlier = kind.field(after.name)
    needed = [kind.field(name) for name in kind.needs if kind.field(name).kind is FieldKind.AREA]
    words = [f"--{each.switch}=x" for each in needed[:1]]
    words += [f"--{kind.field(name).switch}={name}-{field.name}" for name in kind.one_for]
    sealed = house.ok(
        kind.command.name,
        *words,
        f"--{earlier.switch}={_TYPED[earlier.kind][0]}",
        f"--{field.switch}={_TYPED[field.kind][1]}",
    )
    assert doubt_sentence(after.doubt, ENGLISH) in sealed["remarks"]
    assert sealed["id"]


@pytest.mark.parametrize("pair", [each for each in PAIRS if each[1].label], ids=named)
def test_the_form_says_it_at_the_field_and_no_more_once_it_is_mended(
    desk: Desk, pair: Pair
) -> None:
    kind, field, after = pair
    sentence = doubt_sentence(after.doubt, ENGLISH)
    page = FakeFormPage()
    form = FormPresenter(desk.context, page)
    form.open(Write(kind.tag))
    form.change(after.name, _TYPED[kind.field(after.name).kind][0])
    form.change(field.name, _TYPED[field.kind][1])
    assert sentence in page.hints[field.name]
    form.change(field.name, _TYPED[field.kind][0])
    assert sentence not in page.hints[field.name]
    form.change(field.name, _TYPED[field.kind][1])
    form.change(after.name, "")
    assert sentence not in page.hints[field.name]
