"""What leaves is told before it is saved: pictures, files and notes, and what a package holds."""

from __future__ import annotations

from app.actions.add_file import add_file
from app.actions.read_text import keep_text
from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NOTE, NoteDraft
from app.picture import ReadText, ReadWord
from app.ui.report.model import ReportStep, SeenLine
from app.ui.routes import Exhibit, Write
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
    bench.presenter.through.send_link(LINK, sent=True)
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


def seen(bench: Bench) -> dict[str, SeenLine]:
    bench.build()
    assert bench.page.check is not None
    return {each.words: each for each in bench.page.check.seen}


def test_what_is_found_in_a_text_leads_to_the_form_it_stands_in_and_own_words_to_their_step(
    bench: Bench,
) -> None:
    with_a_link(bench)
    case = case_of(bench.session)
    note = write_down(case, NoteDraft(text="Hun har 23 45 67 89", zone=Zone.EVIDENCE))
    bench.session.publish()
    bench.presenter.singles.include_note(note.seq, included=True)
    bench.presenter.write(own_asks="Ring 34 56 78 90", summary="", title="")
    found = seen(bench)
    (post,) = bench.session.state.of(INCIDENT)
    bench.presenter.go_to(ReportStep.LOOK)
    for words in ("12 34 56 78", "23 45 67 89", "34 56 78 90", "Torben Prøve"):
        bench.presenter.through.mend(found[words])
    assert bench.navigator.routes == [
        Write("incident", corrects=post.id, words="12 34 56 78"),
        Write("note", corrects=note, words="23 45 67 89"),
        Exhibit(1, cover=True),
    ]
    assert bench.page.step is ReportStep.CONTENT
    # A link is sent or left out: there is nothing else to do about it.
    assert (found[LINK].way, found[LINK].own, found[LINK].key) == (None, False, "")


def test_a_tick_stays_with_its_place_and_its_reader_and_is_told_no_more_in_the_end(
    bench: Bench,
) -> None:
    with_a_link(bench)
    before = seen(bench)["12 34 56 78"]
    bench.presenter.through.tick(before.key, looked=True)
    assert bench.page.check is not None
    assert [each.words for each in bench.page.check.seen if each.looked] == ["12 34 56 78"]
    bench.presenter.choose_recipient("union_consultant")
    assert not seen(bench)["12 34 56 78"].looked
    bench.presenter.choose_recipient("manager")
    assert seen(bench)["12 34 56 78"].looked
    bench.presenter.through.tick(before.key, looked=False)
    assert not any(each.looked for each in bench.page.check.seen)


def test_the_card_says_for_whom_and_how_much_and_what_others_may_ask(bench: Bench) -> None:
    bench.build()
    check = bench.page.check
    assert check is not None
    assert check.headline.startswith(
        f"For the manager: {bench.page.pane.count} pages, 3 exhibits, "
    )
    assert (len(check.asked), check.more_asked) == (2, 0)
    bench.presenter.through.take(check.asked[0])
    assert bench.navigator.routes == [check.asked[0].route]
