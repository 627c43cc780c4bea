"""The wizard without Qt: what is offered, what is shown beside it, and what is saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from app.actions.add_file import add_file
from app.actions.mark_and_redact import set_layer
from app.actions.preview_dossier import preview_dossier
from app.actions.write_down import write_down
from app.casework import Draft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.idea import IdeaDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.request import RequestDraft
from app.casework.kinds.support import SupportDraft
from app.markup import Layer
from app.ui import routes
from app.ui.report.model import ReportStep
from app.ui.session import Session
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import HeldLanes
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import BOX, House, case_of
from tests.worlds import FONT


def checked(bench: Bench) -> list[int]:
    return [int(line.key) for line in bench.page.exhibits if line.checked]


# -- who and what --------------------------------------------------------------------------------


def test_each_recipient_is_offered_with_what_they_get(bench: Bench) -> None:
    names = [option.name for option in bench.page.options]
    assert names[0] == "Manager"
    assert "Union consultant" in names
    manager = bench.page.options[0]
    assert "what you ask for" in manager.line.casefold()
    assert "Senders by their profile. Pictures and quotes can show their names" in manager.line
    assert manager.badge == "3 exhibits"
    assert bench.page.chosen == "manager"


def test_a_card_names_what_there_is_and_does_not_become_a_wall_of_words(
    house: House, session: Session
) -> None:
    drafts: tuple[Draft, ...] = (
        RequestDraft(what="Et møde"),
        MeasureDraft(what="En vagt"),
        SupportDraft(what="En samtale"),
        IdeaDraft(what="Færre navne"),
        ConcernDraft(what="Et opslag"),
    )
    lines = []
    for draft in (None, *drafts):
        if draft is not None:
            write_down(case_of(session), draft)
        bench = Bench(house, session)
        bench.presenter.start()
        lines.append(bench.page.options[0].line)
        bench.presenter.leave()
    assert "asked" not in lines[0]
    assert "what the workplace was asked for" in lines[1]
    assert "more of what you wrote down" not in lines[3]
    assert "more of what you wrote down" in lines[4]
    assert lines[5] == lines[4]


def test_a_wish_for_a_recipient_is_followed(house: House, session: Session) -> None:
    bench = Bench(house, session)
    bench.presenter.start("union_consultant")
    assert bench.page.chosen == "union_consultant"
    bench.presenter.leave()


def test_exhibits_stand_in_the_cases_order_and_those_left_out_say_why(bench: Bench) -> None:
    assert [line.key for line in bench.page.exhibits] == ["1", "2", "3", "4"]
    assert checked(bench) == [1, 2, 3]
    aside = bench.page.exhibits[3]
    assert aside.fixed
    assert "put aside" in aside.detail
    assert "1 place covered" in bench.page.exhibits[0].detail
    assert "Nothing covered" in bench.page.exhibits[1].detail


def test_what_is_put_aside_cannot_be_chosen(bench: Bench) -> None:
    bench.presenter.include_exhibit(4, included=True)
    assert checked(bench) == [1, 2, 3]


def test_an_exhibit_that_is_not_chosen_is_neither_shown_nor_saved(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.build()
    assert "Not chosen for this edition." in bench.text()
    bench.save()
    dossier = bench.session.state.of(DOSSIER)[-1]
    assert [shown.number for shown in dossier.facts.exhibits] == [1, 3]


def test_choosing_all_again_is_the_same_as_never_having_chosen(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.presenter.include_exhibit(2, included=True)
    assert bench.presenter.draft is not None
    assert bench.presenter.draft.exhibits is None


def test_requests_follow_the_ticks_and_own_words_are_added(bench: Bench) -> None:
    first = bench.page.asks[0]
    bench.presenter.ask_for(first.key, wanted=False)
    bench.presenter.write(own_asks="En telefontid\n\nEt svar", summary="Kort.", title="Titel")
    bench.build()
    words = bench.text()
    assert first.text not in words
    for own in ("En telefontid", "Et svar", "Kort.", "Titel"):
        assert own in words


def test_another_recipient_gets_their_own_choices_and_the_same_words(bench: Bench) -> None:
    bench.presenter.include_exhibit(2, included=False)
    bench.presenter.write(own_asks="", summary="Mine ord.", title="")
    bench.presenter.choose_recipient("union_consultant")
    assert checked(bench) == [1, 2, 3]
    assert bench.page.draft is not None
    assert bench.page.draft.summary == "Mine ord."
    assert any(line.key == "legal_view" for line in bench.page.asks)


# -- steps ---------------------------------------------------------------------------------------


def test_the_steps_follow_each_other_and_back(bench: Bench) -> None:
    seen = [bench.page.step]
    for _ in range(4):
        bench.presenter.go_on()
        seen.append(bench.page.step)
    assert seen == list(ReportStep)
    bench.presenter.go_back()
    assert bench.page.step is ReportStep.LOOK


def test_no_step_is_barred_and_each_picture_says_what_is_covered(bench: Bench) -> None:
    bench.build()
    bench.presenter.go_to(ReportStep.COVER)
    assert bench.page.pictures is not None
    assert bench.page.pictures.sentence == (
        "3 pictures leave with the report. The program cannot see what is in them."
        " Look at them before you go on."
    )
    covered = {line.number: line.covered for line in bench.page.pictures.exhibits}
    assert covered == {1: "1 place covered: name", 2: "Nothing covered", 3: "Nothing covered"}
    assert bench.page.buttons is not None
    assert bench.page.buttons.can_go_on
    bench.presenter.open_exhibit(3)
    assert bench.navigator.routes == [routes.Exhibit(3, cover=True)]


def test_what_others_may_ask_is_shown_and_the_report_waits(bench: Bench) -> None:
    bench.presenter.go_to(ReportStep.LOOK)
    bench.presenter.through.look_over()
    assert bench.navigator.routes == [routes.LookOver()]
    assert bench.presenter.step is ReportStep.LOOK


def test_a_picture_whose_texts_hold_names_and_numbers_says_so(bench: Bench) -> None:
    case, exhibit = case_of(bench.session), bench.session.state.exhibit(2)
    assert exhibit is not None
    write_down(
        case,
        IncidentDraft(
            exhibits=(exhibit.original,),
            name="Torben Prøve",
            quote="Ring til hende på 00 00 12 34, siger Torben Prøve.",
        ),
    )
    bench.session.publish()
    bench.build()
    assert bench.page.pictures is not None
    (line,) = [each for each in bench.page.pictures.exhibits if each.number == 2]
    assert line.chips == ("1 likely telephone number",)
    assert line.seen == ("Can be seen: Torben Prøve (probably in the picture), 00 00 12 34 (quote)")
    assert bench.page.check is not None
    assert [(each.words, each.exhibit, each.detail) for each in bench.page.check.seen] == [
        ("Torben Prøve", 2, "Probably in the picture of exhibit 2 · in the texts: Sender A"),
        ("00 00 12 34", 2, "Looks like a telephone number · Quote, exhibit 2"),
    ]


def test_the_small_picture_is_the_one_that_leaves(bench: Bench) -> None:
    bench.build()
    state = bench.session.state
    copy = state.exhibit(1)
    assert copy is not None
    assert copy.copy is not None
    shown = {each.shown for each in state.exhibits if each.number in {1, 2, 3}}
    assert set(bench.page.small) == shown
    assert copy.original not in bench.page.small
    thumbnail = case_of(bench.session).vault.thumbnail(copy.copy.entry)
    assert bench.page.small[copy.copy.entry] == thumbnail
    bench.presenter.leave()
    bench.presenter.start()
    bench.build()
    assert set(bench.page.small) == shown


def test_the_pages_follow_the_steps(bench: Bench) -> None:
    bench.build()
    pane = bench.page.pane
    bench.presenter.go_to(ReportStep.COVER)
    first = pane.turned[-1]
    bench.presenter.look_at(2)
    second = pane.turned[-1]
    bench.presenter.look_at(3)
    third = pane.turned[-1]
    assert first < second < third
    bench.presenter.go_to(ReportStep.LOOK)
    assert third < pane.turned[-1] < pane.count  # what is left out, which may take more than a page
    bench.presenter.go_to(ReportStep.SAVE)
    assert pane.turned[-1] == 0


def test_a_page_that_is_still_to_come_is_turned_to_when_it_is_there(bench: Bench) -> None:
    bench.presenter.go_to(ReportStep.COVER)
    bench.presenter.look_at(3)
    assert bench.page.pane.turned == []
    bench.build()
    (third,) = bench.page.pane.turned
    bench.presenter.look_at(1)
    assert bench.page.pane.turned[-1] == third - 2


def test_warnings_and_omissions_are_told_before_saving(bench: Bench) -> None:
    bench.build()
    assert bench.page.check is not None
    assert bench.page.check.warnings
    assert any("Exhibit 4" in each.words for each in bench.page.check.omissions)


def test_the_choices_wait_while_an_exhibit_is_covered(bench: Bench) -> None:
    bench.presenter.include_exhibit(3, included=False)
    bench.presenter.go_to(ReportStep.COVER)
    bench.presenter.leave()
    exhibit = bench.session.state.exhibit(2)
    assert exhibit is not None
    set_layer(case_of(bench.session), exhibit, Layer(redactions=(BOX,)), FONT)
    bench.presenter.start()
    bench.build()
    assert bench.page.step is ReportStep.COVER
    assert checked(bench) == [1, 2]
    assert bench.page.pictures is not None
    assert [line.number for line in bench.page.pictures.exhibits] == [1, 2]


def test_putting_it_away_forgets_the_choices(bench: Bench) -> None:
    bench.presenter.include_exhibit(3, included=False)
    bench.presenter.put_away()
    assert bench.navigator.routes == [routes.Timeline()]
    bench.presenter.start()
    assert checked(bench) == [1, 2, 3]


# -- the pages beside it ---------------------------------------------------------------------------


def test_the_preview_waits_for_a_pause_and_tells_length_and_size(bench: Bench) -> None:
    assert bench.pause.started == [300]
    assert bench.page.pane.count == 0
    bench.build()
    assert bench.page.pane.count > 0
    assert bench.page.facts.startswith(f"{bench.page.pane.count} pages · about ")


def test_what_is_shown_has_the_words_of_what_is_saved(bench: Bench) -> None:
    bench.context.session.case.clock = FakeClock(step_ms=0)  # type: ignore[union-attr]  # it is open
    bench.build()
    shown = bench.text()
    bench.save()
    (name,) = bench.files()
    document = pypdfium2.PdfDocument(bench.house.documents / name)
    saved = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    assert saved == shown


def test_a_newer_wish_stops_the_building_of_the_older(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.build()
    bench.presenter.include_exhibit(2, included=False)
    bench.build()
    lanes.run_all()
    assert "Not chosen for this edition." in " ".join(
        each.detail for each in (bench.page.check.omissions if bench.page.check else ())
    )
    assert len(lanes.unhandled) == 0
    bench.presenter.leave()
    lanes.run_all()


def test_an_answer_to_an_earlier_wish_comes_too_late(house: House, session: Session) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    bench.build()
    lanes.run_next()  # it is built, and waits to be opened
    bench.presenter.include_exhibit(2, included=False)
    lanes.run_all()
    assert bench.page.pane.count == 0
    bench.presenter.leave()
    lanes.run_all()


def test_a_capture_meanwhile_builds_it_anew(bench: Bench) -> None:
    bench.build()
    bench.house.capture(case_of(bench.session), 9)
    bench.session.publish()
    bench.build()
    assert checked(bench) == [1, 2, 3, 5]


def test_its_own_jobs_do_not_build_it_anew(bench: Bench) -> None:
    bench.build()
    bench.session.publish()
    assert bench.pause.ring is None


def test_leaving_lets_go_of_the_pages(bench: Bench) -> None:
    bench.build()
    bench.presenter.want_page(0, 200)
    shown = len(bench.page.pane.pages)
    bench.presenter.leave()
    bench.presenter.want_page(0, 200)
    assert bench.page.pane.count == 0
    assert len(bench.page.pane.pages) == shown


def test_a_preview_that_fails_says_why(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise FileNotFoundError(2, "gone", str(tmp_path / "x"))

    monkeypatch.setattr("app.ui.report.previewing.preview_dossier", refuse)
    bench.build()
    assert bench.page.pane.sentence
    assert bench.page.facts == ""


def test_a_report_too_large_to_show_can_be_saved_all_the_same(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = partial(preview_dossier, most_bytes=1000)
    monkeypatch.setattr("app.ui.report.previewing.preview_dossier", small)
    bench.build()
    assert bench.page.pane.sentence.startswith("The report is too large to be shown here.")
    assert bench.page.facts == ""
    assert bench.page.check is not None
    bench.save()
    assert len(bench.files()) == 1


def test_a_file_without_a_picture_asks_for_no_covering(bench: Bench) -> None:
    note = bench.house.folder / "brev.txt"
    note.write_text("hej", encoding="utf-8")
    add_file(case_of(bench.session), note)
    bench.session.publish()
    bench.build()
    assert bench.page.pictures is not None
    assert [line.number for line in bench.page.pictures.exhibits] == [1, 2, 3]
    for number in (1, 2, 3):
        bench.presenter.include_exhibit(number, included=False)
    bench.build()
    assert bench.page.pictures.sentence == "The report shows no pictures."
