"""What leaves is told before it is saved: pictures, files and notes, and what a package holds."""

from __future__ import annotations

from app.actions.add_file import add_file
from app.actions.read_text import keep_text
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NOTE, NoteDraft
from app.picture import ReadText, ReadWord
from app.vocabulary import Zone
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import case_of


def leaves(bench: Bench) -> dict[str, str]:
    bench.build()
    assert bench.page.check is not None
    return {each.words: each.detail for each in bench.page.check.leaves}


def test_without_choices_no_note_and_no_file_leaves(bench: Bench) -> None:
    told = leaves(bench)
    assert told["The report"].startswith(f"{bench.page.pane.count} pages, exhibits 1, 2, 3, ")
    assert told["The report"].endswith("B")  # how large
    assert told["What it says of your computer"].startswith("Nothing: no user")
    assert told["Notes that go along"] == "None. Private notes never leave."
    assert told["Files as you received them"] == "None"
    assert told["In a package there are also"].startswith("The pictures as files, the log")


def test_a_note_and_a_file_that_were_chosen_are_named(bench: Bench) -> None:
    case = case_of(bench.session)
    letter = bench.house.folder / "brev.txt"
    letter.write_text("hej", encoding="utf-8")
    add_file(case, letter)
    write_down(case, NoteDraft(text="Set af en kollega.", zone=Zone.EVIDENCE))
    write_down(case, NoteDraft(text="Kun for mig.", zone=Zone.PRIVATE))
    bench.session.publish()
    (note,) = bench.session.state.of(NOTE)
    bench.presenter.singles.include_note(note.id.seq, included=True)
    bench.presenter.singles.include_file(5, included=True)
    told = leaves(bench)
    assert told["Notes that go along"] == "“Set af en kollega.”"
    assert told["Files as you received them"] == "exhibit 5, in the package alone"
    assert "Kun for mig" not in " ".join(told.values())


LINK = "https://social.example/torben.proeve/opslag/7"


def with_a_link(bench: Bench) -> None:
    case = case_of(bench.session)
    write_down(
        case,
        IncidentDraft(
            exhibits=(case.state.exhibits[0].original,),
            permalink=LINK,
            name="Torben Prøve",
            quote="Torbens opslag. Ring 12 34 56 78",
        ),
    )
    bench.session.publish()


def test_people_are_called_by_other_names_and_it_is_said_whom_they_stand_for(bench: Bench) -> None:
    with_a_link(bench)
    assert leaves(bench)["People"] == "Sender A stands for Torben Prøve"
    bench.presenter.choose_recipient("police")
    assert leaves(bench)["People"] == "They are named as you have noted them."


def test_a_link_that_holds_a_name_is_sent_or_left_out_as_the_person_wants(bench: Bench) -> None:
    with_a_link(bench)
    bench.build()
    assert bench.page.check is not None
    (line,) = [each for each in bench.page.check.seen if each.link]
    assert (line.link, line.sent, line.exhibit) == (LINK, False, 1)
    bench.presenter.send_link(LINK, sent=True)
    bench.build()
    (line,) = [each for each in bench.page.check.seen if each.link]
    assert line.sent
    bench.presenter.choose_recipient("union_consultant")
    bench.build()
    (line,) = [each for each in bench.page.check.seen if each.link]
    assert not line.sent


def test_what_was_read_in_a_picture_leads_to_where_it_is_covered(bench: Bench) -> None:
    case = case_of(bench.session)
    exhibit = case.state.exhibits[0]
    words = (ReadWord("010203-1234", 10, 10, 80, 12, 95, 0),)
    keep_text(case, exhibit, ReadText(words, "fake", "1", "dan", 400, 300))
    bench.build()
    assert bench.page.check is not None
    (line,) = [each for each in bench.page.check.seen if each.cover]
    assert (line.words, line.exhibit) == ("010203-1234", 1)
    assert line.detail == (
        "Looks like a civil registration number · The picture, line 1, exhibit 1"
    )
