"""What the page of guidance says, without a window."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.actions.read_guidance import read_guidance
from app.language import Wording
from app.packs import in_force, read_builtin
from app.ui.guidance.presenter import GuidanceLine, ShownGuidance, shown_of
from tests.unit.packs.test_force import pack
from tests.worlds import ENGLISH, RESOURCES

TODAY, LATER = date(2026, 12, 1), date(2029, 1, 1)
FORCE = read_guidance(RESOURCES)


def lines(shown: ShownGuidance) -> dict[str, GuidanceLine]:
    return {line.key: line for group in shown.groups for line in group.lines}


def test_each_text_has_its_source_and_the_day_it_was_looked_at() -> None:
    shown = lines(shown_of(FORCE, TODAY, ENGLISH))
    assert len(shown) == len(FORCE.notes) + len(FORCE.contacts)
    assert all("checked" in each.words.source for each in shown.values())
    assert shown["emergency"].place


def test_what_is_not_confirmed_is_marked_and_says_why() -> None:
    shown = shown_of(FORCE, TODAY, ENGLISH)
    assert 0 < shown.care < len(lines(shown)) / 3
    line = lines(shown)["three_days"]
    assert line.words.care == "not confirmed"
    assert line.words.doubt.startswith("We have seen the bill")
    assert lines(shown)["five_weeks"].words.care == ""


def test_long_after_it_was_made_every_text_asks_for_care() -> None:
    shown = shown_of(FORCE, LATER, ENGLISH)
    assert shown.care == len(lines(shown))
    assert {line.words.care for line in lines(shown).values()} == {"out of date"}


def test_a_search_finds_words_anywhere_and_a_topic_shows_itself_alone() -> None:
    assert set(lines(shown_of(FORCE, TODAY, ENGLISH, searched="FIVE weeks"))) == {"five_weeks"}
    assert shown_of(FORCE, TODAY, ENGLISH, searched="no such words at all").groups == ()
    (group,) = shown_of(FORCE, TODAY, ENGLISH, topic="removal").groups
    assert group.topic == "Having it removed"


def test_of_what_a_pack_replaced_the_programs_own_text_is_there() -> None:
    own = FORCE.note("danger")
    assert own is not None
    other = replace(own.piece, body=Wording("Andet.", "Something else."))
    force = in_force(read_builtin(RESOURCES), [pack(note=(other,))])
    line = lines(shown_of(force, TODAY, ENGLISH))["danger"]
    assert line.words.paragraphs == ("Something else.",)
    assert line.words.publisher == "En forening"
    assert line.words.built_in == own.piece.paragraphs("en")
