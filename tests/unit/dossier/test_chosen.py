"""Notes and originals come into a dossier one by one, by choice, and nothing else of their kind with them."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.view import ViewFacts
from app.dossier import (
    Dossier,
    OriginalNotPossibleError,
    PrivateNoteError,
    UnknownNoteError,
    load_policy,
    notes_to_choose,
    recipients,
    why_no_file,
)
from app.dossier.model import Standing
from evidence_store import EntryId
from tests.unit.dossier.composing import MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import (
    EVIDENCE,
    PRIVATE,
    RECIPIENTS,
    SampleCase,
    made_picture,
    small_case,
)

# A collection has what was captured and received, and nothing that was written down.
NOTED = [each for each in recipients(RECIPIENTS) if each != "colleague"]
MAIL = b"From: en@example.invalid\r\n\r\nhej\r\n"
TIME = "2026-11-24T08:00:00.000Z"


def note(
    case: SampleCase,
    words: str,
    *,
    about: EntryId | None = None,
    corrects: EntryId | None = None,
) -> EntryId:
    return case.add(NoteFacts(about=about, corrects=corrects), text=NoteText(text=words))


def mail(case: SampleCase) -> EntryId:
    return case.add(
        FileFacts(added_at=TIME, media_type="message/rfc822", size=len(MAIL)),
        png=MAIL,
        media_type="message/rfc822",
        source=FileSource(name="KANARIE-brev.eml"),
    )


@pytest.mark.parametrize("parts", [(), ("facts",), ("text",)])
def test_a_note_of_which_not_all_may_be_shown_is_not_printed(parts: tuple[str, ...]) -> None:
    case = small_case()
    chosen = note(case, "KANARIE-halv-note")
    opened = {kind: each for kind, each in MANAGER.opened.items() if kind != "note"}
    policy = msgspec.structs.replace(
        MANAGER, opened=opened, opened_if_chosen={"note": parts}, notes=True
    )
    dossier = composed(case, policy)
    assert written(dossier, "notes") == ()
    assert "KANARIE" not in words_of(dossier)
    if "text" not in parts:
        with pytest.raises(UnknownNoteError):
            composed(case, policy, notes=(chosen,))


@pytest.mark.parametrize("recipient", NOTED)
def test_a_chosen_note_is_printed_and_no_other(recipient: str) -> None:
    case = small_case()
    chosen = note(case, "Jeg ringede til lederen")
    note(case, "KANARIE-anden-note")
    policy = load_policy(RECIPIENTS, recipient)
    dossier = composed(case, policy, notes=(chosen,))
    (told,) = written(dossier, "notes")
    assert told.text == "Jeg ringede til lederen"
    assert "notes" in dossier.sections
    assert {part for part in dossier.opened if part[0] == chosen.seq} == {
        (chosen.seq, "facts"),
        (chosen.seq, "text"),
    }
    assert "KANARIE-anden-note" not in words_of(dossier)
    assert chosen.seq in {each.seq for each in dossier.statements}
    assert {each.standing for each in dossier.statements} == {Standing.STATED}


@pytest.mark.parametrize("recipient", NOTED)
def test_nothing_is_chosen_by_itself(recipient: str) -> None:
    case = small_case()
    note(case, "KANARIE-note")
    dossier = composed(case, load_policy(RECIPIENTS, recipient))
    assert written(dossier, "notes") == ()
    assert not any(each.original_type for each in dossier.exhibits)
    assert dossier == composed(case, load_policy(RECIPIENTS, recipient), notes=(), originals=())


def test_a_policy_may_choose_all_unless_the_person_says_otherwise() -> None:
    case = small_case()
    first = note(case, "En note")
    mail(case)
    open_handed = msgspec.structs.replace(MANAGER, notes=True, files=True)
    dossier = composed(case, open_handed)
    assert [each.text for each in written(dossier, "notes")] == ["KANARIE-neutral-note", "En note"]
    assert [each.number for each in dossier.exhibits if each.original_type] == [3, 4]
    assert [
        each.text for each in written(composed(case, open_handed, notes=(first,)), "notes")
    ] == ["En note"]
    assert composed(case, open_handed, notes=(), originals=()) == composed(
        case, MANAGER, notes=(), originals=()
    )


def test_a_private_note_cannot_be_chosen() -> None:
    case = small_case()
    private = case.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="KANARIE"))
    with pytest.raises(PrivateNoteError) as caught:
        composed(case, notes=(private,))
    assert caught.value.seq == private.seq
    assert private not in {each.id for each in notes_to_choose(case.state, MANAGER)}


def test_what_is_no_note_that_can_be_shown_is_refused() -> None:
    case = small_case()
    aside = note(case, "lagt til side")
    case.add(Hidden(target=aside))
    for entry in (aside, EntryId(EVIDENCE, 3), EntryId(EVIDENCE, 999), EntryId("f" * 32, 2)):
        with pytest.raises(UnknownNoteError):
            composed(case, notes=(entry,))


def test_a_recipient_that_gets_no_notes_gets_none() -> None:
    case = small_case()
    chosen = note(case, "KANARIE")
    closed = msgspec.structs.replace(MANAGER, opened_if_chosen={}, notes=True, files=True)
    with pytest.raises(UnknownNoteError):
        composed(case, closed, notes=(chosen,))
    assert written(composed(case, closed), "notes") == ()
    with pytest.raises(OriginalNotPossibleError) as caught:
        composed(case, closed, originals=(3,))
    assert caught.value.reason == "not_for_recipient"


def test_a_corrected_note_stands_as_it_is_now_and_says_so() -> None:
    case = small_case()
    first = note(case, "KANARIE-gammel")
    second = note(case, "Rettet", corrects=first)
    for named in (first, second):
        dossier = composed(case, notes=(named,))
        assert [each.text for each in written(dossier, "notes")] == ["Rettet"]
        assert (first.seq, "text") not in dossier.opened
        assert (second.seq, "text") in dossier.opened
        assert "KANARIE" not in words_of(dossier)
        assert f"first sealed as entry {first.seq}" in words_of(dossier)


def test_a_note_names_what_it_belongs_to_so_that_every_opened_field_is_on_a_page() -> None:
    case = small_case()
    shown, left_out = (case.state.exhibits[at].original for at in (0, 1))
    ids = (note(case, "a", about=shown), note(case, "b", about=left_out))
    dossier = composed(case, notes=ids, exhibits=(1,))
    assert [labelled(each.rows)["Belongs to"] for each in written(dossier, "notes")] == [
        "Exhibit 1",
        f"Entry {left_out.seq} in the case’s log",
    ]


# -- originals -------------------------------------------------------------------------------------


def test_a_chosen_file_goes_along_with_its_fingerprint_and_no_other() -> None:
    case = small_case()
    letter = mail(case)
    dossier = composed(case, originals=(4,))
    exhibit = dossier.exhibits[3]
    assert (exhibit.original_type, exhibit.picture) == ("message/rfc822", False)
    assert exhibit.standing is Standing.PACKAGE
    assert labelled(exhibit.rows)["Fingerprint of the file"] == hashlib.sha256(MAIL).hexdigest()
    assert letter in dossier.objects
    third = case.state.exhibits[2].original
    assert (third.seq, "object") not in dossier.opened
    assert "KANARIE" not in words_of(dossier)


def test_a_file_that_is_shown_by_a_picture_can_go_along_beside_it() -> None:
    case = small_case()
    letter = mail(case)
    case.add(ViewFacts(parent=letter), png=made_picture(30, 20))
    exhibit = composed(case, originals=(4,)).exhibits[3]
    assert (exhibit.picture, exhibit.media_type) == (True, "image/png")
    assert (exhibit.original, exhibit.original_type) == (letter, "message/rfc822")


def test_an_original_that_a_black_box_was_drawn_on_never_goes_along() -> None:
    """Its copy is covered, and the original would show what is under the box."""
    case = small_case()
    open_captures = msgspec.structs.replace(
        MANAGER, opened_if_chosen={"capture": ("object",), "file": ("object",)}
    )
    with pytest.raises(OriginalNotPossibleError) as caught:
        composed(case, open_captures, originals=(1,))
    assert (caught.value.number, caught.value.reason) == (1, "covered")
    assert why_no_file(case.state.exhibits[0], open_captures) == "covered"


def test_an_original_goes_with_its_exhibit_or_not_at_all() -> None:
    case = small_case()
    for number, exhibits in ((3, (1,)), (99, None)):
        with pytest.raises(OriginalNotPossibleError) as caught:
            composed(case, originals=(number,), exhibits=exhibits)
        assert caught.value.reason == "not_included"


def test_a_capture_that_is_shown_itself_needs_no_second_file() -> None:
    exhibit = composed(small_case(), originals=(2,)).exhibits[1]
    assert (exhibit.picture, exhibit.original_type) == (True, "")


def _about_files(dossier: Dossier) -> list[str]:
    return [each for each in dossier.warnings if "goes along" in each]


def test_what_cannot_be_shown_and_what_goes_along_is_said_before_by_name() -> None:
    case = small_case()
    mail(case)
    unshown, along = _about_files(composed(case, originals=(4,)))
    assert unshown.startswith("Exhibit 3 (application/pdf, 4.8 kB) cannot be shown as a picture.")
    assert along.startswith(
        f"Exhibit 4 goes along as a file, as you received it (message/rfc822, {len(MAIL)} B)."
    )


def test_what_goes_along_is_not_among_what_is_left_out() -> None:
    case = small_case()
    mail(case)
    chosen = note(case, "En note")
    omissions = composed(case, originals=(4,), notes=(chosen,)).omissions
    assert not [each for each in omissions if each.exhibit == 4]
    told = [each.what for each in omissions if each.what in {"Notes", "Other notes"}]
    assert told == ["Other notes"]
