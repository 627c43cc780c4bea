from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.casework.kinds.case import Author
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.file import FileFacts
from app.casework.kinds.incident import IncidentFacts, IncidentText
from app.casework.kinds.notification import NotificationFacts, NotificationText
from app.casework.kinds.request import RequestFacts, RequestPerson
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier import (
    Standing,
    UnknownAskError,
    UnknownExhibitError,
    pictures_to_look_at,
    said_of,
)
from app.dossier.composing.incidents import open_to
from app.dossier.model import Caption
from app.markup.shapes import Box, Number, Redaction
from app.vocabulary import IncidentKind, Role, Visibility
from evidence_store import EntryId
from tests.unit.dossier.composing import ENGLISH, MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.golden import erase
from tests.unit.dossier.sample_case import EVIDENCE, PRIVATE, SampleCase, made_picture, small_case

# -- exhibits ------------------------------------------------------------------------------------


def test_a_covered_copy_stands_for_its_original_which_is_named_by_its_place_only() -> None:
    case = small_case()
    dossier = composed(case)
    exhibit = dossier.exhibits[0]
    assert (exhibit.original.seq, exhibit.shown.seq) == (3, 6)
    assert exhibit.covered
    assert exhibit.captions == (Caption(1, "Beskyldning om korruption"),)
    assert labelled(exhibit.rows)["Original"] == (
        "Derived from the original in entry 3 of the case’s log, which is withheld"
    )
    assert (3, "object") not in dossier.opened
    assert case.state.exhibits[0].object is not None
    assert getattr(case.state.exhibits[0].object, "sha256") not in words_of(dossier)  # noqa: B009
    assert "Exhibit 1: 1 place covered with black" in [each.what for each in dossier.omissions]
    assert "barns navn" in [each.why for each in dossier.omissions]


def test_an_original_without_a_copy_is_shown_and_can_be_checked() -> None:
    dossier = composed(small_case())
    exhibit = dossier.exhibits[1]
    assert exhibit.shown == exhibit.original == EntryId(EVIDENCE, 4)
    assert exhibit.standing is Standing.PACKAGE
    assert (4, "object") in dossier.opened
    assert EntryId(EVIDENCE, 4) in dossier.objects


def test_a_file_without_a_picture_is_named_as_kept_and_stays_shut() -> None:
    dossier = composed(small_case())
    exhibit = dossier.exhibits[2]
    assert not exhibit.picture
    assert exhibit.standing is Standing.OPENING
    assert (5, "object") not in dossier.opened
    assert "Exhibit 3: the file, entry 5" in [each.what for each in dossier.omissions]


def test_a_file_is_shown_by_the_picture_made_from_it() -> None:
    case = SampleCase()
    file = case.add(FileFacts(media_type="image/jpeg"), png=b"jpeg", media_type="image/jpeg")
    view = case.add(ViewFacts(parent=file), png=made_picture(3, 3))
    dossier = composed(case)
    assert dossier.exhibits[0].shown == view
    assert dossier.objects == (view,)
    assert (file.seq, "object") not in dossier.opened


def _covered_case() -> tuple[SampleCase, EntryId]:
    case = SampleCase()
    original = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    copy = case.add(
        WorkingCopyFacts(parent=original),
        png=made_picture(9, 9, (0, 0, 0)),
        marks=WorkingCopyMarks(),
        redactions=WorkingCopyRedactions(redactions=(Redaction(Box(0, 0, 2, 2), "navn"),)),
    )
    return case, copy


def test_what_a_lost_copy_covered_does_not_come_back() -> None:
    from app.casework.kinds.hidden import Hidden

    case, copy = _covered_case()
    case.add(Hidden(target=copy))
    dossier = composed(case)
    assert not dossier.exhibits[0].picture
    assert dossier.objects == ()
    assert "Exhibit 1: the picture" in [each.what for each in dossier.omissions]


def test_only_the_newest_copy_is_opened() -> None:
    case, copy = _covered_case()
    newer = case.add(
        WorkingCopyFacts(parent=EntryId(EVIDENCE, 1), replaces=copy, width_px=9, height_px=9),
        png=made_picture(9, 9, (1, 1, 1)),
        marks=WorkingCopyMarks(marks=(Number(1, 1, "en"), Number(2, 2), Number(3, 3, "tre"))),
        redactions=WorkingCopyRedactions(),
    )
    dossier = composed(case)
    assert dossier.objects == (newer,)
    assert dossier.exhibits[0].captions == (Caption(1, "en"), Caption(3, "tre"))
    earlier = f"Exhibit 1: an earlier copy, entry {copy.seq}"
    assert [(each.why, each.exhibit) for each in dossier.omissions if each.what == earlier] == [
        ("A newer copy is shown instead.", 1)
    ]
    assert not [part for seq, part in dossier.opened if seq == copy.seq]


def test_numbers_are_the_case_s_own_whatever_is_chosen() -> None:
    dossier = composed(small_case(), exhibits=(3, 1))
    assert [exhibit.number for exhibit in dossier.exhibits] == [3, 1]
    assert "Exhibit 2, entry 4" in [each.what for each in dossier.omissions]
    assert not [part for seq, part in dossier.opened if seq == 4]


def test_the_whole_screen_is_left_out_until_it_is_chosen() -> None:
    case = SampleCase()
    case.capture(made_picture(3, 3), "2026-11-23T13:00:00.000Z", (3, 3))
    case.capture(made_picture(4, 4), "2026-11-23T13:00:00.000Z", (4, 4), context=True)
    assert [each.number for each in composed(case).exhibits] == [1]
    assert [each.number for each in composed(case, context=True).exhibits] == [1, 2]
    assert [each.number for each in composed(case, exhibits=(2,)).exhibits] == [2]


def test_a_choice_of_what_is_not_there_is_an_error() -> None:
    with pytest.raises(UnknownExhibitError):
        composed(small_case(), exhibits=(9,))
    with pytest.raises(UnknownAskError):
        composed(small_case(), asks=("a cake",))


def test_an_incident_points_at_those_of_its_exhibits_that_are_included() -> None:
    for chosen in (None, (1, 2, 3), (1, 3), (2,)):
        (incident,) = composed(small_case(), exhibits=chosen).incidents
        assert incident.exhibits == (chosen or (1, 2, 3))


def test_an_incident_goes_when_all_its_exhibits_are_left_out() -> None:
    case = small_case()
    lonely = case.capture(made_picture(5, 5), "2026-11-23T17:00:00.000Z", (5, 5))
    assert len(composed(case, exhibits=(4,)).incidents) == 0
    assert lonely in composed(case, exhibits=(4,)).objects


def test_an_exhibit_whose_facts_were_erased_is_named_as_erased_and_nothing_of_it_is_opened() -> (
    None
):
    case = SampleCase()
    kept = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    gone = case.capture(made_picture(8, 9), "2026-11-23T13:00:01.000Z", (8, 9))
    erase(case, gone, "facts", "window", "object")
    dossier = composed(case)
    assert [each.number for each in dossier.exhibits] == [1]
    assert dossier.objects == (kept,)
    assert not [part for seq, part in dossier.opened if seq == gone.seq]
    told = [(each.what, each.why) for each in dossier.omissions if each.exhibit == 2]
    assert told == [(f"Exhibit 2, entry {gone.seq}", "Erased.")]


def test_an_exhibit_whose_picture_alone_was_erased_is_shown_without_it() -> None:
    case = SampleCase()
    gone = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    erase(case, gone, "object")
    (exhibit,) = composed(case).exhibits
    assert (exhibit.picture, exhibit.sha256, exhibit.standing) == (False, "", Standing.OPENING)
    assert composed(case).objects == ()


# -- words ---------------------------------------------------------------------------------------


def test_requests_are_the_policy_s_own_or_the_chosen_ones_and_the_person_s() -> None:
    assert len(composed(small_case()).asks) == sum(each.chosen for each in MANAGER.asks)
    chosen = composed(small_case(), asks=("safety", "meeting"), own_asks=("En parkeringsplads",))
    # What is wanted soonest comes first, and what the person asks for themselves comes last.
    assert [(each.text, each.within, each.who) for each in chosen.asks] == [
        (
            "Support, and a meeting as soon as possible",
            "Within a day, no later than Wednesday 25 November 2026 at 09:30",
            "Manager",
        ),
        (
            "A decision on safety: address, meeting place and working hours",
            "Within a week, no later than Tuesday 1 December 2026",
            "Manager",
        ),
        ("En parkeringsplads", "", ""),
    ]


def test_facts_say_what_where_when_and_by_whom_without_guessing() -> None:
    rows = labelled(composed(small_case()).exhibits[0].rows)
    assert rows["Where"] == "Facebook, “Borgere i Nordby”"
    assert rows["Visibility"] == "public, 4.812 medlemmer"
    assert rows["Sender"] == "Sender A"
    assert rows["Posted"] == "“3 t” as shown; found to be 23 November 2026 at 10:58"
    assert rows["Captured"].endswith(", by Mette Eks. The computer’s clock was not checked.")
    assert "13:03:11 UTC" in rows["Captured"]


def test_unknown_times_are_called_unknown_and_stand_last() -> None:
    case = SampleCase()
    case.add(IncidentFacts(platform="Sms"), text=IncidentText(quote="…"))
    case.add(
        NotificationFacts(role=Role.MANAGER, at="2026-11-23T13:30:00.000Z"), text=NotificationText()
    )
    timeline = composed(case).timeline
    assert [item.when for item in timeline] == ["23 Nov 2026 14:30", "not stated"]


def test_the_timeline_can_run_backwards() -> None:
    forwards = composed(small_case()).timeline
    backwards = composed(small_case(), newest_first=True).timeline
    assert forwards == tuple(reversed(backwards))


def test_one_and_many_are_told_apart() -> None:
    case = small_case()
    one = [each.title for each in composed(case).cover.facts]
    assert one[0] == "1 post"
    assert one[2] == "1 sender"
    case.add(IncidentFacts(platform="Sms", form=IncidentKind.TEXT_MESSAGE))
    many = composed(case).cover.facts[0]
    assert many.title == "2 incidents"
    assert many.lines[0] == "post\u00a0(1), text message\u00a0(1)"


def test_the_person_s_own_summary_stands_first() -> None:
    dossier = composed(small_case(), summary="Først.\n\nSå.")
    assert dossier.summary.paragraphs == ("Først.", "Så.")


def test_a_correction_is_named_with_the_place_of_the_first_wording() -> None:
    case = SampleCase()
    first = case.add(IncidentFacts(platform="Sms"), text=IncidentText(quote="forkert"))
    case.add(IncidentFacts(platform="Sms", corrects=first), text=IncidentText(quote="rigtig"))
    dossier = composed(case)
    assert "forkert" not in words_of(dossier)
    assert (first.seq, "text") not in dossier.opened
    assert "Incident 1 (corrected; first sealed as entry 1)" in [
        each.what for each in dossier.statements
    ]


def test_every_statement_is_marked_as_stated() -> None:
    assert {each.standing for each in composed(small_case()).statements} == {Standing.STATED}


def test_the_log_leaves_out_what_is_not_the_manager_s_business() -> None:
    titles = [each.title for each in written(composed(small_case()), "notifications")]
    assert titles == ["Manager, Familieafdelingen"]


def test_the_person_is_warned_of_pictures_without_covered_places() -> None:
    said = {
        look.number: said_of(look, ENGLISH)
        for look in pictures_to_look_at(small_case().state, composed(small_case()))
    }
    assert said[1] == (
        "1 place is covered (barns navn)."
        " The picture probably shows: KANARIE-Torben-Eks, @torben.eks."
        " Look whether enough is covered."
    )
    assert said[2].startswith("Nothing is covered. The picture probably shows: KANARIE-Torben-Eks")


def test_names_that_a_picture_can_show_are_told_to_the_reader_without_naming_them() -> None:
    (row,) = [each for each in composed(small_case()).omissions if "Pictures can show" in each.why]
    assert row.why == (
        "They are called Sender A, Citizen A, Child 1 and so on, in quotes and in the employee’s own words, too. Names"
        " that the employee has not noted, and names in pictures, can stand there all the same."
        " Pictures can show the names: exhibit 1 (sender A, 1 place covered); exhibit 2 (sender A, nothing covered)."
    )


def test_names_that_were_quoted_are_looked_for_in_the_picture() -> None:
    case = SampleCase()
    case.add(Author(name="Mette Eks"))
    picture = case.capture(made_picture(9, 9), "2026-11-23T13:03:11.000Z", (9, 9))
    case.add(
        IncidentFacts(exhibits=(picture,)),
        text=IncidentText(quote="Mette Eks, Hanne Eks og Lise Eks er korrupte"),
    )
    case.add(RequestFacts(), to=RequestPerson(name="Lise Eks"))
    case.add(ContactFacts(), contact=ContactPerson(name="Hanne Eks"))
    case.add(ContactFacts(), contact=ContactPerson(name="Bo Eks"))
    (look,) = pictures_to_look_at(case.state, composed(case))
    assert look.names == ("Mette Eks", "Hanne Eks", "Lise Eks")


def test_an_empty_case_makes_a_dossier() -> None:
    dossier = composed(SampleCase())
    assert dossier.cover.title == "Documentation"
    assert dossier.opened == {(0, "genesis")}


# -- what cannot be read ---------------------------------------------------------------------------


def _unreadable(case: SampleCase, text: bytes) -> EntryId:
    return case.add_bodies({"facts": b'{"kind":"incident","version":1}', "text": text})


def test_where_all_can_be_read_only_the_recipients_own_warnings_are_given() -> None:
    own = tuple(each.of("en") for each in MANAGER.warnings)
    assert composed(SampleCase()).warnings == own
    assert composed(small_case(), exhibits=(1, 2)).warnings == own


def test_what_cannot_be_read_stands_among_the_omissions_and_in_the_warnings() -> None:
    case = small_case()
    before = composed(case)
    part = _unreadable(case, b'{"kind":"incident_text","version":1,"quote":[]}')
    whole = case.add_bodies({"facts": b'{"kind":"of_a_later_year","version":1}'})
    dossier = composed(case)
    new = [each for each in dossier.omissions if each not in before.omissions]
    assert [(each.what, each.why) for each in new] == [
        (f"Entry {part.seq} in the case’s log", "Part of it cannot be read."),
        (
            f"Entry {whole.seq} in the case’s log",
            "It is of a kind that this version of the program does not know.",
        ),
    ]
    (warning,) = set(dossier.warnings) - set(before.warnings)
    assert f"{part.seq}, {whole.seq}" in warning


def test_what_this_recipient_is_never_shown_is_not_said_to_be_unreadable() -> None:
    case = small_case()
    before = composed(case)
    case.add_bodies(
        {"facts": b'{"kind":"note","version":1}', "text": b'{"kind":"note_text","version":3}'}
    )
    case.add_bodies(
        {"facts": b'{"kind":"incident","version":1}', "machine": b'{"kind":"machine","version":4}'}
    )
    case.add_bodies({"facts": b'{"kind":"note","version":9}'}, PRIVATE)
    dossier = composed(case)
    assert dossier.omissions == before.omissions
    assert dossier.warnings == before.warnings


def test_who_could_see_it_is_said_once() -> None:
    facts = IncidentFacts(
        visibility=Visibility.PUBLIC, audience="Public group with 4,812 members. Anyone can read."
    )
    assert open_to(facts, ENGLISH) == "Public group with 4,812 members. Anyone can read."
    assert open_to(replace(facts, audience="many"), ENGLISH) == "public, many"
    assert open_to(IncidentFacts(audience="many"), ENGLISH) == "many"
