"""The annex says where times go back, as far as what is shown tells, and nothing of what is withheld."""

from __future__ import annotations

from app.casework import Machine
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.note import NoteFacts, NoteText
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, words_of
from tests.unit.dossier.sample_case import SampleCase, made_picture

MORNING = "2026-11-23T13:03:11.000Z"
BEFORE = "2026-11-20T13:03:11.000Z"
AFTER = "2026-11-23T15:00:00.000Z"


def taken(case: SampleCase, time: str) -> None:
    facts = CaptureFacts(captured_at=time, width_px=4, height_px=4)
    case.add(facts, time, png=made_picture(4, 4))


def test_a_picture_that_is_earlier_than_the_one_before_is_named_with_both_times() -> None:
    case = SampleCase()
    for time in (MORNING, BEFORE, AFTER):
        taken(case, time)
    for policy in (MANAGER, CONSULTANT):
        (sentence,) = composed(case, policy).clock
        assert sentence.startswith(
            "Entry 2 was sealed after entry 1 and has an earlier time: 20 November"
        )
        assert ", against 23 November 2026 at 14:03:11" in sentence


def test_entries_that_nothing_is_shown_of_are_not_named() -> None:
    case = SampleCase()
    taken(case, MORNING)
    case.add(NoteFacts(), "1970-01-01T00:00:10.000Z", text=NoteText(text="KANARIE-neutral-note"))
    taken(case, AFTER)
    dossier = composed(case)
    assert dossier.clock == ()
    assert "1970" not in words_of(dossier)


def test_a_step_back_over_a_hidden_entry_is_told_between_what_is_shown() -> None:
    case = SampleCase()
    taken(case, MORNING)
    case.add(NoteFacts(), AFTER)
    taken(case, BEFORE)
    (sentence,) = composed(case).clock
    assert sentence.startswith("Entry 3 was sealed after entry 1 ")


def test_what_the_counters_tell_stays_closed() -> None:
    """The part machine is opened to nobody: a clock that was moved without going back is not told."""
    case = SampleCase()
    for time, counter in ((MORNING, 1), (AFTER, 9 * 3_600_000)):
        facts = CaptureFacts(captured_at=time, width_px=4, height_px=4)
        machine = Machine(boot_id="KANARIE-maskine", monotonic_ms=counter)
        case.add(facts, time, png=made_picture(4, 4), machine=machine)
    assert [step.entry.seq for step in case.state.jumps] == [2]
    dossier = composed(case)
    assert dossier.clock == ()
    assert not {name for _, name in dossier.opened} & {"machine"}
