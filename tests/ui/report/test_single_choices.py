"""In the wizard, notes and files are ticked one by one, and what that means is read before it is ticked."""

from __future__ import annotations

import zipfile

import pytest

from app.actions.add_file import add_file
from app.actions.hide import hide
from app.actions.mark_and_redact import set_layer
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.note import NoteFacts
from app.markup import Layer
from app.picture import encode_png
from app.ui.report.model import ChoiceLine
from tests.fakes.screen import striped_pixels
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import BOX, case_of
from tests.worlds import FONT
from tests.written import write_note


@pytest.fixture
def noted(bench: Bench) -> Bench:
    """Two neutral notes, one put aside, one private, and a file without a picture."""
    case = case_of(bench.session)
    first = case.state.exhibits[0].original
    write_note(case, "Hun ringede kl. 14", NoteFacts(about=first))
    write_note(case, "kanariefugl-anden", NoteFacts())
    hide(case, write_note(case, "kanariefugl-lagt-til-side", NoteFacts()))
    write_note(case, "kanariefugl-privat", NoteFacts(), private=True)
    file = bench.house.folder / "brev-fra-kommunen.txt"
    file.write_text("det hele brev", encoding="utf-8")
    add_file(case, file)
    bench.session.publish()
    bench.build()
    return bench


def choose_note(bench: Bench, line: ChoiceLine, *, included: bool = True) -> None:
    bench.presenter.singles.include_note(int(line.key), included=included)


def test_every_neutral_note_is_offered_unticked_and_no_private_one(noted: Bench) -> None:
    assert [line.text for line in noted.page.notes] == ["Hun ringede kl. 14", "kanariefugl-anden"]
    assert [line.checked for line in noted.page.notes] == [False, False]
    assert "Belongs to exhibit 1" in noted.page.notes[0].detail
    assert "Ring" not in noted.text()


def test_a_ticked_note_is_shown_and_saved_with_its_words_and_no_other(noted: Bench) -> None:
    choose_note(noted, noted.page.notes[0])
    assert [line.checked for line in noted.page.notes] == [True, False]
    noted.build()
    assert "Hun ringede kl. 14" in noted.text()
    assert "kanariefugl" not in noted.text()
    choose_note(noted, noted.page.notes[0], included=False)
    assert noted.presenter.draft is not None
    assert noted.presenter.draft.notes is None


def test_a_files_own_facts_and_the_warning_stand_at_its_line(noted: Bench) -> None:
    (line,) = noted.page.files
    assert line.text == "Exhibit 5 · brev-fra-kommunen.txt"
    assert not line.checked
    facts, shown, inside, warning = line.detail.split("\n")
    assert facts.startswith("text/plain · 13 B · the file says: changed ")
    assert facts.endswith(" (not checked)")
    assert shown == "Cannot be shown as a picture; the report only names it."
    assert inside == "No place, device or name was found in it; that is no promise."
    assert warning.startswith("Goes along as you received it. It can hold hidden information")


def test_what_a_file_tells_of_itself_is_read_before_it_is_ticked(bench: Bench) -> None:
    mail = bench.house.folder / "brev.eml"
    mail.write_bytes(b"From: jens@example.invalid\r\nSubject: Din sag\r\n\r\nhej\r\n")
    add_file(case_of(bench.session), mail)
    bench.session.publish()
    (line,) = bench.page.files
    assert not line.checked
    assert "In the file stands: from: jens@example.invalid · subject: Din sag" in line.detail


def test_a_ticked_file_lies_in_the_package(noted: Bench) -> None:
    noted.presenter.singles.include_file(5, included=True)
    noted.build()
    assert noted.page.check is not None
    assert any("Exhibit 5 goes along as a file" in each for each in noted.page.check.warnings)
    noted.aim(package=True)
    noted.save()
    (package,) = noted.house.documents.glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        (found,) = [name for name in archive.namelist() if "originals/" in name]
        assert archive.read(found) == b"det hele brev"
    (dossier,) = noted.session.state.of(DOSSIER)
    assert dossier.facts.files is not None
    assert "data/originals/bilag-005.txt" in {each.path for each in dossier.facts.files}


def test_a_file_cannot_go_along_with_a_report_alone_and_that_is_said(noted: Bench) -> None:
    noted.presenter.singles.include_file(5, included=True)
    noted.aim(package=False)
    assert "They lie in the package" in noted.page.complaint
    noted.aim(package=True)
    assert noted.page.complaint == ""


def test_what_cannot_be_shown_is_named_before_it_is_saved(noted: Bench) -> None:
    assert noted.page.check is not None
    assert any(
        each.startswith("Exhibit 5 (text/plain, 13 B) cannot be shown")
        for each in noted.page.check.warnings
    )


def test_a_file_goes_with_its_exhibit_and_not_without(noted: Bench) -> None:
    noted.presenter.singles.include_file(5, included=True)
    noted.presenter.include_exhibit(5, included=False)
    (line,) = noted.page.files
    assert (line.checked, line.fixed, line.detail) == (False, True, "Choose the exhibit first.")
    noted.build()
    assert noted.page.check is not None
    noted.presenter.include_exhibit(5, included=True)
    assert noted.page.files[0].checked


def test_a_file_that_was_covered_on_a_copy_cannot_go_along(bench: Bench) -> None:
    case = case_of(bench.session)
    picture = bench.house.folder / "billede.png"
    picture.write_bytes(encode_png(striped_pixels(120, 80)))
    entry = add_file(case, picture)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    set_layer(case, exhibit, Layer(redactions=(BOX,)), FONT)
    bench.session.publish()
    bench.build()
    (line,) = bench.page.files
    assert line.fixed
    assert line.detail.startswith("Cannot go along: a copy of it is covered with black")
    bench.presenter.singles.include_file(5, included=True)
    bench.build()
    assert bench.page.check is not None


def test_another_recipient_begins_with_nothing_ticked(noted: Bench) -> None:
    choose_note(noted, noted.page.notes[0])
    noted.presenter.singles.include_file(5, included=True)
    noted.presenter.choose_recipient("union_consultant")
    assert not any(line.checked for line in (*noted.page.notes, *noted.page.files))
