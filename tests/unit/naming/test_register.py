"""The people who were registered keep their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.naming import (
    Pseudonym,
    Register,
    UnreadableRegisterError,
    decode_register,
    encode_register,
    mark_at,
)
from app.vocabulary import Relation


def test_marks_follow_the_order_in_which_people_are_registered() -> None:
    register = (
        Register()
        .having(Relation.CITIZEN, ("Åse Prøve",))
        .having(Relation.CHILD, ("Jens",))
        .having(Relation.CITIZEN, ("Bo Prøve",))
        .having(Relation.CHILD, ("Ida",))
        .having(Relation.COLLEAGUE, ("Anna Skov",))
    )
    assert [(each.relation.value, each.mark) for each in register.people] == [
        ("citizen", "A"),
        ("child", "1"),
        ("citizen", "B"),
        ("child", "2"),
        ("colleague", "A"),
    ]


def test_a_mark_is_not_given_again() -> None:
    register = Register().having(Relation.CITIZEN, ("Åse Prøve",), ("aase",), ("1234",))
    register = register.without(Pseudonym(Relation.CITIZEN, "A"))
    assert "Åse" not in encode_register(register)
    assert "aase" not in encode_register(register)
    assert register.persons() == ()
    assert register.having(Relation.CITIZEN, ("Bo",)).people[-1].mark == "B"


def test_more_names_go_to_whom_they_belong() -> None:
    register = Register().having(Relation.CITIZEN, ("Åse Prøve",))
    register = register.having(Relation.CITIZEN, ("Åse  Ny", "Åse Prøve"), ("@aase",), mark="A")
    (one,) = register.persons()
    assert one.names == ("Åse Prøve", "Åse Ny")
    assert one.handles == ("@aase",)


@pytest.mark.parametrize("row", ["", "{}x", '{"version":1,"more":2}', '{"people":[{}]}', "[]"])
def test_a_row_that_is_no_register_is_refused(row: str) -> None:
    with pytest.raises(UnreadableRegisterError):
        decode_register(row)


STEPS = st.lists(
    st.tuples(st.sampled_from(Relation), st.text(min_size=1, max_size=5), st.booleans()),
    max_size=20,
)


@given(STEPS)
def test_marks_stay_with_their_people_whatever_comes(
    steps: list[tuple[Relation, str, bool]],
) -> None:
    register, seen = Register(), {}
    for relation, name, gone in steps:
        register = register.having(relation, (name,))
        new = register.people[-1]
        assert new.pseudonym not in seen
        seen[new.pseudonym] = new.names
        if gone:
            register = register.without(new.pseudonym)
            seen[new.pseudonym] = ()
        assert {each.pseudonym: each.names for each in register.people} == seen
    assert decode_register(encode_register(register)) == register


@given(st.sampled_from(Relation), st.integers(0, 2000))
def test_each_place_has_a_mark_of_its_own(relation: Relation, index: int) -> None:
    assert mark_at(relation, index) != mark_at(relation, index + 1)
