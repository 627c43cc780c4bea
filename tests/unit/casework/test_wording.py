"""A kind that has no words of its own is told by its fields."""

from __future__ import annotations

from msgspec.structs import replace

from app.casework import Field, FieldKind, Gap, GapReason, Labelled, Part, empty, field_words
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.working_copy import WorkingCopyFacts
from app.casework.wording import Tone, dotted, first_words, listed
from app.vocabulary import DoneBy, Role
from tests.fakes.ledger import FakeLedger, picture
from tests.fakes.plain_kind import LEAVE, Leave, LeaveFacts, LeaveText
from tests.worlds import DANISH, ENGLISH

SICK = Leave(
    LeaveFacts(at="2026-11-23T07:00:00.000Z", until="2026-11-27", role=Role.MANAGER),
    LeaveText(why="Kunne ikke sove\nefter opslaget", name="Anne Eks", doctor="Bo Eks"),
)


def test_fields_are_told_by_their_labels_in_the_order_of_the_form() -> None:
    assert LEAVE.details_of(SICK, ENGLISH) == (
        Labelled("Why", "Kunne ikke sove\nefter opslaget"),
        Labelled("From", "23 November 2026 at 08:00"),
        Labelled("Until", "27 November 2026"),
        Labelled("Told to", "Manager", rest=("Anne Eks",)),
        Labelled("Doctor", "Bo Eks"),
    )


def test_a_kind_may_put_its_fields_in_another_order() -> None:
    turned = replace(LEAVE, order=("role", "name", "why"))

    assert [row.whole for row in turned.details_of(SICK, DANISH)] == [
        "Leder · Anne Eks",
        "Kunne ikke sove\nefter opslaget",
    ]


def test_what_is_not_said_has_no_line() -> None:
    bare = Leave(LeaveFacts(role=Role.HR))

    assert LEAVE.details_of(bare, ENGLISH) == (Labelled("Told to", "HR"),)


def test_of_a_part_that_cannot_be_read_one_line_says_so() -> None:
    gone = replace(SICK, text=Gap(GapReason.ERASED))
    rows = [(row.label, row.value) for row in LEAVE.details_of(gone, ENGLISH)]

    assert (rows[0], rows[1][0], *rows[2:]) == (
        ("Why", "cannot be read"),
        "From",
        ("Until", "27 November 2026"),
        ("Told to", "Manager"),
    )


def test_a_row_begins_with_the_first_two_things_that_are_said() -> None:
    assert LEAVE.line_of(SICK, empty(), ENGLISH) == (
        "Kunne ikke sove efter opslaget",
        "23 November 2026 at 08:00",
    )
    assert LEAVE.brief_of(SICK, ENGLISH) == "Kunne ikke sove\nefter opslaget"
    silent = replace(LEAVE, order=("why",))
    assert silent.line_of(Leave(LeaveFacts()), empty(), ENGLISH) == ("Leave", "")
    assert silent.brief_of(Leave(LeaveFacts()), ENGLISH) == ""


def test_its_badge_is_its_name() -> None:
    assert LEAVE.badge_in(ENGLISH) == ("Leave", Tone.PLAIN)


def test_exhibits_that_a_field_names_are_told_by_their_numbers_each_once() -> None:
    ledger = FakeLedger()
    first, second = (ledger.add(CaptureFacts(), object=picture()) for _ in range(2))
    copy = ledger.add(WorkingCopyFacts(parent=second), object=picture(1))
    shown = Leave(LeaveFacts(exhibits=(copy, first, second)))

    assert LEAVE.more_of(shown, ledger.state(), ENGLISH) == (Labelled("Shown by exhibit", "2, 1"),)
    assert LEAVE.more_of(SICK, ledger.state(), ENGLISH) == ()


def test_short_forms_leave_out_what_is_empty_and_end_in_dots() -> None:
    assert dotted("a", "", "b") == "a · b"
    assert listed("", "a", "b") == "a, b"
    assert first_words(" a\n b ") == "a b"
    assert first_words("ord " * 50, most=10) == "ord ord o…"


def test_a_choice_reads_otherwise_for_others_than_the_person() -> None:
    class Facts(Part, frozen=True, kw_only=True, tag="answered_online"):
        by: DoneBy = DoneBy.ME

    field = Field(name="by", kind=FieldKind.CHOICE, choices=DoneBy)
    assert field_words(field, Facts(), DANISH) == "Mig"
    assert field_words(field, Facts(), DANISH, others=True) == "Den ansatte"
