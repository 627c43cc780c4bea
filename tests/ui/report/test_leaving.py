"""What leaves is told before it is saved: pictures, files and notes, and what a package holds."""

from __future__ import annotations

from app.actions.add_file import add_file
from app.actions.write_down import write_down
from app.casework.kinds.note import NOTE, NoteDraft
from app.vocabulary import Zone
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import case_of


def leaves(bench: Bench) -> dict[str, str]:
    bench.build()
    assert bench.page.check is not None
    return {each.words: each.detail for each in bench.page.check.leaves}


def test_without_choices_no_note_and_no_file_leaves(bench: Bench) -> None:
    told = leaves(bench)
    assert told["The report"] == f"{bench.page.pane.count} pages, exhibits 1, 2, 3"
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
