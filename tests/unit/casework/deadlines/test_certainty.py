"""A deadline whose rule has to be looked up again asks for care, whatever it said on the day it was written."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from app.casework.deadlines import DeadlineFacts, reckon
from app.guidance import Origin
from app.language import Wording
from app.vocabulary import Certainty
from tests.unit.casework.deadlines.reckoned import NOW, book, one, rows, seen

FACTS = DeadlineFacts(events=(seen("2026-11-29 12:00"),))
LATER = datetime(2029, 1, 1, 12, tzinfo=UTC)


def test_a_rule_that_was_read_at_its_source_is_sure_until_the_day_to_look_again() -> None:
    assert one("mortification_3y", FACTS).certainty is Certainty.CONFIRMED
    assert not one("mortification_3y", FACTS).unsure
    later = one("mortification_3y", FACTS, LATER)
    assert later.unsure
    assert later.certainty in (Certainty.STALE, Certainty.EXPIRED)


def test_long_after_it_was_made_nothing_of_the_program_is_sure() -> None:
    assert rows(FACTS, LATER)
    assert all(row.unsure for row in rows(FACTS, LATER))


def test_a_rule_of_a_pack_that_has_run_out_says_so_and_whose_it_is() -> None:
    pack = Origin("En forening", Wording("Pakke", "Pack"), 2, date(2026, 11, 29))
    rule = ("police_72h", "")
    of_pack = replace(book(), origins={**book().origins, rule: pack})
    (row,) = (each for each in reckon(of_pack, FACTS, NOW) if each.rule.id == "police_72h")
    assert (row.certainty, row.publisher) == (Certainty.EXPIRED, "En forening")
