"""What is in force: a pack's piece in the place of the program's, which stays beside it to compare with."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.casework.deadlines import RuleTable
from app.language import Wording
from app.packs import PackDocument, PackHead, PackTableError, Publisher, in_force, read_builtin
from app.vocabulary import Confidence
from tests.worlds import RESOURCES

BUILT_IN = read_builtin(RESOURCES)
OWN = in_force(BUILT_IN)
HEAD = PackHead("pack", 1, Wording("Pakke", "Pack"), date(2026, 12, 1), date(2027, 12, 1))
ABSENCE = "employer_report_14d_absence"


def pack(**tables: object) -> PackDocument:
    """A pack of a made-up union."""
    publisher = Publisher("union", "En forening", "0f" * 32)
    return PackDocument(pack=HEAD, publisher=publisher, **tables)  # type: ignore[arg-type]


def three_days() -> PackDocument:
    """The rule of 1 July 2026, confirmed, with nothing beside it."""
    rule = replace(
        OWN.rulebook.of(ABSENCE, "3_days"),
        confidence=Confidence.VERIFIED,
        doubt=None,
        replaces=("1_day_beside",),
    )
    return pack(rule=(rule,))


def test_without_packs_it_is_what_the_program_says() -> None:
    assert OWN.replaced == ()
    assert all(each.built_in is None and not each.origin.publisher for each in OWN.notes)
    assert {each.version for each in OWN.rulebook.origins.values()} == {1}


def test_a_text_takes_the_place_of_the_programs_which_stays_beside_it() -> None:
    own = OWN.note("danger")
    assert own is not None
    other = replace(own.piece, body=Wording("Andet.", "Other."))
    found = in_force(BUILT_IN, [pack(note=(other,))]).note("danger")
    assert found is not None
    assert (found.piece, found.built_in) == (other, own.piece)
    assert found.origin.publisher == "En forening"


def test_the_later_of_two_packs_stands() -> None:
    own = OWN.note("danger")
    assert own is not None
    first, second = (replace(own.piece, body=Wording(each, each)) for each in "ab")
    found = in_force(BUILT_IN, [pack(note=(first,)), pack(note=(second,))]).note("danger")
    assert found is not None
    assert found.piece == second


def test_a_rule_replaces_the_versions_that_it_names_and_stands_where_they_stood() -> None:
    force = in_force(BUILT_IN, [three_days()])
    versions = [rule.version for rule in force.rulebook.rules if rule.id == ABSENCE]
    assert versions == ["1_day", "3_days"]
    assert {rule.version for rule in force.replaced} == {"3_days", "1_day_beside"}
    rule = force.rulebook.of(ABSENCE, "3_days")
    assert force.rulebook.origin(rule).publisher == "En forening"
    assert [r.id for r in force.rulebook.rules].index(ABSENCE) == [
        r.id for r in OWN.rulebook.rules
    ].index(ABSENCE)


def test_a_pack_changes_no_end_of_a_day_and_no_holiday() -> None:
    end = OWN.rulebook.day_ends["day_end_2359"]
    with pytest.raises(PackTableError, match="there already"):
        in_force(BUILT_IN, [pack(day_end=(replace(end, source="another"),))])
    with pytest.raises(PackTableError, match="holidays"):
        in_force(BUILT_IN, [pack(public_holidays={"2026": (date(2026, 7, 1),)})])


def test_a_rule_that_ends_nowhere_is_refused_with_the_whole() -> None:
    rule = replace(OWN.rulebook.of(ABSENCE, "3_days"), id="mine", ends="nowhere")
    with pytest.raises(PackTableError, match="mine"):
        in_force(BUILT_IN, [pack(rule=(rule,))])


def test_a_document_is_a_table_of_rules() -> None:
    assert isinstance(three_days(), RuleTable)
